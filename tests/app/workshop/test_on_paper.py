"""Blocks done on paper: marked, waited for, gone back to when all is over, typed in."""

from datetime import timedelta

import pytest

from app.catalogue.catalogue import Catalogue
from app.community.attention import Reminder, reminders_of
from app.community.facts import gather
from app.library.library import Library
from app.library.rows import Block, Run
from app.library.trouble import Trouble
from app.workshop.closing import close_workshop
from app.workshop.on_paper import (
    all_typed_in,
    blocks_on_paper,
    enter_to_type,
    put_on_paper,
    still_on_paper,
    take_off_paper,
)
from app.workshop.planning import scope_of
from app.workshop.running import place_of, runs_of
from tests.app.workshop.room import Room, make_room

BOARD, OTHER = "hopes-and-fears", "opening-round"


@pytest.fixture
def room(library: Library, catalogue: Catalogue) -> Room:
    """A launch of a whole day, planned and not begun."""
    return make_room(library, catalogue)


def waiting(room: Room) -> list[Reminder]:
    """What Home says of paper now."""
    found = gather(room.library.reader, room.library.moment.now())
    return [one for one in reminders_of(found[0]) if one.code == "paper-waiting"]


def on_paper(room: Room, exercise: str = BOARD, expected: int = 0) -> Block:
    """Its block, marked."""
    return put_on_paper(room.library, room.workshop, room.block(exercise), expected)


def test_a_block_waits_until_all_is_typed_in_and_each_step_is_undone(room: Room) -> None:
    block = on_paper(room, expected=24)
    assert blocks_on_paper(room.library.reader, room.workshop.id) == [block]
    assert (block.on_paper, still_on_paper(block)) == (24, True)
    done = all_typed_in(room.library, room.workshop, block)
    assert not still_on_paper(done)
    assert done.on_paper == 24
    room.library.undo(scope_of(room.workshop))
    assert still_on_paper(room.block(BOARD))
    assert not still_on_paper(take_off_paper(room.library, room.workshop, block))
    room.library.undo(scope_of(room.workshop))
    room.library.undo(scope_of(room.workshop))
    assert room.block(BOARD).on_paper is None


@pytest.mark.parametrize("expected", [-1, 2001])
def test_a_slip_of_the_finger_is_no_count(room: Room, expected: int) -> None:
    with pytest.raises(Trouble, match="paper-count"):
        on_paper(room, expected=expected)
    assert room.block(BOARD).on_paper is None


def test_home_waits_for_paper_once_its_workshop_is_over(room: Room) -> None:
    on_paper(room, expected=24)
    on_paper(room, OTHER)
    room.enter(BOARD)
    assert not waiting(room)  # under way: it is typed in, in the room
    close_workshop(room.library, room.row())
    (reminder,) = waiting(room)
    first, _ = blocks_on_paper(room.library.reader, room.workshop.id)
    assert (reminder.place, reminder.lead) == ("paper", first.id)
    assert reminder.facts["n"] == 2
    for one in blocks_on_paper(room.library.reader, room.workshop.id):
        all_typed_in(room.library, room.workshop, one)
    assert not waiting(room)


def test_a_day_held_without_the_laptop_is_waited_for_when_it_is_past(room: Room) -> None:
    on_paper(room)
    assert not waiting(room)
    room.clock.instant += timedelta(days=400)
    assert len(waiting(room)) == 1


def test_in_a_workshop_that_is_over_a_block_is_gone_back_to_and_its_times_stay(room: Room) -> None:
    on_paper(room)
    room.enter(BOARD)
    room.enter(OTHER)
    close_workshop(room.library, room.row())
    before = runs_of(room.library.reader, room.workshop.id)
    place = enter_to_type(room.library, room.block(BOARD))
    assert place.running.block.exercise == BOARD
    found = place_of(room.library.reader, room.workshop.id)
    assert found is not None
    assert found.running.run.id == place.running.run.id
    assert runs_of(room.library.reader, room.workshop.id) == before
    assert room.row().state == "closed"


def test_a_block_that_never_began_has_a_run_that_has_ended(room: Room) -> None:
    room.enter(BOARD)
    close_workshop(room.library, room.row())
    enter_to_type(room.library, room.block(OTHER))
    (run,) = room.library.reader.rows(Run, block=room.block(OTHER).id)
    assert run.ended == run.started
