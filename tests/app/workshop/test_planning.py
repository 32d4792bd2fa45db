"""Planning: what each change does to the rows, and that any of them undone leaves no trace."""

import pytest

from app.catalogue.agenda_fit import SPARE
from app.catalogue.catalogue import Catalogue
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Block, Run, Workshop
from app.moment import stamp
from app.workshop.agenda import BREAK, Spot
from app.workshop.agenda_order import layouts, sessions_of
from app.workshop.planning import (
    LONGEST_BLOCK,
    add_break,
    add_exercise,
    add_session,
    begin_from,
    edit_workshop,
    languages_of,
    lock_start,
    move_block,
    recipe_of,
    remove_block,
    rename_block,
    scope_of,
    set_audience,
    set_languages,
    set_minutes,
    shift_block,
)
from tests.app.community.village import refusal
from tests.app.workshop.desk import Desk, make_desk
from tests.app.workshop.plans import WHOLE_DAY, everything, planned, wish


@pytest.fixture
def desk(library: Library, catalogue: Catalogue) -> Desk:
    """An empty workshop."""
    return make_desk(library, catalogue)


def test_a_launch_is_planned_in_one_change(library: Library, catalogue: Catalogue) -> None:
    """It fits with a tenth to spare; a break has no title, lunch has; one undo takes it away."""
    desk = make_desk(library, catalogue, agenda=WHOLE_DAY)
    (layout,) = layouts(library.reader, desk.workshop.id)
    agenda = catalogue.agenda(WHOLE_DAY)
    assert len(layout.slots) == len(agenda.blocks)
    planned = sum(block.minutes for block in agenda.blocks)
    rest = sum(block.minutes for block in agenda.blocks if block.exercise is None)
    assert (layout.planned, layout.rest) == (planned, rest)
    assert layout.spare == agenda.minutes - planned >= agenda.minutes // SPARE
    assert all(recipe_of(slot.block).minutes == slot.block.minutes for slot in layout.slots)
    titles = [slot.block.title for slot in layout.slots if slot.block.exercise == BREAK]
    pauses = [catalogue.interlude(block.interlude) for block in agenda.blocks if block.interlude]
    assert titles == ["" if one.id == BREAK else one.in_language("en").title for one in pauses]
    assert library.undo(Scope(desk.community.id)).label == "workshop-plan"
    assert library.reader.count(Workshop) == library.reader.count(Block) == 0


def test_an_empty_workshop_begins_from_an_agenda_later(desk: Desk) -> None:
    """In the workshop's own scope, undone in one go."""
    before = everything(desk.library)
    made = begin_from(desk.library, desk.catalogue, desk.workshop, WHOLE_DAY)
    assert [block.id for block in desk.blocks()] == [block.id for block in made]
    assert desk.library.undo(scope_of(desk.workshop)).label == "agenda-begin"
    assert everything(desk.library) == before


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"title": "  "}, "empty"),
        ({"title": "x" * 2001}, "too-long"),
        ({"place": "x" * 2001}, "too-long"),
        ({"minutes": 0}, "minutes"),
        ({"minutes": 24 * 60 + 1}, "minutes"),
        ({"title": "Launch\0"}, "nul-character"),
    ],
)
def test_a_wish_that_cannot_be_changes_nothing(
    desk: Desk, said: dict[str, object], code: str
) -> None:
    """Neither when planning nor when editing."""
    before = everything(desk.library)
    bad = wish(desk.community.id, **said)
    library, catalogue = desk.library, desk.catalogue
    assert refusal(lambda: planned(library, catalogue, **said)) == code
    assert refusal(lambda: edit_workshop(library, catalogue, desk.workshop, bad)) == code
    assert everything(library) == before


def test_blocks_are_added_where_one_says(desk: Desk) -> None:
    """At the end, after another, first of all; and what stood there keeps its position."""
    first = desk.own("One")
    third = desk.own("Three")
    standing = {block.id: block.position for block in desk.blocks()}
    desk.own("Two", spot=Spot(first.session, first.id))
    desk.own("Zero", spot=Spot(first.session))
    add_break(desk.library, desk.workshop, 15, Spot(first.session, third.id))
    assert desk.titles() == ["Zero", "One", "Two", "Three", "–"]
    assert {one.id: one.position for one in desk.blocks() if one.id in standing} == standing


