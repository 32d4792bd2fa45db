"""The design screen at every size: panes turn, and nothing is cut."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.workshop.closing import close_workshop
from app.workshop.planning import add_own, lock_start
from tests.ui.design.desk import Desk, at_desk
from tests.ui.fitting import misfits, settle
from ui.design.design_screen import AGENDA, RECIPE, SHELF
from ui.parts.form_dialog import QuestionDialog


def test_narrow_windows_turn_to_one_pane_at_a_time(qapp: QApplication, tmp_path: Path) -> None:
    """All three side by side, then the agenda beside one, then one alone."""
    with at_desk(qapp, tmp_path, size=(1280, 720)) as desk:
        panes = desk.screen.panes
        assert list(panes.tabbed) == []
        desk.window.resize(1000, 720)
        settle()
        assert list(panes.tabbed) == [SHELF, RECIPE]
        assert panes.shows(SHELF)
        panes.show_pane(RECIPE)
        settle()
        assert desk.screen.panel.isVisible()
        assert not desk.screen.shelf.isVisible()
        assert desk.screen.middle.isVisible()
    with at_desk(qapp, tmp_path / "large", text=200, size=(1280, 720)) as desk:
        panes = desk.screen.panes
        assert panes.tabbed == (SHELF, AGENDA, RECIPE)
        assert panes.shows(AGENDA)
        panes.show_pane(SHELF)
        desk.screen.shelf.asked.emit("our-word")
        settle()
        assert desk.said() == "“Our word” is in the agenda."


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("size", "text"),
    [((1280, 720), 80), ((1280, 720), 100), ((1280, 720), 150), ((1280, 720), 200),
     ((1440, 900), 125), ((1920, 1080), 200)],
)  # fmt: skip
def test_nothing_is_cut(
    qapp: QApplication, tmp_path: Path, size: tuple[int, int], text: int, language: str
) -> None:
    """Half a day, twenty-five blocks with long titles, nothing at all; on every pane."""
    long = "Ein sehr langer Titel mit Donaudampfschifffahrtsgesellschaftskapitän und mehr " * 3
    with at_desk(
        qapp, tmp_path, size=size, text=text, language=language, languages=("fr", "en")
    ) as desk:
        found = _misfits(desk)
        lock_start(desk.library, desk.workshop, desk.blocks()[5], 600)
        for number in range(12):
            add_own(desk.library, desk.workshop, f"{number} {long}", 10)
        desk.screen.list.choose(desk.blocks()[-1].id)
        found += _misfits(desk)
        desk.screen.shelf.filters.field.setText("zzzz")
        found += _misfits(desk)
        close_workshop(desk.library, desk.workshop)
        found += _misfits(desk)
        assert found == []


@pytest.mark.parametrize("text", [100, 200])
def test_nothing_is_cut_while_it_is_empty(qapp: QApplication, tmp_path: Path, text: int) -> None:
    """Nor in the windows that ask."""
    with at_desk(qapp, tmp_path, agenda=None, text=text, size=(1280, 720)) as desk:
        found = _misfits(desk)
        desk.screen.ask_own()
        desk.screen.ask_edit()
        settle()
        for ask in desk.screen.findChildren(QuestionDialog):
            found += misfits(ask)
        assert found == []


def _misfits(desk: Desk) -> list[str]:
    """What does not fit, whichever pane is turned to."""
    settle()
    found = misfits(desk.window)
    for pane in desk.screen.panes.tabbed:
        desk.screen.panes.show_pane(pane)
        settle()
        found += misfits(desk.window)
    return found
