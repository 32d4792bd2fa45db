"""Closing a workshop: loose ends, thanks, the next meeting, the end, and opening it again."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.community.gatherings import edit_gathering, fields_of
from app.library.library import Library
from app.library.rows import Gathering, Run
from app.library.trouble import Trouble
from app.moment import stamp
from app.workshop.closing import (
    close_workshop,
    give_thanks,
    loose_ends,
    next_meeting,
    reopen_workshop,
    set_next_meeting,
    was_run,
)
from app.workshop.outcomes import assign, catch, settle
from app.workshop.planning import plan_workshop, scope_of
from tests.app.community.village import refusal
from tests.app.workshop.plans import wish
from tests.app.workshop.room import Room, make_room


@pytest.fixture
def room(library: Library, catalogue: Catalogue) -> Room:
    """A launch on the fifteenth of January."""
    return make_room(library, catalogue)


def loose(room: Room) -> tuple[int, int, int, bool, int]:
    """Actions without an owner, without a date, parked things, no meeting; and in all."""
    ends = loose_ends(room.library.reader, room.workshop)
    counts = len(ends.unowned), len(ends.undated), len(ends.parked)
    return (*counts, ends.no_next_meeting, ends.count)


def meet(room: Room, day: str = "2026-02-12", **more: str) -> Gathering:
    """Agree on the next meeting."""
    return set_next_meeting(room.library, room.workshop, day, 13 * 60, **more)


def agreed(room: Room) -> Gathering | None:
    """The next meeting."""
    return next_meeting(room.library.reader, room.workshop)


def test_loose_ends_are_counted_as_they_are_listed(room: Room) -> None:
    """An action with neither owner nor date is listed twice; done, settled and decided things are
    not at all."""
    library, workshop = room.library, room.workshop
    assert loose(room) == (0, 0, 0, True, 1)
    catch(library, workshop, "decision", "We meet monthly")
    both = catch(library, workshop, "action", "Neither")
    owned = catch(library, workshop, "action", "Owned")
    assign(library, workshop, owned, None, "Wei", None)
    done = catch(library, workshop, "action", "Done")
    assert settle(library, workshop, done, "done").settled == "2025-11-12"
    parked = catch(library, workshop, "parked", "The budget")
    assert loose(room) == (1, 2, 1, True, 5)
    assign(library, workshop, both, None, "Ngozi", "2026-02-01")
    settle(library, workshop, parked, "dropped")
    meet(room)
    assert loose(room) == (0, 1, 0, False, 1)
    assign(library, workshop, owned, None, "Wei", "2026-02-01")
    assert loose(room) == (0, 0, 0, False, 0)


def test_a_meeting_is_agreed_changed_and_undone(room: Room) -> None:
    """One for each workshop."""
    assert agreed(room) is None
    meet(room, place="  Room \n B ", title=" The purpose ")
    meeting = agreed(room)
    assert meeting is not None
    assert (meeting.date, meeting.starts) == ("2026-02-12", 780)
    assert (meeting.place, meeting.title, meeting.state) == ("Room B", "The purpose", "planned")
    room.clock.go_on(minutes=1)
    meet(room, "2026-02-19")
    assert room.library.reader.count(Gathering) == 1
    room.library.undo(scope_of(room.workshop))
    assert agreed(room) == meeting
    room.library.undo(scope_of(room.workshop))
    assert agreed(room) is None


def test_a_meeting_comes_after_and_its_names_are_names(room: Room) -> None:
    """Otherwise a sentence, and what was agreed stays."""
    before = meet(room)
    assert refusal(lambda: meet(room, "2026-01-15")) == "meeting-before"
    assert refusal(lambda: meet(room, place="x" * 201)) == "too-long"
    assert refusal(lambda: meet(room, title="x" * 201)) == "too-long"
    assert refusal(lambda: meet(room, title="half \ud800")) == "broken-character"
    assert agreed(room) == before


def test_a_meeting_that_was_held_stays_as_it_was(room: Room) -> None:
    """It is still the one that was agreed; another is another."""
    first = meet(room)
    fields = fields_of(room.library.reader, first)
    held = type(fields)(date=fields.date, starts=fields.starts, held=True, came=11)
    edit_gathering(room.library, first.id, held)
    meeting = agreed(room)
    assert meeting is not None
    assert (meeting.id, meeting.state) == (first.id, "held")
    assert not loose_ends(room.library.reader, room.workshop).no_next_meeting
    second = meet(room, "2026-03-12")
    assert agreed(room) == second
    assert second.id != first.id
    stands = room.library.reader.row(Gathering, first.id)
    assert (stands.date, stands.came) == (first.date, 11)


def test_thanks_are_autosaved_as_they_are_typed(room: Room) -> None:
    """One change, however many letters; too many are refused and the last ones stay."""
    for text in ("To W", "To Wei,\n\nfor the", "To Wei, \n\nfor the maps\n"):
        give_thanks(room.library, room.workshop, text)
        room.clock.go_on(seconds=1)
    assert room.row().thanks == "To Wei,\n\nfor the maps"
    with pytest.raises(Trouble):
        give_thanks(room.library, room.workshop, "x" * 9001)
    assert room.row().thanks == "To Wei,\n\nfor the maps"
    room.library.undo(scope_of(room.workshop))
    assert room.row().thanks == ""


def test_blocks_that_ended_before_the_close_keep_their_end(room: Room) -> None:
    """Only what still goes on ends with the workshop."""
    room.enter("opening-round")
    room.clock.go_on(minutes=10)
    room.enter("hopes-and-fears")
    between = stamp(room.clock.now())
    room.clock.go_on(minutes=10)
    closed = close_workshop(room.library, room.row())
    assert [run.ended for run in room.library.reader.rows(Run)] == [between, closed.closed]


def test_another_workshop_that_was_run_is_another(room: Room, catalogue: Catalogue) -> None:
    """One that is only planned has not begun because an earlier one has."""
    room.enter("opening-round")
    later = plan_workshop(room.library, catalogue, wish(room.workshop.community))
    assert not was_run(room.library.reader, later.id)


def test_closed_once_and_open_again_where_it_stood(room: Room) -> None:
    """Its last block ends with it, goes on with it, and ends anew."""
    library = room.library
    room.enter("opening-round")
    assert was_run(library.reader, room.workshop.id)
    room.clock.go_on(minutes=10)
    closed = close_workshop(library, room.row())
    assert (closed.state, closed.closed) == ("closed", stamp(room.clock.now()))
    assert [run.ended for run in library.reader.rows(Run)] == [closed.closed]
    room.clock.go_on(minutes=10)
    assert close_workshop(library, room.workshop) == closed
    reopened = reopen_workshop(library, closed)
    assert (reopened.state, reopened.closed) == ("running", None)
    assert room.running().block.exercise == "opening-round"
    assert room.running().run.ended is None
    room.clock.go_on(minutes=10)
    again = close_workshop(library, reopened)
    assert [run.ended for run in library.reader.rows(Run)] == [again.closed]
    library.undo(scope_of(room.workshop))
    assert room.row().state == "running"
    assert room.running().run.ended is None


def test_a_workshop_that_never_began_can_be_closed(room: Room) -> None:
    """And opened again: it begins at its first block then."""
    assert not was_run(room.library.reader, room.workshop.id)
    closed = close_workshop(room.library, room.workshop)
    assert reopen_workshop(room.library, closed).state == "running"