def test_an_exercise_comes_with_its_recipe(desk: Desk) -> None:
    """Usual minutes, its kind and audience, its words in the workshop's language."""
    entry = desk.catalogue.exercise("hopes-and-fears")
    made = add_exercise(desk.library, desk.catalogue, desk.workshop, entry.id)
    assert (made.title, made.kind, made.audience) == ("Hopes and fears", "board", "room")
    assert made.minutes == recipe_of(made).minutes == entry.minutes.usual
    assert recipe_of(made).languages == ("en",)


@pytest.mark.parametrize("minutes", [0, -5, LONGEST_BLOCK + 1])
def test_minutes_that_cannot_be_are_refused(desk: Desk, minutes: int) -> None:
    """For own blocks, breaks and changes; a block may fill ten hours."""
    block = desk.own("Talk", LONGEST_BLOCK)
    assert refusal(lambda: desk.own("Talk", minutes)) == "minutes"
    assert refusal(lambda: add_break(desk.library, desk.workshop, minutes)) == "minutes"
    assert refusal(lambda: set_minutes(desk.library, desk.workshop, block, minutes)) == "minutes"
    assert desk.blocks() == [block]


def test_other_minutes_are_shared_out_among_the_steps(desk: Desk) -> None:
    """And typed digit by digit they are one change."""
    block = add_exercise(desk.library, desk.catalogue, desk.workshop, "hopes-and-fears")
    for minutes in (4, 40):
        block = set_minutes(desk.library, desk.workshop, block, minutes)
        assert recipe_of(block).minutes == block.minutes == minutes
    desk.library.undo(scope_of(desk.workshop))
    assert desk.blocks()[0].minutes == desk.catalogue.exercise("hopes-and-fears").minutes.usual


def test_moving_up_and_down(desk: Desk) -> None:
    """By one place; at the edge nothing happens, and nothing is written."""
    blocks = [desk.own(name) for name in ("A", "B", "C")]
    shift_block(desk.library, desk.workshop, blocks[0], 1)
    assert desk.titles() == ["B", "A", "C"]
    shift_block(desk.library, desk.workshop, blocks[2], -1)
    assert desk.titles() == ["B", "C", "A"]
    before = everything(desk.library)
    shift_block(desk.library, desk.workshop, blocks[0], 1)
    move_block(desk.library, desk.workshop, blocks[0], Spot(blocks[0].session, blocks[0].id))
    assert everything(desk.library) == before
    assert desk.library.undo_label(scope_of(desk.workshop)) == "block-move"


def test_moving_across_days(desk: Desk) -> None:
    """At the edge of a day a block goes into the next one, also an empty one."""
    block = desk.own("Talk")
    add_session(desk.library, desk.workshop, "2026-01-16", 9 * 60, 120, "Annex")
    first, second = sessions_of(desk.library.reader, desk.workshop.id)
    shift_block(desk.library, desk.workshop, block, 1)
    assert desk.blocks()[0].session == second.id
    shift_block(desk.library, desk.workshop, block, -1)
    assert desk.blocks()[0].session == first.id
    assert [len(one.slots) for one in layouts(desk.library.reader, desk.workshop.id)] == [1, 0]


def test_positions_follow_the_agenda_over_all_days(desk: Desk) -> None:
    """So that wherever blocks are listed by them alone, they stand in order."""
    desk.own("A")
    desk.own("B")
    add_session(desk.library, desk.workshop, "2026-01-16", 9 * 60, 120)
    first, second = sessions_of(desk.library.reader, desk.workshop.id)
    late = desk.own("D", spot=Spot(second.id))
    desk.own("C", spot=Spot(second.id))
    desk.own("E", spot=Spot(first.id, late.id))
    assert desk.titles() == ["A", "B", "C", "D", "E"]
    assert desk.blocks()[-1].session == second.id, "after a block is where that block is"
    positions = [block.position for block in desk.blocks()]
    assert positions == sorted(set(positions))


def test_what_is_gone_is_said_to_be_gone(desk: Desk) -> None:
    """A block undone meanwhile, or the place it was to go to."""
    kept, block = desk.own("Kept"), desk.own("Gone")
    library, workshop = desk.library, desk.workshop
    remove_block(library, workshop, block)
    spot = Spot(block.session, block.id)
    assert refusal(lambda: desk.own("After it", spot=spot)) == "gone"
    assert refusal(lambda: move_block(library, workshop, kept, spot)) == "gone"
    assert refusal(lambda: move_block(library, workshop, block, Spot(kept.session))) == "gone"
    assert refusal(lambda: set_minutes(library, workshop, block, 20)) == "gone"
    assert refusal(lambda: rename_block(library, workshop, block, "New")) == "gone"
    assert refusal(lambda: desk.own("Nowhere", spot=Spot("no session"))) == "gone"
    assert desk.titles() == ["Kept"]


