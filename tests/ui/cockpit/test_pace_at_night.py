"""An evening that runs on past midnight has a pace there too; another day has none."""

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.library.opening import open_library
from app.workshop.planning import add_own
from app.workshop.running import enter_block
from tests.app.community.village import StandingClock
from tests.app.workshop.plans import planned, the_catalogue
from ui.cockpit.cockpit_state import read_state


@pytest.mark.parametrize(
    ("now", "behind"),
    [
        (datetime(2026, 1, 16, 4, 30, tzinfo=UTC), -30),  # half past eleven
        (datetime(2026, 1, 16, 5, 30, tzinfo=UTC), 30),  # half past midnight
        (datetime(2026, 1, 16, 8, 0, tzinfo=UTC), 180),  # at three, still on
        (datetime(2026, 1, 16, 15, 0, tzinfo=UTC), None),  # the next morning
        (datetime(2026, 1, 15, 2, 30, tzinfo=UTC), None),  # the evening before
    ],
)
def test_the_pace_goes_on_past_midnight(tmp_path: Path, now: datetime, behind: int | None) -> None:
    """From ten to two in Montréal, two hours a block: the second was to begin at midnight."""
    clock = StandingClock()
    with closing(open_library(tmp_path / "library.hearth", clock)) as library:
        _, workshop = planned(library, the_catalogue(), agenda=None, starts=22 * 60, minutes=240)
        first = add_own(library, workshop, "Before midnight", 120)
        second = add_own(library, workshop, "After it", 120)
        enter_block(library, workshop, first)
        clock.instant = now
        enter_block(library, workshop, second)
        found = read_state(library, workshop.id).pace
        assert (found.behind if found else None) == behind
