"""A register and stories by hand, from the first key to the papers: cut off in the middle, opened
again, corrected, taken back, printed."""

import io
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.exchange.sample import import_sample
from app.library import library_check
from app.library.rows import RegisterEntry
from app.resources import resources_folder
from app.workshop.planning import add_exercise
from tests.journeys.at_exercise import AtExercise
from tests.journeys.person import CONTROL, SHIFT, settle, wait_for
from tests.journeys.test_power_cut import power_cut
from tests.ui.opened import opened
from ui.closing.closing_screen import ClosingScreen
from ui.cockpit.cockpit import Cockpit
from ui.design.design_screen import DesignScreen
from ui.exporting.export_dialog import ExportDialog

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

Key = Qt.Key
SECRET = "A help that nobody may hear of"
STORY = ("A map was lent", "A laugh", "A trick", "One trip", "A week saved", "Ask first", "Plans")


class Hands(AtExercise):
    """A facilitator whose hands stay on the keys."""

    def enter(self, exercise: str) -> Cockpit:
        """Go to the block of an exercise."""
        self.window.cockpit(self.workshop.id)
        cockpit = self.screen(Cockpit)
        blocks = [line.block for line in cockpit.controller.state().lines]
        block = next(one for one in blocks if one.exercise == exercise)
        cockpit.side.block_asked.emit(block.id)
        settle()
        cockpit.bottom.line.setFocus()
        return cockpit

    def paste_table(self, text: str) -> None:
        """Paste what a spreadsheet copied into the line."""
        self.paste(text, self.screen(Cockpit).bottom.line)

    def texts(self) -> list[str]:
        """What is written in the register, row by row."""
        rows = self.house.hearth.library.reader.rows(RegisterEntry, order="position")
        return [one.texts for one in rows if one.run is not None]

    def take(self, dialog: ExportDialog, folder: Path, **wanted: str) -> Path:
        """Answer the export, and save."""
        for key, value in wanted.items():
            self.fill(dialog.form, key, value)
        path = folder / f"paper-{len(list(folder.iterdir()))}.{wanted.get('format', 'pdf')}"
        self.house.answers.path = path
        self.click(dialog.save)
        wait_for(dialog.said.isVisible)
        assert path.exists()
        return path


@contextmanager
def at_work(
    application: QApplication, folder: Path, language: str, exercise: str
) -> Iterator[Hands]:
    """Somebody in the room of a launch that also has ``exercise``."""
    with opened(application, folder, language=language) as house:
        person, hearth = Hands(house, language), house.hearth
        sample = import_sample(
            hearth.library, hearth.catalogue, resources_folder(), language=language
        )
        add_exercise(hearth.library, hearth.catalogue, sample.workshop, exercise)
        person.enter(exercise)
        yield person


def text_of(path: Path) -> str:
    """A PDF's words as poppler reads them."""
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


