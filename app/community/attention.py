"""Reminders: what wants attention in a community, each with its reason and where it leads.

A reminder never passes judgement and never stands in the way; it can be put off until a day.
What is near weighs more: what stands open or is at hand, then what is due and was promised, then
what the community needs now. A date far ahead hides none of it (:data:`FAR`).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal

import msgspec

from app.community.facts import CommunityFacts, Promise, WorkshopFacts
from app.community.held_roles import COORDINATOR, ENDING, SPONSOR
from app.community.setting_aside import put_off_until
from app.library.library import Library

SOON = 14
"""Days ahead from which a workshop is in sight."""
FAR = 60
"""Days ahead from which a date leaves room for a gathering before it."""
PROMISED_SOON = 7
"""Days before its date from which a promise is spoken of."""
TRIAL_NEAR = 21
"""Days before the end of a charter's trial from which it is spoken of."""

RENEWAL_NEAR = 42
"""Days before the day by which a community wants to renew from which it is spoken of: they are
enough to ask some people first, and to speak with the sponsor."""

QUIET = 60
"""Days without a meeting after which one may ask whether to renew, as the signals do."""

WHY_RENEW = frozenset(
    ("trial-over", "term-ending", "coordinator-vacant", "sponsor-vacant", "next-none")
)
"""What may be a reason to renew, once a community was launched; that nothing is ahead, after a
while without a meeting."""

Place = Literal["room", "paper", "design", "charter", "people", "community", "plan", "renewal"]


class Reminder(msgspec.Struct, frozen=True, kw_only=True):
    """Something that wants attention.

    ``code`` says what, ``facts`` why; ``subject`` is what it is about (a workshop, a role, the
    community itself). It leads to ``place``, with the id in ``lead``. Lower ``urgency`` is first.
    ``renews``: it may as well lead to planning a renewal.
    """

    code: str
    community: str
    name: str
    subject: str
    facts: Mapping[str, object]
    place: Place
    lead: str
    urgency: int
    renews: bool = False

    @property
    def snooze_key(self) -> str:
        """The key under which it is put off."""
        return f"{self.code}:{self.subject}"


def reminders_of(facts: CommunityFacts, in_room: str = "") -> list[Reminder]:
    """The reminders of a community, the most urgent first, without those put off; none for a
    community that has ended, was archived or is paused, and none about the workshop ``in_room``: it
    goes on in this window, and is no unfinished business."""
    if facts.asks_nothing:
        return []
    found = [
        *_of_workshops(facts),
        *_of_papers(facts),
        *_of_charter(facts),
        *_of_renewal(facts),
        *_of_actions(facts),
        *_of_roles(facts),
        *_of_what_is_next(facts),
    ]
    shown = [
        reminder
        for reminder in found
        if facts.snoozed.get(reminder.snooze_key, facts.today) <= facts.today
        and reminder.subject != in_room
    ]
    return sorted(shown, key=lambda reminder: reminder.urgency)


def most_urgent(all_facts: Iterable[CommunityFacts]) -> list[Reminder]:
    """The reminders of communities, the most urgent first; equal ones as the communities come:
    :func:`app.community.facts.gather` gives them by their names."""
    found = [reminder for facts in all_facts for reminder in reminders_of(facts)]
    return sorted(found, key=lambda reminder: reminder.urgency)


def next_ahead(all_facts: Iterable[CommunityFacts]) -> Reminder | None:
    """The soonest workshop or gathering ahead, for when nothing wants attention."""
    found = [
        reminder for facts in all_facts if not facts.asks_nothing for reminder in _ahead(facts)
    ]
    return min(found, key=lambda reminder: reminder.urgency, default=None)


def also_ahead(facts: CommunityFacts, reminders: Iterable[Reminder]) -> Reminder | None:
    """What is next in a community's calendar, where none of its ``reminders`` says so already."""
    if facts.asks_nothing:
        return None
    ahead = next_ahead([facts])
    about = {
        one.subject for one in reminders if one.code == "next-far" or one.subject != one.community
    }
    if ahead is None or ahead.subject in about or facts.community.id in about:
        return None
    return ahead


