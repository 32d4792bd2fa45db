"""Asking from afar: the rule, the message, replies by keys, and what the page tells then."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.charter.clauses import add_clause
from app.charter.replies import Reply, enter_replies, who_may_reply
from app.charter.versions import agreement_of, propose
from app.library.charter_rows import NamedPosition
from app.library.rows import Draft, Reservation, Version
from tests.ui.charter.desk import CONTROL, Desk, click
from tests.ui.fitting import settle
from ui.charter.ask_dialog import AskDialog
from ui.charter.replies_dialog import RepliesDialog
from ui.charter.rule_dialog import RuleDialog
from ui.exporting.export_dialog import ExportDialog
from ui.parts.buttons import IconButton

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

Key = Qt.Key
D = TypeVar("D", bound=QDialog)


def proposed(desk: Desk) -> Version:
    """A version that people are asked about, on its screen."""
    add_clause(desk.library, desk.scope, "purpose", "And charts.")
    version = propose(desk.library, desk.scope, date="2025-11-12", language="en")
    desk.screen.refresh()
    settle()
    return version


def opened_by(desk: Desk, kind: type[D], button: str) -> D:
    """The dialog that a button of the card opens."""
    window = desk.house.hearth.window
    window.activateWindow()
    click(getattr(desk.body.agreement_card, button))
    dialog = desk.screen.findChild(kind)
    assert dialog is not None
    assert QTest.qWaitForWindowActive(dialog)
    settle()
    return dialog


def test_replies_by_keys_alone(desk: Desk) -> None:
    """A name where it is known, digits, a reservation; counted together, told beside the page."""
    version = proposed(desk)
    people = who_may_reply(desk.library.reader, version)
    dialog = opened_by(desk, RepliesDialog, "enter_button")
    assert dialog.who.line.hasFocus()
    desk.keys(people[0].name)
    desk.press(Key.Key_Return)
    assert dialog.digits.line.hasFocus()
    desk.keys("2 3")
    desk.press(Key.Key_Return)
    assert dialog.who.line.hasFocus()
    assert dialog.replies == [Reply("fine", {"why-now": "reservation"}, person=people[0].id)]
    dialog.digits.line.setFocus()
    desk.keys("é")  # 2 on a French keyboard
    dialog.reservation.line.setFocus()
    desk.keys("Not in fire season.")
    desk.press(Key.Key_Return)
    dialog.digits.line.setFocus()
    desk.keys("1")
    assert agreement_of(desk.library.reader, version.id) is None
    desk.press(Key.Key_Return, CONTROL)
    known = agreement_of(desk.library.reader, version.id)
    assert known is not None
    assert known.counts == {"fine": 2, "wholehearted": 1}
    assert [(one.text, one.said_by) for one in known.reservations] == [
        ("Not in fire season.", None)
    ]
    assert desk.notice == "3 replies are counted. 3 of 18 have answered."
    assert desk.library.reader.rows(Draft) == []
    told = desk.body.agreement_card.missing.text()
    assert told.startswith("3 of 18 have answered. 2 answers came without a name.")
    assert people[0].name not in told
    assert people[1].name in told
    assert "fewer than three" in desk.body.agreement_card.sections.text()


def test_what_does_not_fit_is_said_and_stays(desk: Desk) -> None:
    """A name that nobody asked bears, digits beyond the sections, a wish without a name."""
    proposed(desk)
    dialog = opened_by(desk, RepliesDialog, "enter_button")
    for name, digits, wish, said in (
        ("Zzz", "2", False, "“Zzz” is not among those who are still asked."),
        ("", "7", False, "A position is needed: 1 to 5 for the whole"),
        ("", "2", True, "Somebody is to be named, and the name is missing."),
    ):
        dialog.who.line.setText(name)
        dialog.digits.line.setText(digits)
        dialog.named.setChecked(wish)
        click(dialog.add_button)
        assert dialog.bar.sentence.text().startswith(said)
        assert (dialog.who.line.text(), dialog.digits.line.text()) == (name, digits)
    assert dialog.replies == []


def test_who_wishes_it_is_named(desk: Desk) -> None:
    """Beside the reservation too; a reply can be taken out before it is counted."""
    version = proposed(desk)
    nora = who_may_reply(desk.library.reader, version)[0]
    dialog = opened_by(desk, RepliesDialog, "enter_button")
    dialog.digits.line.setText("4")
    click(dialog.add_button)
    names = (one for one in dialog.findChildren(IconButton))
    click(next(one for one in names if one.accessibleName().startswith("Take out")))
    assert dialog.replies == []
    dialog.who.line.setText(nora.name)
    dialog.digits.line.setText("3")
    dialog.reservation.line.setText("Not in fire season.")
    dialog.named.setChecked(True)
    click(dialog.keep_button)
    reader = desk.library.reader
    assert [(one.person, one.section, one.position) for one in reader.rows(NamedPosition)] == [
        (nora.id, "", "reservation")
    ]
    said = reader.rows(Reservation, version=version.id)
    assert [one.said_by for one in said] == [nora.id]
    assert [one.text() for one in desk.body.agreement_card.quotes] == [
        f"“Not in fire season.” – {nora.name}"
    ]


def test_a_rule_is_chosen_and_held_against_the_count(desk: Desk) -> None:
    """It is said what it asks for, beside the page and before the word is given."""
    version = proposed(desk)
    dialog = opened_by(desk, RuleDialog, "rule_button")
    choice = dialog.form.field_widget("rule")
    choice.setFocus()
    QTest.keyClicks(choice, "Maj")
    settle()
    assert dialog.said.text().startswith("It is agreed when more than half")
    click(dialog.keep_button)
    rule = desk.body.agreement_card.rule
    assert rule.text() == "By the rule “Majority”: not known; nobody has answered."
    replies = [Reply("fine")] * 3 + [Reply("reservation")] * 3 + [Reply("cannot")] * 7
    enter_replies(desk.library, desk.scope, version, replies)
    settle()
    assert rule.text() == "By the rule “Majority”: not yet; 6 of 13 go along, and 7 would have to."
    desk.screen.main()
    settle()
    asking = desk.dialog()
    asking.agree()
    assert rule.text() in desk.house.answers.asked[-1]
    assert desk.versions()[0].status == "proposed"
    desk.house.answers.yes = True
    asking.agree()
    assert desk.versions()[0].status == "agreed"
    assert rule.text().endswith("6 of 13 go along, and 7 would have to.")


def test_a_message_and_a_form(desk: Desk) -> None:
    """The message is copied in the version's language; the form is exported."""
    version = proposed(desk)
    dialog = opened_by(desk, AskDialog, "ask_button")
    click(dialog.form_button)
    export = dialog.findChild(ExportDialog)
    assert export is not None
    assert export.request().document == "reply-form"
    export.reject()
    click(dialog.copy_button)
    text = QApplication.clipboard().text()
    assert text.startswith(f"Version {version.number} of the charter of ")
    assert "4. Cannot agree yet: It has to change first." in text
    assert "2. Purpose" in text
    assert desk.notice == "The message is on the clipboard."


def test_the_next_number_is_named_where_sections_are_many(desk: Desk) -> None:
    """Nobody counts eighteen sections: what the next number is for is said, and nothing scrolls."""
    for at in range(1, 19):
        add_clause(desk.library, desk.scope, f"Part {at}", "We take care of it.")
    proposed(desk)
    dialog = opened_by(desk, RepliesDialog, "enter_button")
    assert dialog.column.verticalScrollBar().maximum() == 0
    dialog.digits.line.setFocus()
    before = dialog.next_told.text()
    desk.keys("2 0")
    assert dialog.next_told.text() != before
    assert "section 2" in dialog.next_told.text()
    desk.keys("é")  # 2 on a French keyboard
    assert "section 3" in dialog.next_told.text()
    dialog.digits.line.clear()
    assert dialog.next_told.text() == before
    dialog.reject()
