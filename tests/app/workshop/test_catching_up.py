"""Winning time back: the sums are right, nothing goes below its shortest, fixed starts hold."""

from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.catalogue.recipe import encode_recipe, own_recipe
from app.library.opening import open_library
from app.library.rows import Block
from app.library.trouble import Trouble
from app.workshop.agenda import lay_out
from app.workshop.agenda_order import blocks_of, layouts
from app.workshop.catching_up import Way, aim_of, limits_of, take_way, ways
from app.workshop.course import Course
from app.workshop.planning import lock_start, recipe_of, remove_block, scope_of
from tests.app.community.village import StandingClock
from tests.app.workshop.plans import WHOLE_DAY, block, everything, planned, session, the_catalogue

CATALOGUE = the_catalogue()
NINE, NOON = 9 * 60, 12 * 60


@st.composite
def courses(draw: st.DrawFn, *, fixed: bool = True) -> Course:
    """A morning under way: some blocks begun, one of them the current, some of the others fixed."""
    long = draw(st.lists(st.integers(2, 90), min_size=1, max_size=8))
    locks = [draw(st.none() | st.integers(NINE, 17 * 60)) if fixed else None for _ in long]
    pauses = [draw(st.booleans()) for _ in long]
    blocks = [
        block(number, minutes, lock, pause=pause)
        for number, (minutes, lock, pause) in enumerate(zip(long, locks, pauses, strict=True), 1)
    ]
    at = draw(st.integers(0, len(blocks) - 1))
    layout = lay_out(session(minutes=draw(st.integers(60, 600))), blocks)
    assume(not any(slot.beside for slot in layout.slots))
    left = draw(st.integers(0, blocks[at].minutes))
    now = max(0, layout.slots[at].ends - left + draw(st.integers(-60, 90)))
    remaining = frozenset(one.id for one in blocks[at + 1 :])
    return Course(layout, blocks[at].id, now, left, remaining)


def after(course: Course, way: Way) -> Course:
    """The same instant, in the agenda that a way leads to."""
    return Course(
        lay_out(way.session, way.blocks), course.current, course.now, course.left, course.remaining
    )


@given(courses(), st.integers(1, 120))
def test_nothing_goes_below_its_shortest_and_fixed_starts_hold(course: Course, wanted: int) -> None:
    """Whatever is chosen, but for moving, which was asked for."""
    before = {slot.block.id: slot.block for slot in course.layout.slots}
    for way in ways(course, CATALOGUE, wanted):
        for one in way.blocks:
            was = before[one.id]
            assert one.minutes >= 1
            assert one.minutes == was.minutes or one.minutes >= limits_of(CATALOGUE, was).shortest
            if one.id != course.current:
                assert way.how == "move" or one.starts == was.starts
                assert (one.starts is None) == (was.starts is None)
                assert (one.starts or 0) >= (was.starts or 0)
        gone = before.keys() - {one.id for one in way.blocks}
        assert gone == ({way.left_out.id} if way.left_out is not None else set())
        assert gone.isdisjoint({course.current})
        assert not any(before[one].starts for one in gone)


@given(courses(), st.integers(1, 120))
def test_what_is_won_is_won_before_what_is_threatened(course: Course, wanted: int) -> None:
    """Each block that is shortened stands before it, and what is still missing is said."""
    aim = aim_of(course)
    for way in ways(course, CATALOGUE, wanted):
        found = after(course, way)
        if way.how == "shorten":
            cut = {one.id: one.minutes for one in way.blocks}
            lost = [slot.block.minutes - cut[slot.block.id] for slot in course.layout.slots]
            assert sum(lost) == way.won <= wanted
            assert all(one >= 0 for one in lost)
        if way.how == "move":
            assert aim_of(found).fixed is None or aim_of(found).late <= 0
            continue
        reached = way.after.ends if aim.fixed is None else way.after.starts[aim.fixed.id]
        assert reached == max(aim.due + aim.late - way.won, aim.due if aim.fixed else 0)
        assert way.missing == max(0, aim.late - way.won)


@given(courses(fixed=False), st.integers(1, 120))
def test_without_fixed_starts_the_pace_is_better_by_what_was_won(
    course: Course, wanted: int
) -> None:
    """And the end that was planned stays the end, as long as no more is won than was lost."""
    late = course.pace.behind
    assume(late > 0)
    for way in ways(course, CATALOGUE, min(wanted, late)):
        found = after(course, way)
        if way.how == "move":
            assert found.pace.behind == 0
            assert found.layout.ends == course.pace.would_end
            assert found.layout.spare >= 0
        else:
            assert found.pace.would_end == course.pace.would_end - way.won
            # A block that is left out may be more than is needed: then there is time in hand.
            in_hand = max(0, way.won - late)
            assert found.layout.ends == course.layout.ends - in_hand
            assert found.pace.behind == late - (way.won - in_hand)


