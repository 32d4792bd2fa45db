"""The folding layouts: what does not fit beside goes below, and nothing is lost or left behind."""

import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dress import dress
from tests.ui.fitting import misfits, settle
from ui.parts.buttons import Button
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout, Folding, ShareLayout
from ui.parts.scroll_column import ScrollColumn


class Block(QWidget):
    """A widget of a given size."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self._size


def _show(qtbot: QtBot, layout: Folding, width: int) -> QWidget:
    window = QWidget()
    window.setLayout(layout)
    qtbot.addWidget(window)
    window.resize(width, max(1, layout.heightForWidth(width)))
    window.show()
    settle()
    return window


def _places(layout: Folding) -> list[tuple[int, int, int, int]]:
    found = []
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget = item.widget() if item is not None else None
        assert widget is not None
        found.append(widget.geometry().getRect())
    return found  # type: ignore[return-value]


def _shown(qtbot: QtBot, layout: Folding, width: int) -> list[tuple[int, int, int, int]]:
    """Where the items of a layout stand in a window of this width."""
    window = _show(qtbot, layout, width)
    found = _places(layout)
    window.close()
    return found


def test_a_flow_goes_on_in_the_next_row(qtbot: QtBot) -> None:
    """Items keep their order, left to right and down."""
    flow = FlowLayout(10, 5)
    for _ in range(3):
        flow.addWidget(Block(100, 20))
    window = _show(qtbot, flow, 250)
    assert flow.heightForWidth(250) == 45
    assert flow.heightForWidth(320) == 20
    assert flow.sizeHint() == QSize(320, 20)
    assert _places(flow) == [(0, 0, 100, 20), (110, 0, 100, 20), (0, 25, 100, 20)]
    window.close()


def test_a_flow_at_the_right(qtbot: QtBot) -> None:
    """Rows end at the right edge; lower items stand in the middle of their row."""
    flow = FlowLayout(10, right=True)
    flow.addWidget(Block(50, 40))
    flow.addWidget(Block(50, 20))
    assert _shown(qtbot, flow, 200) == [(90, 0, 50, 40), (150, 10, 50, 20)]


def test_a_hidden_item_leaves_no_gap(qtbot: QtBot) -> None:
    """Neither in a flow nor in shares."""
    for layout in (FlowLayout(10), ShareLayout(10)):
        blocks = [Block(50, 20) for _ in range(3)]
        for block in blocks:
            layout.addWidget(block)
        window = _show(qtbot, layout, 400)
        before = layout.sizeHint().width()
        blocks[1].hide()
        settle()
        assert (before, layout.sizeHint().width()) == (170, 110)
        window.close()


def test_a_button_too_wide_for_its_flow_wraps(qtbot: QtBot, qapp: QApplication) -> None:
    """Rather than standing out at the side."""
    look = dress(qapp)
    flow = FlowLayout(8)
    button = Button(look, "Continuer exactement là où l’atelier s’était arrêté")
    flow.addWidget(button)
    window = _show(qtbot, flow, 200)
    assert button.width() <= 200
    assert button.height() > look.pitch("button") * 2
    assert misfits(window) == []


def test_shares_share_the_width(qtbot: QtBot) -> None:
    """Two to one, and the gap between."""
    shares = ShareLayout(10)
    shares.add(Block(10, 20), 2)
    shares.add(Block(10, 30), 1)
    assert _shown(qtbot, shares, 310) == [(0, 0, 200, 20), (210, 0, 100, 30)]


def test_shares_fold_below_their_least_width(qtbot: QtBot) -> None:
    """What no longer fits stands below, over the whole width."""
    shares = ShareLayout(10, 6)
    for _ in range(3):
        shares.add(Block(10, 20), 1, 120)
    assert _shown(qtbot, shares, 260) == [(0, 0, 125, 20), (135, 0, 125, 20), (0, 26, 260, 20)]


def test_a_share_is_never_less_than_its_least(qtbot: QtBot) -> None:
    """The small share gets what it needs from the large one."""
    shares = ShareLayout(0)
    shares.add(Block(10, 20), 9)
    shares.add(Block(10, 20), 1, 100)
    assert [place[2] for place in _shown(qtbot, shares, 300)] == [200, 100]


def test_a_share_of_nothing_is_as_wide_as_it_likes(qtbot: QtBot) -> None:
    """Buttons at the right of a title."""
    shares = ShareLayout(10)
    shares.add(Block(10, 20), 1)
    shares.add(Block(80, 20), 0)
    assert [place[2] for place in _shown(qtbot, shares, 300)] == [210, 80]


@pytest.mark.parametrize(
    ("even", "middle", "place"),
    [
        (True, False, (0, 0, 95, 60)),
        (False, False, (0, 0, 95, 20)),
        (False, True, (0, 20, 95, 20)),
    ],
)
def test_heights_in_a_row(
    qtbot: QtBot, even: bool, middle: bool, place: tuple[int, int, int, int]
) -> None:
    """Equally high, or at the top, or in the middle."""
    shares = ShareLayout(10, even=even, middle=middle)
    shares.add(Block(10, 20))
    shares.add(Block(10, 60))
    assert _shown(qtbot, shares, 200)[0] == place


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(10, 300)), min_size=1, max_size=6),
    st.integers(300, 1500),
)
def test_shares_always_fill_their_rows(
    qapp: QApplication, terms: list[tuple[int, int]], width: int
) -> None:
    """Whatever the shares: within the width, in order, without overlap, rows full."""
    holder = QWidget()
    shares = ShareLayout(7)
    for share, least in terms:
        shares.add(Block(10, 20), share, least)
    holder.setLayout(shares)
    shares.setGeometry(QRect(0, 0, width, 1000))
    rows: dict[int, list[tuple[int, int]]] = {}
    for left, top, wide, _ in _places(shares):
        rows.setdefault(top, []).append((left, wide))
    for row in rows.values():
        end = -7
        for left, wide in row:
            assert left == end + 7
            end = left + wide
        assert end <= width
    for at, (_, least) in enumerate(terms):
        assert _places(shares)[at][2] >= least
    holder.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_widgets_come_and_go(qtbot: QtBot) -> None:
    """Five hundred times, by clearing, by deleting and by dropping the whole: no crash, no rest."""
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    for turn in range(500):
        holder = QWidget(window)
        layout = ShareLayout(4) if turn % 2 else FlowLayout(4)
        holder.setLayout(layout)
        for _ in range(3):
            layout.addWidget(Block(20, 20))
        item = layout.itemAt(1)
        gone = item.widget() if item is not None else None
        assert gone is not None
        gone.setParent(None)
        gone.deleteLater()
        assert layout.count() == 2
        if turn % 3 == 0:
            layout.clear()
            assert layout.count() == 0
        holder.deleteLater()
        if turn % 50 == 0:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChildren(Block) == []


def test_a_scroll_column_never_scrolls_sideways(qtbot: QtBot, qapp: QApplication) -> None:
    """It scrolls down, asks for the width it needs, and can be emptied."""
    look = dress(qapp)
    column = ScrollColumn(look, page=True)
    qtbot.addWidget(column)
    for _ in range(40):
        column.add(WrapLabel(look, "A sentence that is long enough to wrap in a narrow column."))
    column.add_row([Block(150, 30), Block(150, 30)], (2, 1), least=150)
    column.resize(260, 300)
    column.show()
    settle()
    assert column.verticalScrollBar().maximum() > 0
    assert column.horizontalScrollBar().maximum() == 0
    assert misfits(column) == []
    assert column.minimumSizeHint().width() >= 150
    column.clear()
    settle()
    assert column.verticalScrollBar().maximum() == 0
    column.add(Block(700, 20))
    settle()
    assert column.minimumSizeHint().width() >= 700
