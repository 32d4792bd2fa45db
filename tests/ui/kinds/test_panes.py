"""Panes that fold, and the list that says where things stand."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dress import dress
from tests.ui.fitting import misfits, settle
from ui.parts.panes import PaneLayout, Panes
from ui.parts.plain_list import PlainListModel
from ui.parts.state_list import StateLine, StateList

LINES = (
    StateLine("a", "Coordinator", "agreed", "teal"),
    StateLine("b", "Bridge to the universities of the north", "2 named"),
    StateLine("c", "Story collector", "—"),
)


@given(st.integers(1, 6), st.integers(120, 2000), st.integers(50, 1200))
def test_even_panes_fill_the_room_without_overlapping(
    qapp: QApplication, count: int, width: int, height: int
) -> None:
    """In rows of one length, the last perhaps shorter; never lower than asked."""
    layout = PaneLayout(12, 90, even=True)
    holder = QWidget()
    holder.setLayout(layout)
    panes = [QWidget() for _ in range(count)]
    for pane in panes:
        layout.add(pane, 1, 250, 150)
    whole = max(height, layout.heightForWidth(width))
    layout.setGeometry(QRect(0, 0, width, whole))
    rows = layout.rows(width)
    assert [at for row in rows for at in row] == list(range(count))
    lengths = [len(row) for row in rows]
    assert lengths[:-1] == [lengths[0]] * (len(rows) - 1)
    assert lengths[-1] <= lengths[0] <= 3
    for at, pane in enumerate(panes):
        place = pane.geometry()
        assert QRect(0, 0, width, whole).contains(place)
        assert place.height() >= (90 if len(rows) == 1 else 150)
        assert not any(place.intersects(other.geometry()) for other in panes[at + 1 :])
    holder.deleteLater()


@pytest.mark.parametrize(
    ("count", "width", "rows"),
    [(1, 900, [1]), (2, 900, [2]), (3, 900, [3]), (4, 900, [2, 2]), (5, 900, [3, 2]),
     (6, 900, [3, 3]), (4, 600, [2, 2]), (3, 600, [2, 1]), (3, 300, [1, 1, 1])],
)  # fmt: skip
def test_four_are_never_three_and_one(
    qapp: QApplication, count: int, width: int, rows: list[int]
) -> None:
    """Zones stand in rows as equal as they can be."""
    layout = PaneLayout(12, 90, even=True)
    holder = QWidget()
    holder.setLayout(layout)
    for _ in range(count):
        layout.add(QWidget(), 1, 250, 150)
    assert [len(row) for row in layout.rows(width)] == rows
    holder.deleteLater()


def test_late_panes_come_last_only_where_they_are_stacked(qapp: QApplication) -> None:
    """A list at the left comes below what it is a list of."""
    panes = Panes(dress(qapp))
    panes.add(QWidget(), 0, least=200, late=True)
    panes.add(QWidget(), 1, least=400)
    panes.resize(900, 400)
    panes.show()
    settle()
    assert panes.rows() == [[0, 1]]
    assert not panes.verticalScrollBar().isVisible()
    panes.resize(420, 200)
    settle()
    assert panes.rows() == [[1], [0]]
    panes.close()
    panes.deleteLater()


@pytest.fixture
def states(qtbot: QtBot, qapp: QApplication) -> Iterator[StateList]:
    """Three roles, the second current."""
    made = StateList(dress(qapp), "Roles")
    made.resize(190, 300)
    made.show_lines(LINES, "b")
    made.show()
    made.activateWindow()
    settle()
    yield made
    made.close()
    made.deleteLater()


def test_showing_tells_nobody_and_arrows_choose(qtbot: QtBot, states: StateList) -> None:
    """Only a person chooses."""
    chosen: list[str] = []
    states.chosen.connect(chosen.append)
    states.show_lines(LINES, "a")
    assert (states.current_id(), chosen) == ("a", [])
    states.setFocus()
    QTest.keyClick(states, Qt.Key.Key_Down)
    place = states.visualRect(states.lines.index(2)).center()
    QTest.mouseClick(
        states.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
    )
    assert chosen == ["b", "c"]
    assert misfits(states) == []


def test_the_list_is_as_high_as_its_lines(states: StateList) -> None:
    """A long name takes two lines, its state below where there is no room beside."""
    assert states.maximumHeight() == states.height_of_all() + 4
    before = states.height_of_all()
    states.setFixedWidth(120)
    settle()
    assert states.height_of_all() > before


def test_states_are_spoken_with_their_names(qapp: QApplication) -> None:
    """And the model keeps its word when lines come and go."""
    model: PlainListModel[StateLine] = PlainListModel()
    tester = QAbstractItemModelTester(model)
    role = Qt.ItemDataRole.AccessibleTextRole
    for lines in (LINES, LINES[:1], (), LINES[::-1]):
        model.set_lines(lines)
        names = [model.data(model.index(row), role) for row in range(model.rowCount())]
        assert names == [f"{line.name}, {line.state}" for line in lines]
    assert tester.model() is model
