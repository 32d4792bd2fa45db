"""Rounds of dots and of private answers: bounds, closing, and what must never come back."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.rows import Dots, Note, Round
from app.library.trouble import Trouble
from app.moment import stamp
from app.workshop.notes import add_notes
from app.workshop.planning import scope_of
from app.workshop.rounds import (
    STANCES,
    Count,
    close_round,
    count_dots,
    counts_of,
    dots_round,
    open_dots,
    record_counts,
    reopen_round,
)
from tests.app.community.village import refusal
from tests.app.workshop.room import Room, make_room


@pytest.fixture
def room(library: Library, catalogue: Catalogue) -> Room:
    """At the questions, where people vote."""
    made = make_room(library, catalogue)
    made.enter("questions-we-hold")
    return made


@pytest.fixture
def notes(room: Room) -> list[Note]:
    """Three of them."""
    return add_notes(room.library, room.running(), "questions", ["One", "Two", "Three"])


def counted(room: Room) -> Count:
    """The round as it stands."""
    found = dots_round(room.library.reader, room.running().run.id)
    assert found is not None
    return found


def count(room: Room, note: Note, number: int, voters: int = 0) -> None:
    """Count a note's dots."""
    count_dots(room.library, room.running(), counted(room), note.id, number, voters)


def private_round(room: Room) -> Round:
    """A private round of stances, open."""
    with room.library.change("round-open", scope_of(room.workshop)) as writer:
        return writer.add(
            Round(
                id=room.library.moment.new_id(),
                run=room.running().run.id,
                form="stances",
                private=True,
                opened=stamp(room.clock.now()),
            )
        )


def test_there_is_no_round_before_one_is_opened(room: Room) -> None:
    """Nothing to count."""
    assert dots_round(room.library.reader, room.running().run.id) is None


def test_counted_changed_and_taken_off(room: Room, notes: list[Note]) -> None:
    """None is no dot; each count can be undone."""
    open_dots(room.library, room.running(), 3, 2)
    count(room, notes[0], 4)
    count(room, notes[1], 1)
    count(room, notes[0], 5)
    assert counted(room).dots == {notes[0].id: 5, notes[1].id: 1}
    assert counted(room).total == 6
    count(room, notes[0], 0)
    assert counted(room).dots == {notes[1].id: 1}
    room.library.undo(scope_of(room.workshop))
    assert counted(room).dots == {notes[0].id: 5, notes[1].id: 1}
    assert room.library.reader.count(Dots) == 2


def test_bounds_follow_from_who_is_there(room: Room, notes: list[Note]) -> None:
    """N each, no more than the cap on one thing; unknown voters bound nothing."""
    open_dots(room.library, room.running(), 3, 2)
    with pytest.raises(Trouble) as met:
        count(room, notes[0], 9, voters=4)
    assert (met.value.code, met.value.facts) == ("too-many-dots", {"most": 8})
    count(room, notes[0], 8, voters=4)
    with pytest.raises(Trouble) as met:
        count(room, notes[1], 5, voters=4)
    assert (met.value.code, met.value.facts) == ("too-many-in-all", {"most": 12})
    count(room, notes[1], 4, voters=4)
    count(room, notes[0], 7, voters=4)
    count(room, notes[0], 8, voters=4)
    count(room, notes[2], 400)
    assert counted(room).total == 412
    assert refusal(lambda: count(room, notes[0], -1)) == "below-zero"


def test_a_count_read_earlier_does_not_get_past_the_bound(room: Room, notes: list[Note]) -> None:
    """What is bounded is what stands in the library, not what was on the screen."""
    open_dots(room.library, room.running(), 1, 0)
    before = counted(room)
    count(room, notes[0], 3, voters=4)
    running, library = room.running(), room.library
    code = refusal(lambda: count_dots(library, running, before, notes[1].id, 2, 4))
    assert code == "too-many-in-all"
    close_round(library, scope_of(room.workshop), before.round)
    code = refusal(lambda: count_dots(library, running, before, notes[1].id, 1, 4))
    assert code == "round-closed"


def test_hidden_until_closed(room: Room, notes: list[Note]) -> None:
    """Unless the room said otherwise."""
    scope = scope_of(room.workshop)
    opened = open_dots(room.library, room.running(), 3, 0)
    assert not counted(room).shown
    close_round(room.library, scope, opened)
    assert counted(room).shown
    reopen_round(room.library, scope, counted(room).round)
    assert not counted(room).shown
    open_dots(room.library, room.running(), 3, 0, hidden=False)
    assert counted(room).shown


def test_closing_twice_keeps_the_first_end(room: Room) -> None:
    """It ended when it ended; a round that was undone cannot be closed."""
    scope = scope_of(room.workshop)
    opened = open_dots(room.library, room.running(), 3, 0)
    ended = close_round(room.library, scope, opened).closed
    room.clock.go_on(minutes=3)
    assert refusal(lambda: close_round(room.library, scope, opened)) == "round-closed"
    assert counted(room).round.closed == ended
    room.library.undo(scope)
    room.library.undo(scope)
    assert refusal(lambda: close_round(room.library, scope, opened)) == "gone"


def test_the_latest_of_several_rounds_counts(room: Room, notes: list[Note]) -> None:
    """Also when they were opened within one millisecond."""
    open_dots(room.library, room.running(), 1, 0)
    second = open_dots(room.library, room.running(), 5, 0)
    assert counted(room).round == second


def test_a_private_round_is_counts_and_stays_closed(room: Room) -> None:
    """Written over while it is open; closed, neither counted nor opened again."""
    library, scope = room.library, scope_of(room.workshop)
    opened = private_round(room)
    record_counts(library, scope, opened, dict.fromkeys(STANCES, 1))
    record_counts(library, scope, opened, {"wholehearted": 12, "away": 0})
    assert counts_of(library.reader, opened.id)["wholehearted"] == 12
    assert counts_of(library.reader, opened.id)["away"] == 0
    assert refusal(lambda: record_counts(library, scope, opened, {"fine": -1})) == "below-zero"
    closed = close_round(library, scope, opened)
    # The row of before the end is no way in.
    assert refusal(lambda: record_counts(library, scope, opened, {"fine": 3})) == "round-closed"
    assert refusal(lambda: reopen_round(library, scope, closed)) == "private-closed"
    assert refusal(lambda: library.undo(scope)) == "private-closed"
    assert counts_of(library.reader, opened.id)["fine"] == 1
