"""The rhythm of a community: what recurs, its next dates, and the dates that are otherwise."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from heapq import merge
from itertools import islice, takewhile
from typing import TypedDict

import msgspec

from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import RhythmEvent
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.moment import stamp
from app.recurrence import days_of, is_rule
from app.typed_text import LONGEST_NAME, one_line, required_line

STEP = 1000
FARTHEST = timedelta(days=3653)
"""How far ahead dates are looked for: ten years."""


class EventFields(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of something that recurs; ``date`` is the first day it may fall on.

    ``starts`` in minutes since midnight, ``circle`` the id of those for whom it is.
    """

    title: str
    rule: str = ""
    date: date
    starts: int | None = None
    minutes: int = 0
    place: str = ""
    circle: str = ""
    audience: str = "community"


class Origin(msgspec.Struct, frozen=True):
    """Where something that recurs was said: the zone of its clock, and the run and the note (ids)
    if there are any."""

    zone: str
    run: str | None = None
    note: str | None = None


class Occurrence(msgspec.Struct, frozen=True):
    """A day on which something takes place."""

    event: RhythmEvent
    day: date


def fields_of(event: RhythmEvent) -> EventFields:
    """An event's fields as they stand, to be edited."""
    return EventFields(
        title=event.title,
        rule=event.rule,
        date=date.fromisoformat(event.date),
        starts=event.starts,
        minutes=event.minutes,
        place=event.place,
        circle=event.circle,
        audience=event.audience,
    )


def events_of(reader: Reader, community: str) -> list[RhythmEvent]:
    """All that recurs in a community, in its order."""
    return reader.rows(RhythmEvent, order="position, id", community=community)


def left_out_of(event: RhythmEvent) -> frozenset[date]:
    """The days on which it does not take place though its rule says so."""
    return frozenset(map(date.fromisoformat, msgspec.json.decode(event.left_out, type=list[str])))


def dates_of(event: RhythmEvent, since: date, *, all_days: bool = False) -> Iterator[date]:
    """The days on which it takes place, from ``since`` on, as many as are asked for; ``all_days``:
    those left out as well."""
    left_out = frozenset() if all_days else left_out_of(event)
    found = days_of(event.rule, date.fromisoformat(event.date), since, left_out)
    return takewhile(lambda day: day - since <= FARTHEST, found)


def next_dates(events: Iterable[RhythmEvent], since: date, most: int) -> list[Occurrence]:
    """The next dates of several events together, the soonest first."""
    each = [[Occurrence(one, day) for day in islice(dates_of(one, since), most)] for one in events]
    found = merge(*each, key=lambda one: (one.day, one.event.starts or 0, one.event.position))
    return list(islice(found, most))


def first_day(fields: EventFields) -> date:
    """The day it takes place first.

    Raises Trouble: ``rule-unread``, ``rule-without-dates``.
    """
    if fields.rule and not is_rule(fields.rule):
        raise Trouble("rule-unread", rule=fields.rule)
    found = next(days_of(fields.rule, fields.date), None)
    if found is None or found - fields.date > FARTHEST:
        raise Trouble("rule-without-dates", rule=fields.rule)
    return found


def add_event(library: Library, scope: Scope, fields: EventFields, origin: Origin) -> RhythmEvent:
    """Put something into a community's rhythm; it begins on the first day that its rule gives.

    ``scope`` names the community, and the workshop it is said in. Raises Trouble (``empty``,
    ``too-long``, ``rule-unread``, ``rule-without-dates``, ``gone``).
    """
    community, clean = _community(scope), _clean(fields)
    with library.change("event-add", scope) as writer:
        return writer.add(
            RhythmEvent(
                id=library.moment.new_id(),
                community=community,
                workshop=scope.workshop,
                run=origin.run,
                note=origin.note,
                zone=origin.zone,
                position=_last(writer, community) + STEP,
                made=stamp(library.moment.now()),
                **clean,
            )
        )


def change_event(
    library: Library, scope: Scope, event: RhythmEvent, fields: EventFields
) -> RhythmEvent:
    """Change it, from its first day on; dates left out stay so. Raises as :func:`add_event`."""
    clean = _clean(fields)
    with library.change("event-change", scope) as writer:
        return writer.change(event, **clean)


def remove_event(library: Library, scope: Scope, event: RhythmEvent) -> None:
    """Take it out of the rhythm; the note it came from stays."""
    with library.change("event-remove", scope) as writer:
        writer.remove(event)


def leave_out(
    library: Library, scope: Scope, event: RhythmEvent, days: Collection[date]
) -> RhythmEvent:
    """Leave out days on which it would take place. Raises Trouble (``no-date-there``, ``gone``)."""
    if not days:
        raise Trouble("no-date-there")
    with library.change("dates-leave-out", scope) as writer:
        return _leave_out(writer, event, left_out_of(event) | set(days))


def bring_back(
    library: Library, scope: Scope, event: RhythmEvent, days: Collection[date]
) -> RhythmEvent:
    """Have it take place again on days that were left out. Raises as :func:`leave_out`."""
    back = left_out_of(event) & set(days)
    if not back:
        raise Trouble("no-date-there")
    with library.change("dates-bring-back", scope) as writer:
        return _leave_out(writer, event, left_out_of(event) - back)


def move_date(
    library: Library, scope: Scope, event: RhythmEvent, day: date, to: date, starts: int | None
) -> RhythmEvent:
    """Move one of its days: it is left out, and something takes place once instead.

    Gives what takes place then. Raises Trouble (``no-date-there``, ``gone``).
    """
    if day not in days_between(event, day, day):
        raise Trouble("no-date-there")
    with library.change("date-move", scope) as writer:
        known = _leave_out(writer, event, left_out_of(event) | {day})
        fields = msgspec.structs.replace(fields_of(known), rule="", date=to, starts=starts)
        return add_event(library, scope, fields, Origin(known.zone, known.run))


def days_between(event: RhythmEvent, first: date, last: date) -> list[date]:
    """The days from one to another on which it takes place."""
    return list(takewhile(lambda day: day <= last, dates_of(event, first)))


def _leave_out(writer: Writer, event: RhythmEvent, days: Collection[date]) -> RhythmEvent:
    said = msgspec.json.encode(sorted(day.isoformat() for day in days)).decode()
    return writer.change(event, left_out=said)


class _Cells(TypedDict):
    title: str
    rule: str
    date: str
    starts: int | None
    minutes: int
    place: str
    circle: str
    audience: str


def _clean(fields: EventFields) -> _Cells:
    return {
        "title": required_line(fields.title),
        "rule": fields.rule,
        "date": first_day(fields).isoformat(),
        "starts": fields.starts,
        "minutes": fields.minutes,
        "place": one_line(fields.place, LONGEST_NAME),
        "circle": fields.circle,
        "audience": fields.audience,
    }


def _community(scope: Scope) -> str:
    if scope.community is None:
        raise ValueError("a rhythm belongs to a community")
    return scope.community


def _last(writer: Writer, community: str) -> int:
    return writer.number("SELECT max(position) FROM rhythm_event WHERE community = ?", community)
