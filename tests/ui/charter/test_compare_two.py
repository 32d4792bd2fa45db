"""Any two versions beside each other in a window of their own, by keyboard and by mouse."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.charter.clauses import add_clause, clauses_of, write_clause
from app.charter.versions import agree, record_stances
from tests.ui.charter.desk import CONTROL, SHIFT, Desk, choose, click
from tests.ui.fitting import settle
from ui.charter.compare_dialog import CompareDialog
from ui.charter.versions_menu import versions_menu
from ui.exporting.export_dialog import ExportDialog
from ui.parts.clauses.marked import MarkedClause

Key = Qt.Key


def second_version(desk: Desk) -> None:
    """A second version agreed to, with a sentence more."""
    (clause,) = clauses_of(desk.library.reader, desk.community, "purpose")
    write_clause(desk.library, desk.scope, clause, f"{clause.text} And charts.")
    version = desk.proposed("Charts")
    record_stances(desk.library, desk.scope, version, {"fine": 9})
    agree(desk.library, desk.scope, version, "2032-01-01")


def another_version(desk: Desk) -> None:
    """A second version agreed to; then a draft that says more again."""
    second_version(desk)
    add_clause(desk.library, desk.scope, "Our garden", "Whoever waters it says so.")
    settle()


def opened_dialog(desk: Desk) -> CompareDialog:
    """The window that compares."""
    (found,) = [one for one in desk.screen.findChildren(CompareDialog) if one.isVisible()]
    return found


def sides(dialog: CompareDialog) -> tuple[str, str]:
    """The numbers of the two sides."""
    return dialog.form.text("before"), dialog.form.text("now")


def test_any_two_are_compared_by_keys(desk: Desk) -> None:
    """The draft with the latest first; then the first version with the second, and around."""
    another_version(desk)
    desk.press(Key.Key_F8, SHIFT)
    dialog = opened_dialog(desk)
    assert sides(dialog) == ("2", "0")
    assert dialog.told.text() == "Our garden: new."
    assert len(dialog.findChildren(MarkedClause)) == 1
    desk.press(Key.Key_Down)  # from version 2 to version 1
    assert sides(dialog) == ("1", "0")
    assert dialog.told.text() == "Purpose: 1 line changed.\nOur garden: new."
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Down)
    assert sides(dialog) == ("1", "2")
    assert dialog.told.text() == "Purpose: 1 line changed."
    desk.press(Key.Key_R, CONTROL)
    assert sides(dialog) == ("2", "1")
    assert dialog.told.text() == "Purpose: 1 line changed."
    desk.press(Key.Key_Escape)
    assert not desk.screen.findChildren(CompareDialog)


def test_the_same_says_so(desk: Desk) -> None:
    """And there is no legend for marks that are not there."""
    desk.press(Key.Key_F8, SHIFT)
    dialog = opened_dialog(desk)
    assert dialog.told.text() == "Nothing changed."
    assert not dialog.legend.isVisible()


def test_the_comparison_is_exported_as_it_is_shown(desk: Desk) -> None:
    """From the menu of the versions, the export asks for the same two."""
    another_version(desk)
    screen = desk.screen
    menu = versions_menu(
        screen,
        screen.world,
        screen.view,
        screen.read_version,
        screen.compare_with,
        screen.compare_two,
    )
    choose(menu, "Compare two versions")
    dialog = opened_dialog(desk)
    click(dialog.swap)
    click(dialog.export_button)
    (asking,) = [one for one in dialog.findChildren(ExportDialog) if one.isVisible()]
    request = asking.request()
    assert (request.document, request.version, request.against) == ("charter-changes", 2, 0)
    QApplication.closeAllWindows()


def test_where_the_draft_says_nothing_new_the_two_latest_are_compared(desk: Desk) -> None:
    """Rather than a draft with the version that it is."""
    second_version(desk)
    settle()
    desk.press(Key.Key_F8, SHIFT)
    dialog = opened_dialog(desk)
    assert sides(dialog) == ("1", "2")
    click(dialog.close_button)
    assert not desk.screen.findChildren(CompareDialog)
