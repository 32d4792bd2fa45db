"""A workshop held on another day than planned: its dates, its hour, its fixed starts."""

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.workshop.agenda import Spot
from app.workshop.agenda_order import sessions_of
from app.workshop.closing import close_workshop
from app.workshop.planning import lock_start, scope_of
from app.workshop.running import enter_block
from app.workshop.starting import hold_now, hold_today, take_start_back
from tests.app.community.village import refusal
from tests.app.workshop.desk import Desk, make_desk

NOW = 9 * 60 + 30
"""The minute at which the clock of these tests stands, in the zone of the workshop."""


def make(library: Library, catalogue: Catalogue, starts: int, *fixed: int) -> Desk:
    """A workshop that was planned for that minute of a day in January, with fixed blocks."""
    desk = make_desk(library, catalogue, starts=starts)
    for at in fixed:
        lock_start(library, desk.workshop, desk.own(f"Fixed at {at}"), at)
    return desk


def starts(desk: Desk) -> tuple[str, int, list[int | None]]:
    """The day and minute at which it begins, and its fixed starts."""
    (first,) = sessions_of(desk.library.reader, desk.workshop.id)
    return first.date, first.starts, [one.starts for one in desk.blocks()]


@pytest.mark.parametrize("planned", [NOW - 30, NOW, NOW + 30])
def test_near_its_hour_it_begins_as_planned(
    library: Library, catalogue: Catalogue, planned: int
) -> None:
    desk = make(library, catalogue, planned, 12 * 60)
    hold_today(library, desk.workshop)
    assert starts(desk) == ("2025-11-12", planned, [12 * 60])
    assert desk.row().date == "2025-11-12"


def test_at_another_hour_it_begins_now(library: Library, catalogue: Catalogue) -> None:
    """Begun late, what is fixed and still to come stays; what is over goes along."""
    desk = make(library, catalogue, 8 * 60, 9 * 60, 12 * 60)
    hold_today(library, desk.workshop)
    assert starts(desk) == ("2025-11-12", NOW, [9 * 60 + 90, 12 * 60])


def test_begun_early_all_of_it_is_earlier(library: Library, catalogue: Catalogue) -> None:
    desk = make(library, catalogue, 13 * 60, 15 * 60)
    hold_today(library, desk.workshop)
    assert starts(desk) == ("2025-11-12", NOW, [15 * 60 - 210])


def test_a_rehearsal_is_the_day_itself_beginning_now(
    library: Library, catalogue: Catalogue
) -> None:
    desk = make(library, catalogue, 8 * 60, 12 * 60)
    hold_now(library, desk.workshop)
    assert starts(desk) == ("2025-11-12", NOW, [12 * 60 + 90])


def with_sessions(library: Library, catalogue: Catalogue, *hours: int) -> Desk:
    """A workshop with a session at each of these minutes of its day, a block in each."""
    desk = make(library, catalogue, hours[0])
    desk.own("Session 1")
    (first,) = sessions_of(library.reader, desk.workshop.id)
    with library.change("block-add", scope_of(desk.workshop)) as writer:
        for number, at in enumerate(hours[1:], 2):
            more = msgspec.structs.replace(first, id=f"s{number}", starts=at, position=number)
            writer.add(more)
    for number in range(2, len(hours) + 1):
        desk.own(f"Session {number}", spot=Spot(f"s{number}"))
    return desk


def hours(desk: Desk) -> list[tuple[str, int]]:
    """The day and minute of each session, in their order."""
    return [(one.date, one.starts) for one in sessions_of(desk.library.reader, desk.workshop.id)]


def test_every_session_of_the_day_is_rehearsed_in_its_order(
    library: Library, catalogue: Catalogue
) -> None:
    desk = with_sessions(library, catalogue, 8 * 60, 9 * 60, 23 * 60)
    hold_now(library, desk.workshop)
    # The last comes after midnight.
    assert hours(desk) == [("2025-11-12", NOW), ("2025-11-12", NOW + 60), ("2025-11-13", 30)]
    assert desk.titles() == ["Session 1", "Session 2", "Session 3"]


@pytest.mark.parametrize(
    ("planned", "held"),
    [
        ([8 * 60, 13 * 60], [13 * 60]),
        ([6 * 60, 9 * 60, 10 * 60, 13 * 60], [12 * 60 + 30, 13 * 60 + 30, 16 * 60 + 30]),
    ],
)
def test_held_late_a_session_still_to_come_keeps_its_hour(
    library: Library, catalogue: Catalogue, planned: list[int], held: list[int]
) -> None:
    """One that is over follows the first as was planned; none overtakes another."""
    desk = with_sessions(library, catalogue, *planned)
    hold_today(library, desk.workshop)
    assert [at for _, at in hours(desk)] == [NOW, *held]
    assert desk.titles() == [f"Session {number}" for number in range(1, len(planned) + 1)]


def test_an_evening_is_rehearsed_in_the_morning(library: Library, catalogue: Catalogue) -> None:
    """What is fixed at half past midnight comes two and a half hours after ten in the evening."""
    desk = make(library, catalogue, 22 * 60, 30)
    hold_now(library, desk.workshop)
    assert starts(desk) == ("2025-11-12", NOW, [NOW + 150])


def test_one_undo_gives_its_day_back(library: Library, catalogue: Catalogue) -> None:
    desk = make(library, catalogue, 8 * 60, 9 * 60)
    before = starts(desk)
    hold_today(library, desk.workshop)
    library.undo(scope_of(desk.workshop))
    assert starts(desk) == before


def test_only_what_is_under_way_is_taken_back(library: Library, catalogue: Catalogue) -> None:
    desk = make_desk(library, catalogue)
    first = desk.own("Welcome")
    assert refusal(lambda: take_start_back(library, desk.row())) == "start-over"
    enter_block(library, desk.workshop, first)
    assert close_workshop(library, desk.row()).state == "closed"
    assert refusal(lambda: take_start_back(library, desk.row())) == "start-over"
    assert desk.row().state == "closed"
