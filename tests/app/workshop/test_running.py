"""A workshop under way: any block in any order, undone or not, without losing anything."""

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import encode_recipe
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Heartbeat, Run, Standing
from app.moment import stamp
from app.workshop.planning import BREAK, scope_of
from app.workshop.running import (
    enter_block,
    enter_step,
    enter_zone,
    place_of,
    record_heartbeat,
    runs_of,
    start,
)
from tests.app.workshop.plans import planned
from tests.app.workshop.room import Room, make_room


@pytest.fixture
def room(library: Library, catalogue: Catalogue) -> Room:
    """Planned, not begun."""
    return make_room(library, catalogue)


def runs(room: Room) -> list[tuple[str, int, bool]]:
    """Every run: its block's exercise, its number, whether it goes on."""
    blocks = {one.id: one.exercise or "" for one in room.blocks()}
    found = runs_of(room.library.reader, room.workshop.id)
    return [(blocks[run.block], run.number, run.ended is None) for run in found]


def scope(room: Room) -> Scope:
    """The workshop's own changes."""
    return scope_of(room.workshop)


def test_it_stands_nowhere_before_it_begins(room: Room) -> None:
    """And an empty agenda has nowhere to begin."""
    assert place_of(room.library.reader, room.workshop.id) is None
    assert room.row().state == "planned"


def test_an_empty_agenda_has_nowhere_to_begin(library: Library, catalogue: Catalogue) -> None:
    """No room opens."""
    assert start(library, planned(library, catalogue)[1]) is None


def test_starting_enters_the_first_block_and_starting_again_goes_on(room: Room) -> None:
    """Opening the room a second time changes nothing."""
    place = start(room.library, room.workshop)
    assert place is not None
    assert place.running.block == room.blocks()[0]
    assert room.row().state == "running"
    room.step(1)
    assert start(room.library, room.workshop) == room.place()
    assert room.place().step == 1
    assert len(runs(room)) == 1


def test_a_block_left_is_ended_and_goes_on_when_entered_again(room: Room) -> None:
    """The same run, at the step where it was left."""
    room.enter("opening-round")
    room.step(1)
    room.enter("hopes-and-fears")
    assert runs(room) == [("opening-round", 1, False), ("hopes-and-fears", 1, True)]
    assert room.enter("opening-round").step == 1
    assert runs(room) == [("opening-round", 1, True), ("hopes-and-fears", 1, False)]


def test_the_same_block_again_is_another_run(room: Room) -> None:
    """Numbered, from its first step; the run before is ended."""
    room.enter("opening-round")
    room.step(1)
    place = room.enter("opening-round", again=True)
    assert (place.running.run.number, place.step) == (2, 0)
    assert runs(room) == [("opening-round", 1, False), ("opening-round", 2, True)]
    room.enter("hopes-and-fears")
    assert room.enter("opening-round").running.run.number == 2, "its latest run goes on"


def test_entering_where_one_stands_writes_nothing(room: Room) -> None:
    """No change, nothing to undo twice."""
    room.enter("opening-round")
    before = room.library.reader.number("SELECT count(*) FROM change")
    room.enter("opening-round")
    assert room.library.reader.number("SELECT count(*) FROM change") == before


def test_undoing_an_entry_goes_back_to_the_block_before(room: Room) -> None:
    """To its step; and redoing goes forward again."""
    room.enter("opening-round")
    room.step(1)
    room.enter("hopes-and-fears")
    room.library.undo(scope(room))
    assert room.running().block.exercise == "opening-round"
    assert room.place().step == 1
    assert runs(room) == [("opening-round", 1, True)]
    room.library.redo(scope(room))
    assert room.running().block.exercise == "hopes-and-fears"


def test_undoing_a_return_goes_back_as_well(room: Room) -> None:
    """The run that was entered again is ended again; the room stands where it came from."""
    room.enter("opening-round")
    room.enter("hopes-and-fears")
    room.enter("opening-round")
    room.library.undo(scope(room))
    assert room.running().block.exercise == "hopes-and-fears"
    assert runs(room) == [("opening-round", 1, False), ("hopes-and-fears", 1, True)]


def test_undoing_the_first_entry_stands_before_the_beginning(room: Room) -> None:
    """And the workshop is planned again."""
    room.enter("opening-round")
    room.library.undo(scope(room))
    assert place_of(room.library.reader, room.workshop.id) is None
    assert room.row().state == "planned"
    assert start(room.library, room.row()) is not None


def test_an_older_workshop_row_does_not_plan_it_anew(room: Room) -> None:
    """Whoever holds the row from before the start does no harm."""
    room.enter("opening-round")
    stale = room.workshop
    assert stale.state == "planned"
    with room.library.change("test") as writer:
        writer.change(stale, state="closed")
    enter_block(room.library, stale, room.block("hopes-and-fears"))
    assert room.row().state == "closed"


def test_steps_stay_within_the_recipe(room: Room) -> None:
    """Out of range stays at the nearest end."""
    room.enter("opening-round")
    last = len(room.running().recipe.steps) - 1
    assert enter_step(room.library, room.place(), 99).step == last
    assert enter_step(room.library, room.place(), -3).step == 0
    assert room.place().step == 0


def test_a_step_the_recipe_no_longer_has_is_its_last(room: Room) -> None:
    """A block changed while it ran still has somewhere to stand."""
    room.enter("opening-round")
    enter_step(room.library, room.place(), 1)
    with room.library.change("test") as writer:
        writer.change(room.block("opening-round"), recipe="{}")
    assert room.place().step == 0
    assert enter_step(room.library, room.place(), 4).step == 0


def test_a_recipe_that_lost_its_last_step_leads_to_the_one_before(room: Room) -> None:
    """Never past the end."""
    room.enter("opening-round")
    steps = room.running().recipe.steps
    enter_step(room.library, room.place(), len(steps) - 1)
    fewer = msgspec.structs.replace(room.running().recipe, steps=steps[:-1])
    with room.library.change("test") as writer:
        writer.change(room.block("opening-round"), recipe=encode_recipe(fewer))
    assert room.place().step == len(steps) - 2


def test_the_zone_is_remembered(room: Room) -> None:
    """Until one leaves the block; another step keeps it."""
    room.enter("hopes-and-fears")
    assert room.step(1).zone == ""
    enter_zone(room.library, room.place(), "fears")
    assert room.place().step == 1, "whatever the zone"
    assert room.step(2).zone == "fears"
    assert room.place().zone == "fears"
    room.enter(BREAK)
    assert room.place().zone == ""


def test_where_it_stands_and_that_it_lives_are_kept_not_journaled(room: Room) -> None:
    """Undo has nothing to say about them."""
    room.enter("opening-round")
    label = room.library.undo_label(scope(room))
    room.step(1)
    room.clock.go_on(seconds=5)
    record_heartbeat(room.library, room.workshop)
    reader = room.library.reader
    assert room.library.undo_label(scope(room)) == label
    assert reader.row(Standing, room.workshop.id).step == 1
    assert reader.row(Heartbeat, room.workshop.id).at == stamp(room.clock.now())


def test_a_run_begins_and_ends_when_it_did(room: Room) -> None:
    """In UTC, to the millisecond."""
    began = stamp(room.clock.now())
    room.enter("opening-round")
    room.clock.go_on(minutes=12, milliseconds=345)
    room.enter("hopes-and-fears")
    first = room.library.reader.rows(Run)[0]
    assert (first.started, first.ended) == (began, stamp(room.clock.now()))
