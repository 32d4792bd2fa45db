"""The charter's screen fits: both languages, every theme, small windows, large letters."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.charter.clauses import add_clause, remove_clause, write_clause
from tests.ui.charter.desk import Desk, Story, desk_over
from tests.ui.fitting import misfits, settle
from ui.look.themes import ThemeName

SIZES = (
    ("en", "light", 100, 1280, 720),
    ("fr", "dark", 100, 1280, 720),
    ("fr", "light", 200, 1280, 720),
    ("en", "contrast", 140, 1920, 1080),
    ("en", "light", 200, 1920, 1080),
    ("fr", "light", 80, 1280, 720),
)


def fits(desk: Desk, panes: bool = True) -> None:
    """Nothing is cut, whichever pane is turned to; the window did not grow."""
    window, body = desk.house.hearth.window, desk.body
    size = window.size()
    assert misfits(window) == []
    for pane in body.panes.tabbed if panes else ():
        body.panes.show_pane(pane)
        assert misfits(window) == []
    assert window.size() == size


def change_much(desk: Desk) -> None:
    """Edit, add and take away, with long names and right-to-left text."""
    write, scope = desk.library, desk.scope
    domain, rhythm = desk.clauses("domain")[0], desk.clauses("rhythm")[0]
    write_clause(write, scope, domain, domain.text.replace("craft", "art") + "\nMore\nנשאר כאן")
    write_clause(write, scope, rhythm, rhythm.text + "\n\tWhenever\t" + "unbrokenword" * 8)
    remove_clause(write, scope, desk.clauses("norms")[0])
    add_clause(write, scope, "A section of our own with a rather long name", "x" * 200)
    add_clause(write, scope, "purpose", "نتكلم\nمعا", form="list", heading="A heading " * 8)


@pytest.mark.parametrize(("language", "theme", "text", "width", "height"), SIZES)
def test_the_charter_fits(
    qapp: QApplication,
    tmp_path: Path,
    played: Story,
    language: str,
    theme: ThemeName,
    text: int,
    width: int,
    height: int,
) -> None:
    """Sections of each form, changes shown, notes not taken, a version read, the questions."""
    with desk_over(qapp, tmp_path, played, language=language, theme=theme, text=text) as desk:
        desk.house.hearth.window.resize(width, height)
        settle()
        fits(desk)
        change_much(desk)
        own = "A section of our own with a rather long name"
        for section in ("domain", "rhythm", "roles", "norms", "purpose", own):
            desk.screen.open_section(section)
            fits(desk, panes=section == "domain")
        desk.screen.toggle_changes()
        for section in ("domain", "rhythm", "norms", "purpose", own):
            desk.screen.open_section(section)
            fits(desk, panes=section == "norms")
        desk.body.sources.toggle_others()
        fits(desk)
        desk.body.sections.ask_name()
        fits(desk)
        desk.screen.read_version(desk.versions()[0])
        fits(desk)
        desk.screen.read_version(None)
        desk.screen.ask_agreement()
        dialog = desk.dialog()
        assert misfits(dialog) == []
        dialog.go_on()
        for number, box in enumerate(dialog.counting.stances.boxes.values()):
            box.setValue(number * 7)
        dialog.reserving.line.setText("A reservation that goes on for a while, as they do. " * 4)
        dialog.reserving.add()
        assert misfits(dialog) == []
        assert dialog.width() <= width
        assert dialog.height() <= height


@pytest.mark.parametrize(("language", "text"), [("en", 100), ("fr", 200)])
def test_an_empty_charter_fits(
    qapp: QApplication, tmp_path: Path, planned: Story, language: str, text: int
) -> None:
    """Before the first word, and while it is typed."""
    with desk_over(qapp, tmp_path, planned, language=language, text=text) as desk:
        desk.house.hearth.window.resize(1280, 720)
        settle()
        fits(desk)
        desk.screen.begin()
        settle()
        fits(desk)
