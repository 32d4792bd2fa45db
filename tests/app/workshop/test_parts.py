"""An exercise in two parts: what the first part gathered is there in the second, whatever kind."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.kinds.roles import answer, candidates, name_someone, namings_of
from app.library.library import Library
from app.library.rows import Block, Holding, Run
from app.workshop.agenda import BREAK
from app.workshop.agenda_order import blocks_of
from app.workshop.clock import read_clock, start_step_clock
from app.workshop.closing import close_workshop, reopen_workshop
from app.workshop.history import times_used
from app.workshop.notes import add_notes, notes_of
from app.workshop.planning import recipe_of, scope_of, set_audience
from app.workshop.running import Place, enter_block, enter_step, place_of
from app.workshop.zone_changes import add_zone
from tests.app.workshop.made_agendas import MADE, in_two_parts, with_agendas
from tests.app.workshop.plans import planned
from tests.app.workshop.room import Room

ROLES, BOARD = "who-tends-what", "hopes-and-fears"


def room_of(library: Library, catalogue: Catalogue, exercise: str) -> Room:
    """A workshop in which the exercise stands in two blocks, with lunch between."""
    made = with_agendas(catalogue, in_two_parts(catalogue, exercise))
    return Room(library, planned(library, made, agenda=MADE)[1])


def parts(room: Room) -> list[Block]:
    """The two blocks."""
    return [one for one in room.blocks() if recipe_of(one).part]


def enter(room: Room, block: Block, *, again: bool = False) -> Place:
    """Go to a block, its clock running."""
    place = enter_block(room.library, room.workshop, block, again=again)
    start_step_clock(room.library, place)
    return place


@pytest.mark.parametrize("exercise", [ROLES, BOARD])
def test_the_steps_are_shared_out(library: Library, catalogue: Catalogue, exercise: str) -> None:
    """Each has its own steps, which fill its minutes; what to bring is said once."""
    room = room_of(library, catalogue, exercise)
    first, second = parts(room)
    told = [[step.id for step in recipe_of(one).steps] for one in (first, second)]
    assert told[0] + told[1] == [step.id for step in catalogue.exercise(exercise).steps]
    for one in (first, second):
        assert recipe_of(one).minutes == one.minutes
    assert recipe_of(first).materials_in("en")
    assert not recipe_of(second).materials_in("en")


def test_names_given_before_lunch_are_asked_after_it(
    library: Library, catalogue: Catalogue
) -> None:
    """A yes after lunch to a name of before it gives the role; undone, the name is still there."""
    room = room_of(library, catalogue, ROLES)
    first, second = parts(room)
    before = enter(room, first)
    name_someone(library, before.running, "sponsor", "Tomás Rivera")
    enter(room, next(one for one in room.blocks() if one.exercise == BREAK))
    after = enter(room, second)
    assert after.part.block.id == second.id
    assert after.running.run.id == before.running.run.id
    (naming,) = namings_of(library.reader, after.running.run.id, "sponsor")
    answer(library, after.running, naming, "yes")
    assert [one.role for one in library.reader.rows(Holding)] == ["sponsor"]
    library.undo(scope_of(room.workshop))
    assert library.reader.rows(Holding) == []
    assert len(candidates(library.reader, after.running)) == 1


def test_notes_and_zones_are_those_of_the_first_part(
    library: Library, catalogue: Catalogue
) -> None:
    """A zone made in the second part is there in the first, with its notes."""
    room = room_of(library, catalogue, BOARD)
    first, second = parts(room)
    running = enter(room, first).running
    add_notes(library, running, "hopes", ["To be asked sooner"])
    later = enter(room, second).running
    zone = add_zone(library, later, "Wishes")
    add_notes(library, later, zone, ["Maps that agree"])
    back = enter(room, first)
    assert back.part.block.id == first.id
    texts = [one.text for one in notes_of(library.reader, back.running.run.id)]
    assert texts == ["To be asked sooner", "Maps that agree"]
    assert zone in str(back.running.recipe.setup["zones"])


def test_each_part_has_its_own_steps_and_clock(library: Library, catalogue: Catalogue) -> None:
    """The clock of the second part's first step has that step's minutes, whatever ran before."""
    room = room_of(library, catalogue, BOARD)
    first, second = parts(room)
    enter(room, first)
    place = enter(room, second)
    clock = read_clock(library, place)
    assert clock is not None
    assert clock.length == recipe_of(second).steps[0].minutes * 60
    assert enter_step(library, place, 9).step == len(recipe_of(second).steps) - 1
    opened = place_of(library.reader, room.workshop.id)  # as after a restart
    assert opened is not None
    assert (opened.part.block.id, opened.running.block.id) == (second.id, first.id)


def test_begun_the_other_way_round_they_still_share(library: Library, catalogue: Catalogue) -> None:
    """What is said in the part that comes first in the room is there in the other one."""
    room = room_of(library, catalogue, BOARD)
    first, second = parts(room)
    later = enter(room, second).running
    add_notes(library, later, "hopes", ["Said early"])
    place = enter(room, first)
    assert place.part.block.id == first.id
    assert [one.text for one in notes_of(library.reader, place.running.run.id)] == ["Said early"]


def test_once_more_begins_with_nothing(library: Library, catalogue: Catalogue) -> None:
    """Another run of the first part has its own second part; going back finds the last one."""
    room = room_of(library, catalogue, BOARD)
    first, second = parts(room)
    add_notes(library, enter(room, first).running, "hopes", ["Morning"])
    enter(room, second)
    again = enter(room, first, again=True).running
    add_notes(library, again, "hopes", ["Evening"])
    place = enter(room, second)
    assert [one.text for one in notes_of(library.reader, place.running.run.id)] == ["Evening"]
    assert library.reader.count(Run, block=second.id) == 2


def test_both_parts_are_for_the_same_readers(library: Library, catalogue: Catalogue) -> None:
    """They gather one thing."""
    room = room_of(library, catalogue, BOARD)
    set_audience(library, room.workshop, parts(room)[1], "facilitator")
    assert {one.audience for one in parts(room)} == {"facilitator"}
    library.undo(scope_of(room.workshop))
    assert {one.audience for one in parts(room)} == {"room"}


def test_a_part_alone_says_nothing_of_how_long_it_takes(
    library: Library, catalogue: Catalogue
) -> None:
    """What an exercise took before is told of whole ones."""
    room = room_of(library, catalogue, BOARD)
    for one in (*parts(room), blocks_of(library.reader, room.workshop.id)[-1]):
        enter(room, one)
    assert times_used(library.reader, BOARD) == []


def test_closed_and_reopened_it_goes_on_in_the_second_part(
    library: Library, catalogue: Catalogue
) -> None:
    """With what the first part gathered."""
    room = room_of(library, catalogue, BOARD)
    first, second = parts(room)
    add_notes(library, enter(room, first).running, "hopes", ["To be asked sooner"])
    enter(room, second)
    close_workshop(library, room.row())
    reopen_workshop(library, room.row())
    place = room.place()
    assert (place.part.block.id, place.part.run.ended) == (second.id, None)
    assert len(notes_of(library.reader, place.running.run.id)) == 1
    (ended,) = library.reader.rows(Run, block=first.id)
    assert ended.ended is not None
