"""An agenda fitted again to other people or another time: never by itself, one change."""

from math import ceil

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from app.catalogue.agenda_entries import AgendaBlock
from app.catalogue.agenda_fit import SPARE, most_planned
from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.rows import Block, Workshop
from app.workshop.agenda_order import layouts
from app.workshop.fitting_again import refit, take_refit
from app.workshop.planning import edit_workshop, recipe_of, scope_of
from app.workshop.running import enter_block
from tests.app.workshop.made_agendas import MADE, made_agenda, with_agendas
from tests.app.workshop.plans import planned, wish
from tests.app.workshop.room import Room


def room_of(library: Library, catalogue: Catalogue) -> Room:
    """A round, hopes and fears in two parts with lunch between, and songs that are optional."""
    entry = catalogue.exercise("hopes-and-fears")
    steps = tuple(step.id for step in entry.steps)
    agenda = made_agenda(
        (
            AgendaBlock(exercise="opening-round", minutes=20),
            AgendaBlock(exercise=entry.id, minutes=20, steps=steps[:2]),
            AgendaBlock(interlude="lunch", minutes=40),
            AgendaBlock(exercise=entry.id, minutes=20, steps=steps[2:]),
            AgendaBlock(exercise="first-ninety-days", minutes=15, optional=True),
        )
    )
    made = with_agendas(catalogue, agenda)
    return Room(library, planned(library, made, agenda=MADE, minutes=200)[1])


def told(room: Room, catalogue: Catalogue, **more: object) -> Workshop:
    """The workshop, once something else is said of it."""
    fields = wish(room.workshop.community, **{"minutes": 200, **more})
    return edit_workshop(room.library, catalogue, room.workshop, fields)


def minutes(room: Room) -> list[int]:
    """What the blocks have."""
    return [one.minutes for one in room.blocks()]


def test_less_time_shortens_and_then_leaves_out(library: Library, catalogue: Catalogue) -> None:
    """Nothing by itself; taken, it is one change, and the steps follow."""
    room = room_of(library, catalogue)
    before = room.blocks()
    shortest = sum(
        catalogue.exercise(one).minutes.short
        for one in ("opening-round", "hopes-and-fears", "first-ninety-days")
    )
    lunch = minutes(room)[2]
    # What there is has to leave a tenth of it free.
    for planned_at_most in (shortest + lunch + 5, shortest + lunch - 5):
        there = ceil(planned_at_most * SPARE / (SPARE - 1))
        now = told(room, catalogue, minutes=there)
        assert room.blocks() == before
        fit = refit(library, catalogue, now, 18)
        take_refit(library, now, fit)
        assert sum(minutes(room)) <= most_planned(there) + fit.over
        assert minutes(room)[2] == lunch
        for one in room.blocks():
            assert recipe_of(one).minutes == one.minutes
        assert bool(fit.left_out) == (planned_at_most < shortest + lunch)
        library.undo(scope_of(room.workshop))
        assert room.blocks() == before


def test_time_to_spare_gives_back_what_is_less_than_usual(
    library: Library, catalogue: Catalogue
) -> None:
    """And no more than that."""
    room = room_of(library, catalogue)
    first = room.blocks()[0]
    short = catalogue.exercise("opening-round").minutes.short
    with library.change("block-minutes", scope_of(room.workshop)) as writer:
        writer.change(first, minutes=short)
    fit = refit(library, catalogue, told(room, catalogue, minutes=300), 18)
    assert (first.id, catalogue.exercise("opening-round").minutes.usual) in [
        (block.id, length) for block, length in fit.resized
    ]


def test_what_was_begun_stays_as_it_is(library: Library, catalogue: Catalogue) -> None:
    """Only what comes is fitted."""
    room = room_of(library, catalogue)
    enter_block(library, room.workshop, room.blocks()[0])
    fit = refit(library, catalogue, told(room, catalogue, minutes=90), 18)
    assert room.blocks()[0].id not in [block.id for block, _ in fit.resized]
    assert fit.over


def test_nothing_is_offered_where_all_fits(library: Library, catalogue: Catalogue) -> None:
    """As many people, as much time."""
    room = room_of(library, catalogue)
    fit = refit(library, catalogue, room.row(), 18)
    assert all(length > block.minutes for block, length in fit.resized)
    assert not fit.left_out


def test_any_people_and_any_time(library: Library, catalogue: Catalogue) -> None:
    """The sum is right, whatever is asked."""
    room = room_of(library, catalogue)
    (layout,) = layouts(library.reader, room.workshop.id)

    @settings(max_examples=25)
    @given(st.integers(15, 400), st.integers(0, 60), st.integers(0, 60))
    def ask(there: int, before: int, now: int) -> None:
        with library.change("workshop-edit", scope_of(room.workshop)) as writer:
            session = writer.row(type(layout.session), layout.session.id)
            writer.change(session, minutes=there)
        workshop = msgspec.structs.replace(room.workshop, expected=now)
        fit = refit(library, catalogue, workshop, before)
        lengths = {one.id: one.minutes for one in room.blocks()}
        lengths |= {block.id: length for block, length in fit.resized}
        gone = {block.id for block in fit.left_out}
        total = sum(length for one, length in lengths.items() if one not in gone)
        assert total <= most_planned(there) + fit.over
        assert all(recipe_of(library.reader.row(Block, one)).optional for one in gone)

    ask()
