"""What leaves the house: charter, summary and run sheet through the dialog, for whom one says."""

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.exchange.sample import Sample
from app.library.rows import Note
from app.resources import resources_folder
from tests.faults.places import small_disk
from tests.faults.test_library_disk import fill
from tests.journeys.person import CONTROL, Person, settle, wait_for
from tests.played import import_played_sample
from tests.ui.opened import opened
from ui.charter.charter_screen import CharterScreen
from ui.closing.closing_screen import ClosingScreen
from ui.design.design_screen import DesignScreen
from ui.exporting.export_dialog import ExportDialog

Key = Qt.Key


class Leaver(Person):
    """Somebody who takes papers home from a launch that is over."""

    sample: Sample
    folder: Path

    def ask(self, document: str) -> ExportDialog:
        """Come to the export of a document as one does."""
        go = self.window
        if document == "charter":
            go.charter(self.sample.community.id)
            self.screen(CharterScreen)
            self.press(Key.Key_P, CONTROL)
        elif document == "summary":
            go.closing(self.sample.workshop.id)
            closing = self.screen(ClosingScreen)
            self.click_text(closing, self.words("closing.export-summary"))
        else:
            go.design(self.sample.workshop.id)
            self.click(self.screen(DesignScreen).sheet_button)
        return self.dialog(ExportDialog)

    def take(self, dialog: ExportDialog, name: str, **wanted: str) -> Path:
        """Answer the dialog and save; gives the file."""
        for key, value in wanted.items():
            self.fill(dialog.form, key, value)
        self.house.answers.path = self.folder / name
        self.click(dialog.save)
        wait_for(dialog.said.isVisible)
        return self.folder / name


@pytest.fixture(params=["en", "fr"])
def leaver(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Leaver]:
    """Somebody at the sample launch, played to its end, in a window of each language."""
    language = str(request.param)
    with opened(qapp, tmp_path, language=language) as house:
        person = Leaver(house, language)
        hearth = house.hearth
        person.sample = import_played_sample(hearth.library, hearth.catalogue, resources_folder())
        person.folder = tmp_path / "papers"
        person.folder.mkdir()
        yield person


def text_of(path: Path) -> str:
    """A PDF's words as poppler reads them."""
    done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


def test_the_charter_in_every_format_and_both_languages(leaver: Leaver) -> None:
    clause = "Together we make sure that the maps and data others build on can be trusted"
    for language, word in (("en", "Charter"), ("fr", "Charte")):
        dialog = leaver.ask("charter")
        pdf = leaver.take(dialog, f"{language}.pdf", format="pdf", language=language, paper="a4")
        said = leaver.words("exporting.done", path=str(pdf))
        assert dialog.said.text().startswith(said)
        reader = pypdf.PdfReader(pdf)
        assert reader.trailer["/Root"]["/Lang"] == language  # type: ignore[index]
        assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842]
        assert clause in text_of(pdf)
        word_file = leaver.take(dialog, f"{language}.docx", format="docx")
        paragraphs = [
            one.text for one in docx.Document(io.BytesIO(word_file.read_bytes())).paragraphs
        ]
        assert any(clause in text for text in paragraphs)
        plain = leaver.take(dialog, f"{language}.md", format="md").read_text(encoding="utf-8")
        assert clause in plain
        assert word in plain
        leaver.click(dialog.stop)
        assert not dialog.isVisible()
    assert len(list(leaver.folder.iterdir())) == 6


