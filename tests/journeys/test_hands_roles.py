"""Four roles with their terms, by keys alone, and counted: every press, letters too.

A few letters of a name, Ctrl+Enter for the yes, and the term: as it is usual, or typed over.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.community.today import today_of
from app.kinds.roles import namings_of
from app.library.rows import Holding, Outcome, Person
from app.moment import months_after
from tests.journeys.hands import Hands
from tests.journeys.person import CONTROL
from tests.ui.kinds.room import open_room
from tests.ui.opened import opened
from ui.closing.closing_screen import ClosingScreen
from ui.kinds.roles.role_card import RoleCard

Key = Qt.Key

# The names that are offered while one types stand in a popup, which grabs the keyboard elsewhere.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)

GOAL = 28
"""Presses for four roles with their terms."""

ODD: Mapping[str, str] = {"en": "soon", "fr": "bientôt"}


@pytest.fixture(params=["en", "fr"])
def hands(qapp: QApplication, tmp_path: Path, qtbot: QtBot, request: object) -> Iterator[Hands]:
    """Hands in the room of the sample launch, where roles are given; it is before its day."""
    language = str(getattr(request, "param", "en"))
    with opened(qapp, tmp_path, language=language) as house:
        room = open_room(house)
        room.go_to("who-tends-what")
        yield Hands(room, language)


def held(hands: Hands) -> list[tuple[str, str, str]]:
    """Who holds which role until when, in the order it was given."""
    reader = hands.room.library.reader
    rows = reader.rows(Holding, order="id", workshop=hands.room.workshop.id)
    return [(one.role, reader.row(Person, one.person).name, one.ends or "") for one in rows]


def today(hands: Hands) -> date:
    """What day it is where the community lives: on this machine it may be another."""
    return today_of(hands.room.library, hands.room.workshop.community)


def test_four_roles_with_their_terms(hands: Hands) -> None:
    """Two for the usual term, one for half a year, one for the usual; from today on."""
    line, first = hands.room.cockpit.bottom.line, today(hands)
    people = hands.room.library.reader.count(Person)
    for at, (letters, term) in enumerate((("am", ""), ("ng", ""), ("tom", "6m"), ("pri", ""))):
        hands.write(letters)
        hands.key(Key.Key_Return, CONTROL)
        hands.write(term)
        hands.key(Key.Key_Down if at < 3 else Key.Key_Return)
        assert line.hasFocus()
        assert line.text() == ""
    assert hands.all <= GOAL, f"{hands.all} presses"
    assert held(hands) == [
        ("coordinator", "Amélie Desrochers", months_after(first, 12).isoformat()),
        ("sponsor", "Ngozi Obi", months_after(first, 24).isoformat()),
        ("co-coordinator", "Tomás Rivera", months_after(first, 6).isoformat()),
        held(hands)[3],
    ]
    assert held(hands)[3][1] == "Priya Raghunathan"
    assert hands.room.library.reader.count(Person) == people, "nobody new was made"
    assert {one.starts for one in hands.room.library.reader.rows(Holding)} == {first.isoformat()}
    wall = repr(hands.room.picture())
    for _, name, ends in held(hands):
        assert name in wall
        assert hands.room.words.day(date.fromisoformat(ends)) in wall


def test_a_term_that_is_not_understood_stays(hands: Hands) -> None:
    """It is said, with what is; a day is; Escape leaves the usual term."""
    card, first = hands.room.child(RoleCard), today(hands)
    hands.write("ng")
    hands.key(Key.Key_Return, CONTROL)
    odd = ODD[hands.words.language]
    hands.write(odd)
    assert card.asking.told.text() == hands.words("kinds.roles.term-odd")
    hands.key(Key.Key_Return)
    assert hands.says() == hands.words("trouble.term-unclear", text=odd)
    assert card.asking.line.text() == odd
    assert held(hands)[0][2] == months_after(first, 12).isoformat()
    hands.key(Key.Key_A, CONTROL)
    ends = (first + timedelta(days=100)).isoformat()
    hands.write(ends)
    hands.key(Key.Key_Return)
    assert held(hands)[0][2] == ends
    assert not card.asking.isVisible()
    # Asked again, the day that was said stands there; Escape leaves it.
    hands.key(Key.Key_5, CONTROL)
    assert card.asking.line.text() == hands.words.day(date.fromisoformat(ends))
    hands.key(Key.Key_Escape)
    assert held(hands)[0][2] == ends
    assert hands.room.cockpit.bottom.line.hasFocus()
    hands.key(Key.Key_Z, CONTROL)
    assert held(hands)[0][2] == months_after(first, 12).isoformat()


def test_somebody_new_with_a_short_name(hands: Hands) -> None:
    """The line says what Enter takes, and what takes it as typed."""
    bar = hands.room.cockpit.bottom
    hands.write("ng")
    told = hands.words("parts.names.enter-takes", name="Ngozi Obi", typed="ng")
    assert bar.where.text() == told
    hands.key(Key.Key_Escape)
    assert bar.where.text() == hands.words("kinds.roles.hint")
    hands.key(Key.Key_Return)
    reader = hands.room.library.reader
    (naming,) = namings_of(reader, hands.room.running.run.id)
    assert reader.row(Person, naming.person).name == "ng"


def test_names_typed_without_looking_answer_nothing(hands: Hands) -> None:
    """On a card, and in its open menu."""
    for letters in ("ng", "tom"):
        hands.write(letters)
        hands.key(Key.Key_Return)
    hands.key(Key.Key_F6)
    hands.write("Nadya")
    hands.key(Key.Key_F6)
    hands.key(Key.Key_F6)
    run = hands.room.running.run.id
    answers = [one.answer for one in namings_of(hands.room.library.reader, run)]
    assert answers == ["named", "named"]
    hands.key(Key.Key_3, CONTROL)
    answers = [one.answer for one in namings_of(hands.room.library.reader, run)]
    assert answers == ["named", "not-now"]


def test_who_does_it_is_taken_as_at_the_door(hands: Hands) -> None:
    """In the closing: a few letters and Enter; or as typed, after Escape."""
    hands.write("The list")
    hands.key(Key.Key_T, CONTROL)
    hands.house.hearth.window.closing(hands.room.workshop.id)
    closing = hands.screen(ClosingScreen)
    (line,) = closing.cards["action"].lines
    assert line.owner_and_due is not None
    line.owner_and_due.owner.setFocus()
    hands.write("ng")
    hands.key(Key.Key_Return)
    reader = hands.room.library.reader
    (action,) = reader.rows(Outcome, form="action")
    assert (action.owner_name, action.owner is None) == ("Ngozi Obi", False)
    hands.key(Key.Key_A, CONTROL)
    hands.write("ng")
    hands.key(Key.Key_Escape)
    hands.key(Key.Key_Return)
    (action,) = reader.rows(Outcome, form="action")
    assert (action.owner_name, action.owner) == ("ng", None)
