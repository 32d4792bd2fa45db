"""The renewal in the room: the charter there was, section by section, on canvas and wall."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.charter.clauses import add_clause, write_clause
from app.charter.reviewing import reviews_of
from app.charter.versions import agree, propose, record_stances, versions_of
from app.library.journal import Scope
from app.workshop.planning import add_exercise
from tests.ui.fitting import settle
from tests.ui.kinds.drafted import clauses
from tests.ui.kinds.room import CONTROL, Room, open_room
from tests.ui.opened import opened
from ui.kinds.charter.agreement_panel import AgreementPanel
from ui.kinds.charter.review_panel import RetireDialog, ReviewPanel


@pytest.fixture(params=("en", "fr"))
def renewal(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> Iterator[Room]:
    """A purpose and a scope agreed to before, in the block that rereads them."""
    with opened(qapp, tmp_path, language=request.param) as house:
        room = open_room(house)
        library, scope = room.library, Scope(room.workshop.community)
        add_clause(library, scope, "purpose", "To keep the lamps lit.")
        add_clause(library, scope, "in-scope", "oil\nwicks", form="list")
        version = propose(library, scope, date="2020-01-15", language="en")
        record_stances(library, scope, version, {"fine": 12})
        agree(library, scope, version, "2020-09-30")
        add_exercise(library, house.hearth.catalogue, room.workshop, "is-it-still-ours")
        settle()
        room.go_to("is-it-still-ours")
        yield room


def test_each_section_is_decided_about(renewal: Room) -> None:
    """By its key; the old text stands beside, and the wall shows old and new."""
    panel, words = renewal.child(ReviewPanel), renewal.words
    assert panel.old.text() == "To keep the lamps lit."
    assert not panel.acts["add"].isVisible()
    renewal.cockpit.bottom.line.setFocus()
    renewal.press(Qt.Key.Key_2, CONTROL)
    renewal.write(" All of them.")
    renewal.cockpit.bottom.line.setFocus()
    settle()
    (clause,) = clauses(renewal, "purpose")
    assert clause.text == "To keep the lamps lit. All of them."
    (shown,) = [text for text in renewal.picture().texts if "lamps" in "".join(text.lines)]
    assert shown.lines == ("To keep the lamps lit.",)
    assert [text.lines for text in shown.beside] == [("To keep the lamps lit. All of them.",)]
    renewal.tab()
    assert panel.acts["add"].isVisible()
    assert not panel.acts["keep"].isVisible()
    renewal.tab()
    assert panel.old.text() == "oil\nwicks"
    panel.acts["retire"].click()
    settle()
    (dialog,) = panel.findChildren(RetireDialog)
    dialog.fill({"why": "Others do it."})
    dialog.try_keep()
    settle()
    assert clauses(renewal, "in-scope") == []
    review = reviews_of(renewal.library.reader, renewal.workshop.id)["in-scope"]
    assert (review.verdict, review.word) == ("retire", "Others do it.")
    assert panel.word is not None
    assert panel.word.field.text() == "Others do it."
    headings = [text.heading for old in renewal.picture().texts for text in old.beside]
    known = renewal.house.hearth.catalogue.find_section("in-scope")
    assert known is not None
    heading = known.in_language("en").heading
    assert words("reviewing.wall.retire", heading=heading) in headings


def test_a_word_is_kept_with_any_verdict(qtbot: QtBot, renewal: Room) -> None:
    """Also where the section is kept; what was written since gives way, and the window says so."""
    panel = renewal.child(ReviewPanel)
    panel.acts["change"].click()
    settle()
    renewal.write(" Nearly.")
    panel.acts["keep"].click()
    settle()
    (clause,) = clauses(renewal, "purpose")
    assert clause.text == "To keep the lamps lit."
    assert "Ctrl Z" in renewal.said()
    assert panel.word is not None
    panel.word.field.begin()
    renewal.write("It is still true.")

    def kept() -> bool:
        review = reviews_of(renewal.library.reader, renewal.workshop.id)["purpose"]
        return (review.verdict, review.word) == ("keep", "It is still true.")

    qtbot.waitUntil(kept)
    settle()
    texts = [line for text in renewal.picture().texts for line in text.lines]
    assert renewal.words("reviewing.wall.said", text="It is still true.") in texts


def test_the_word_is_given_again_to_what_changed(renewal: Room) -> None:
    """Where the charter is put to the room, each section can be decided about too, and what was
    changed without a verdict stands beside what it was; agreed, it reads as it now is."""
    house = renewal.house
    add_exercise(renewal.library, house.hearth.catalogue, renewal.workshop, "renewing-our-word")
    settle()
    renewal.go_to("renewing-our-word")
    panel, word = renewal.child(ReviewPanel), renewal.child(AgreementPanel)
    assert word.isVisible()
    assert not panel.isVisible()
    canvas = renewal.cockpit.canvas
    assert canvas is not None
    canvas.go_to("purpose")
    settle()
    assert panel.isVisible(), "also while the draft is as it was agreed to"
    (clause,) = clauses(renewal, "purpose")
    scope = Scope(renewal.workshop.community)
    write_clause(renewal.library, scope, clause, "To light lamps.")
    settle()
    (changed,) = [text for text in renewal.picture().texts if text.beside]
    assert (changed.lines, changed.beside[0].lines) == (
        ("To keep the lamps lit.",),
        ("To light lamps.",),
    )
    canvas.go_to("in-scope")
    settle()
    assert panel.isVisible()
    assert not word.isVisible()
    panel.acts["keep"].click()
    settle()
    assert reviews_of(renewal.library.reader, renewal.workshop.id)["in-scope"].verdict == "keep"
    canvas.go_on()
    settle()
    assert word.isVisible()
    proposed = versions_of(renewal.library.reader, renewal.workshop.community)[0]
    assert proposed.status == "proposed"
    record_stances(renewal.library, scope, proposed, {"fine": 12})
    agree(renewal.library, scope, proposed, "2099-09-30")
    settle()
    assert not any(text.beside for text in renewal.picture().texts)
