"""A community's rhythm: what recurs, its next dates, dates left out, moved and brought back."""

from datetime import date
from itertools import islice

import msgspec
import pytest

from app.community.attention import next_ahead
from app.community.facts import gather
from app.community.gatherings import GatheringFields, plan_gathering
from app.community.rhythm_events import (
    EventFields,
    Origin,
    add_event,
    bring_back,
    change_event,
    dates_of,
    days_between,
    events_of,
    fields_of,
    leave_out,
    left_out_of,
    move_date,
    next_dates,
    remove_event,
)
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community, RhythmEvent
from app.library.trouble import Trouble

FIRST = date(2026, 2, 3)
LUNCH = EventFields(
    title="Lunch", rule="FREQ=MONTHLY;BYDAY=1TU", date=FIRST, starts=720, minutes=60, place="Room 4"
)
ORIGIN = Origin("America/Toronto")


def added(library: Library, community: Community, fields: EventFields = LUNCH) -> RhythmEvent:
    """Something that recurs."""
    return add_event(library, Scope(community.id), fields, ORIGIN)


def days(event: RhythmEvent, most: int = 3) -> list[str]:
    """The first days on which it takes place."""
    return [day.isoformat() for day in islice(dates_of(event, FIRST), most)]


def test_it_begins_on_the_first_day_of_its_rule(library: Library, community: Community) -> None:
    later = msgspec.structs.replace(LUNCH, date=date(2026, 2, 4))
    event = added(library, community, later)
    assert event.date == "2026-03-03"
    assert fields_of(event) == msgspec.structs.replace(LUNCH, date=date(2026, 3, 3))
    assert events_of(library.reader, community.id) == [event]


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("FREQ=SECONDLY", "rule-unread"),
        ("first Tuesday", "rule-unread"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "rule-without-dates"),
    ],
)
def test_a_rule_that_is_none_is_refused(
    library: Library, community: Community, rule: str, code: str
) -> None:
    with pytest.raises(Trouble) as caught:
        added(library, community, msgspec.structs.replace(LUNCH, rule=rule))
    assert caught.value.code == code
    with pytest.raises(Trouble, match="empty"):
        added(library, community, msgspec.structs.replace(LUNCH, title="  "))
    assert events_of(library.reader, community.id) == []


def test_a_date_is_left_out_and_brought_back(library: Library, community: Community) -> None:
    scope, event = Scope(community.id), added(library, community)
    out = leave_out(library, scope, event, [date(2026, 3, 3)])
    assert days(out) == ["2026-02-03", "2026-04-07", "2026-05-05"]
    assert days(bring_back(library, scope, out, [date(2026, 3, 3)])) == days(event)
    library.undo(scope)
    library.undo(scope)
    assert events_of(library.reader, community.id) == [event]
    with pytest.raises(Trouble, match="no-date-there"):
        leave_out(library, scope, event, [])
    with pytest.raises(Trouble, match="no-date-there"):
        bring_back(library, scope, event, [FIRST])


def test_holidays_are_left_out_at_one_stroke(library: Library, community: Community) -> None:
    scope, event = Scope(community.id), added(library, community)
    summer = days_between(event, date(2026, 6, 20), date(2026, 8, 31))
    out = leave_out(library, scope, event, summer)
    assert sorted(left_out_of(out)) == [date(2026, 7, 7), date(2026, 8, 4)]
    library.undo(scope)
    assert events_of(library.reader, community.id) == [event]


def test_a_date_is_moved_in_one_step(library: Library, community: Community) -> None:
    scope, event = Scope(community.id), added(library, community)
    once = move_date(library, scope, event, FIRST, date(2026, 2, 5), 780)
    assert (once.rule, once.date, once.starts, once.title) == ("", "2026-02-05", 780, "Lunch")
    whole = events_of(library.reader, community.id)[0]
    assert left_out_of(whole) == {FIRST}
    library.undo(scope)
    assert events_of(library.reader, community.id) == [event]
    with pytest.raises(Trouble, match="no-date-there"):
        move_date(library, scope, event, date(2026, 2, 4), FIRST, None)


def test_what_changes_keeps_the_dates_left_out(library: Library, community: Community) -> None:
    scope, event = Scope(community.id), added(library, community)
    leave_out(library, scope, event, [date(2026, 3, 3)])
    changed = change_event(library, scope, event, msgspec.structs.replace(LUNCH, minutes=90))
    assert changed.minutes == 90
    assert left_out_of(changed) == {date(2026, 3, 3)}
    remove_event(library, scope, event)
    assert events_of(library.reader, community.id) == []
    with pytest.raises(Trouble, match="gone"):
        change_event(library, scope, event, LUNCH)


def test_the_next_dates_of_all_come_in_their_order(library: Library, community: Community) -> None:
    tea = EventFields(title="Tea", rule="FREQ=WEEKLY;BYDAY=TU", date=FIRST, starts=600)
    lunch, weekly = added(library, community), added(library, community, tea)
    found = next_dates([lunch, weekly], FIRST, 3)
    assert [(one.event.title, one.day.day) for one in found] == [
        ("Tea", 3),
        ("Lunch", 3),
        ("Tea", 10),
    ]
    assert next_dates([], FIRST, 3) == []


def test_what_is_next_on_the_page_is_the_sooner_one(library: Library, community: Community) -> None:
    now = library.moment.now()
    added(library, community, msgspec.structs.replace(LUNCH, date=date(2027, 1, 1)))
    (facts,) = gather(library.reader, now, community.id)
    assert facts.next_gathering is not None
    assert facts.next_gathering.title == "Lunch"
    sooner = date(2026, 12, 24)
    plan_gathering(library, community.id, GatheringFields(date=sooner, title="Clinic"))
    (facts,) = gather(library.reader, now, community.id)
    ahead = next_ahead([facts])
    assert ahead is not None
    assert ahead.facts["title"] == "Clinic"
    assert {one.community.id for one in gather(library.reader, now)} == {community.id}
