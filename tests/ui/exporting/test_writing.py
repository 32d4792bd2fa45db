"""Exports written from the window: whole, or not at all; stopped, refused, and what is said."""

import errno
import io
import itertools
import os
from pathlib import Path
from threading import Event

import docx
import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.library.rows import Block, Note, Run
from app.library.trouble import Trouble
from app.workshop.outcomes import catch
from exports.page import Page
from exports.request import ExportRequest
from exports.writers.result import IsCancelled, Progress, WriterResult
from tests.ui.exporting.desk import Desk
from tests.ui.played import the_community, the_workshop
from ui.exporting import export_dialog
from ui.exporting.export_dialog import ExportDialog
from ui.kind_tables import make_reports


def left(desk: Desk) -> list[str]:
    """What lies in the folder, hidden files too."""
    return sorted(os.listdir(desk.folder))


def words_of(path: Path) -> str:
    """What a file says."""
    if path.suffix == ".md":
        return path.read_text(encoding="utf-8")
    if path.suffix == ".docx":
        document = docx.Document(io.BytesIO(path.read_bytes()))
        cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        return "\n".join([*(one.text for one in document.paragraphs), *cells])
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


@pytest.mark.parametrize(
    ("ending", "language"), list(itertools.product(("pdf", "docx", "md"), ("en", "fr")))
)
def test_every_format_in_every_language(desk: Desk, ending: str, language: str) -> None:
    """The summary, for those who were there; it says where it is."""
    dialog = desk.ask("summary")
    desk.choose(dialog, format=ending, language=language, audience="room", paper="a4")
    path = desk.take(dialog, f"summary.{ending}")
    assert dialog.said.text() == f"The file is in {path}."
    said = " ".join(words_of(path).split())
    assert "No monthly report" in said
    assert ("15 January 2026" if language == "en" else "15 janvier 2026") in said
    assert left(desk) == [path.name]
    assert dialog.save.isEnabled()
    assert dialog.stop.text() == "Close"


@pytest.mark.parametrize("audience", ["facilitator", "room", "community", "organization"])
def test_each_audience_reads_what_is_marked_for_it_or_wider(desk: Desk, audience: str) -> None:
    """And nothing narrower."""
    marks = ("facilitator", "room", "community", "organization")
    with desk.library.change("test") as writer:
        run = writer.rows(Note)[0].run
        notes = writer.rows(Note, run=run)[: len(marks)]
        for note, mark in zip(notes, marks, strict=False):
            writer.change(note, text=f"for-{mark}", audience=mark)
        block = writer.row(Block, writer.row(Run, run or "").block)
        writer.change(block, audience="organization")
    dialog = desk.ask("summary")
    desk.choose(dialog, format="md", audience=audience)
    said = words_of(desk.take(dialog, "summary.md"))
    wanted = marks[marks.index(audience) :]
    assert [mark for mark in marks if f"for-{mark}" in said] == list(wanted)[: len(notes)]


def test_progress_is_shown_and_ends(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is at work nothing can be changed, and the other button stops it."""
    go_on, seen = Event(), list[int]()

    def write(
        page: Page, request: ExportRequest, fonts: Path, progress: Progress, asked: IsCancelled
    ) -> WriterResult:
        progress(0.25)
        go_on.wait(10)
        progress(1.0)
        return WriterResult(b"whole")

    monkeypatch.setattr(export_dialog, "write_page", write)
    dialog = desk.ask("summary")
    dialog.progress.valueChanged.connect(seen.append)
    desk.house.answers.path = desk.folder / "slow.pdf"
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: 250 in seen)
    assert dialog.progress.isVisible()
    assert dialog.stop.text() == "Stop"
    assert not dialog.save.isEnabled()
    assert not dialog.form.isEnabled()
    assert left(desk) == []
    go_on.set()
    desk.qtbot.waitUntil(dialog.said.isVisible)
    assert not dialog.progress.isVisible()
    assert (desk.folder / "slow.pdf").read_bytes() == b"whole"
    assert dialog.form.isEnabled()


def test_stopped_nothing_is_left_and_what_was_there_still_is(desk: Desk) -> None:
    """Also at the very end, before the file takes its name."""
    old = desk.folder / "sheet.pdf"
    old.write_bytes(b"old")
    dialog = desk.ask("run-sheet")
    desk.house.answers.path = old
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(dialog.said.isVisible)
    assert dialog.said.text() == "Stopped. Nothing was written."
    assert old.read_bytes() == b"old"
    assert left(desk) == ["sheet.pdf"]
    desk.take(dialog, "sheet.pdf")
    assert old.read_bytes().startswith(b"%PDF")


def test_closed_while_it_works_it_stops(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Escape is enough; nothing is left."""

    def write(
        page: Page, request: ExportRequest, fonts: Path, progress: Progress, asked: IsCancelled
    ) -> WriterResult:
        while not asked():
            progress(0.5)
        return WriterResult(b"too late")

    monkeypatch.setattr(export_dialog, "write_page", write)
    dialog = desk.ask("summary")
    desk.house.answers.path = desk.folder / "never.pdf"
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert left(desk) == []


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "cannot be written there"),
        (errno.EIO, "did not take"),
    ],
)
def test_a_disk_that_refuses_gets_a_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, cause: int, said: str
) -> None:
    """Nothing half written, what was there before untouched; and again when there is room."""
    (desk.folder / "charter.pdf").write_bytes(b"old")

    def refuse(handle: int) -> None:
        raise OSError(cause, os.strerror(cause))

    dialog = desk.ask("charter")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        desk.take(dialog, "charter.pdf")
    assert said in dialog.said.text()
    assert str(desk.folder / "charter.pdf") in dialog.said.text()
    assert left(desk) == ["charter.pdf"]
    assert (desk.folder / "charter.pdf").read_bytes() == b"old"
    desk.take(dialog, "charter.pdf")
    assert (desk.folder / "charter.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("document", "ending"),
    [
        ("outcomes", "xlsx"),
        ("roles", "xlsx"),
        ("gatherings", "xlsx"),
        ("legacy-page", "docx"),
        ("our-years", "pdf"),
        ("portfolio", "pdf"),
        ("portfolio-conversation", "docx"),
    ],
)
@pytest.mark.parametrize("cause", [errno.ENOSPC, errno.EROFS])
def test_a_full_disk_takes_no_part_of_any_document(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, document: str, ending: str, cause: int
) -> None:
    """Workbooks too; one sentence, what was there stays, and again when there is room."""

    def refuse(*_: object) -> None:
        raise OSError(cause, os.strerror(cause))

    target, window = desk.folder / f"paper.{ending}", desk.house.hearth.window
    target.write_bytes(b"old")
    window.community(the_community(desk.house).id)
    world, page = window.world, window.screen_shown
    assert world is not None
    assert page is not None
    wanted = ExportRequest(document=document, subject=the_community(desk.house).id)
    ExportDialog(world, make_reports(world.catalogue), wanted, page).open()
    dialog = desk.asked()
    desk.choose(dialog, format=ending)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", refuse)
        desk.take(dialog, target.name)
    assert dialog.said.text().count(str(target)) == 1
    assert (left(desk), target.read_bytes()) == ([target.name], b"old")
    desk.take(dialog, target.name)
    assert target.read_bytes()[:2] == (b"%P" if ending == "pdf" else b"PK")


