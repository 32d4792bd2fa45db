"""Signs: each computed from a fact, most urgent first, put off when asked; Home's lines."""

from datetime import date, timedelta

import msgspec
import pytest

from app.community.actions import open_actions
from app.community.attention import Reminder, most_urgent, reminders_of, snooze
from app.community.facts import CharterFacts, gather
from app.community.gatherings import GatheringFields, edit_gathering, plan_gathering
from app.community.holdings import HoldingFields, give_role
from app.community.overview import home_line, main_step
from app.community.stages import record_reading
from app.community.states import record_state
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Block, CharterHead, Community, Standing, Version
from tests.app.community.village import (
    NOW,
    TODAY,
    action,
    charter,
    found,
    joins,
    known,
    launched,
    workshop,
)


def reminders(library: Library, community: Community) -> dict[str, Reminder]:
    """Its signs by code, the most urgent first."""
    return {reminder.code: reminder for reminder in reminders_of(known(library, community))}


def settled(library: Library, community: Community) -> None:
    """A community where nothing wants attention."""
    launched(library, community)
    later = TODAY + timedelta(days=30)
    plan_gathering(library, community.id, GatheringFields(date=later, title="Case clinic"))


def test_nothing_wants_attention_where_all_is_settled(
    library: Library, community: Community
) -> None:
    settled(library, community)
    assert reminders(library, community) == {}


def test_a_new_community_is_asked_for_people_and_a_launch(
    library: Library, community: Community
) -> None:
    assert list(reminders(library, community)) == ["people-none", "launch-unplanned"]
    assert main_step(known(library, community)).code == "plan-launch"


@pytest.mark.parametrize(
    ("days", "blocks", "code", "place"),
    [
        (0, 3, "workshop-today", "room"),
        (1, 3, "workshop-tomorrow", "design"),
        (14, 3, "workshop-soon", "design"),
        (15, 3, "", ""),
        (-2, 3, "workshop-missed", "design"),
        (-2, 0, "workshop-missed", "design"),
        (14, 0, "agenda-empty", "design"),
        (0, 0, "agenda-empty", "design"),
        (15, 0, "", ""),
    ],
)
def test_a_workshop_comes_into_sight(
    library: Library, community: Community, days: int, blocks: int, code: str, place: str
) -> None:
    settled(library, community)
    planned = workshop(library, community, TODAY + timedelta(days=days), blocks=blocks)
    found_signs = reminders(library, community)
    assert list(found_signs) == ([code] if code else [])
    if code:
        assert (found_signs[code].place, found_signs[code].lead) == (place, planned.id)
        assert found_signs[code].facts["days"] == days


def test_an_unfinished_workshop_says_where_it_stopped(
    library: Library, community: Community
) -> None:
    settled(library, community)
    running = workshop(library, community, TODAY, state="running")
    (block,) = library.reader.rows(Block, workshop=running.id)
    with library.keep(Scope(community.id, running.id)) as rows:
        rows.put(Standing(workshop=running.id, block=block.id, at="2025-11-11T15:42:00.000Z"))
    reminder = reminders(library, community)["workshop-unfinished"]
    assert reminder.facts["block"] == "Block 1"
    assert reminder.facts["at"] == "2025-11-11T15:42:00.000Z"
    step = main_step(known(library, community))
    assert (step.code, step.workshop) == ("continue", running.id)


def test_actions_count_as_past_the_day_after(library: Library, community: Community) -> None:
    settled(library, community)
    action(library, community, "Call", TODAY)
    action(library, community, "Write", None)
    action(library, community, "Kept", date(2025, 1, 1), state="done")
    assert "actions-past" not in reminders(library, community)
    action(library, community, "Send", TODAY - timedelta(days=1))
    reminder = reminders(library, community)["actions-past"]
    assert reminder.facts == {"n": 1, "date": TODAY - timedelta(days=1), "text": "Send"}
    assert known(library, community).actions == 3


@pytest.mark.parametrize(
    ("days", "code"), [(22, ""), (21, "trial-near"), (0, "trial-near"), (-1, "trial-over")]
)
def test_the_trial_of_a_charter(
    library: Library, community: Community, days: int, code: str
) -> None:
    settled(library, community)
    charter(library, community, TODAY + timedelta(days=days), number=2)
    assert list(reminders(library, community)) == ([code] if code else [])


@pytest.mark.parametrize(
    ("days", "code"), [(43, ""), (42, "renewal-near"), (0, "renewal-near"), (-1, "renewal-past")]
)
def test_the_day_by_which_to_renew(
    library: Library, community: Community, days: int, code: str
) -> None:
    """It leads to planning one, until one is planned or was held on the day or after."""
    settled(library, community)
    charter(library, community, TODAY + timedelta(days=300))
    day = TODAY + timedelta(days=days)
    with library.change("test", Scope(community.id)) as rows:
        head = CharterHead(
            id=library.moment.new_id(), community=community.id, renew_on=day.isoformat()
        )
        rows.add(head)
    found = reminders(library, community)
    assert list(found) == ([code] if code else [])
    assert all((one.place, one.lead) == ("renewal", community.id) for one in found.values())
    workshop(library, community, day, purpose="renewal", state="closed")
    assert code not in reminders(library, community)


