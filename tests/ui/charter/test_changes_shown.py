"""What changed since a version: shown word by word, and still written in place."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.charter.clauses import clauses_of, remove_clause, write_clause
from app.charter.versions import agree, record_stances, withdraw
from app.community.holdings import end_holding
from app.library.rows import Holding
from tests.ui.charter.desk import CONTROL, Desk, choose, click
from ui.charter.versions_menu import versions_menu
from ui.parts.clauses.clause_field import ClauseField
from ui.parts.clauses.marked import MarkedClause
from ui.parts.labels import WrapLabel

Key = Qt.Key


def marked(desk: Desk) -> list[MarkedClause]:
    """The clauses shown with their marks, in the order of reading."""
    assert desk.body.page is not None
    found = [one for one in desk.body.page.findChildren(MarkedClause) if one.isVisible()]
    return sorted(found, key=lambda one: one.mapTo(desk.screen, one.rect().topLeft()).y())


def shown(widget: MarkedClause) -> str:
    """Every word on a marked clause, old and new."""
    return "\n".join(label.text() for label in widget.findChildren(WrapLabel))


def versions(desk: Desk, *statuses: str) -> None:
    """More versions after the launch's first, each with another sentence."""
    for number, status in enumerate(statuses, start=2):
        (clause,) = clauses_of(desk.library.reader, desk.community, "purpose")
        write_clause(desk.library, desk.scope, clause, f"{clause.text} Round {number}.")
        version = desk.proposed(f"Reason {number}")
        if status == "agreed":
            record_stances(desk.library, desk.scope, version, {"fine": 9})
            agree(desk.library, desk.scope, version, f"20{number + 30}-01-01")
        elif status == "withdrawn":
            withdraw(desk.library, desk.scope, version)


def test_changes_are_marked_word_by_word(desk: Desk) -> None:
    """Struck and added, in words for whoever does not see colours; and not where nothing is."""
    desk.open("purpose")
    desk.write()
    desk.keys(" And charts.")
    desk.press(Key.Key_F8)
    assert desk.screen.header.changes.isChecked()
    assert desk.screen.header.changes.text() == "Show changes since v1"
    # The clause being written stays as it is; the others are marked.
    assert marked(desk) == []
    desk.leave_field()
    (purpose,) = marked(desk)
    assert shown(purpose).endswith("that day. And charts.")
    assert purpose.accessibleName().endswith("Added: And charts.")
    desk.open("norms")
    (norms,) = marked(desk)
    assert "Added" not in norms.accessibleName()
    click(desk.screen.header.changes)
    assert marked(desk) == []
    assert desk.editor().isVisible()


def test_where_nothing_changed_that_is_said(desk: Desk) -> None:
    """Until something does, or the marks are put away; not where there is something to see."""
    desk.open("purpose")
    nothing = desk.words("charter.no-changes", number=1)
    desk.press(Key.Key_F8)
    assert desk.notice == nothing
    desk.press(Key.Key_F8)
    assert desk.notice == ""
    desk.press(Key.Key_F8)
    assert desk.notice == nothing
    (purpose,) = marked(desk)
    click(purpose)
    desk.keys(" And charts.")
    desk.leave_field()
    assert desk.notice == ""
    desk.press(Key.Key_F8)
    desk.press(Key.Key_F8)
    assert desk.screen.header.changes.isChecked()
    assert desk.notice == ""


def test_a_marked_clause_is_written_by_click_or_key(desk: Desk) -> None:
    """It turns into its editor, and back into marks when it is left."""
    desk.open("purpose")
    click(desk.screen.header.changes)
    (purpose,) = marked(desk)
    click(purpose)
    assert desk.editor().hasFocus()
    assert marked(desk) == []
    desk.press(Key.Key_End, CONTROL)
    desk.keys(" More.")
    desk.leave_field()
    assert desk.text("purpose").endswith(" More.")
    (purpose,) = marked(desk)
    assert purpose.accessibleName().endswith("Added: More.")
    purpose.setFocus()
    desk.press(Key.Key_Return)
    assert desk.editor().hasFocus()