@pytest.mark.parametrize(
    ("name", "said"),
    [("gone/charter.pdf", "is not there any more"), ("a folder.pdf", "is a folder")],
)
def test_a_place_that_is_none_gets_a_sentence(desk: Desk, name: str, said: str) -> None:
    """A drive pulled out, a folder of that name."""
    (desk.folder / "a folder.pdf").mkdir()
    dialog = desk.ask("charter")
    desk.take(dialog, name)
    assert said in dialog.said.text()
    assert left(desk) == ["a folder.pdf"]


def test_the_library_itself_is_never_written_over(desk: Desk) -> None:
    """Whatever it is called: by a link, by a second name; nor is its log."""
    library = desk.library.path
    (desk.folder / "link.pdf").symlink_to(library)
    (desk.folder / "log.pdf").symlink_to(library.with_name(library.name + "-wal"))
    os.link(library, desk.folder / "second.pdf")
    before = library.read_bytes()
    dialog = desk.ask("charter")
    for name in ("link.pdf", "log.pdf", "second.pdf"):
        desk.take(dialog, name)
        assert "is your library, or one of its own files" in dialog.said.text()
        assert str(desk.folder / name) in dialog.said.text()
    assert library.read_bytes() == before
    assert left(desk) == ["link.pdf", "log.pdf", "second.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_what_is_for_the_facilitator_is_their_own_to_read(desk: Desk) -> None:
    desk.take(desk.ask("run-sheet"), "run-sheet.pdf")
    desk.take(desk.ask("charter"), "charter.pdf")
    assert (desk.folder / "run-sheet.pdf").stat().st_mode & 0o777 == 0o600
    (desk.folder / "other").touch()
    assert (desk.folder / "charter.pdf").stat().st_mode == (desk.folder / "other").stat().st_mode


def test_a_library_that_cannot_be_read_gets_its_sentence(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when its drive has gone."""
    dialog = desk.ask("charter")

    def gone() -> None:
        raise Trouble("disk-trouble", path="library.hearth")

    monkeypatch.setattr(desk.library, "snapshot", gone)
    desk.take(dialog, "charter.pdf")
    assert "library.hearth" in dialog.said.text()
    assert left(desk) == []


def test_a_sign_no_font_has_is_printed_as_its_code_and_said(desk: Desk) -> None:
    """So that nobody finds an empty box later."""
    workshop = the_workshop(desk.house)
    catch(desk.library, workshop, "decision", "We use \ue0fe and \ue0ff\u0007")
    dialog = desk.ask("summary")
    path = desk.take(dialog, "summary.pdf")
    said = dialog.said.text()
    assert "No font on this computer has \ue0fe \ue0ff" in said
    assert "control characters were left out" in said
    assert "U+E0FE" in words_of(path)


def test_a_bug_is_reported_and_the_dialog_goes_on(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It reaches whoever reports bugs, in the window's own thread; nothing is left."""

    def broken(*_: object) -> WriterResult:
        raise ZeroDivisionError("a bug")

    dialog = desk.ask("charter")
    desk.house.answers.path = desk.folder / "charter.pdf"
    with monkeypatch.context() as patch, desk.qtbot.captureExceptions() as met:
        patch.setattr(export_dialog, "write_page", broken)
        QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
        desk.qtbot.waitUntil(lambda: bool(met))
    assert met[0][0] is ZeroDivisionError
    assert left(desk) == []
    assert dialog.save.isEnabled()
    assert isinstance(dialog, ExportDialog)
    assert desk.take(dialog, "charter.pdf").exists()


def test_exporting_changes_nothing(desk: Desk) -> None:
    """Not a row, not a change to undo."""
    changes = "SELECT count(*) FROM change"
    before = desk.library.reader.number(changes)
    for document in ("charter", "summary", "run-sheet"):
        dialog = desk.ask(document)
        desk.choose(dialog, format="md")
        desk.take(dialog, f"{document}.md")
        dialog.reject()
    assert desk.library.reader.number(changes) == before
