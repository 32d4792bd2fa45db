"""The form of an entry: filled, refused, kept, taken out; what links are chosen in their dialog."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from app.catalogue.load import load_catalogue
from app.library.journal import Scope
from app.library.rows import Clause, RegisterEntry
from app.registers.cells import Link, Party
from app.resources import resources_folder
from app.typed_text import LONGEST_LINE
from tests.ui.registers.scribe import (
    CTRL,
    LEFT,
    Scribe,
    asking,
    fill,
    form_for,
    keep,
    names,
    new_form,
    pick,
)
from ui.parts.controls import Choice
from ui.registers.entry_controls import LinkControl
from ui.registers.entry_form import EntryForm
from ui.registers.pick_link import PickLink

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

MOVE = "The archive moves"
DUE = date(2025, 11, 30)


def link_control(form: EntryForm, column: str) -> LinkControl:
    """The control of a column that links."""
    control = form.form.field_widget(column)
    assert isinstance(control, LinkControl)
    return control


def picking(form: EntryForm, column: str) -> PickLink:
    """The dialog that finds what a column links to."""
    QTest.mouseClick(link_control(form, column).choose, LEFT)
    return asking(form, PickLink)


def test_an_entry_says_all_that_was_filled_in(either: Scribe) -> None:
    screen = either.open()
    form = new_form(screen)
    fill(form, decision=MOVE, date=date(2025, 11, 1), asked="no", due=DUE, carrier="yusuf warsame")
    fill(form, view="Scan it first", effect="They do")
    keep(form)
    (entry,) = either.kept()
    assert entry.values == {
        "decision": MOVE,
        "date": date(2025, 11, 1),
        "asked": False,
        "due": DUE,
        "carrier": Party(id=either.members["Yusuf Warsame"], name="Yusuf Warsame"),
        "view": "Scan it first",
        "effect": "They do",
    }
    line = screen.model.line(0)
    for said in ("Yusuf Warsame", "Scan it first", "They do"):
        assert said in line.whole


def test_a_promise_names_a_party_a_member_and_somebody_else(either: Scribe) -> None:
    """A party by its name in the language of the window; anybody else stays a name."""
    screen = either.open("gives-and-asks")
    party = either.words("registers.party.organization")
    for about, by, to in (("A room", party, "Maude Tremblay"), ("A map", "Zoé Kanda", party)):
        form = new_form(screen)
        fill(form, promise=about, hours="12", **{"from": by, "to": to})
        keep(form)
    first, second = either.kept("gives-and-asks")
    maude = Party(id=either.members["Maude Tremblay"], name="Maude Tremblay")
    organization = Party(party="organization")
    assert (first.values["from"], first.values["to"]) == (organization, maude)
    assert (second.values["from"], second.values["to"]) == (Party(name="Zoé Kanda"), organization)
    assert second.values["hours"] == 12
    assert party in screen.model.line(0).whole


def test_bad_input_is_refused_with_a_sentence_and_nothing_is_lost(either: Scribe) -> None:
    screen = either.open()
    form = new_form(screen)
    fill(form, view="Said already")
    keep(form)
    assert form.isVisible()
    assert form.form.missing()["decision"], "an entry says what it is about"
    long = "word " * LONGEST_LINE
    QApplication.clipboard().setText(long)
    about = form.form.field_widget("decision")
    about.setFocus()
    QTest.keyClick(about, Qt.Key.Key_V, CTRL)
    keep(form)
    assert form.isVisible()
    assert form.bar.sentence.text()
    assert form.form.text("decision") == long.strip()
    assert form.form.text("view") == "Said already"
    assert not either.library.reader.count(RegisterEntry)
    fill(form, decision=MOVE)
    keep(form)
    assert names(screen) == [MOVE]


def test_a_change_leaves_what_was_not_touched(scribe: Scribe) -> None:
    scribe.write(MOVE, {"due": DUE, "view": "Scan it first", "clause": scribe.links["clause"]})
    screen = scribe.open()
    before = scribe.kept()[0].values
    form = form_for(screen, MOVE)
    fill(form, asked="yes")
    keep(form)
    assert scribe.kept()[0].values == {**before, "asked": True}
    form = form_for(screen, MOVE)
    fill(form, due=date(2026, 1, 1))
    keep(form)
    assert scribe.kept()[0].values["due"] == date(2026, 1, 1)
    scribe.undo()
    scribe.undo()
    assert scribe.kept()[0].values == before


def test_a_link_outlasts_an_edit_while_its_clause_is_away(scribe: Scribe) -> None:
    scribe.write(MOVE, {"clause": scribe.links["clause"]})
    library, scope = scribe.library, Scope(scribe.community.id)
    with library.change("clause-remove", scope) as rows:
        rows.remove(rows.row(Clause, scribe.links["clause"].id))
    screen = scribe.open()
    form = form_for(screen, MOVE)
    assert not link_control(form, "clause").said.isVisible()
    fill(form, view="Scan it first")
    keep(form)
    assert "clause" not in scribe.kept()[0].values
    with library.change("clause-add", scope) as rows:
        rows.add(
            Clause(
                id=scribe.links["clause"].id,
                community=scribe.community.id,
                section="voice",
                text="Back again",
                position=0,
            )
        )
    assert scribe.kept()[0].values["clause"] == Link(
        "clause", scribe.links["clause"].id, "Back again"
    )


@pytest.mark.parametrize(("register", "column"), [("voice", "clause"), ("gives-and-asks", "note")])
def test_a_link_is_chosen_shown_and_let_go(scribe: Scribe, register: str, column: str) -> None:
    screen = scribe.open(register)
    form = new_form(screen)
    fill(form, **({"decision": MOVE} if register == "voice" else {"promise": MOVE, "from": "Zoé"}))
    dialog = picking(form, column)
    assert dialog.model.rowCount() == 1
    dialog.field.setText("nowhere to be found")
    assert dialog.nothing.isVisible()
    assert not dialog.keep_button.isEnabled()
    dialog.field.clear()
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    QTest.keyClick(dialog.list_card.lines, Qt.Key.Key_Return)
    control = link_control(form, column)
    assert control.said.text() == scribe.links[column].said
    keep(form)
    assert scribe.kept(register)[0].values[column] == scribe.links[column]
    form = form_for(screen, MOVE)
    QTest.mouseClick(link_control(form, column).let_go, LEFT)
    keep(form)
    assert column not in scribe.kept(register)[0].values
    scribe.undo()
    assert scribe.kept(register)[0].values[column] == scribe.links[column]


def test_the_workshop_in_which_it_was_said(either: Scribe) -> None:
    screen = either.open()
    form = new_form(screen)
    fill(form, decision=MOVE)
    (column,) = [one for one in form.findChildren(LinkControl) if one.table == "workshop"]
    QTest.mouseClick(column.choose, LEFT)
    dialog = asking(form, PickLink)
    QTest.keyClicks(dialog.field, "launch")
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    keep(form)
    assert either.kept()[0].workshop == either.links["workshop"]
    form = form_for(screen, MOVE)
    fill(form, view="Scan it first")
    keep(form)
    assert either.kept()[0].workshop == either.links["workshop"]


def test_clauses_are_told_apart_by_their_sections(scribe: Scribe) -> None:
    with scribe.library.change("clause-add", Scope(scribe.community.id)) as rows:
        rows.add(
            Clause(
                id=scribe.library.moment.new_id(),
                community=scribe.community.id,
                section="Our tea",
                text="Always hot",
                position=1000,
            )
        )
    form = new_form(scribe.open())
    dialog = picking(form, "clause")
    lines = [dialog.model.line(row) for row in range(dialog.model.rowCount())]
    voice = load_catalogue(resources_folder()).section("voice").in_language("en").name
    assert [(one.name, one.under) for one in lines] == [
        (voice, scribe.links["clause"].said),
        ("Our tea", "Always hot"),
    ]


def test_what_is_typed_is_given_back(scribe: Scribe) -> None:
    """A form that went with its window: the next one has the words."""
    screen = scribe.open()
    form = new_form(screen)
    fill(form, view="Half a view")
    QDialog.hide(form)
    assert new_form(scribe.open()).form.text("view") == "Half a view"


def test_leaving_asks_only_where_something_was_typed(scribe: Scribe) -> None:
    screen = scribe.open()
    QTest.mouseClick(new_form(screen).cancel_button, LEFT)
    assert not scribe.house.answers.asked
    form = new_form(screen)
    fill(form, decision=MOVE)
    QTest.mouseClick(form.cancel_button, LEFT)
    assert scribe.house.answers.asked
    assert form.isVisible()
    scribe.house.answers.yes = True
    QTest.mouseClick(form.cancel_button, LEFT)
    assert not names(screen)


def test_an_entry_is_taken_out_from_its_form(scribe: Scribe) -> None:
    scribe.write(MOVE)
    screen = scribe.open()
    QTest.mouseClick(form_for(screen, MOVE).remove_button, LEFT)
    assert not names(screen)
    scribe.undo()
    assert names(screen) == [MOVE]


def test_who_may_read_it_is_the_registers_own_until_said(scribe: Scribe) -> None:
    screen = scribe.open()
    form = new_form(screen)
    fill(form, decision=MOVE)
    keep(form)
    assert scribe.kept()[0].row.audience == scribe.register().audience
    form = form_for(screen, MOVE)
    name = scribe.words("registers.audience")
    (audience,) = [one for one in form.findChildren(Choice) if one.accessibleName() == name]
    pick(audience, "facilitator")
    keep(form)
    assert scribe.kept()[0].row.audience == "facilitator"
