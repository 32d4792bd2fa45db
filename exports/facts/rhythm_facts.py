"""The facts of a community's rhythm: what recurs, and what else stands in its calendar."""

from collections.abc import Iterator
from datetime import date, datetime

import msgspec

from app.community.rhythm_events import events_of, left_out_of
from app.community.today import today_in
from app.library.audience import may_read
from app.library.reader import Reader
from app.library.rows import CharterHead, Community, Gathering, RhythmEvent, Session, Workshop
from app.moment import instant
from app.recurrence import days_of
from exports.page import CalendarEvent


class RhythmFacts(msgspec.Struct, frozen=True):
    """A community's rhythm as an audience may read it, on a day; ``gatherings`` are those planned
    from that day on, ``workshops`` likewise, each with its first session, if any. ``renewal`` is
    the head of the charter, where it names a day from then on by which to renew."""

    community: Community
    day: date
    events: tuple[RhythmEvent, ...]
    gatherings: tuple[Gathering, ...]
    workshops: tuple[tuple[Workshop, Session | None], ...] = ()
    renewal: CharterHead | None = None

    @property
    def calendar(self) -> tuple[CalendarEvent, ...]:
        """All of it as a calendar holds it."""
        return (*(_event(one) for one in self.events), *self.once)

    @property
    def once(self) -> tuple[CalendarEvent, ...]:
        """What takes place once, by day and time."""
        found = [_gathering(one, self.community.zone) for one in self.gatherings]
        found += [_workshop(*one) for one in self.workshops]
        if self.renewal is not None and self.renewal.renew_on is not None:
            day = date.fromisoformat(self.renewal.renew_on)
            zone = self.community.zone
            found.append(
                CalendarEvent(
                    id=self.renewal.id, title="", day=day, starts=None, minutes=0, zone=zone
                )
            )
        return tuple(sorted(found, key=lambda one: (one.day, one.starts or 0)))


def read_rhythm(reader: Reader, community: str, audience: str, now: datetime | None) -> RhythmFacts:
    """The rhythm of a community (its id) at an instant. Raises KeyError for one there is not."""
    row = reader.row(Community, community)
    events = tuple(one for one in events_of(reader, community) if may_read(one.audience, audience))
    day = today_in(row.zone, now or max((instant(one.made) for one in events), default=_made(row)))
    planned = reader.rows(Gathering, order="date, starts, id", community=community, state="planned")
    ahead = tuple(one for one in planned if one.date >= day.isoformat())
    heads = reader.rows(CharterHead, order="id", community=community)
    renewal = next((one for one in heads if (one.renew_on or "") >= day.isoformat()), None)
    workshops = tuple(_workshops(reader, community, day))
    return RhythmFacts(row, day, events, ahead, workshops, renewal)


def _workshops(
    reader: Reader, community: str, day: date
) -> Iterator[tuple[Workshop, Session | None]]:
    """Those planned from a day on; one that was called off will not take place."""
    planned = reader.rows(Workshop, order="date, id", community=community, state="planned")
    for one in planned:
        if one.called_off is None and one.date >= day.isoformat():
            sessions = reader.rows(Session, order="date, starts, position", workshop=one.id)
            yield one, sessions[0] if sessions else None


def _made(community: Community) -> datetime:
    return instant(community.created)


def _event(event: RhythmEvent) -> CalendarEvent:
    first = date.fromisoformat(event.date)
    return CalendarEvent(
        id=event.id,
        title=event.title,
        # What calendars take for the first day has to be one that the rule gives.
        day=next(days_of(event.rule, first), first),
        starts=event.starts,
        minutes=event.minutes,
        zone=event.zone,
        place=event.place,
        rule=event.rule,
        left_out=tuple(sorted(left_out_of(event))),
        made=instant(event.made),
    )


def _gathering(gathering: Gathering, zone: str) -> CalendarEvent:
    return CalendarEvent(
        id=gathering.id,
        title=gathering.title,
        day=date.fromisoformat(gathering.date),
        starts=gathering.starts,
        minutes=gathering.minutes,
        zone=zone,
        place=gathering.place,
    )


def _workshop(workshop: Workshop, session: Session | None) -> CalendarEvent:
    """A workshop, at its first session; all day where it has none."""
    return CalendarEvent(
        id=workshop.id,
        title=workshop.title,
        day=date.fromisoformat(session.date if session else workshop.date),
        starts=session.starts if session else None,
        minutes=session.minutes if session else 0,
        zone=workshop.zone,
        place=(session.place if session else "") or workshop.place,
    )