def _ahead(facts: CommunityFacts) -> Iterator[Reminder]:
    """Each with the days until then as its urgency. A workshop that has begun is not ahead."""
    for workshop in facts.workshops:
        days = (workshop.date - facts.today).days
        if days >= 0 and workshop.state != "running":
            said: dict[str, object] = {
                "title": workshop.title,
                "purpose": workshop.purpose,
                "date": workshop.date,
                "days": days,
            }
            yield _reminder(facts, "ahead-workshop", days, "design", subject=workshop.id, said=said)
    meeting = facts.next_gathering
    if meeting is not None:
        days = (meeting.date - facts.today).days
        said = {"title": meeting.title, "date": meeting.date, "days": days}
        yield _reminder(facts, "ahead-gathering", days, said=said)


def renewal_near(facts: CommunityFacts) -> bool:
    """Whether a renewal is due, or in sight as far as the end of a role is."""
    charter = facts.charter
    agreed = charter is not None and charter.status == "agreed"
    until = charter.until if charter is not None and agreed else None
    days = [(one.date - facts.today).days for one in facts.workshops if one.purpose == "renewal"]
    due = until is not None and (until - facts.today).days <= TRIAL_NEAR
    return due or any(ahead <= ENDING for ahead in days)


def snooze(library: Library, reminder: Reminder, until: date) -> None:
    """Put a reminder off: it is not shown before ``until``."""
    put_off_until(library, reminder.community, reminder.snooze_key, until)


def _reminder(
    facts: CommunityFacts,
    code: str,
    urgency: int,
    place: Place = "community",
    *,
    subject: str = "",
    lead: str = "",
    said: Mapping[str, object] | None = None,
) -> Reminder:
    one = facts.community
    return Reminder(
        code=code,
        community=one.id,
        name=one.name,
        subject=subject or one.id,
        facts=said or {},
        place=place,
        lead=lead or subject or one.id,
        urgency=urgency,
        renews=code in WHY_RENEW and _may_renew(facts, code),
    )


def _may_renew(facts: CommunityFacts, code: str) -> bool:
    """Whether there is something to renew, and no renewal is planned already."""
    if not facts.launched or any(one.purpose == "renewal" for one in facts.workshops):
        return False
    silent = (facts.today - facts.last.date).days if facts.last is not None else 0
    return code != "next-none" or silent >= QUIET


def _of_workshops(facts: CommunityFacts) -> Iterator[Reminder]:
    for workshop in facts.workshops:
        yield from _of_workshop(facts, workshop)


def _of_workshop(facts: CommunityFacts, workshop: WorkshopFacts) -> Iterator[Reminder]:
    days = (workshop.date - facts.today).days
    common: dict[str, object] = {
        "title": workshop.title,
        "purpose": workshop.purpose,
        "date": workshop.date,
        "starts": workshop.starts,
        "expected": workshop.expected,
        "days": days,
    }
    one = workshop.id
    if workshop.state == "running":
        common |= {
            "block": workshop.stopped_in,
            "at": workshop.stopped_at,
            "zone": workshop.zone,
        }
        yield _reminder(facts, "workshop-unfinished", 0, "room", subject=one, said=common)
    elif not workshop.blocks and 0 <= days <= SOON:
        urgency = 5 if days <= 1 else 25
        yield _reminder(facts, "agenda-empty", urgency, "design", subject=one, said=common)
    elif days < 0:
        yield _reminder(facts, "workshop-missed", 33, "design", subject=one, said=common)
    elif days == 0:
        yield _reminder(facts, "workshop-today", 10, "room", subject=one, said=common)
    elif days == 1:
        yield _reminder(facts, "workshop-tomorrow", 20, "design", subject=one, said=common)
    elif days <= SOON:
        yield _reminder(facts, "workshop-soon", 26 + days, "design", subject=one, said=common)


def _of_papers(facts: CommunityFacts) -> Iterator[Reminder]:
    """What was written on paper in a workshop, and is not typed in yet."""
    for paper in facts.papers:
        said: dict[str, object] = {
            "title": paper.of,
            "date": paper.date,
            "block": paper.title,
            "expected": paper.expected,
            "n": paper.blocks,
        }
        yield _reminder(
            facts, "paper-waiting", 32, "paper", subject=paper.workshop, lead=paper.block, said=said
        )


