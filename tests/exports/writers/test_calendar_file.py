"""A rhythm as iCalendar: read back by the library, and held against the days that rules give."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar

from app.recurrence import days_of
from exports.page import CalendarEvent, Page
from exports.writers.calendar_file import write_calendar

MADE = datetime(2026, 11, 1, 12, tzinfo=UTC)
TORONTO = "America/Toronto"


def event(**said: Any) -> CalendarEvent:
    """Something on the first Tuesday of the month at noon, unless it is said to be otherwise."""
    usual: dict[str, Any] = {
        "id": "0" * 32,
        "title": "Gathering",
        "day": date(2026, 10, 6),
        "starts": 720,
        "minutes": 60,
        "zone": TORONTO,
        "rule": "FREQ=MONTHLY;BYDAY=1TU",
        "made": MADE,
    }
    return CalendarEvent(**(usual | said))


def written(*events: CalendarEvent) -> bytes:
    """The bytes of a page's calendar."""
    page = Page("en", "Rhythm of Lanterns", "", "", "", "Lanterns", (), calendar=events)
    return write_calendar(page).data


def read_back(*events: CalendarEvent) -> list[Any]:
    """The events, as the library reads them again."""
    return Calendar.from_ical(written(*events)).walk("VEVENT")


def instants(one: Any, most: int) -> Sequence[datetime]:
    """When an event that was read takes place, as any other calendar reckons it."""
    start = one["DTSTART"].dt
    rule = rrulestr(one["RRULE"].to_ical().decode(), dtstart=start)
    return [moment.astimezone(UTC) for moment in islice(rule, most)]


def test_dates_stay_at_their_hour_across_a_change_of_the_clocks() -> None:
    """Noon is noon, in summer and in winter: an hour apart in UTC."""
    (one,) = read_back(event())
    found = instants(one, 8)
    assert [moment.astimezone(ZoneInfo(TORONTO)).hour for moment in found] == [12] * 8
    assert {moment.hour for moment in found} == {16, 17}
    days = list(islice(days_of("FREQ=MONTHLY;BYDAY=1TU", date(2026, 10, 6)), 8))
    assert [moment.date() for moment in found] == days


def test_the_zone_is_told_with_its_changes() -> None:
    zone: Any
    (zone,) = Calendar.from_ical(written(event())).walk("VTIMEZONE")
    assert zone["TZID"] == TORONTO
    offsets = {part["TZOFFSETTO"].td for part in zone.subcomponents}
    assert offsets == {timedelta(hours=-4), timedelta(hours=-5)}


def test_days_left_out_are_told_with_the_same_zone() -> None:
    (one,) = read_back(event(left_out=(date(2026, 11, 3), date(2027, 1, 5))))
    found = one["EXDATE"]
    lists = found if isinstance(found, list) else [found]
    left = [day.dt for each in lists for day in each.dts]
    assert left == [
        datetime(2026, 11, 3, 12, tzinfo=ZoneInfo(TORONTO)),
        datetime(2027, 1, 5, 12, tzinfo=ZoneInfo(TORONTO)),
    ]


def test_the_end_of_a_rule_is_said_in_the_form_of_its_start() -> None:
    timed, whole = read_back(
        event(rule="FREQ=WEEKLY;UNTIL=20261201;BYDAY=TU"),
        event(rule="FREQ=WEEKLY;UNTIL=20261201;BYDAY=TU", starts=None),
    )
    assert timed["RRULE"]["UNTIL"] == [datetime(2026, 12, 1, 17, tzinfo=UTC)]
    assert instants(timed, 100)[-1].date() == date(2026, 12, 1)
    assert whole["RRULE"]["UNTIL"] == [date(2026, 12, 1)]
    assert whole["DTSTART"].dt == date(2026, 10, 6)
    assert whole["DTEND"].dt == date(2026, 10, 7)


def test_ids_stay_and_two_writings_are_the_same() -> None:
    assert read_back(event())[0]["UID"] == read_back(event(title="Another"))[0]["UID"]
    assert read_back(event())[0]["DTSTAMP"].dt == MADE
    assert written(event()) == written(event())


@pytest.mark.parametrize(
    "title",
    ["Bread; cheese, and\\or wine", "é" * 300, "ישיבה", "BEGIN:VEVENT\nSUMMARY:no", "🔥" * 60],
)
def test_lines_are_folded_and_what_people_typed_is_escaped(title: str) -> None:
    data = written(event(title=title, place=title))
    assert data.replace(b"\r\n", b"").count(b"\n") == 0
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (one,) = read_back(event(title=title, place=title))
    assert str(one["SUMMARY"]).split() == title.split()
    assert str(one["LOCATION"]).split() == title.split()


def test_nothing_is_a_calendar_without_events() -> None:
    assert Calendar.from_ical(written()).walk("VEVENT") == []


def test_once_and_five_hundred() -> None:
    assert "RRULE" not in read_back(event(rule=""))[0]
    many = [event(id=f"{number:032x}") for number in range(500)]
    assert len(read_back(*many)) == 500
