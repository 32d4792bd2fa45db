"""A charter drafted, proposed, answered to and agreed to, by keys alone, and counted.

Counted: every press but the letters of the purpose and of the reservation; the digits of the
counts are presses. The walk goes from the drafting of the purpose to the word given.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.charter.clauses import clauses_of
from app.charter.versions import agreement_of, versions_of
from app.library.rows import Clause, Reservation, Version
from tests.journeys.hands import Hands
from tests.journeys.person import CONTROL
from tests.journeys.said import SAID
from tests.ui.kinds.room import open_room
from tests.ui.opened import opened
from ui.kinds.charter.agreement_panel import AgreementPanel

Key = Qt.Key

GOAL = 60
"""Presses for a charter with positions."""


@pytest.fixture(params=["en", "fr"])
def hands(qapp: QApplication, tmp_path: Path, qtbot: QtBot, request: object) -> Iterator[Hands]:
    """Hands in the room of the sample launch, where the purpose is drafted; twelve came."""
    language = str(getattr(request, "param", "en"))
    with opened(qapp, tmp_path, language=language) as house:
        room = open_room(house)
        room.count_people(12)
        room.go_to("what-we-take-care-of")
        yield Hands(room, language)


def latest(hands: Hands) -> Version:
    """The latest version."""
    return versions_of(hands.room.library.reader, hands.room.workshop.community)[0]


def drafted(hands: Hands) -> list[Clause]:
    """The draft."""
    return clauses_of(hands.room.library.reader, hands.room.workshop.community)


def to_our_word(hands: Hands) -> None:
    """Block by block."""
    while hands.room.running.block.exercise != "our-word":
        hands.key(Key.Key_PageDown, CONTROL)


def test_a_charter_with_positions(hands: Hands) -> None:
    """Purpose, proposal, reservation, four counts, the word; then nothing typed changes it."""
    said, line = SAID[hands.words.language], hands.room.cockpit.bottom.line
    hands.write(said.purpose)
    hands.key(Key.Key_Return)
    to_our_word(hands)
    hands.key(Key.Key_Return, CONTROL)
    hands.write(said.reservation)
    hands.key(Key.Key_Return)
    hands.key(Key.Key_F6)
    words = hands.letters
    for number in ("8", "3", "1"):
        hands.write(number)
        hands.key(Key.Key_Return)
    hands.key(Key.Key_Return, CONTROL)
    presses = hands.all - words
    assert presses <= GOAL, f"{presses} presses"
    version = latest(hands)
    assert (version.number, version.status) == (1, "agreed")
    agreement = agreement_of(hands.room.library.reader, version.id)
    assert agreement is not None
    assert agreement.counts == {
        "wholehearted": 8, "fine": 3, "reservation": 1, "cannot": 0, "away": 0,
    }  # fmt: skip
    assert [one.text for one in agreement.reservations] == [said.reservation]
    # The word is given: what is typed next goes to the line, and changes nothing that was agreed.
    assert line.hasFocus()
    hands.write(said.half)
    assert line.text() == said.half
    hands.key(Key.Key_Return)
    assert line.text() == said.half
    assert hands.room.library.reader.count(Reservation) == 1
    assert [one.text for one in drafted(hands)] == [said.purpose]
    assert "1" in hands.room.picture().small[0]
    assert (said.purpose,) in [text.lines for text in hands.room.picture().texts]


def test_against_all_of_them(hands: Hands) -> None:
    """Nobody counted is refused; twelve of twelve who cannot agree yet are asked about."""
    said, answers = SAID[hands.words.language], hands.house.answers
    hands.write(said.purpose)
    hands.key(Key.Key_Return)
    to_our_word(hands)
    hands.key(Key.Key_Return, CONTROL)
    hands.key(Key.Key_Return, CONTROL)
    assert hands.says() == hands.words("trouble.nobody-counted", number=1)
    assert latest(hands).status == "proposed"
    hands.key(Key.Key_F6)
    hands.key(Key.Key_Return, times=3)
    hands.write("12")
    hands.key(Key.Key_Return, CONTROL)
    assert answers.asked == [hands.words("charter.all-the-same.many", n=12, of=12)]
    assert latest(hands).status == "proposed"
    answers.yes = True
    hands.key(Key.Key_Return, CONTROL)
    assert latest(hands).status == "agreed"
    # A slip: Ctrl+Z takes the word back, and another number begins a new count.
    hands.key(Key.Key_Z, CONTROL)
    assert latest(hands).status == "proposed"
    panel = hands.room.child(AgreementPanel)
    assert hands.words("charter.count-closed") in panel.counting.advice.text()


def test_the_next_draft_is_begun_on_purpose(hands: Hands) -> None:
    """F2, once the word is given: it says so, and the wall calls it a draft."""
    said = SAID[hands.words.language]
    hands.write(said.purpose)
    hands.key(Key.Key_Return)
    to_our_word(hands)
    hands.key(Key.Key_Return, CONTROL)
    hands.key(Key.Key_F6)
    hands.write("12")
    hands.key(Key.Key_Return, CONTROL)
    assert latest(hands).status == "agreed"
    hands.key(Key.Key_F2)
    hands.write("!")
    hands.key(Key.Key_F6)
    assert hands.room.cockpit.bottom.line.hasFocus()
    assert drafted(hands)[0].text == f"{said.purpose}!"
    wall = hands.room.words("kinds.charter.wall-draft-of", n=2)
    assert hands.room.picture().small == (wall,)