def test_a_block_that_was_run_stays(desk: Desk) -> None:
    """What was said in it hangs on it."""
    block = desk.own("Talk")
    with desk.library.change("test", scope_of(desk.workshop)) as rows:
        rows.add(Run(id="r", block=block.id, started=stamp(desk.library.moment.now())))
    assert refusal(lambda: remove_block(desk.library, desk.workshop, block)) == "block-has-runs"
    assert desk.titles() == ["Talk"]


def test_locking_and_audience(desk: Desk) -> None:
    """A locked start is honoured by the layout; None lets it follow again."""
    desk.own("A")
    block = desk.own("B")
    lock_start(desk.library, desk.workshop, block, 10 * 60)
    set_audience(desk.library, desk.workshop, block, "facilitator")
    (layout,) = layouts(desk.library.reader, desk.workshop.id)
    assert (layout.slots[1].starts, layout.slots[1].block.audience) == (600, "facilitator")
    lock_start(desk.library, desk.workshop, block, None)
    (layout,) = layouts(desk.library.reader, desk.workshop.id)
    assert layout.gaps == ()


def test_a_renamed_block_of_ones_own_is_called_so_in_every_language(
    library: Library, catalogue: Catalogue
) -> None:
    """An exercise keeps its own name in the second language."""
    desk = make_desk(library, catalogue, languages=("en", "fr"))
    own = rename_block(library, desk.workshop, desk.own("Lunch"), "Soup")
    assert {words.title for words in recipe_of(own).words.values()} == {"Soup"}
    exercise = add_exercise(library, catalogue, desk.workshop, "hopes-and-fears")
    renamed = rename_block(library, desk.workshop, exercise, "What we hope")
    assert recipe_of(renamed) == recipe_of(exercise)
    assert refusal(lambda: rename_block(library, desk.workshop, own, " ")) == "empty"


def test_languages_take_the_words_along(library: Library, catalogue: Catalogue) -> None:
    """Names follow, minutes and titles people gave stay; back again, all is as before."""
    desk = make_desk(library, catalogue, agenda=WHOLE_DAY)
    blocks = desk.blocks()
    set_minutes(library, desk.workshop, blocks[2], 33)
    rename_block(library, desk.workshop, blocks[1], "Who we are")
    desk.own("Lunch")
    before = everything(library)
    set_languages(library, catalogue, desk.workshop, ("fr",))
    french = desk.titles()
    assert french[1:3] == ["Who we are", "Espoirs et craintes"]
    assert french[-1] == "Lunch"
    assert desk.blocks()[2].minutes == recipe_of(desk.blocks()[2]).minutes == 33
    assert all(recipe_of(one).languages == ("fr",) for one in desk.blocks())
    set_languages(library, catalogue, desk.row(), ("en",))
    assert everything(library) == before


def test_a_block_without_any_words_keeps_its_title(desk: Desk) -> None:
    """As one from another Hearth may be."""
    block = desk.own("Lunch")
    with desk.library.change("test", scope_of(desk.workshop)) as rows:
        rows.change(block, recipe="{}")
    set_languages(desk.library, desk.catalogue, desk.workshop, ("fr", "en"))
    assert desk.titles() == ["Lunch"]
    assert rename_block(desk.library, desk.workshop, block, "Soup").title == "Soup"


def test_editing_is_one_change_and_later_days_move_along(desk: Desk) -> None:
    """Languages included; one undo takes all of it back."""
    add_exercise(desk.library, desk.catalogue, desk.workshop, "hopes-and-fears")
    add_session(desk.library, desk.workshop, "2026-01-16", 9 * 60, 120)
    before = everything(desk.library)
    other = wish(
        desk.community.id, title=" Our  start ", date="2026-02-27", languages=("fr", "en"), place=""
    )
    edited = edit_workshop(desk.library, desk.catalogue, desk.workshop, other)
    assert (edited.title, edited.date, edited.place) == ("Our start", "2026-02-27", "")
    assert languages_of(edited) == ("fr", "en")
    assert desk.titles() == ["Espoirs et craintes"]
    days = [one.date for one in sessions_of(desk.library.reader, desk.workshop.id)]
    assert days == ["2026-02-27", "2026-02-28"]
    desk.library.undo(scope_of(desk.workshop))
    assert everything(desk.library) == before


