"""Reminders as text: when, what to do, why, and what the button says."""

from collections.abc import Mapping
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.community.attention import Reminder
from app.community.holdings import OWN
from app.community.overview import NewsItem
from app.community.today import zone_of
from app.moment import instant
from app.words import Words, capitalized
from ui.look.themes import Tone
from ui.parts.excerpts import excerpt
from ui.parts.marked_text import marked

_AHEAD = frozenset(
    ("workshop-today", "workshop-tomorrow", "workshop-soon", "ahead-workshop", "ahead-gathering")
)
_PROMISE = 80
"""Characters of a promise that its reminder repeats."""


class ReminderText(msgspec.Struct, frozen=True):
    """A reminder as a person reads it: ``when`` it is due, what it ``ask``s, ``why``, and what its
    button says (``do``)."""

    when: str
    ask: str
    why: str
    do: str
    tone: Tone


def reminder_text(
    reminder: Reminder, words: Words, catalogue: Catalogue, today: date
) -> ReminderText:
    """A reminder in the window's words, as it is said on the day ``today``."""
    facts = dict(reminder.facts) | _times(reminder.facts, words, today)
    facts["role"] = role_name(
        str(facts.get("role", "")), str(facts.get("label", "")), words, catalogue
    )
    facts["text"] = excerpt(str(facts.get("text", "")), _PROMISE)
    key = f"attention.{reminder.code}"
    why = words(f"{key}.{_reason(reminder)}", **facts)
    if reminder.facts.get("expected") and reminder.code in _AHEAD:
        why = f"{words('attention.expected', n=reminder.facts['expected'])} {why}"
    return ReminderText(
        when=capitalized(words(f"{key}.when", **facts)),
        ask=words(f"{key}.ask", **facts),
        why=why,
        do=words(f"{key}.do"),
        tone=reminder_tone(reminder),
    )


def news_text(worth: NewsItem, words: Words, today: date) -> tuple[str, Tone]:
    """A fact in a few words, with a mark before it where it is urgent, and its tone."""
    times = _times(worth.facts, words, today)
    text = words(f"attention.worth.{worth.code}", **worth.facts, **times)
    if worth.urgent is None:
        return text, "plain"
    tone: Tone = "ember" if worth.code == "coordinator-vacant" else "amber"
    return marked(text, tone), tone


def reminder_tone(reminder: Reminder) -> Tone:
    """The tone of a reminder's edge: ember for what is unfinished or vacant, a workshop's own."""
    if reminder.code == "workshop-unfinished" or reminder.code.endswith("-vacant"):
        return "ember"
    if reminder.code in _AHEAD:
        return "renew" if reminder.facts.get("purpose") == "renewal" else "teal"
    if reminder.code in {"launch-unplanned", "people-none"}:
        return "teal"
    return "amber"


def in_time(words: Words, days: int) -> str:
    """In how many days, weeks or months a day is, in words: the largest unit that still says it."""
    if days <= 0:
        return words("attention.today")
    if days == 1:
        return words("attention.tomorrow")
    for unit, length, enough in (("months", 30, 70), ("weeks", 7, 14)):
        if days >= enough:
            return words(f"attention.{unit}", n=days // length)
    return words("attention.days", n=days)


def role_name(role: str, label: str, words: Words, catalogue: Catalogue) -> str:
    """What a role is called: a community's own name for it, or the catalogue's."""
    if role == OWN or label:
        return label
    known = catalogue.find_role(role)
    return known.in_language(words.language).name if known else role


def _reason(reminder: Reminder) -> str:
    """Which of its sentences gives the reminder's reason."""
    facts = reminder.facts
    if reminder.code == "workshop-unfinished":
        if not facts.get("at"):
            return "why-bare"
        return "why" if facts.get("block") else "why-break"
    if reminder.code.endswith("-vacant"):
        return "why-since" if facts.get("since") else "why"
    if reminder.code == "launch-unplanned":
        return "why" if facts.get("n") else "why-nobody"
    if reminder.code in {"ahead-gathering", "next-far"}:
        return "why" if facts.get("title") else "why-untitled"
    if reminder.code == "paper-waiting":
        return "why" if facts.get("expected") else "why-uncounted"
    if reminder.code == "next-none":
        return "why" if facts.get("last") else "why-never"
    return "why"


def _times(facts: Mapping[str, object], words: Words, today: date) -> dict[str, str]:
    """The dates and times among the facts, as people write them."""
    written: dict[str, str] = {}
    days = facts.get("days")
    if isinstance(days, int):
        written["in_time"] = in_time(words, days)
    for name in ("date", "since", "last"):
        day = facts.get(name)
        if isinstance(day, date):
            written["day"] = words.near_day(day, today)
    starts = facts.get("starts")
    if isinstance(starts, int):
        written["time"] = words.clock(starts)
    stopped = facts.get("at")
    if isinstance(stopped, str) and stopped:
        zone = zone_of(str(facts.get("zone", "UTC")))
        moment = instant(stopped)
        local = moment.astimezone(zone).date()
        written["day"] = f"{words.day(local, 'weekday')} {words.near_day(local, today)}"
        written["time"] = words.hour(moment, zone)
    return written
