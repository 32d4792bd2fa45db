"""Dates reckoned from dates."""

from datetime import date

from app.moment import months_after


def test_the_day_so_many_months_later() -> None:
    assert months_after(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert months_after(date(2025, 1, 31), 2) == date(2025, 3, 31)
    assert months_after(date(2025, 1, 31), 3) == date(2025, 4, 30)
    assert months_after(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert months_after(date(2025, 11, 30), 3) == date(2026, 2, 28)
    assert months_after(date(2025, 5, 15), 12) == date(2026, 5, 15)