def test_what_was_removed_stands_struck_where_it_stood(desk: Desk) -> None:
    """To be read, not written; a new clause can be begun below."""
    clause = desk.clauses("norms")[0]
    remove_clause(desk.library, desk.scope, clause)
    desk.open("norms")
    assert desk.state("norms") == "edited"
    assert marked(desk) == []
    desk.press(Key.Key_F8)
    (gone,) = marked(desk)
    assert "Removed: " in gone.accessibleName()
    assert gone.focusPolicy() == Qt.FocusPolicy.NoFocus
    click(gone)
    assert gone.isVisible()
    assert isinstance(desk.field(), ClauseField)
    assert desk.field().clause is None


def test_states_of_the_sections(desk: Desk) -> None:
    """Kept, edited, how many are new, empty, how many roles are open."""
    assert desk.state("purpose") == "✓"
    assert desk.state("roles") == "✓"
    (held,) = desk.library.reader.rows(Holding, community=desk.community, role="coordinator")
    end_holding(desk.library, held.id, date.fromisoformat(held.starts))
    desk.clock.go_on(24 * 60)
    desk.open("roles")
    assert desk.state("roles") == "1 vacant"
    desk.open("norms")
    desk.write()
    desk.keys("\nWe begin on time.\nWe end on time.")
    desk.rest()
    assert desk.state("norms") == "2 new"
    desk.open("domain")
    desk.write()
    desk.keys(" More.")
    desk.rest()
    assert desk.state("domain") == "edited"
    assert desk.screen.header.title_text == "Charter · draft of version 2"
    desk.press(Key.Key_Z, CONTROL)
    desk.rest()
    assert desk.state("domain") == "✓"


def test_any_version_is_read(desk: Desk) -> None:
    """As it was, nothing to be written; the filled button leads back to the draft."""
    versions(desk, "agreed", "withdrawn", "agreed")
    screen = desk.screen
    assert screen.header.title_text == "Charter · version 4"
    menu = versions_menu(
        screen,
        screen.world,
        screen.view,
        screen.read_version,
        screen.compare_with,
        screen.compare_two,
    )
    named = [one.text() for one in menu.actions() if one.text() and one.menu() is None]
    assert named == [
        "The draft",
        "Version 4 · agreed 12 Nov 2025",
        "Version 3 · 12 Nov 2025, set aside",
        "Version 2 · 12 Nov 2025, replaced since",
        "Version 1 · 12 Nov 2025, replaced since",
        "Compare two versions…",
    ]
    choose(menu, "Version 2")
    desk.open("purpose")
    assert screen.header.title_text == "Charter · version 2"
    (purpose,) = marked(desk)
    assert shown(purpose).endswith("Round 2.")
    assert desk.body.page is not None
    assert desk.body.page.fields == []
    assert not desk.body.sections.add_button.isVisible()
    assert desk.body.agreement_card.title.text() == "Agreement on version 2"
    assert screen.header.main.text() == "Back to the draft"
    click(screen.header.main)
    assert screen.header.title_text == "Charter · version 4"
    assert desk.editor().isVisible()


def test_two_versions_are_compared(desk: Desk) -> None:
    """One that is read with any before it; the draft with any."""
    versions(desk, "agreed", "agreed")
    screen = desk.screen
    screen.read_version(desk.versions()[0])
    desk.open("purpose")
    assert screen.header.changes.text() == "Show changes since v2"
    menu = versions_menu(
        screen,
        screen.world,
        screen.view,
        screen.read_version,
        screen.compare_with,
        screen.compare_two,
    )
    inner = next(one.menu() for one in menu.actions() if one.menu() is not None)
    assert isinstance(inner, QMenu)
    assert [one.text()[:9] for one in inner.actions()] == ["Version 2", "Version 1"]
    choose(inner, "Version 1")
    assert screen.header.changes.text() == "Show changes since v1"
    (purpose,) = marked(desk)
    assert purpose.accessibleName().endswith("Added: Round 2. Round 3.")
    desk.press(Key.Key_F8)
    (purpose,) = marked(desk)
    assert "Added" not in purpose.accessibleName()
