"""Panes that turn instead of being squeezed."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dress import dress
from tests.ui.fitting import settle
from ui.parts.tabbed_panes import TabbedPane, TabbedPanes

LEAST = (200, 400, 300)
"""The least width of each pane, pixels."""


@pytest.fixture
def panes(qapp: QApplication, qtbot: QtBot) -> TabbedPanes:
    """Three panes, of 200, 400 and 300 pixels at least, sixteen between."""
    look = dress(qapp)
    given = (QLabel("left"), QWidget(), QWidget())
    made = TabbedPanes(
        look,
        (
            TabbedPane(given[0], "Left", LEAST[0]),
            TabbedPane(given[1], "Middle", LEAST[1], 3),
            TabbedPane(given[2], "Right", LEAST[2]),
        ),
        1,
    )
    for place, widget in enumerate(given):
        widget.setObjectName(f"pane {place}")
    qtbot.addWidget(made)
    made.resize(1400, 600)
    made.show()
    return made


def widgets(panes: TabbedPanes) -> list[QWidget]:
    """What stands in each pane."""
    found = [panes.findChild(QWidget, f"pane {place}") for place in range(len(LEAST))]
    return [widget for widget in found if widget is not None]


def seen(panes: TabbedPanes) -> list[int]:
    """The numbers of the panes that are in sight."""
    settle()
    return [at for at, widget in enumerate(widgets(panes)) if widget.isVisible()]


def test_all_stand_side_by_side_where_there_is_room(panes: TabbedPanes) -> None:
    """Shares of what is left; nothing overlaps, nothing is left over."""
    assert seen(panes) == [0, 1, 2]
    edges = [widget.geometry() for widget in widgets(panes)]
    assert edges[0].left() == 0
    assert edges[-1].right() == panes.width() - 1
    for one, other in pairwise(edges):
        assert other.left() - one.right() - 1 == 16
    for edge, least in zip(edges, LEAST, strict=True):
        assert edge.width() >= least


@pytest.mark.parametrize(
    ("width", "turning"),
    [(932, ()), (931, (0, 2)), (716, (0, 2)), (715, (0, 1, 2)), (300, (0, 1, 2))],
)
def test_what_does_not_fit_takes_turns(
    panes: TabbedPanes, width: int, turning: tuple[int, ...]
) -> None:
    """Beside the main pane while there is room for two; else one alone."""
    panes.resize(width, 600)
    settle()
    assert panes.tabbed == turning
    assert panes.tabs.count() == len(turning)
    assert 1 in seen(panes)


def test_turning_brings_a_pane_in_sight_and_says_so(panes: TabbedPanes, qtbot: QtBot) -> None:
    """By the tab or by the program; what was turned to stays after folding further."""
    panes.resize(800, 600)
    assert seen(panes) == [0, 1]
    with qtbot.waitSignal(panes.pane_shown) as told:
        panes.tabs.setCurrentIndex(1)
    assert told.args == [2]
    assert seen(panes) == [1, 2]
    assert panes.shows(2)
    assert not panes.shows(0)
    panes.resize(500, 600)
    assert seen(panes) == [2]
    panes.show_pane(1)
    assert seen(panes) == [1]
    panes.resize(1400, 600)
    assert seen(panes) == [0, 1, 2]


def test_a_pane_may_be_left_out(panes: TabbedPanes) -> None:
    """The others take its room; the main one is never left out."""
    panes.leave_out(0, 1)
    assert seen(panes) == [1, 2]
    panes.leave_out()
    assert seen(panes) == [0, 1, 2]