def _of_charter(facts: CommunityFacts) -> Iterator[Reminder]:
    charter = facts.charter
    if charter is None:
        if facts.launched:
            yield _reminder(facts, "charter-none", 70, "charter")
        return
    if charter.status != "agreed" or charter.until is None:
        return
    days = (charter.until - facts.today).days
    said: dict[str, object] = {"number": charter.number, "date": charter.until, "days": days}
    if days < 0:
        yield _reminder(facts, "trial-over", 34, "charter", said=said)
    elif days <= TRIAL_NEAR:
        yield _reminder(facts, "trial-near", 55, "charter", said=said)


def _of_renewal(facts: CommunityFacts) -> Iterator[Reminder]:
    """The day by which the charter's head wants a renewal, until one is planned."""
    day = facts.charter.renew_on if facts.charter is not None else None
    if day is None or any(one.purpose == "renewal" for one in facts.workshops):
        return
    days = (day - facts.today).days
    said: dict[str, object] = {"date": day, "days": days}
    if days < 0:
        yield _reminder(facts, "renewal-past", 35, "renewal", said=said)
    elif days <= RENEWAL_NEAR:
        yield _reminder(facts, "renewal-near", 37, "renewal", said=said)


def _of_actions(facts: CommunityFacts) -> Iterator[Reminder]:
    past = facts.overdue
    soon = [one for one in facts.promised if 0 <= (one.due - facts.today).days <= PROMISED_SOON]
    if past:
        yield _reminder(facts, "actions-past", 31, said=_said_of(past))
    if soon:
        said = _said_of(soon) | {"days": (soon[0].due - facts.today).days}
        yield _reminder(facts, "actions-soon", 36, said=said)


def _said_of(promises: Sequence[Promise]) -> dict[str, object]:
    """How many, and what the first is: its words are said where it is the only one."""
    return {"n": len(promises), "date": promises[0].due, "text": promises[0].text}


def _of_roles(facts: CommunityFacts) -> Iterator[Reminder]:
    # Before anything was planned or agreed, an empty chair is no news.
    begun = bool(facts.workshops or facts.last or facts.terms)
    for role, urgency in ((COORDINATOR, 50), (SPONSOR, 60)):
        if begun and not facts.holders(role):
            subject = f"{facts.community.id}/{role}"
            ended = [
                term.ends
                for term in facts.terms
                if term.role == role and term.ends is not None and term.ends < facts.today
            ]
            yield _reminder(
                facts,
                f"{role}-vacant",
                urgency,
                subject=subject,
                lead=facts.community.id,
                said={"since": max(ended, default=None)},
            )
    yield from _of_terms(facts)


def _of_terms(facts: CommunityFacts) -> Iterator[Reminder]:
    """Terms that end within eight weeks and that nobody has agreed to take up."""
    for term in facts.terms:
        if term.ends is None or not term.runs(facts.today):
            continue
        days = (term.ends - facts.today).days
        followed = any(
            other.key == term.key and (other.ends is None or other.ends > term.ends)
            for other in facts.terms
        )
        if days <= ENDING and not followed:
            yield _reminder(
                facts,
                "term-ending",
                (46 if term.role == COORDINATOR else 52) + days // 7,
                subject=f"{facts.community.id}/{term.role}/{term.label}/{term.ends}",
                lead=facts.community.id,
                said={
                    "role": term.role,
                    "label": term.label,
                    "person": term.name,
                    "days": days,
                    "date": term.ends,
                },
            )


def _of_what_is_next(facts: CommunityFacts) -> Iterator[Reminder]:
    if not facts.members:
        yield _reminder(facts, "people-none", 78, "people")
    ahead = next_ahead([facts])
    if not facts.workshops and not facts.launched:
        yield _reminder(facts, "launch-unplanned", 80, "plan", said={"n": facts.members})
    elif not facts.launched and any(one.purpose == "launch" for one in facts.workshops):
        return  # what comes first is the launch, however far
    elif ahead is not None and ahead.urgency > FAR and not _under_way(facts):
        yield _reminder(facts, "next-far", 65, said=ahead.facts)
    elif ahead is None and not facts.workshops:
        last = facts.last.date if facts.last else None
        yield _reminder(facts, "next-none", 65, said={"last": last})


def _under_way(facts: CommunityFacts) -> bool:
    """Whether a workshop is going on, or is past its date and not held."""
    return any(one.date < facts.today or one.state == "running" for one in facts.workshops)
