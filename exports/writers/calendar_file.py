"""Writes what a page's calendar holds as iCalendar (RFC 5545), which other calendars open.

An event keeps its id for good, so that a calendar that took it in knows it again.
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from app.recurrence import until_of
from exports.page import CalendarEvent, Page
from exports.writers.clean_text import one_line
from exports.writers.result import WriterResult

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Hearth//Hearth//EN"
AT = "hearth.invalid"
"""The domain of ids: one that nobody can have."""
YEARS = 12
"""For how long the changes of the clocks are told, as far as anybody knows them."""
_ID_TIME = 12
"""Digits of a row's id that say when it was made, in milliseconds."""


def write_calendar(page: Page) -> WriterResult:
    """The page's calendar as a file; it has a time zone for each that its events are in."""
    # Only who writes a calendar waits for it.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", one_line(page.title))
    for one in page.calendar:
        calendar.add_component(_event(one))
    timed = [one.day for one in page.calendar if one.starts is not None]
    if timed:
        first, last = min(timed), max(timed)
        calendar.add_missing_timezones(
            date(first.year - 1, 1, 1), date(min(last.year + YEARS, 9999), 1, 1)
        )
    return WriterResult(calendar.to_ical())


def _event(said: CalendarEvent) -> "Event":
    from icalendar import Event, vRecur

    event = Event()
    event.add("uid", f"{said.id}@{AT}")
    event.add("dtstamp", (said.made or _made(said.id)).astimezone(UTC))
    event.add("summary", one_line(said.title))
    begins = _at(said, said.day)
    event.add("dtstart", begins)
    if said.starts is None:
        event.add("dtend", said.day + timedelta(days=1))
    elif said.minutes:
        # Reckoned on the clock of the wall: where it is put forward meanwhile, it ends later.
        event.add("duration", timedelta(minutes=said.minutes))
    if said.place:
        event.add("location", one_line(said.place))
    if said.rule:
        recurs: Any = vRecur.from_ical(said.rule)
        until = until_of(said.rule)
        if until is not None:
            recurs["UNTIL"] = [_until(said, until)]
        event.add("rrule", recurs)
    for day in said.left_out:
        event.add("exdate", _at(said, day))
    return event


def _at(said: CalendarEvent, day: date) -> date | datetime:
    """When it takes place on a day: a time there, or the whole day."""
    if said.starts is None:
        return day
    hour, minute = divmod(said.starts, 60)
    return datetime.combine(day, time(hour % 24, minute), ZoneInfo(said.zone))


def _until(said: CalendarEvent, day: date) -> date | datetime:
    """The end of a rule, as it has to be said: in UTC, where there is a time of day."""
    at = _at(said, day)
    return at.astimezone(UTC) if isinstance(at, datetime) else at


def _made(row: str) -> datetime:
    return datetime.fromtimestamp(int(row[:_ID_TIME], 16) / 1000, UTC)
