"""Two wordings stand side by side on the page until one is chosen, under the hands."""

from PySide6.QtCore import Qt

from tests.ui.charter.desk import CONTROL, SHIFT, Desk, click
from tests.ui.fitting import settle
from ui.parts.clauses.clause_field import ClauseField
from ui.parts.clauses.wordings_row import WordingsRow

Key = Qt.Key
ANOTHER = (Key.Key_O, CONTROL | SHIFT)
CHOOSE = (Key.Key_Y, CONTROL | SHIFT)


def row(desk: Desk) -> WordingsRow:
    """The row of wordings on the page."""
    (found,) = [one for one in desk.screen.findChildren(WordingsRow) if one.isVisible()]
    return found


def offered(field: ClauseField) -> bool:
    """Whether the menu of a clause offers to choose it."""
    return next(one for one in field.menu().actions() if one.objectName() == "choose").isEnabled()


def test_a_wording_is_begun_and_chosen(desk: Desk) -> None:
    """By keys; it stands beside the first, both are written in; the sources of both are kept."""
    desk.open("purpose")
    before, sources = desk.text("purpose"), desk.sources("purpose")
    desk.write()
    desk.press(*ANOTHER)
    assert len(desk.clauses("purpose")) == 2
    assert desk.editor(1).hasFocus()
    shown = row(desk)
    assert shown.said.text() == "2 wordings of the same thing, until one is chosen"
    assert shown.fields == tuple(desk.body.page.fields if desk.body.page else ())
    left, right = (one.mapTo(desk.screen, one.rect().topLeft()) for one in shown.fields)
    assert left.x() < right.x() or left.y() < right.y()
    desk.keys(" Also on bad days.")
    desk.rest()
    assert row(desk) is shown
    assert [one.text for one in desk.clauses("purpose")] == [before, f"{before} Also on bad days."]
    desk.press(*CHOOSE)
    assert desk.text("purpose") == f"{before} Also on bad days."
    assert len(desk.clauses("purpose")) == 1
    assert sorted(desk.sources("purpose")) == sorted(sources)
    assert not [one for one in desk.screen.findChildren(WordingsRow) if one.isVisible()]
    assert desk.editor().hasFocus()
    assert desk.editor().toPlainText() == desk.text("purpose")
    desk.leave_field()
    desk.press(Key.Key_Z, CONTROL)
    assert len(row(desk).fields) == 2


def test_the_button_below_a_wording_chooses_it(desk: Desk) -> None:
    """The menu offers it too, and only there."""
    desk.open("purpose")
    before = desk.text("purpose")
    field = desk.field()
    assert not next(
        one for one in field.menu().actions() if one.objectName() == "choose"
    ).isEnabled()
    desk.write()
    desk.press(*ANOTHER)
    desk.keys(" More.")
    assert offered(field)
    click(row(desk).buttons[0])
    assert [one.text for one in desk.clauses("purpose")] == [before]
    assert desk.editor().toPlainText() == before


def test_asking_for_agreement_leads_to_the_wordings(desk: Desk) -> None:
    """One sentence, and no version; removing one of them is enough."""
    desk.open("purpose")
    desk.write()
    desk.press(*ANOTHER)
    desk.keys(" More.")
    desk.rest()
    desk.open("norms")
    number = len(desk.versions())
    desk.screen.ask_agreement()
    settle()
    assert desk.notice.startswith("Two wordings of the same clause stand side by side")
    assert desk.body.section == "purpose"
    assert len(row(desk).fields) == 2
    assert len(desk.versions()) == number
    desk.write(1)
    desk.body.act("remove")
    settle()
    assert len(desk.clauses("purpose")) == 1
    assert not [one for one in desk.screen.findChildren(WordingsRow) if one.isVisible()]
    assert desk.field().isVisible()
