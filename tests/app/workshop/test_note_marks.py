"""Notes' own colours, who said them, who may read them; and runs that hide what they gather."""

from datetime import date

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import encode_recipe
from app.community.rhythm_events import EventFields, Origin, add_event
from app.library.audience import readable
from app.library.library import Library
from app.library.rows import Block, Note, Person, RhythmEvent, Run
from app.library.trouble import Trouble
from app.workshop.hiding import turn_hidden
from app.workshop.note_marks import (
    audiences_within,
    colour_notes,
    mark_audience,
    name_author,
    need_authors,
)
from app.workshop.notes import add_notes, notes_of
from app.workshop.planning import recipe_of, scope_of, set_audience
from app.workshop.running import Running, running_of
from tests.app.workshop.room import Room, make_room


@pytest.fixture
def room(library: Library, catalogue: Catalogue) -> Room:
    """At hopes and fears."""
    made = make_room(library, catalogue)
    made.enter("hopes-and-fears")
    return made


@pytest.fixture
def running(room: Room) -> Running:
    """The run it stands in."""
    return room.running()


def set_recipe(room: Room, **fields: object) -> Running:
    """Change the recipe of the block that the room is in."""
    block = room.running().block
    recipe = msgspec.structs.replace(recipe_of(block), **fields)
    with room.library.change("block-recipe", scope_of(room.workshop)) as writer:
        writer.change(writer.row(Block, block.id), recipe=encode_recipe(recipe))
    return running_of(room.library.reader, room.running().run.id)


def test_a_colour_of_its_own_and_that_of_its_zone(library: Library, running: Running) -> None:
    """Three at once are one change."""
    notes = add_notes(library, running, "hopes", ["One", "Two", "Three"])
    colour_notes(library, running, notes, "blue")
    assert [one.colour for one in notes_of(library.reader, running.run.id)] == ["blue"] * 3
    colour_notes(library, running, notes[:1], None)
    assert [one.colour for one in notes_of(library.reader, running.run.id)] == ["", "blue", "blue"]
    for _ in range(2):
        library.undo(scope_of(running.workshop))
    assert [one.colour for one in notes_of(library.reader, running.run.id)] == [""] * 3


def test_an_author_is_a_person_of_the_community(room: Room) -> None:
    """Found by name, or made; no name takes it away; one undo takes both back."""
    running, library = set_recipe(room, anonymous=False), room.library
    (note,) = add_notes(library, running, "hopes", ["One"])
    before = library.reader.count(Person)
    name_author(library, running, [note], "  Wren Aldergrove ")
    (person,) = library.reader.rows(Person, name="Wren Aldergrove")
    assert library.reader.row(Note, note.id).author == person.id
    name_author(library, running, [note], "wren aldergrove")
    assert library.reader.count(Person) == before + 1
    name_author(library, running, [note], "")
    assert library.reader.row(Note, note.id).author is None
    for _ in range(3):
        library.undo(scope_of(running.workshop))
    assert library.reader.count(Person) == before


def test_no_author_where_notes_carry_no_names(room: Room) -> None:
    """Refused with a sentence; nobody becomes a person by it."""
    running, library = set_recipe(room, anonymous=True), room.library
    (note,) = add_notes(library, running, "hopes", ["One"])
    before = library.reader.count(Person)
    with pytest.raises(Trouble) as refused:
        need_authors(running)
    assert refused.value.code == "no-authors"
    with pytest.raises(Trouble):
        name_author(library, running, [note], "Wren Aldergrove")
    assert library.reader.count(Person) == before


def test_a_note_goes_no_further_than_its_block(room: Room) -> None:
    """Narrower it may be; wider is refused, and not offered."""
    library, running = room.library, room.running()
    set_audience(library, room.workshop, running.block, "room")
    running = running_of(library.reader, running.run.id)
    (note,) = add_notes(library, running, "hopes", ["One"])
    assert audiences_within(running) == ("facilitator", "room")
    with pytest.raises(Trouble) as wider:
        mark_audience(library, running, [note], "community")
    assert wider.value.code == "audience-wider"
    mark_audience(library, running, [note], "facilitator")
    assert readable(library.reader, "room", Note, "run = ?", running.run.id) == []
    library.undo(scope_of(running.workshop))
    assert len(readable(library.reader, "room", Note, "run = ?", running.run.id)) == 1


def test_what_came_of_a_note_goes_no_further_than_the_note(room: Room) -> None:
    """What recurs bears its words, and so does what was taken along from it, however often."""
    library, running = room.library, room.running()
    (note,) = add_notes(library, running, "hopes", ["Tea, once a month"])
    fields = EventFields(title=note.text, rule="FREQ=MONTHLY;BYDAY=1TU", date=date(2026, 1, 6))
    scope = scope_of(running.workshop)
    event = add_event(library, scope, fields, Origin("Europe/Paris", running.run.id, note.id))
    taken, again = add_notes(library, running, "fears", ["Tea", "Tea again"])
    with library.change("carry", scope) as writer:
        writer.change(taken, source=note.id)
        writer.change(again, source=taken.id)
    before = [library.reader.row(Note, one.id) for one in (note, taken, again)]
    mark_audience(library, running, [note], "facilitator")
    found = [library.reader.row(Note, one.id).audience for one in before]
    assert found == ["facilitator"] * 3
    assert library.reader.row(RhythmEvent, event.id).audience == "facilitator"
    library.undo(scope)
    assert [library.reader.row(Note, one.id) for one in before] == before
    assert library.reader.row(RhythmEvent, event.id) == event


def test_hidden_and_revealed_are_changes(library: Library, running: Running) -> None:
    """Each is taken back by one undo."""
    assert not running.run.hidden
    assert turn_hidden(library, running).hidden
    assert not turn_hidden(library, running).hidden
    library.undo(scope_of(running.workshop))
    assert library.reader.row(Run, running.run.id).hidden
    library.undo(scope_of(running.workshop))
    assert not library.reader.row(Run, running.run.id).hidden


def test_an_exercise_may_begin_hidden(room: Room) -> None:
    """Each of its runs does; coming back to one that was revealed does not hide it again."""
    set_recipe(room, hidden=True)
    again = room.enter("hopes-and-fears", again=True).running
    assert again.run.hidden
    turn_hidden(room.library, again)
    room.enter("opening-round")
    assert not room.enter("hopes-and-fears").running.run.hidden
