"""What is proposed falls on a working day."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.charter.versions import usual_until
from app.working_days import working_day


@given(st.dates(date(1900, 1, 1), date(2199, 1, 1)))
def test_a_weekend_becomes_the_monday_after_it(day: date) -> None:
    """No day is brought forward, none is put off by more than a weekend."""
    found = working_day(day)
    assert found.isoweekday() <= 5
    assert timedelta() <= found - day <= timedelta(days=2)
    assert (found == day) is (day.isoweekday() <= 5)
    assert working_day(found) == found


def test_a_trial_ends_on_a_working_day() -> None:
    """Six months on, or the Monday after."""
    assert usual_until(date(2026, 1, 15)) == date(2026, 7, 15)
    assert usual_until(date(2026, 2, 15)) == date(2026, 8, 17)
