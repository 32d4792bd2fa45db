"""The export dialog: what it offers, what it says is left out, before anything is written."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.charter.clauses import add_clause
from app.charter.versions import propose, record_stances, versions_of, withdraw
from app.community.communities import CommunityFields, create_community
from app.library.deleting import delete
from app.library.journal import Scope
from app.library.rows import Block, Clause, Note, Outcome
from exports.registry import DOCUMENTS, FORMATS, SPREADSHEET
from exports.request import ExportRequest
from tests.ui.exporting.desk import Desk
from tests.ui.fitting import misfits
from tests.ui.played import the_community, the_workshop
from ui.exporting.export_dialog import ExportDialog
from ui.kind_tables import make_reports


def offered(desk: Desk, dialog: ExportDialog, key: str) -> list[str]:
    """The words of a field's choices."""
    field = desk.field(dialog, key)
    return [field.itemText(at) for at in range(field.count())]


def mark(desk: Desk, kind: type[Block] | type[Note] | type[Outcome], audience: str) -> None:
    """Mark everything of a kind for an audience."""
    with desk.library.change("test") as writer:
        for row in writer.rows(kind):
            writer.change(row, audience=audience)


def test_it_begins_with_what_is_usual(desk: Desk) -> None:
    """PDF, the workshop's language, the paper of the settings, the community; a run sheet for the
    facilitator."""
    request = desk.ask("summary").request()
    assert (request.format, request.paper, request.audience) == ("pdf", "letter", "community")
    assert desk.ask("run-sheet").request().audience == "facilitator"
    charter = desk.ask("charter")
    assert charter.request().version == 1
    assert charter.form.text("language") == "en"


@pytest.mark.parametrize("document", ["charter", "summary", "run-sheet"])
def test_every_document_is_offered_in_every_format(desk: Desk, document: str) -> None:
    """For the readers it is usually for."""
    dialog = desk.ask(document)
    assert len(offered(desk, dialog, "format")) == len(FORMATS)
    assert dialog.request().audience == DOCUMENTS[document].audience


@pytest.mark.parametrize("document", ["gatherings", "outcomes", "roles"])
def test_tables_of_data_are_offered_as_a_spreadsheet_too(desk: Desk, document: str) -> None:
    """It has sheets and no paper to choose."""
    other = desk.ask("charter")
    other.reject()
    wanted = ExportRequest(document=document, subject=the_community(desk.house).id)
    reports = make_reports(other.world.catalogue)
    ExportDialog(other.world, reports, wanted, desk.house.hearth.window).open()
    dialog = desk.asked()
    assert len(offered(desk, dialog, "format")) == len(FORMATS) + 1
    desk.choose(dialog, format=SPREADSHEET.id)
    assert dialog.request().format == SPREADSHEET.id
    assert dialog.file_name().endswith(".xlsx")
    assert not desk.field(dialog, "paper").isEnabled()


def test_a_version_that_is_taken_back_meanwhile_is_told(desk: Desk, tmp_path: Path) -> None:
    """In one sentence, whatever is pressed; nothing is written."""
    dialog = desk.ask("charter")
    library, scope = desk.library, Scope(the_community(desk.house).id)
    for version in versions_of(library.reader, str(scope.community)):
        delete(library, "test", scope, version)
    said = dialog.world.words("trouble.export-gone")
    desk.choose(dialog, audience="room")
    assert dialog.said.text() == said
    dialog.save.click()
    assert dialog.said.text() == said
    dialog.write_to(tmp_path / "charter.md")
    desk.qtbot.waitUntil(dialog.save.isEnabled)
    assert dialog.said.text() == said
    assert list(tmp_path.glob("charter*")) == []


def test_what_is_left_out_is_named(desk: Desk) -> None:
    """Blocks by their titles, the rest counted; for the facilitator nothing is."""
    mark(desk, Note, "room")
    mark(desk, Block, "room")
    mark(desk, Outcome, "community")
    dialog = desk.ask("summary")
    desk.choose(dialog, audience="community")
    said = dialog.left_out.text().split("\n")
    assert said[0] == "Left out for these readers:"
    assert said[1].startswith("11 blocks: ")
    assert said[1].endswith(", and 5 more")
    assert "Hopes and fears" in said[1]
    assert said[2].endswith(" notes")
    assert said[3:] == ["Your own notes, and what people said in private, are in no document."]
    desk.choose(dialog, audience="organization")
    said = dialog.left_out.text().split("\n")
    decisions = desk.library.reader.rows(Outcome, form="decision")
    assert said[3] == f"{len(decisions)} decisions"
    assert said[4].endswith(" actions, with who does them and by when")
    assert said[5].endswith(" parked items")
    desk.choose(dialog, audience="room")
    assert dialog.left_out.text().startswith("Nothing is left out")
    desk.choose(dialog, audience="facilitator")
    assert dialog.left_out.text().startswith("Nothing is left out")


