"""Panes that turn instead of being squeezed."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dress import dress
from tests.ui.fitting import settle
from ui.parts.turning_panes import TurningPane, TurningPanes


@pytest.fixture
def panes(qapp: QApplication, qtbot: QtBot) -> TurningPanes:
    """Three panes, of 200, 400 and 300 pixels at least, sixteen between."""
    look = dress(qapp)
    made = TurningPanes(
        look,
        (
            TurningPane(QLabel("left"), "Left", 200),
            TurningPane(QWidget(), "Middle", 400, 3),
            TurningPane(QWidget(), "Right", 300),
        ),
        1,
    )
    qtbot.addWidget(made)
    made.resize(1400, 600)
    made.show()
    return made


def seen(panes: TurningPanes) -> list[int]:
    """The numbers of the panes that are in sight."""
    settle()
    return [at for at, pane in enumerate(panes._panes) if pane.widget.isVisible()]


def test_all_stand_side_by_side_where_there_is_room(panes: TurningPanes) -> None:
    """Shares of what is left; nothing overlaps, nothing is left over."""
    assert seen(panes) == [0, 1, 2]
    edges = [pane.widget.geometry() for pane in panes._panes]
    assert edges[0].left() == 0
    assert edges[-1].right() == panes.width() - 1
    for one, other in pairwise(edges):
        assert other.left() - one.right() - 1 == 16
    for edge, pane in zip(edges, panes._panes, strict=True):
        assert edge.width() >= pane.least


@pytest.mark.parametrize(
    ("width", "turning"),
    [(932, ()), (931, (0, 2)), (716, (0, 2)), (715, (0, 1, 2)), (300, (0, 1, 2))],
)
def test_what_does_not_fit_takes_turns(
    panes: TurningPanes, width: int, turning: tuple[int, ...]
) -> None:
    """Beside the main pane while there is room for two; else one alone."""
    panes.resize(width, 600)
    settle()
    assert panes.turning == turning
    assert panes.tabs.count() == len(turning)
    assert 1 in seen(panes)


def test_turning_brings_a_pane_in_sight_and_says_so(panes: TurningPanes, qtbot: QtBot) -> None:
    """By the tab or by the program; what was turned to stays after folding further."""
    panes.resize(800, 600)
    assert seen(panes) == [0, 1]
    with qtbot.waitSignal(panes.turned) as told:
        panes.tabs.setCurrentIndex(1)
    assert told.args == [2]
    assert seen(panes) == [1, 2]
    assert panes.sees(2)
    assert not panes.sees(0)
    panes.resize(500, 600)
    assert seen(panes) == [2]
    panes.turn_to(1)
    assert seen(panes) == [1]
    panes.resize(1400, 600)
    assert seen(panes) == [0, 1, 2]


def test_a_pane_may_be_left_out(panes: TurningPanes) -> None:
    """The others take its room; the main one is never left out."""
    panes.leave_out(0, 1)
    assert seen(panes) == [1, 2]
    panes.leave_out()
    assert seen(panes) == [0, 1, 2]
