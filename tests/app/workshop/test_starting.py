"""A workshop held on another day than planned: its dates, its hour, its fixed starts."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.workshop.agenda_order import sessions_of
from app.workshop.planning import lock_start, scope_of
from app.workshop.starting import hold_now, hold_today
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


def test_one_undo_gives_its_day_back(library: Library, catalogue: Catalogue) -> None:
    desk = make(library, catalogue, 8 * 60, 9 * 60)
    before = starts(desk)
    hold_today(library, desk.workshop)
    library.undo(scope_of(desk.workshop))
    assert starts(desk) == before