def test_a_charter_says_what_of_the_chosen_version_is_left_out(desk: Desk) -> None:
    """By its sections: what the draft has become since is another matter."""
    library, community = desk.library, the_community(desk.house)
    scope = Scope(community.id)
    with library.change("test") as writer:
        for clause in writer.rows(Clause, section="purpose"):
            writer.change(clause, audience="room")
    dialog = desk.ask("charter")
    assert dialog.left_out.text().startswith("Nothing is left out")
    desk.choose(dialog, version="0")
    assert dialog.left_out.text().split("\n")[:2] == [
        "Left out for these readers:",
        "1 clause: Purpose",
    ]
    dialog.reject()
    propose(library, scope, date="2026-02-01", language="en", reason="Shorter")
    dialog = desk.ask("charter")
    assert dialog.request().version == 2
    assert "1 clause: Purpose" in dialog.left_out.text()
    desk.choose(dialog, audience="room")
    assert dialog.left_out.text().startswith("Nothing is left out")


def test_a_charter_that_hides_what_was_agreed_hides_the_counts(desk: Desk) -> None:
    """And says so."""
    library, community = desk.library, the_community(desk.house)
    scope = Scope(community.id)
    with library.change("test") as writer:
        for clause in writer.rows(Clause, section="agreement"):
            writer.change(clause, audience="room")
    version = propose(library, scope, date="2026-02-01", language="en", reason="Shorter")
    record_stances(library, scope, version, {"wholehearted": 3})
    dialog = desk.ask("charter")
    assert dialog.request().version == version.number
    assert "people’s positions on it, and their reservations" in dialog.left_out.text()
    desk.choose(dialog, audience="facilitator")
    assert "people’s positions" not in dialog.left_out.text()


def test_every_version_is_offered_and_the_draft(desk: Desk) -> None:
    """The latest first; one that was set aside is not what it begins with."""
    library, community = desk.library, the_community(desk.house)
    scope = Scope(community.id)
    add_clause(library, scope, "norms", "We say so when we do not know.")
    version = propose(library, scope, date="2026-02-01", language="fr", reason="Norms")
    withdraw(library, scope, version)
    assert [one.number for one in versions_of(library.reader, community.id)] == [2, 1]
    dialog = desk.ask("charter")
    assert offered(desk, dialog, "version") == [
        "Version 2 · 1 Feb 2026, set aside",
        "Version 1 · agreed 15 Jan 2026",
        "The draft, as it stands today",
    ]
    assert dialog.request().version == 1


def test_a_charter_that_is_only_a_draft_is_exported_as_one(desk: Desk) -> None:
    """Before anybody was asked."""
    community = create_community(desk.library, CommunityFields(name="Young"))
    add_clause(desk.library, Scope(community.id), "purpose", "To learn together.")
    desk.ask_charter(community.id)
    dialog = desk.asked()
    assert offered(desk, dialog, "version") == ["The draft, as it stands today"]
    assert dialog.request().version == 0
    assert "draft" in dialog.named.text()
    desk.choose(dialog, format="md")
    assert "To learn together." in desk.take(dialog, "draft.md").read_text(encoding="utf-8")


def test_a_run_sheet_for_others_is_the_day_alone(desk: Desk) -> None:
    """Which is said; the facilitator's holds all."""
    dialog = desk.ask("run-sheet")
    assert dialog.left_out.text().startswith("Nothing is left out")
    desk.choose(dialog, audience="organization")
    said = dialog.left_out.text().split("\n")
    assert said[1].startswith("what to say, the steps and the worksheets")
    assert "blocks: " in said[2]


def test_the_file_is_named_before_it_is_saved(desk: Desk) -> None:
    """In the document's language, with the ending of its format; the name is then offered."""
    dialog = desk.ask("charter")
    assert dialog.named.text() == "File name: Spatial Data Stewards · Charter v1.pdf"
    desk.choose(dialog, format="docx", language="fr", version="0")
    assert dialog.named.text() == "File name: Spatial Data Stewards · Charte, ébauche.docx"
    QTest.mouseClick(dialog.save, Qt.MouseButton.LeftButton)
    assert desk.house.answers.asked[-1] == "Spatial Data Stewards · Charte, ébauche.docx"
    assert not dialog.said.isVisible()
    assert list(desk.folder.iterdir()) == []


def test_a_name_no_disk_takes_is_made_one(desk: Desk) -> None:
    """Slashes, colons and lines of a title do not get into a file's name."""
    with desk.library.change("test") as writer:
        writer.change(the_workshop(desk.house), title='Launch: "here/there" <b>\\ *?')
    dialog = desk.ask("summary")
    name = dialog.named.text().removeprefix("File name: ")
    assert not set(name) & set('/\\:*?"<>|')


def test_plain_text_has_no_paper(desk: Desk) -> None:
    """Its field waits until there are pages again."""
    dialog = desk.ask("summary")
    paper = desk.field(dialog, "paper")
    assert paper.isEnabled()
    desk.choose(dialog, format="md")
    assert not paper.isEnabled()
    desk.choose(dialog, format="docx")
    assert paper.isEnabled()


@pytest.mark.parametrize("document", ["charter", "summary", "run-sheet"])
def test_it_can_be_walked_by_keys_and_left_by_escape(desk: Desk, document: str) -> None:
    """Tab through its fields; Escape closes it, and nothing is written."""
    dialog = desk.ask(document)
    first = dialog.form.field_widget("format")
    first.setFocus()
    for _ in range(8):
        if dialog.focusWidget() is dialog.save:
            break
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.save
    assert misfits(dialog) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert list(desk.folder.iterdir()) == []
