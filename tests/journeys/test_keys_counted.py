"""Ten usual moments, by keys alone, and how many each takes: letters of words are not counted.

The table is printed; each moment has a most.
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.library.rows import Outcome
from app.workshop.notes import clusters_of, notes_of
from app.workshop.rounds import dots_round
from tests.journeys.hands import Hands
from tests.journeys.person import CONTROL, SHIFT
from tests.ui.kinds.room import Room, open_room
from tests.ui.opened import opened

Key = Qt.Key
Moment = Callable[[Hands], None]


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest) -> Iterator[dict[str, tuple[int, int]]]:
    """Keys taken and the most allowed, by moment; printed at the end."""
    counted: dict[str, tuple[int, int]] = {}
    yield counted
    rows = [f"{keys:4}  {most:4}  {name}" for name, (keys, most) in counted.items()]
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        sys.stdout.write("\n".join(("\n\nkeys  most  moment", *rows, "")))


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path) -> Iterator[Hands]:
    """In the room of the sample launch."""
    with opened(qapp, tmp_path) as house:
        yield Hands(open_room(house), "en")


def line(hands: Hands, *texts: str) -> None:
    """Type lines where the keyboard is, Enter after each."""
    for text in texts:
        hands.type(text)
        hands.key(Key.Key_Return)


def said(hands: Hands, number: int, *, board: str = "hopes-and-fears") -> Room:
    """On a board, with so many notes in its first zone, the keyboard in the line; no keys yet."""
    room = hands.room
    room.go_to(board)
    room.say(*(f"Something said, number {at}" for at in range(1, number + 1)))
    hands.keys = 0
    return room


def texts(hands: Hands) -> list[str]:
    """The notes of the run, in order."""
    return hands.room.notes()


def thirty_notes_into_three_zones(hands: Hands) -> None:
    """Ten each: an Enter a note, a Tab between two zones."""
    room = said(hands, 0, board="first-ninety-days")
    zones = room.zones_view().zones
    assert len(zones) == 3
    room.cockpit.bottom.line.setFocus()
    for at in range(3):
        if at:
            hands.key(Key.Key_Tab)
        line(hands, *(f"Zone {at}, note {number}" for number in range(10)))
    assert [len(room.notes(zone)) for zone in zones] == [10, 10, 10]


def eighteen_dots_on_six_notes(hands: Hands) -> None:
    """The dots given out, a digit a note and Enter between, the count shown."""
    room = said(hands, 6)
    room.count_people(6)
    hands.key(Key.Key_B, CONTROL)
    hands.key(Key.Key_F6)
    for at in range(6):
        if at:
            hands.key(Key.Key_Return)
        hands.key(Key.Key_3)
    hands.key(Key.Key_B, CONTROL)
    count = dots_round(room.library.reader, room.running.run.id)
    assert count is not None
    assert (count.total, count.shown) == (18, True)


def five_notes_gathered_and_named(hands: Hands) -> None:
    """Chosen with Shift, gathered; the name is typed at once."""
    room = said(hands, 5)
    hands.key(Key.Key_F6)
    hands.key(Key.Key_End, SHIFT)
    hands.key(Key.Key_G, CONTROL)
    hands.type("Alike")
    hands.key(Key.Key_Return)
    (cluster,) = clusters_of(room.library.reader, room.running.run.id)
    notes = notes_of(room.library.reader, room.running.run.id)
    assert (cluster.title, [note.cluster for note in notes]) == ("Alike", [cluster.id] * 5)


def a_note_moved_to_another_zone(hands: Hands) -> None:
    """The last one, to the next zone."""
    room = said(hands, 3)
    hands.key(Key.Key_F6)
    hands.key(Key.Key_End)
    hands.key(Key.Key_Right, CONTROL)
    assert len(room.notes("fears")) == 1


def several_notes_moved_at_once(hands: Hands) -> None:
    """All of a zone, to the next one."""
    room = said(hands, 4)
    hands.key(Key.Key_F6)
    hands.key(Key.Key_A, CONTROL)
    hands.key(Key.Key_Right, CONTROL)
    assert len(room.notes("fears")) == 4


def two_notes_merged(hands: Hands) -> None:
    """Two that lie side by side."""
    said(hands, 2)
    hands.key(Key.Key_F6)
    hands.key(Key.Key_Right, SHIFT)
    hands.key(Key.Key_M, CONTROL)
    assert texts(hands) == ["Something said, number 1; Something said, number 2"]


def one_note_split(hands: Hands) -> None:
    """At its semicolons."""
    hands.room.go_to("hopes-and-fears")
    hands.room.say("One; two; three")
    hands.keys = 0
    hands.key(Key.Key_F6)
    hands.key(Key.Key_M, CONTROL | SHIFT)
    assert texts(hands) == ["One", "two", "three"]


def hidden_and_revealed(hands: Hands) -> None:
    """Before people write, and when they have written."""
    room = said(hands, 2)
    hands.key(Key.Key_H, CONTROL)
    assert room.running.run.hidden
    hands.key(Key.Key_H, CONTROL)
    assert not room.running.run.hidden


def one_note_large_and_back(hands: Hands) -> None:
    """The newest, without leaving the line."""
    room = said(hands, 2)
    shown = []
    for _ in range(2):
        hands.key(Key.Key_F12)
        shown.append(room.cockpit.wall.shows)
    assert shown == ["large", "room"]


def a_decision_from_a_note(hands: Hands) -> None:
    """What the first note says is decided."""
    room = said(hands, 2)
    hands.key(Key.Key_F6)
    hands.key(Key.Key_D, CONTROL)
    (decision,) = room.library.reader.rows(Outcome, form="decision")
    assert decision.text == "Something said, number 1"


def three_notes_coloured(hands: Hands) -> None:
    """All three blue."""
    room = said(hands, 3)
    hands.key(Key.Key_F6)
    hands.key(Key.Key_End, SHIFT)
    hands.key(Key.Key_4, CONTROL | SHIFT)
    notes = notes_of(room.library.reader, room.running.run.id)
    assert [note.colour for note in notes] == ["blue"] * 3


MOMENTS: tuple[tuple[Moment, int], ...] = (
    (thirty_notes_into_three_zones, 33),
    (eighteen_dots_on_six_notes, 14),
    (five_notes_gathered_and_named, 4),
    (a_note_moved_to_another_zone, 3),
    (several_notes_moved_at_once, 3),
    (two_notes_merged, 3),
    (one_note_split, 2),
    (hidden_and_revealed, 2),
    (one_note_large_and_back, 2),
    (a_decision_from_a_note, 2),
    (three_notes_coloured, 3),
)
"""Each usual moment, and the most keys it may take."""


@pytest.mark.parametrize(("moment", "most"), MOMENTS, ids=lambda one: getattr(one, "__name__", ""))
def test_a_usual_moment(
    hands: Hands, table: dict[str, tuple[int, int]], moment: Moment, most: int
) -> None:
    """It comes about, with no more keys than that."""
    moment(hands)
    table[moment.__name__.replace("_", " ")] = (hands.keys, most)
    assert hands.keys <= most
