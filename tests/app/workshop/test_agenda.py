"""The arithmetic of an agenda, by examples that people really held and by properties."""

from itertools import pairwise

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.library.rows import Block
from app.workshop.agenda import (
    DAY,
    Layout,
    Spot,
    end_of,
    expected,
    lay_out,
    minute_near,
    pace,
    settled,
    spot_beside,
)
from tests.app.workshop.plans import block, ids, session

NINE, NOON = 9 * 60, 12 * 60

minutes = st.integers(1, 120)
starts = st.none() | st.integers(8 * 60, 16 * 60)
pairs = st.lists(st.tuples(minutes, starts, st.booleans()), max_size=25)


def blocks_from(drawn: list[tuple[int, int | None, bool]]) -> list[Block]:
    """Blocks with the drawn minutes, locked starts and breaks."""
    return [
        block(number, long, locked, pause=pause)
        for number, (long, locked, pause) in enumerate(drawn, start=1)
    ]


def grouped(number: int, minutes: int, group: str) -> Block:
    """A block in which one group works by itself."""
    return msgspec.structs.replace(block(number, minutes), room_group=group)


def test_an_empty_agenda_has_all_its_time_to_spare() -> None:
    """It ends when it starts."""
    layout = lay_out(session(), [])
    assert (layout.planned, layout.rest, layout.ends, layout.spare) == (0, 0, NINE, 180)
    assert layout.gaps == ()


def test_blocks_follow_one_another() -> None:
    """Each starts where the one before ends, and what is left is spare."""
    layout = lay_out(session(), [block(1, 20), block(2, 15, pause=True), block(3, 100)])
    assert [(slot.starts, slot.ends) for slot in layout.slots] == [
        (540, 560),
        (560, 575),
        (575, 675),
    ]
    assert (layout.planned, layout.rest, layout.spare) == (135, 15, 45)
    assert layout.limit == NOON


def test_an_evening_with_five_minutes_nobody_planned() -> None:
    """18:00 5, 18:05 5, 18:10 30, 18:45 5: the gap is reported, the rest is not moved."""
    evening = session(starts=18 * 60, minutes=60)
    late = 18 * 60 + 45
    layout = lay_out(evening, [block(1, 5), block(2, 5), block(3, 30), block(4, 5, late)])
    assert [slot.gap for slot in layout.slots] == [0, 0, 0, 5]
    assert [slot.block.id for slot in layout.gaps] == ["b4"]
    assert layout.ends == late + 5


def test_an_overlap_is_reported_and_what_follows_goes_on_from_there() -> None:
    """A block locked into the one before overlaps it; the end is the latest of all ends."""
    layout = lay_out(session(), [block(1, 60), block(2, 10, NINE + 30), block(3, 10)])
    assert [slot.gap for slot in layout.slots] == [0, -30, 0]
    assert [slot.starts for slot in layout.slots] == [540, 570, 580]
    assert layout.ends == 600


def test_two_groups_at_work_at_once_count_once() -> None:
    """Apart from ten to eleven, the second group done sooner; then everybody together."""
    blocks = [
        block(1, 60),
        grouped(2, 60, "north"),
        grouped(3, 30, "south"),
        grouped(4, 20, "south"),
        block(5, 30),
    ]
    layout = lay_out(session(), blocks)
    assert [slot.starts for slot in layout.slots] == [540, 600, 600, 630, 660]
    assert [slot.beside for slot in layout.slots] == [False, False, True, True, False]
    assert layout.gaps == ()
    assert (layout.planned, layout.ends, layout.spare) == (150, 690, 30)


def test_blocks_fixed_at_the_same_time_stand_side_by_side() -> None:
    """No group need be named; what comes after waits for the longer of the two."""
    layout = lay_out(
        session(), [block(1, 40, NINE), block(2, 60, NINE), block(3, 10, NINE + 60), block(4, 5)]
    )
    assert [slot.starts for slot in layout.slots] == [540, 540, 600, 610]
    assert [slot.adds for slot in layout.slots] == [40, 20, 10, 5]
    assert (layout.planned, layout.ends, layout.gaps) == (75, 615, ())


def test_the_second_half_of_two_groups_follows_in_its_own() -> None:
    """Fixed at the end of its own group's block, it overlaps nothing of the other's."""
    layout = lay_out(
        session(), [block(1, 60), block(2, 20, NINE), block(3, 60, NINE + 20), block(4, 10)]
    )
    assert [slot.gap for slot in layout.slots] == [0, 0, 0, 0]
    assert [slot.starts for slot in layout.slots] == [540, 540, 560, 620]
    assert layout.planned == 90


def test_with_two_groups_the_end_is_where_the_longer_one_ends() -> None:
    """What goes on beside something else makes nobody late."""
    layout = lay_out(session(), [block(1, 60), block(2, 60, NINE), block(3, 30)])
    late = pace(layout, NINE, 60, ["b2", "b3"])
    assert (late.behind, late.would_end) == (0, NINE + 90)