def test_sessions_in_three_places_stay_there_when_the_workshop_is_edited(desk: Desk) -> None:
    """Only those that are where the workshop is move with it."""
    add_session(desk.library, desk.workshop, "2026-01-16", 9 * 60, 120, "The mill")
    add_session(desk.library, desk.workshop, "2026-01-17", 9 * 60, 120, "Room B-204")
    (first, *_) = sessions_of(desk.library.reader, desk.workshop.id)
    with desk.library.change("test", scope_of(desk.workshop)) as rows:
        rows.change(first, place="The boathouse")
    same = wish(desk.community.id, title="Three places")
    edit_workshop(desk.library, desk.catalogue, desk.workshop, same)
    assert places(desk) == ["The boathouse", "The mill", "Room B-204"]
    other = wish(desk.community.id, place="The school")
    edit_workshop(desk.library, desk.catalogue, desk.workshop, other)
    assert places(desk) == ["The boathouse", "The mill", "The school"]


def test_the_only_session_is_where_the_workshop_is_said_to_be(desk: Desk) -> None:
    """Whatever it was called before."""
    (only,) = sessions_of(desk.library.reader, desk.workshop.id)
    with desk.library.change("test", scope_of(desk.workshop)) as rows:
        rows.change(only, place="Elsewhere")
    other = wish(desk.community.id, place="The school")
    edit_workshop(desk.library, desk.catalogue, desk.workshop, other)
    assert places(desk) == ["The school"]


def places(desk: Desk) -> list[str]:
    """Where each session is held."""
    return [one.place for one in sessions_of(desk.library.reader, desk.workshop.id)]


def test_a_workshop_without_any_session_is_given_one(desk: Desk) -> None:
    """Such as a file from elsewhere may leave."""
    with desk.library.change("test", scope_of(desk.workshop)) as rows:
        for session in sessions_of(rows, desk.workshop.id):
            rows.remove(session)
    assert refusal(lambda: desk.own("Nowhere")) == "gone"
    wanted = wish(desk.community.id)
    edit_workshop(desk.library, desk.catalogue, desk.workshop, wanted)
    desk.own("Somewhere")
    (layout,) = layouts(desk.library.reader, desk.workshop.id)
    assert (layout.session.starts, len(layout.slots)) == (wanted.starts, 1)


def test_a_day_put_before_another_takes_its_blocks_first(desk: Desk) -> None:
    """Blocks follow their session, and their positions follow the agenda."""
    desk.own("Afternoon")
    made = add_session(desk.library, desk.workshop, "2026-01-14", 9 * 60, 60)
    desk.own("The day before", spot=Spot(made.id))
    assert desk.titles() == ["The day before", "Afternoon"]
    positions = [block.position for block in desk.blocks()]
    assert positions == sorted(set(positions))


def test_the_first_part_of_a_day_put_off_until_the_evening(desk: Desk) -> None:
    """Its blocks come after those of the afternoon, in their positions too."""
    desk.own("Morning")
    made = add_session(desk.library, desk.workshop, "2026-01-15", 13 * 60, 60)
    desk.own("Afternoon", spot=Spot(made.id))
    later = wish(desk.community.id, starts=18 * 60, minutes=60)
    edit_workshop(desk.library, desk.catalogue, desk.workshop, later)
    assert desk.titles() == ["Afternoon", "Morning"]
    positions = [block.position for block in desk.blocks()]
    assert positions == sorted(set(positions))


def test_every_change_belongs_to_the_workshop(desk: Desk) -> None:
    """So that Ctrl+Z on its page takes back exactly what was done there."""
    told: list[Scope] = []
    desk.library.subscribe(lambda change: told.append(change.scope))
    block = desk.own("A")
    set_minutes(desk.library, desk.workshop, block, 20)
    lock_start(desk.library, desk.workshop, block, 600)
    edit_workshop(desk.library, desk.catalogue, desk.workshop, wish(desk.community.id, title="B"))
    add_session(desk.library, desk.workshop, "2026-01-16", 540, 60)
    remove_block(desk.library, desk.workshop, block)
    assert len(told) == 6
    assert set(told) == {scope_of(desk.workshop)}