def test_a_summary_holds_what_its_readers_may_read(leaver: Leaver) -> None:
    """What the facilitator keeps for themselves is in their own summary, and in no other."""
    library, reader = leaver.house.hearth.library, leaver.house.hearth.library.reader
    note = reader.rows(Note, workshop=leaver.sample.workshop.id)[0]
    with library.change("note-edit") as writer:
        writer.change(note, audience="facilitator", text="For nobody else to read")
    dialog = leaver.ask("summary")
    theirs = text_of(leaver.take(dialog, "theirs.pdf", audience="organization"))
    left_out = dialog.left_out.text()
    assert not left_out.startswith(leaver.words("exporting.nothing-left-out"))
    ours = text_of(leaver.take(dialog, "ours.pdf", audience="facilitator"))
    assert dialog.left_out.text().startswith(leaver.words("exporting.nothing-left-out"))
    assert "For nobody else to read" in ours
    assert "For nobody else to read" not in theirs
    assert len(theirs) < len(ours)


def test_the_run_sheet_for_the_day_the_laptop_stays_behind(leaver: Leaver) -> None:
    dialog = leaver.ask("run-sheet")
    text = text_of(leaver.take(dialog, "sheet.pdf", language="fr"))
    assert "Qu’espérez-vous, et qu’est-ce qui vous inquiète" in text
    assert "9 h 10" in text.replace("\u00a0", " ").replace("\u202f", " ")


def test_stopped_halfway_nothing_is_left(leaver: Leaver) -> None:
    dialog = leaver.ask("run-sheet")
    leaver.house.answers.path = leaver.folder / "never.pdf"
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)
    wait_for(dialog.said.isVisible)
    assert dialog.said.text() == leaver.words("exporting.stopped")
    assert list(leaver.folder.iterdir()) == []
    assert dialog.save.isEnabled()
    assert leaver.take(dialog, "after-all.pdf").stat().st_size > 10_000


def test_closing_the_dialog_stops_the_work(leaver: Leaver) -> None:
    dialog = leaver.ask("run-sheet")
    leaver.house.answers.path = leaver.folder / "never.pdf"
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle()
    assert not dialog.isVisible()
    assert list(leaver.folder.iterdir()) == []


def test_changing_ones_mind_writes_nothing(leaver: Leaver) -> None:
    dialog = leaver.ask("charter")
    leaver.house.answers.path = None
    leaver.click(dialog.save)
    assert dialog.isVisible()
    assert not dialog.said.isVisible()
    assert list(leaver.folder.iterdir()) == []


def test_a_full_disk_is_said_and_the_old_file_stays(leaver: Leaver, tmp_path: Path) -> None:
    with small_disk(tmp_path / "stick", 1) as stick:
        leaver.folder = stick
        dialog = leaver.ask("charter")
        before = leaver.take(dialog, "charter.md", format="md").read_bytes()
        fill(stick / "filler")
        after = leaver.take(dialog, "charter.md", audience="facilitator")
        said = leaver.words("trouble.export-disk-full", path=str(after))
        assert dialog.said.text() == said
        assert after.read_bytes() == before
        assert sorted(one.name for one in stick.iterdir()) == ["charter.md", "filler"]
        (stick / "filler").unlink()
        done = leaver.take(dialog, "charter.md")
        assert dialog.said.text().startswith(leaver.words("exporting.done", path=str(done)))


def test_a_place_that_is_not_there_is_said(leaver: Leaver) -> None:
    leaver.folder = leaver.folder / "gone"
    dialog = leaver.ask("charter")
    path = leaver.take(dialog, "charter.pdf")
    assert dialog.said.text() == leaver.words("trouble.export-no-such-place", path=str(path))


def test_the_whole_library_to_another_drive(leaver: Leaver) -> None:
    """One file that another laptop opens."""
    copy = leaver.folder / "copy.hearth"
    leaver.house.answers.path = copy
    leaver.window.closing(leaver.sample.workshop.id)
    closing = leaver.screen(ClosingScreen)
    leaver.click_text(closing, leaver.words("closing.save-copy"))
    assert leaver.says() == leaver.words("parts.copied", path=str(copy))
    there = leaver.folder / "another laptop"
    there.mkdir()
    copy.rename(there / "library.hearth")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    with opened(application, there) as house:
        house.hearth.window.community(leaver.sample.community.id)
        assert house.hearth.window.windowTitle().startswith(leaver.sample.community.name)