def test_a_group_waits_for_its_lock_and_everybody_for_the_group() -> None:
    """The first half goes ahead, the other at its time, and its second block after its first."""
    blocks = [block(1, 30), block(2, 60), block(3, 40, NINE + 30), block(4, 20, NINE + 70)]
    layout = lay_out(session(), [*blocks, block(5, 10)])
    assert [slot.beside for slot in layout.slots] == [False, False, True, True, False]
    early = expected(layout, NINE + 20, 0, ["b2", "b3", "b4", "b5"])
    assert early.starts == {"b2": NINE + 20, "b3": NINE + 30, "b4": NINE + 70, "b5": NINE + 90}
    grouped_apart = [
        block(1, 30),
        grouped(2, 60, "north"),
        msgspec.structs.replace(grouped(3, 40, "south"), starts=NINE + 30),
        grouped(4, 20, "south"),
        block(5, 10),
    ]
    early = expected(lay_out(session(), grouped_apart), NINE, 20, ["b2", "b3", "b4", "b5"])
    assert early.starts == {"b2": NINE + 20, "b3": NINE + 30, "b4": NINE + 70, "b5": NINE + 90}


def test_a_first_block_may_wait_or_begin_early() -> None:
    """Its gap is counted from the session's start."""
    assert lay_out(session(), [block(1, 10, NINE + 5)]).slots[0].gap == 5
    assert lay_out(session(), [block(1, 10, NINE - 10)]).slots[0].gap == -10


@given(pairs, st.integers(30, 600))
def test_laying_out_keeps_order_locks_and_sums(
    drawn: list[tuple[int, int | None, bool]], available: int
) -> None:
    """Order kept, locked starts honoured (also on the next day, after an evening that runs on past
    midnight), totals and spare add up, every gap told."""
    blocks = blocks_from(drawn)
    layout = lay_out(session(minutes=available), blocks)
    assert [slot.block for slot in layout.slots] == blocks
    assert all(slot.ends - slot.starts == slot.block.minutes for slot in layout.slots)
    locked = [(slot.starts, slot.block.starts) for slot in layout.slots]
    assert all(starts % DAY == lock % DAY for starts, lock in locked if lock is not None)
    apart = [slot for slot in layout.slots if slot.beside]
    assert layout.planned == sum(slot.adds for slot in layout.slots)
    assert all(0 <= slot.adds <= slot.block.minutes for slot in layout.slots)
    assert all(slot.adds == slot.block.minutes for slot in layout.slots if not slot.beside)
    assert all(slot.block.starts is not None for slot in apart)
    assert layout.spare == NINE + available - max([NINE, *(one.ends for one in layout.slots)])
    before = NINE
    for slot in layout.slots:
        assert slot.gap == (0 if slot.beside else slot.starts - before)
        assert slot.gap == 0 or slot.block.starts is not None
        before = max(before, slot.ends) if slot.beside else slot.ends
    assert layout.gaps == tuple(slot for slot in layout.slots if slot.gap)


@given(st.lists(st.tuples(minutes, st.booleans()), min_size=1, max_size=25))
def test_without_locks_time_is_the_sum_of_the_minutes(drawn: list[tuple[int, bool]]) -> None:
    """No gaps, and spare is what is available less what is planned."""
    blocks = blocks_from([(long, None, pause) for long, pause in drawn])
    layout = lay_out(session(), blocks)
    assert layout.gaps == ()
    assert layout.spare == 180 - layout.planned
    assert layout.ends == layout.slots[-1].ends


@given(st.lists(minutes, min_size=1, max_size=12), st.integers(0, 11), st.integers(-30, 90))
def test_pace_is_how_late_the_current_block_is(drawn: list[int], at: int, late: int) -> None:
    """Begun late by so many minutes, all that follows ends so much later; early, earlier."""
    at = min(at, len(drawn) - 1)
    layout = lay_out(session(), blocks_from([(long, None, False) for long in drawn]))
    slot = layout.slots[at]
    remaining = [one.block.id for one in layout.slots[at + 1 :]]
    found = pace(layout, slot.starts + late, slot.block.minutes, remaining)
    assert found.behind == late
    assert found.planned_end == layout.ends
    assert found.would_end == layout.ends + late


def test_a_locked_start_waits_for_those_who_are_early() -> None:
    """Ten minutes ahead, with lunch at noon: the day still ends when it was to end."""
    layout = lay_out(session(), [block(1, 60), block(2, 60), block(3, 30, NOON)])
    early = pace(layout, NINE + 50, 0, ["b2", "b3"])
    assert (early.behind, early.would_end) == (0, NOON + 30)
    assert pace(layout, NOON, 10, ["b3"]).behind == 10


