"""What recurs, in words: on screens, on the wall and on paper alike."""

from collections.abc import Sequence
from datetime import date

from app.community.rhythm_events import EventFields
from app.recurrence import WEEKDAYS, parts_of, until_of
from app.text_direction import join_isolated
from app.words import Words, capitalized

SHORT = 180
"""Minutes up to which a length of time is said in minutes alone."""
_SAID = frozenset(("FREQ", "INTERVAL", "BYDAY", "WKST", "COUNT", "UNTIL"))
_INTERVALS = {1: "month-on", 3: "quarter-on", 6: "half-year-on"}


def event_words(words: Words, event: EventFields) -> str:
    """How often, when, how long and where: "first Tuesday of the month, 12:00, 60 min"."""
    often = rule_words(words, event.rule, event.date)
    once = words.day(event.date, "dated")
    when = (often if event.rule else once, *when_words(words, event))
    return join_isolated((", ".join(when), event.place), ", ")


def when_words(words: Words, event: EventFields) -> tuple[str, ...]:
    """The time of day and the length, as far as they were said."""
    starts = () if event.starts is None else (words.clock(event.starts),)
    return (*starts, length_words(words, event.minutes)) if event.minutes else starts


def length_words(words: Words, minutes: int) -> str:
    """How long something takes; nothing for no time at all."""
    if not minutes:
        return ""
    return words("parts.minutes", n=minutes) if minutes <= SHORT else words.duration(minutes)


def often_words(words: Words, event: EventFields) -> str:
    """How often it takes place, as a line begins."""
    return capitalized(rule_words(words, event.rule, event.date))


def rule_words(words: Words, rule: str, first: date) -> str:
    """How often a rule that begins on a day falls; one that people hardly choose is shown as it
    is written."""
    if not rule:
        return words("rhythm.once")
    parts = parts_of(rule)
    often = _often(words, parts, first) or words("rhythm.by-rule", rule=rule)
    until = until_of(rule)
    if until is not None:
        return words("rhythm.until", rule=often, day=words.day(until))
    if "COUNT" in parts:
        return words("rhythm.times", rule=often, n=int(parts["COUNT"]))
    return often


def dates_words(words: Words, days: Sequence[date], today: date) -> str:
    """Some days one after the other, each with its day of the week."""
    return " · ".join(words.near_day(day, today, "dated") for day in days)


def _often(words: Words, parts: dict[str, str], first: date) -> str:
    """The words of a rule that people choose; nothing for another."""
    every = int(parts.get("INTERVAL", "1"))
    beside = parts.keys() - _SAID
    days = [one for one in parts.get("BYDAY", "").split(",") if one]
    plain = all(one in WEEKDAYS for one in days)
    match parts.get("FREQ"):
        case "DAILY" if not beside and not days:
            return words("rhythm.days", n=every)
        case "WEEKLY" if not beside and plain:
            return _weekly(words, every, days, first)
        case "MONTHLY" if not beside and len(days) == 1 and not plain:
            return _on_weekday(words, every, days[0])
        case "MONTHLY" if not days:
            return _on_date(words, every, parts, first)
        case "YEARLY" if every == 1:
            return _yearly(words, parts, days, first)
    return ""


def _weekly(words: Words, every: int, days: Sequence[str], first: date) -> str:
    numbers = [WEEKDAYS.index(one) + 1 for one in days] or [first.isoweekday()]
    named = words.series([words(f"calendar.weekday-{number}") for number in sorted(numbers)])
    if every == 1:
        return words("rhythm.weekly", days=named)
    return words("rhythm.weeks-on", often=words("rhythm.weeks", n=every), days=named)


def _placed(words: Words, day: str) -> dict[str, str] | None:
    """Which day of the week of a month "1TU" is, in words; None for a fifth one and the like."""
    which, weekday = day[:-2].lstrip("+"), WEEKDAYS.index(day[-2:]) + 1
    key = f"rhythm.which-{'last' if which == '-1' else which}"
    if not words.knows(key):
        return None
    return {"which": words(key), "weekday": words(f"calendar.weekday-{weekday}")}


def _on_weekday(words: Words, every: int, day: str) -> str:
    placed = _placed(words, day)
    if placed is None:
        return ""
    if every in _INTERVALS:
        return words(f"rhythm.{_INTERVALS[every]}", **placed)
    return words("rhythm.months-on", often=words("rhythm.months", n=every), **placed)


def _on_date(words: Words, every: int, parts: dict[str, str], first: date) -> str:
    days = parts.get("BYMONTHDAY", str(first.day)).split(",")
    or_last = [str(day) for day in range(28, int(days[-1]) + 1)] if len(days) > 1 else []
    beside = parts.keys() - _SAID - {"BYMONTHDAY", "BYSETPOS"}
    if beside or (len(days) > 1 and (days != or_last or parts.get("BYSETPOS") != "-1")):
        return ""
    if len(days) == 1 and ("BYSETPOS" in parts or int(days[0]) < 1):
        return ""
    number = int(days[-1])
    day = words("calendar.first") if number == 1 else number
    said = words("rhythm.date-or-last" if len(days) > 1 else "rhythm.date", day=day)
    if every == 1:
        return said
    return words("rhythm.months-date", often=words("rhythm.months", n=every), date=said)


def _yearly(words: Words, parts: dict[str, str], days: Sequence[str], first: date) -> str:
    beside = parts.keys() - _SAID
    if not beside and not days:
        return words("rhythm.year-date", date=words.day(first, "day"))
    month = parts.get("BYMONTH", "")
    placed = _placed(words, days[0]) if len(days) == 1 and days[0] not in WEEKDAYS else None
    if beside != {"BYMONTH"} or not month.isdecimal() or placed is None:
        return ""
    return words("rhythm.year-on", month=words(f"calendar.month-{int(month)}"), **placed)