def words_in(path: Path) -> str:
    """The words of a document in any format."""
    if path.suffix == ".pdf":
        return text_of(path)
    if path.suffix == ".md":
        return path.read_text(encoding="utf-8")
    document = docx.Document(io.BytesIO(path.read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join([*(one.text for one in document.paragraphs), *cells])


def summaries(person: Hands, folder: Path, readers: str) -> Iterator[str]:
    """The summary for these readers, in every format."""
    person.window.closing(person.workshop.id)
    closing = person.screen(ClosingScreen)
    person.click_text(closing, person.words("closing.export-summary"))
    dialog = person.dialog(ExportDialog)
    for format_ in ("pdf", "docx", "md"):
        yield words_in(person.take(dialog, folder, format=format_, audience=readers))
    person.click(dialog.stop)


def worksheets(person: Hands, folder: Path) -> str:
    """The run sheet with its worksheets."""
    person.window.design(person.workshop.id)
    person.click(person.screen(DesignScreen).sheet_button)
    dialog = person.dialog(ExportDialog)
    found = text_of(person.take(dialog, folder, format="pdf", paper="a4"))
    person.click(dialog.stop)
    return found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_register_from_the_first_key_to_the_papers(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    before, after, papers = (tmp_path / one for one in ("before", "after", "papers"))
    before.mkdir()
    papers.mkdir()
    with at_work(qapp, before, language, "ask-us-first") as person:
        register = person.house.hearth.catalogue.register("asked-about").in_language(language)
        person.keys = 0
        person.say("Permits", "permits@harbour.example")
        person.press(Key.Key_2, CONTROL)
        person.say("Ngozi", "2027-02-15")
        assert person.keys == 5  # a row of five cells
        person.paste_table(
            f"Surveys\tby mail\t{register.options['answer']['one-month']}\nQuays\tin person"
        )
        assert len(person.texts()) == 3
        person.press(Key.Key_Z, CONTROL)
        assert len(person.texts()) == 1
        person.press(Key.Key_Z, CONTROL | SHIFT)
        assert len(person.texts()) == 3
        power_cut(before, after)
    assert library_check.check(after / "library.hearth").sound
    with opened(qapp, after, language=language) as house:
        person = Hands(house, language)
        cockpit = person.enter("ask-us-first")
        # The first cell of the first row is corrected in its place.
        person.press(Key.Key_F6)
        person.press(Key.Key_Home, CONTROL)
        person.press(Key.Key_F2)
        person.press(Key.Key_A, CONTROL)
        person.say("Building permits")
        assert "Building permits" in person.texts()[0]
        cockpit.bottom.line.setFocus()
        person.press(Key.Key_Z, CONTROL)
        assert "Building permits" not in person.texts()[0]
        person.press(Key.Key_Z, CONTROL | SHIFT)
        for text in summaries(person, papers, "community"):
            for said in ("Building permits", "Surveys", register.options["answer"]["one-week"]):
                assert said in text
        sheet = worksheets(person, papers)
        assert register.columns["topic"] in sheet
        assert register.options["answer"]["two-weeks"] in sheet


@pytest.mark.parametrize("language", ["en", "fr"])
def test_stories_from_the_first_key_to_the_papers(
    qapp: QApplication, tmp_path: Path, language: str
) -> None:
    before, after, papers = (tmp_path / one for one in ("before", "after", "papers"))
    before.mkdir()
    papers.mkdir()
    with at_work(qapp, before, language, "what-it-made-possible") as person:
        register = person.house.hearth.catalogue.register("stories").in_language(language)
        person.keys = 0
        person.say(*STORY)
        person.press(Key.Key_3, CONTROL)
        assert person.keys == 8  # a whole story
        person.paste_table(f"{SECRET}\tA whisper\nAnother")
        assert len(person.texts()) == 3
        person.press(Key.Key_Z, CONTROL)
        assert len(person.texts()) == 1
        person.press(Key.Key_Z, CONTROL | SHIFT)
        power_cut(before, after)
    assert library_check.check(after / "library.hearth").sound
    with opened(qapp, after, language=language) as house:
        person = Hands(house, language)
        cockpit = person.enter("what-it-made-possible")
        person.press(Key.Key_F6)
        person.press(Key.Key_Home, CONTROL)
        person.press(Key.Key_Down)
        person.press(Key.Key_F2)
        field = QApplication.focusWidget()
        assert isinstance(field, QPlainTextEdit)
        QTest.keyClick(field, Key.Key_End, CONTROL)
        person.say(" out loud")
        assert "A laugh out loud" in person.texts()[0]
        cockpit.bottom.line.setFocus()
        person.press(Key.Key_Z, CONTROL)
        assert "out loud" not in person.texts()[0]
        for text in summaries(person, papers, "community"):
            assert all(said in text for said in STORY)
            assert SECRET not in text
        for text in summaries(person, papers, "facilitator"):
            assert SECRET in text
        for text in summaries(person, papers, "organization"):
            assert STORY[0] not in text
        assert register.columns["realized"] in worksheets(person, papers)
