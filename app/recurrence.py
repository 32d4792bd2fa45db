"""What recurs: rules of RFC 5545, the days they give, and the patterns that people choose among.

A rule is written without its name ("FREQ=MONTHLY;BYDAY=1TU"); an empty one takes place once. It is
about days alone: the time of day is the same on each, wherever clocks are put forward or back.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import MAXYEAR, date, datetime, time
from itertools import islice

import msgspec

LONGEST_RULE = 300
"""Characters of a rule."""
MOST_DAYS = 20_000
"""The days of one rule that are looked at: every day of more than fifty years."""
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

ONCE, MONTH, MONTH_DATE, YEAR, OWN = "once", "month", "month-date", "year", "own"
WEEKS: Mapping[str, int] = {"week-1": 1, "week-2": 2, "week-3": 3, "week-4": 4}
MONTHS: Mapping[str, int] = {MONTH: 1, "quarter": 3, "half-year": 6}
HOWS = (ONCE, *WEEKS, MONTH, MONTH_DATE, "quarter", "half-year", YEAR, OWN)
"""How often, by code: some of them on a day of the week in the month (:func:`by_weekday`)."""
WHICH = (1, 2, 3, 4, -1)
"""Which of a month's Tuesdays; -1 is the last one."""

_CYCLE = 400
"""Years after which the calendar repeats itself, days of the week and all."""
_LAST_CERTAIN = 28
"""The last day that every month has."""
_DAY = "|".join(WEEKDAYS)
_PARTS: Mapping[str, re.Pattern[str]] = {
    name: re.compile(form)
    for name, form in {
        "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY",
        "INTERVAL": r"[1-9]\d{0,2}",
        "COUNT": r"[1-9]\d{0,8}",
        "UNTIL": r"\d{8}(T\d{6}Z?)?",
        "BYDAY": rf"([+-]?[1-9]\d?)?({_DAY})(,([+-]?[1-9]\d?)?({_DAY}))*",
        "BYMONTHDAY": r"[+-]?[1-9]\d?(,[+-]?[1-9]\d?)*",
        "BYMONTH": r"[1-9]\d?(,[1-9]\d?)*",
        "BYSETPOS": r"[+-]?[1-9]\d{0,2}(,[+-]?[1-9]\d{0,2})*",
        "WKST": _DAY,
    }.items()
}
_MOST_OF: Mapping[str, int] = {"BYMONTHDAY": 31, "BYMONTH": 12, "BYSETPOS": 366}


class Pattern(msgspec.Struct, frozen=True):
    """How often something recurs, as people choose it; ``rule`` is one of their own.

    ``weekday`` is 1 for Monday, as in ISO 8601; with ``which`` it says which day of a month.
    """

    how: str
    which: int = 1
    weekday: int = 1
    rule: str = ""


def parts_of(rule: str) -> dict[str, str]:
    """The parts of a rule by their names; nothing where it is none."""
    if len(rule) > LONGEST_RULE:
        return {}
    pairs = [part.partition("=") for part in rule.split(";")]
    parts = {name: value for name, _, value in pairs}
    fits = len(parts) == len(pairs) and all(
        name in _PARTS and _PARTS[name].fullmatch(value) for name, value in parts.items()
    )
    return parts if fits and "FREQ" in parts else {}


def is_rule(rule: str) -> bool:
    """Whether a text is a rule for days: no hours, minutes or seconds, nothing that contradicts
    itself. Some rules that are one give no day at all (:func:`days_of` says so)."""
    parts = parts_of(rule)
    if not parts or {"COUNT", "UNTIL"} <= parts.keys():
        return False
    for name, most in _MOST_OF.items():
        if any(abs(int(one)) > most for one in parts.get(name, "0").split(",")):
            return False
    if max(map(int, re.findall(r"\d+", parts.get("BYDAY", ""))), default=0) > _most_weeks(parts):
        return False
    if "BYSETPOS" in parts and not parts.keys() & {"BYDAY", "BYMONTHDAY", "BYMONTH"}:
        return False
    return "UNTIL" not in parts or until_of(rule) is not None