def test_what_is_left_out_brings_the_end_nearer() -> None:
    """A block that nobody will run any more takes no time."""
    layout = lay_out(session(), [block(1, 60), block(2, 60), block(3, 30)])
    assert pace(layout, NINE + 60, 0, ["b3"]).behind == -60
    assert pace(layout, NINE + 60, 0, []).behind == -90


@given(pairs, st.integers(0, 24 * 60), st.integers(0, 90), st.data())
def test_pace_never_begins_a_locked_block_too_soon(
    drawn: list[tuple[int, int | None, bool]], now: int, left: int, data: st.DataObject
) -> None:
    """Whatever remains is after now, after its locked start, and takes its minutes."""
    layout = lay_out(session(), blocks_from(drawn))
    known = [slot.block for slot in layout.slots]
    remaining = [one for one in known if data.draw(st.booleans())]
    found = pace(layout, now, left, [one.id for one in remaining])
    adds = {slot.block.id: slot.adds for slot in layout.slots}
    assert found.would_end >= now + left + sum(adds[one.id] for one in remaining)
    assert all(
        found.would_end >= one.starts + adds[one.id] for one in remaining if one.starts is not None
    )
    assert found.behind == found.would_end - layout.ends


def test_a_time_after_midnight_belongs_to_the_evening() -> None:
    """On whichever day it is nearest to where it could be, and never before the workshop's own."""
    late = 23 * 60 + 50
    assert minute_near(30, late) == 24 * 60 + 30
    assert minute_near(24 * 60 + 30, late) == 24 * 60 + 30
    assert minute_near(23 * 60, late) == 23 * 60
    assert minute_near(8 * 60, NINE) == 8 * 60
    assert minute_near(2 * 60, 26 * 60) == 26 * 60
    assert minute_near(21 * 60, 8 * 60) == 21 * 60


def test_a_block_fixed_past_midnight_overlaps_nothing() -> None:
    """A quarter to nine until one in the morning, the last block fixed at half past midnight."""
    evening = session(starts=20 * 60 + 45, minutes=255)
    layout = lay_out(evening, [block(1, 200), block(2, 30, 30)])
    assert [slot.starts for slot in layout.slots] == [20 * 60 + 45, 24 * 60 + 30]
    assert [slot.gap for slot in layout.slots] == [0, 25]
    assert layout.ends == layout.limit == 25 * 60
    assert pace(layout, 24 * 60 + 20, 0, ["b2"]).behind == 0
    assert pace(layout, 24 * 60 + 40, 0, ["b2"]).behind == 10


def two_days() -> list[Layout]:
    """Two sessions: b1 and b2, then b3."""
    first = lay_out(session(), [block(1, 10), block(2, 10)])
    return [first, lay_out(session(number=2), [block(3, 10)])]


def test_one_place_up_or_down() -> None:
    """Within a session, over its edge, and nowhere at the edge of the agenda."""
    days = two_days()
    assert spot_beside(days, "b1", 1) == Spot("s1", "b2")
    assert spot_beside(days, "b2", -1) == Spot("s1", None)
    assert spot_beside(days, "b2", 1) == Spot("s2", None)
    assert spot_beside(days, "b3", -1) == Spot("s1", "b2")
    assert spot_beside(days, "b1", -1) is None
    assert spot_beside(days, "b3", 1) is None
    assert spot_beside(days, "b9", 1) is None


def test_the_end_is_after_the_last_block_there_is() -> None:
    """An empty last day is not where things are added by themselves."""
    days = two_days()
    assert end_of(days) == Spot("s2", "b3")
    empty = [days[0], lay_out(session(number=2), [])]
    assert end_of(empty) == Spot("s1", "b2")
    assert end_of([lay_out(session(), [])]) == Spot("s1", None)
    assert end_of([]) is None
    assert ids(empty) == [["b1", "b2"], []]


@given(st.lists(st.none() | st.integers(-5, 40), max_size=20))
def test_settled_positions_strictly_increase(positions: list[int | None]) -> None:
    """Whatever is given; and where it was in order with room, it stays as it was."""
    found = settled(positions)
    assert len(found) == len(positions)
    assert all(one < other for one, other in pairwise(found))


@given(st.lists(st.integers(1, 30), min_size=1, max_size=12), st.integers(0, 12))
def test_one_more_between_moves_nothing_else(steps: list[int], at: int) -> None:
    """As long as there is room."""
    standing = [sum(steps[: number + 1]) * 1000 for number in range(len(steps))]
    at = min(at, len(standing))
    found = settled([*standing[:at], None, *standing[at:]])
    assert found[:at] + found[at + 1 :] == standing


def test_without_room_all_are_numbered_anew() -> None:
    """As when two stand at one place, or side by side."""
    assert settled([1, None, 2]) == [1000, 2000, 3000]
    assert settled([7, 7]) == [1000, 2000]
    assert settled([None, None]) == [1000, 2000]
    assert settled([]) == []