def test_vacant_chairs_are_said_once_something_began(
    library: Library, community: Community
) -> None:
    joins(library, community, "Maude")
    workshop(library, community, TODAY + timedelta(days=60))
    assert list(reminders(library, community)) == ["coordinator-vacant", "sponsor-vacant"]
    assert reminders(library, community)["sponsor-vacant"].facts == {"since": None}


def test_a_term_that_ends_is_said_until_someone_follows(
    library: Library, community: Community
) -> None:
    settled(library, community)
    person = joins(library, community, "Nora").person
    end = TODAY + timedelta(days=21)
    fields = HoldingFields(role="journalist", person=person, starts=TODAY, ends=end)
    give_role(library, community.id, fields)
    reminder = reminders(library, community)["term-ending"]
    assert (reminder.facts["days"], reminder.facts["person"]) == (21, "Nora")
    after = HoldingFields(role="journalist", person=person, starts=end + timedelta(days=1))
    give_role(library, community.id, after)
    assert reminders(library, community) == {}


def test_after_a_launch_a_charter_and_a_next_meeting_are_missed(
    library: Library, community: Community
) -> None:
    joins(library, community, "Maude")
    workshop(library, community, date(2025, 10, 1), state="closed")
    assert {"charter-none", "next-none"} <= reminders(library, community).keys()
    meeting = plan_gathering(library, community.id, GatheringFields(date=TODAY))
    assert "next-none" not in reminders(library, community)
    edit_gathering(library, meeting.id, GatheringFields(date=TODAY, held=True, came=9))
    assert "next-none" in reminders(library, community)
    facts = known(library, community)
    assert facts.last is not None
    assert facts.last.what == "gathering"


def test_putting_off_hides_a_sign_until_its_day(library: Library, community: Community) -> None:
    reminder = reminders(library, community)["launch-unplanned"]
    snooze(library, reminder, TODAY + timedelta(days=7))
    assert "launch-unplanned" not in reminders(library, community)
    (later,) = gather(library.reader, NOW + timedelta(days=7), community.id)
    assert "launch-unplanned" in {one.code for one in reminders_of(later)}


def test_an_ended_community_wants_nothing(library: Library, community: Community) -> None:
    record_state(library, community.id, TODAY, "closed")
    assert reminders(library, community) == {}


def test_home_shows_the_most_urgent_of_all(library: Library, community: Community) -> None:
    other = found(library, "Water Quality")
    workshop(library, other, TODAY, state="running")
    settled(library, community)
    action(library, community, "Send", TODAY - timedelta(days=3))
    urgent = most_urgent(gather(library.reader, NOW))
    assert [reminder.code for reminder in urgent[:3]] == [
        "workshop-unfinished",
        "actions-past",
        "coordinator-vacant",
    ]


def test_a_line_of_home(library: Library, community: Community) -> None:
    settled(library, community)
    joins(library, community, "Outside", level="outside")
    line = home_line(known(library, community))
    assert line.members == 2
    assert line.coordinators == ("Maude",)
    assert line.last is not None
    assert line.last.purpose == "launch"
    assert line.next.code == "gathering"
    assert line.worth is not None
    assert line.worth.code == "charter-tried"


def test_two_hundred_communities_take_no_query_each(library: Library) -> None:
    for number in range(200):
        community = found(library, f"Community {number:03}")
        joins(library, community, f"Person {number}")
        action(library, community, "Send", TODAY - timedelta(days=number))
    asked: list[str] = []
    library.reader._connection.set_trace_callback(asked.append)
    lines = [home_line(facts) for facts in gather(library.reader, NOW)]
    assert len(lines) == 200
    assert len([sql for sql in asked if sql.startswith("SELECT")]) < 20


def test_an_agreed_charter_counts_whatever_is_proposed_since(
    library: Library, community: Community
) -> None:
    settled(library, community)
    until = TODAY + timedelta(days=100)
    charter(library, community, until, number=2)
    with library.change("test") as writer:
        agreed = writer.rows(Version, number=2)[0]
        new = library.moment.new_id()
        writer.add(msgspec.structs.replace(agreed, id=new, number=3, status="proposed", until=None))
    facts = known(library, community)
    assert facts.charter == CharterFacts(2, "agreed", until)


def test_each_community_has_a_latest_reading_of_its_own(
    library: Library, community: Community
) -> None:
    other = found(library, "Water Quality")
    record_reading(library, community.id, date(2025, 3, 1), {"grow": ""})
    record_reading(library, other.id, date(2025, 9, 1), {"renew": ""})
    assert known(library, community).stages == {"grow"}
    assert known(library, other).stages == {"renew"}


def test_what_is_next_is_whatever_comes_first(library: Library, community: Community) -> None:
    workshop(library, community, TODAY + timedelta(days=20))
    for days, code in ((30, "workshop"), (20, "workshop"), (10, "gathering")):
        fields = GatheringFields(date=TODAY + timedelta(days=days))
        plan_gathering(library, community.id, fields)
        assert home_line(known(library, community)).next.code == code


def test_promises_by_date_and_those_without_one_last(
    library: Library, community: Community
) -> None:
    action(library, community, "some day", None)
    action(library, community, "later", TODAY + timedelta(days=9))
    action(library, community, "soon", TODAY)
    found = open_actions(library.reader, community.id)
    assert [one.text for one in found] == ["soon", "later", "some day"]
