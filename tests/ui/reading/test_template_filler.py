"""Letters and sheets on the reading screen: filled for somebody, copied, exported."""

from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.library.library import Library
from app.workshop.planning import plan_workshop
from tests.app.community.village import TODAY, found
from tests.app.workshop.plans import the_catalogue, wish
from tests.ui.fitting import misfits, settle
from tests.ui.reading.shelf_of_pages import reading_room, texts_on
from ui.exporting.export_dialog import ExportDialog
from ui.reading.reading_screen import ReadingScreen


def letter(screen: ReadingScreen) -> str:
    """What is in sight of the letter that is read."""
    settle()
    return "\n".join(texts_on(screen.panes.page))


def plan(library: Library, name: str, days: int) -> None:
    """A workshop in so many days."""
    community = found(library, name)
    day = (TODAY + timedelta(days=days)).isoformat()
    plan_workshop(library, the_catalogue(), wish(community.id, date=day))


def open_invitation(screen: ReadingScreen) -> None:
    """Read the first letter that names its community and its day."""
    assert screen.panes.open_entry("template:invitation-short")
    settle()


def test_a_letter_is_filled_for_the_next_workshop(qapp: QApplication, tmp_path: Path) -> None:
    """Another can be chosen; without any the lines stay empty."""
    with reading_room(qapp, tmp_path) as (house, screen):
        open_invitation(screen)
        assert "____" in letter(screen)
        assert not screen.letters.export_button.isVisible()
        library = house.hearth.library
        plan(library, "Bridges", 20)
        plan(library, "Water", 9)
        settle()
        assert "Water" in screen.letters.subject.accessibleName()
        assert "{" not in letter(screen)
        world = house.hearth.window.world
        assert world is not None
        assert world.words.day(TODAY + timedelta(days=9), "long") in letter(screen)
        screen.letters.subject.choose("")
        assert "____" in letter(screen)
        assert misfits(house.hearth.window) == []


def test_it_is_copied_with_its_headings(qapp: QApplication, tmp_path: Path) -> None:
    """As plain text, and as it is set."""
    with reading_room(qapp, tmp_path) as (house, screen):
        plan(house.hearth.library, "Water", 9)
        open_invitation(screen)
        screen.letters.copy_button.click()
        mime = QApplication.clipboard().mimeData()
        assert mime.hasHtml()
        assert "<p>" in mime.html() or "<li>" in mime.html()
        assert "{" not in mime.text()
        assert mime.text().strip()


def test_it_is_printed_or_saved(qapp: QApplication, tmp_path: Path) -> None:
    """In every format, by the dialog that exports."""
    with reading_room(qapp, tmp_path) as (house, screen):
        plan(house.hearth.library, "Water", 9)
        open_invitation(screen)
        screen.letters.export_button.click()
        settle()
        (dialog,) = screen.findChildren(ExportDialog)
        request = dialog.request()
        assert (request.document, request.template) == ("template", "invitation-short")
        assert request.workshop
        dialog.reject()


def test_other_pages_have_no_such_buttons(qapp: QApplication, tmp_path: Path) -> None:
    """They are of letters alone."""
    with reading_room(qapp, tmp_path) as (_, screen):
        open_invitation(screen)
        assert screen.letters.copy_button.isVisible()
        screen.panes.open_entry("stage:grow")
        settle()
        assert not screen.letters.copy_button.isVisible()
        assert not screen.letters.copy_button.isEnabled()