@given(courses(fixed=False))
def test_time_in_hand_is_given_to_what_comes(course: Course) -> None:
    """Never beyond what a block may take, and never later than the end."""
    early = course.pace.behind
    assume(early < 0)
    for way in ways(course, CATALOGUE, early):
        assert way.how == "lengthen"
        found = after(course, way)
        assert found.pace.would_end == course.pace.would_end + way.won <= course.layout.ends
        assert found.pace.behind == early + way.won


def test_ten_minutes_before_a_fixed_lunch() -> None:
    """Two blocks of half an hour before it give five each; the afternoon gives nothing."""
    blocks = [
        block(1, 60),
        block(2, 30),
        block(3, 30),
        block(4, 60, NOON, pause=True),
        block(5, 90),
    ]
    layout = lay_out(session(starts=10 * 60, minutes=300), blocks)
    course = Course(layout, "b1", 11 * 60, 10, frozenset(("b2", "b3", "b4", "b5")))
    assert (aim_of(course).late, aim_of(course).due) == (10, NOON)
    found = ways(course, CATALOGUE, 10)
    assert [way.how for way in found] == ["shorten", "leave-out", "leave-out", "move"]
    shorter = found[0]
    assert [one.minutes for one in shorter.blocks] == [60, 25, 25, 60, 90]
    assert (shorter.won, shorter.missing) == (10, 0)
    assert shorter.after.starts["b4"] == NOON
    assert after(course, shorter).layout.gaps == (after(course, shorter).layout.slots[0],)
    assert after(course, shorter).pace.behind == 0
    moved = found[-1]
    assert [one.starts for one in moved.blocks] == [610, None, None, NOON + 10, None]
    # Forty minutes cannot be found before lunch: that is said, and no more is taken than there is.
    late = Course(layout, "b1", 11 * 60, 40, course.remaining)
    most = ways(late, CATALOGUE, 40)[0]
    assert ([one.minutes for one in most.blocks], most.won, most.missing) == (
        [60, 15, 15, 60, 90], 30, 10,
    )  # fmt: skip


def halves(now: int) -> Course:
    """Two halves of the room go apart at half past nine; the first block ends at ``now``."""
    blocks = [block(1, 30), block(2, 60), block(3, 60, NINE + 30), block(4, 60)]
    layout = lay_out(session(), blocks)
    return Course(layout, "b1", now, 0, frozenset(("b2", "b3", "b4")))


@pytest.mark.parametrize("late", [-10, 0, 10])
def test_two_halves_of_a_room_are_as_late_as_the_room(late: int) -> None:
    """What goes on beside something else begins with it, not after it."""
    course = halves(NINE + 30 + late)
    aim = aim_of(course)
    assert (aim.late, aim.fixed is not None) == (max(0, late), late > 0)
    assert course.expected.starts["b3"] == NINE + 30 + max(0, late)
    for way in ways(course, CATALOGUE, 10):
        if way.how != "move":
            assert way.after.starts["b3"] == course.expected.starts["b3"]


def test_a_way_is_one_change_and_undone_by_one(tmp_path: Path) -> None:
    """The recipe's steps share the new minutes; a block that is gone meanwhile refuses it whole."""
    with closing(open_library(tmp_path / "library.hearth", StandingClock())) as library:
        _, workshop = planned(library, CATALOGUE, agenda=WHOLE_DAY)
        blocks = blocks_of(library.reader, workshop.id)
        lock_start(library, workshop, blocks[4], 10 * 60)
        (layout,) = layouts(library.reader, workshop.id)
        before = everything(library)
        first, *others = [slot.block for slot in layout.slots]
        remaining = frozenset(one.id for one in others)
        course = Course(layout, first.id, 8 * 60, first.minutes + 12, remaining)
        for way in ways(course, CATALOGUE, 12):
            take_way(library, workshop, way)
            kept = {one.id: one for one in blocks_of(library.reader, workshop.id)}
            assert {one.id: one.minutes for one in way.blocks} == {
                one.id: one.minutes for one in kept.values()
            }
            assert all(_steps(one) == one.minutes for one in kept.values())
            library.undo(scope_of(workshop))
            assert everything(library) == before
        way = ways(course, CATALOGUE, 12)[0]
        remove_block(library, workshop, others[-1])
        before = everything(library)
        with pytest.raises(Trouble):
            take_way(library, workshop, way)
        assert everything(library) == before


def _steps(block: Block) -> int:
    return recipe_of(block).minutes


def test_what_may_be_left_out_is_proposed_first() -> None:
    """Before anything is shortened; whatever is enough comes first among them."""
    blocks = [block(1, 30), block(2, 40), block(3, 10), block(4, 25)]
    for at in (2, 3):
        kept = msgspec.structs.replace(own_recipe("x", 10, ("en",)), optional=True)
        blocks[at] = msgspec.structs.replace(blocks[at], recipe=encode_recipe(kept))
    layout = lay_out(session(), blocks)
    late = Course(layout, "b1", NINE + 40, 10, frozenset({"b2", "b3", "b4"}))
    found = ways(late, CATALOGUE, 20)
    told = [one.left_out.id if one.left_out is not None else one.how for one in found]
    assert told == ["b4", "b3", "shorten", "b2", "move"]