def _most_weeks(parts: Mapping[str, str]) -> int:
    """Up to which Tuesday can be counted in what a rule repeats: a month, a year, or nothing."""
    within = {"YEARLY": 5 if "BYMONTH" in parts else 53, "MONTHLY": 5}
    return within.get(parts["FREQ"], 0)


def until_of(rule: str) -> date | None:
    """The last day on which a rule may fall, if it has one."""
    try:
        return date.fromisoformat(parts_of(rule)["UNTIL"][:8])
    except (KeyError, ValueError):
        return None


def days_of(
    rule: str, first: date, since: date | None = None, left_out: Collection[date] = ()
) -> Iterator[date]:
    """The days on which something takes place, from ``since`` on, without those left out.

    As many as are asked for: most rules have no end.
    """
    for day in _all_days(rule, first):
        if (since is None or day >= since) and day not in left_out:
            yield day


def _all_days(rule: str, first: date) -> Iterator[date]:
    if not rule:
        yield first
        return
    # Only who meets something that recurs waits for this.
    from dateutil.rrule import rrulestr

    # In the last years there are, a rule that gives no day ends soon, rather than in the year 9999.
    later = (MAXYEAR - first.year) // _CYCLE * _CYCLE
    begins = datetime.combine(first.replace(year=first.year + later), time())
    for found in islice(rrulestr(_moved(rule, later), dtstart=begins), MOST_DAYS):
        yield found.date().replace(year=found.year - later)


def _moved(rule: str, years: int) -> str:
    """A rule that ends so many years later; none where there are no such years."""
    until, parts = until_of(rule), parts_of(rule)
    if until is None:
        return rule
    del parts["UNTIL"]
    if until.year + years <= MAXYEAR:
        parts["UNTIL"] = until.replace(year=until.year + years).strftime("%Y%m%d")
    return ";".join(f"{name}={value}" for name, value in parts.items())


def by_weekday(how: str) -> bool:
    """Whether it recurs on a day of the week in the month, such as its first Tuesday."""
    return how in MONTHS or how == YEAR


def place_in_month(day: date) -> int:
    """Which of the month's Tuesdays, or whatever day it is, a day is: 1 to 4, or -1 for a fifth."""
    number = (day.day - 1) // 7 + 1
    return number if number in WHICH else -1


def rule_of(pattern: Pattern, first: date) -> str:
    """The rule of a pattern that begins on a day."""
    how, on = pattern.how, f"{pattern.which}{WEEKDAYS[pattern.weekday - 1]}"
    if how == ONCE:
        return ""
    if how in WEEKS:
        return f"FREQ=WEEKLY{_each(WEEKS[how])};BYDAY={WEEKDAYS[first.weekday()]}"
    if how in MONTHS:
        return f"FREQ=MONTHLY{_each(MONTHS[how])};BYDAY={on}"
    if how == MONTH_DATE:
        return f"FREQ=MONTHLY;{_on_date(first.day)}"
    if how == YEAR:
        return f"FREQ=YEARLY;BYMONTH={first.month};BYDAY={on}"
    return pattern.rule.strip().upper().removeprefix("RRULE:").strip(";")


def pattern_of(rule: str, first: date) -> Pattern:
    """What people choose to have a rule; one of their own where nothing offered leads to it."""
    found = re.search(rf"BYDAY=(-?\d)({_DAY})$", rule)
    which, weekday = place_in_month(first), first.isoweekday()
    if found is not None:
        which, weekday = int(found[1]), WEEKDAYS.index(found[2]) + 1
    for how in HOWS:
        pattern = Pattern(how, which, weekday)
        if how != OWN and rule_of(pattern, first) == rule:
            return pattern
    return Pattern(OWN, which, weekday, rule)


def _each(interval: int) -> str:
    return f";INTERVAL={interval}" if interval > 1 else ""


def _on_date(day: int) -> str:
    """The same date in each month; the last one where a month is too short for it."""
    if day <= _LAST_CERTAIN:
        return f"BYMONTHDAY={day}"
    days = ",".join(str(one) for one in range(_LAST_CERTAIN, day + 1))
    return f"BYMONTHDAY={days};BYSETPOS=-1"
