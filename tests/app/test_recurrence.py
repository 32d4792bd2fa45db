"""Rules of what recurs: what is one, the days they give, and the patterns people choose."""

from datetime import date
from itertools import islice

import pytest

from app.recurrence import (
    HOWS,
    ONCE,
    OWN,
    Pattern,
    by_weekday,
    days_of,
    is_rule,
    pattern_of,
    place_in_month,
    rule_of,
)

TUESDAY = date(2026, 12, 1)


def first_days(rule: str, first: date = TUESDAY, most: int = 3) -> list[str]:
    """The first days of a rule, as they are written."""
    return [day.isoformat() for day in islice(days_of(rule, first), most)]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=WEEKLY",
        "FREQ=MONTHLY;BYDAY=1TU",
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=DAILY;COUNT=999999999",
        "FREQ=MONTHLY;UNTIL=20270301T000000Z;BYDAY=2WE",
        "FREQ=MONTHLY;BYDAY=-5TU,5TU",
        "FREQ=YEARLY;BYDAY=53TU,-53TU",
        "FREQ=YEARLY;BYMONTH=2;BYDAY=+5TU",
    ],
)
def test_a_rule_for_days_is_one(rule: str) -> None:
    assert is_rule(rule)
    assert first_days(rule, most=1)


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "weekly",
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=5",
        "FREQ=WEEKLY;BYHOUR=9",
        "FREQ=WEEKLY;FREQ=DAILY",
        "INTERVAL=2",
        "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;BYDAY=1TU",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYDAY=8TU",
        "FREQ=YEARLY;BYDAY=99MO",
        "FREQ=YEARLY;BYDAY=MO,-56MO",
        "FREQ=YEARLY;BYMONTH=2;BYDAY=51TU",
        "FREQ=MONTHLY;BYSETPOS=1",
        "FREQ=DAILY;COUNT=3;UNTIL=20270101",
        "FREQ=DAILY;UNTIL=20270230",
        "FREQ=DAILY\nEXDATE:20270101",
        "FREQ=WEEKLY;" + "BYDAY=" + ",".join(["MO"] * 500),
    ],
)
def test_what_is_none_is_told_apart(rule: str) -> None:
    assert not is_rule(rule)


def test_once_is_one_day() -> None:
    assert first_days("") == ["2026-12-01"]


def test_days_follow_a_rule() -> None:
    assert first_days("FREQ=MONTHLY;BYDAY=1TU") == ["2026-12-01", "2027-01-05", "2027-02-02"]
    assert first_days("FREQ=WEEKLY;INTERVAL=4;BYDAY=TU")[1:] == ["2026-12-29", "2027-01-26"]
    assert first_days("FREQ=DAILY;COUNT=2") == ["2026-12-01", "2026-12-02"]
    until = "FREQ=WEEKLY;UNTIL=20261208;BYDAY=TU"
    assert first_days(until) == ["2026-12-01", "2026-12-08"]
    assert first_days("FREQ=WEEKLY;UNTIL=99991231;BYDAY=TU", most=1) == ["2026-12-01"]


def test_days_left_out_and_days_before_are_passed_over() -> None:
    found = days_of("FREQ=WEEKLY;BYDAY=TU", TUESDAY, date(2026, 12, 5), {date(2026, 12, 15)})
    assert list(islice(found, 2)) == [date(2026, 12, 8), date(2026, 12, 22)]


@pytest.mark.parametrize(
    "rule", ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=3;BYDAY=1TU"]
)
def test_a_rule_without_a_day_ends(rule: str) -> None:
    assert is_rule(rule)
    assert first_days(rule) == []


def test_a_rule_without_an_end_gives_no_more_than_is_asked_for() -> None:
    assert first_days("FREQ=DAILY;COUNT=999999999", date(1900, 1, 1), 2)[1] == "1900-01-02"
    assert next(days_of("FREQ=DAILY", date(1000, 1, 1), TUESDAY), None) is None


@pytest.mark.parametrize("first", [TUESDAY, date(2027, 1, 31), date(2028, 2, 29)])
@pytest.mark.parametrize("how", [how for how in HOWS if how != OWN])
def test_what_is_chosen_is_read_again(how: str, first: date) -> None:
    weekday = first.isoweekday()
    chosen = Pattern(how, place_in_month(first), weekday)
    rule = rule_of(chosen, first)
    assert pattern_of(rule, first) == chosen
    assert how == ONCE or is_rule(rule)
    assert next(days_of(rule, first)) == first or by_weekday(how)


def test_the_same_date_is_the_last_day_of_a_shorter_month() -> None:
    rule = rule_of(Pattern("month-date"), date(2027, 1, 31))
    assert first_days(rule, date(2027, 1, 31), 4) == [
        "2027-01-31",
        "2027-02-28",
        "2027-03-31",
        "2027-04-30",
    ]


def test_a_rule_of_ones_own_is_taken_as_calendars_write_it() -> None:
    typed = Pattern(OWN, rule=" rrule:freq=weekly;interval=6;byday=tu; ")
    rule = rule_of(typed, TUESDAY)
    assert rule == "FREQ=WEEKLY;INTERVAL=6;BYDAY=TU"
    assert pattern_of(rule, TUESDAY).how == OWN
