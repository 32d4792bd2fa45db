"""Communities at a glance: a line each for Home, and the one thing to do next for a page."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

import msgspec

from app.community.attention import FAR, Reminder, reminders_of
from app.community.facts import CommunityFacts, Event

Step = Literal["plan-launch", "continue", "begin", "prepare", "plan-renewal", "plan"]
Rest = Literal["ended", "merged", "archived", "paused"]
ABOUT_NEXT = frozenset(
    (
        "workshop-unfinished",
        "workshop-today",
        "workshop-tomorrow",
        "workshop-soon",
        "next-none",
        "launch-unplanned",
    )
)
"""Reminders that the column of what comes next already says."""


class Next(msgspec.Struct, frozen=True):
    """What comes next: ``code`` is running, workshop, gathering, launch or nothing."""

    code: str
    happening: Event | None = None


class NewsItem(msgspec.Struct, frozen=True):
    """The fact most worth knowing; ``urgent`` is a reminder's urgency, None for mere news."""

    code: str
    facts: Mapping[str, object]
    urgent: int | None = None


class HomeLine(msgspec.Struct, frozen=True, kw_only=True):
    """A community as Home lists it; ``rests``: nothing is asked about it, and why, ``since``
    when."""

    id: str
    name: str
    today: date
    members: int
    coordinators: tuple[str, ...]
    stages: frozenset[str]
    last: Event | None
    next: Next
    worth: NewsItem | None
    rests: Rest | None
    since: date | None


class MainStep(msgspec.Struct, frozen=True):
    """The one filled button of a community's page; ``workshop`` where it leads, if to one."""

    code: Step
    workshop: str | None = None


def home_line(facts: CommunityFacts) -> HomeLine:
    """What Home says of a community, in a line."""
    return HomeLine(
        id=facts.community.id,
        name=facts.community.name,
        today=facts.today,
        members=facts.members,
        coordinators=facts.coordinators,
        stages=facts.stages,
        last=facts.last,
        next=next_of(facts),
        worth=news_of(facts, reminders_of(facts)),
        rests=rest_of(facts),
        since=rests_since(facts),
    )


def rest_of(facts: CommunityFacts) -> Rest | None:
    """Why nothing is asked about a community: it was archived, ended, was merged, is paused."""
    if facts.community.archived is not None:
        return "archived"
    if facts.community.ended is not None:
        merged = facts.became is not None and facts.became.state == "merged"
        return "merged" if merged else "ended"
    return None if facts.paused is None else "paused"


def rests_since(facts: CommunityFacts) -> date | None:
    """Since when nothing is asked about a community; None where something is."""
    day = facts.community.archived or facts.community.ended
    return facts.paused if day is None else date.fromisoformat(day)


def next_of(facts: CommunityFacts) -> Next:
    """What comes next: the running workshop, else the nearest workshop or gathering ahead, else
    that there is none, or not even a launch."""
    running = next((one for one in facts.workshops if one.state == "running"), None)
    if running is not None:
        return Next("running", Event("workshop", running.purpose, running.title, running.date))
    ahead = next((one for one in facts.workshops if one.date >= facts.today), None)
    meeting = facts.next_gathering
    if ahead is not None and (meeting is None or ahead.date <= meeting.date):
        return Next("workshop", Event("workshop", ahead.purpose, ahead.title, ahead.date))
    if meeting is not None:
        return Next("gathering", meeting)
    return Next("nothing" if facts.last else "launch")


def news_of(facts: CommunityFacts, reminders: Iterable[Reminder]) -> NewsItem | None:
    """The most urgent reminder that is not about what comes next, else news of the charter or of
    open actions, else None."""
    for reminder in reminders:
        if reminder.code not in ABOUT_NEXT:
            return NewsItem(reminder.code, reminder.facts, reminder.urgency)
    if facts.charter is not None and facts.charter.status == "agreed" and facts.charter.until:
        said = {"number": facts.charter.number, "date": facts.charter.until}
        return NewsItem("charter-tried", said)
    if facts.actions:
        return NewsItem("actions-open", {"n": facts.actions})
    return None


def main_step(facts: CommunityFacts) -> MainStep:
    """The one thing to do next on a community's page.

    A workshop far ahead is not, unless it is the launch: nothing comes before that.
    """
    running = next((one for one in facts.workshops if one.state == "running"), None)
    if running is not None:
        return MainStep("continue", running.id)
    ahead = next((one for one in facts.workshops if one.date >= facts.today), None)
    if ahead is not None and ahead.date == facts.today:
        return MainStep("begin", ahead.id)
    near = ahead is not None and (ahead.date - facts.today).days <= FAR
    if ahead is not None and (near or not facts.launched):
        return MainStep("prepare", ahead.id)
    missed = [one for one in facts.workshops if one.date < facts.today]
    if missed:
        return MainStep("prepare", missed[-1].id)
    if not facts.launched:
        return MainStep("plan-launch")
    until = facts.charter.until if facts.charter is not None else None
    renews = any(one.purpose == "renewal" for one in facts.workshops)
    if until is not None and until <= facts.today and not renews:
        return MainStep("plan-renewal")
    return MainStep("plan")
