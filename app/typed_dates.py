"""Dates, times of day and lengths of time, read as people type them.

``read_day("15 jan", ...)``, ``read_time("9 h 30", ...)`` and ``read_minutes("1 h 15", ...)`` give
what is meant, or None where that is not certain. What each language says stands in
``resources/words/typed_dates.toml``; a date in the order year-month-day is read in all of them.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import Literal

import msgspec

from app.folding import fold
from app.moment import months_after
from app.words import DAY, Words

Lean = Literal["ahead", "near", "back"]
"""Which of two days is meant where no year is written: the next one, the nearer one, the last."""

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
"""The days that are taken for days: beyond them somebody mistyped a year."""

_LONGEST = 80
"""Letters of the longest text that is looked at."""
_MOST_TOKENS = 8
"""More than any date, time or length has. Without an end, "mar mar mar…" had a million readings."""
_CODES: Sequence[str] = (
    "nothing today tomorrow yesterday after-tomorrow before-yesterday in later ago this next last"
    " day week month year hour minute half-hour half noon midnight morning afternoon next-day"
).split()
_NUMBERS = (*range(1, 11), 12, 15)
_NAME = 3
"""Letters that are enough of the name of a month or a day of the week."""
_DATE_ONLY = re.compile(r"[-‐‑‒–—−/\\]")
_TIME_ONLY = re.compile(r":")
_SIGNED = re.compile(r"\s*[-+‐‑‒–—−]")
_SLASHED = re.compile(r"\d\s*/\s*\d")
_YEAR_IN_DOUBT = re.compile(r"\s*\d{2}\s*[-‐‑‒–—−]\s*\d{1,2}\s*[-‐‑‒–—−]\s*\d{2}\s*")
"""26-12-01, where both ends may be the year."""
_HOURS = re.compile(r"(\d{1,3})[.,](\d{1,2})\s*([^\W\d]+)\.?")


class _Number(msgspec.Struct, frozen=True):
    """A number as it was written: ``figures`` long, 0 for one in words."""

    value: int
    figures: int = 0


class _Month(msgspec.Struct, frozen=True):
    number: int


class _Weekday(msgspec.Struct, frozen=True):
    number: int


_Token = _Number | _Month | _Weekday | str
"""A number, a name, or the code of a thing that is said."""


def read_day(text: str, words: Words, today: date, lean: Lean = "ahead") -> date | None:
    """The day that ``text`` means on the day ``today``; None where it means none, or several."""
    if _TIME_ONLY.search(text) or _SIGNED.match(text) or _YEAR_IN_DOUBT.fullmatch(text):
        return None
    slashed = _SLASHED.search(text) is not None
    meant: set[date] = set()
    for tokens in _readings(text, words):
        if slashed and isinstance(tokens[0], _Month):  # "mar 15/12" is a Tuesday in French
            continue
        try:
            found = _day(tokens, words, today, lean)
        except (ValueError, OverflowError):  # no such day, or none that can be reckoned
            continue
        if found is not None and FIRST <= found <= LAST:
            meant.add(found)
    return meant.pop() if len(meant) == 1 else None


def read_time(text: str, words: Words) -> int | None:
    """The time of day that ``text`` means, in minutes since midnight."""
    if _DATE_ONLY.search(text) or _SIGNED.match(text):
        return None
    return next(filter(_known, map(_time, _readings(text, words))), None)


def read_minutes(text: str, words: Words) -> int | None:
    """The length of time that ``text`` means, in minutes; a number alone is minutes."""
    if _SIGNED.match(text) or _DATE_ONLY.match(text.strip()):
        return None
    part = _HOURS.fullmatch(text.strip())
    if part is not None:
        clock = len(part[2]) == 2 and int(part[2]) < 60  # 1.30 h: a share of an hour, or minutes
        if clock or "hour" not in _codes_of(part[3], words):
            return None
        return round(60 * float(f"{int(part[1])}.{part[2]}"))
    clocked = _TIME_ONLY.search(text) is not None
    readings = _readings(text, words)
    return next(filter(_known, (_length(tokens, clocked) for tokens in readings)), None)


def _known(value: int | None) -> bool:
    return value is not None


# What is written, as tokens


def _readings(text: str, words: Words) -> Iterator[list[_Token]]:
    """Every way to take what is written: few words mean two things, as "mar" does in French."""
    if len(text) > _LONGEST:
        return
    pieces = re.findall(r"\d+|[^\W\d]+", fold(text))
    phrases = {code: _phrases(words, code) for code in _CODES}
    choices: list[Sequence[_Token]] = []
    while pieces:
        taken, meant = _next(pieces, phrases, words)
        if not meant:
            return
        if meant != ["nothing"]:
            choices.append(meant)
        if len(choices) > _MOST_TOKENS:
            return
        pieces = pieces[taken:]
    for chosen in product(*choices):
        said: list[_Token] = [one for one in chosen if one != "nothing"]
        if said:
            yield said


def _next(
    pieces: Sequence[str], phrases: dict[str, list[list[str]]], words: Words
) -> tuple[int, Sequence[_Token]]:
    """How many pieces belong together next, and what they may mean; the longest phrase wins."""
    first = pieces[0]
    if first[0].isdecimal():
        return 1, (_Number(int(first), len(first)),)
    fitting = [
        (len(phrase), code)
        for code, several in phrases.items()
        for phrase in several
        if list(pieces[: len(phrase)]) == phrase
    ]
    length = max((taken for taken, _ in fitting), default=1)
    found: list[_Token] = [code for taken, code in fitting if taken == length]
    if length == 1:
        found += _names(first, words)
        found += [_Number(n) for n in _NUMBERS if [first] in _phrases(words, f"number-{n}")]
    return length, found


def _phrases(words: Words, code: str) -> list[list[str]]:
    return [fold(one).split() for one in words(f"typed_dates.read.{code}").split(",")]


def _codes_of(word: str, words: Words) -> set[str]:
    return {code for code in _CODES if [fold(word)] in _phrases(words, code)}


def _names(piece: str, words: Words) -> list[_Token]:
    """The months and days of the week whose name begins with ``piece``, if it is enough of it."""
    if len(piece) < _NAME:
        return []
    months = [n for n in range(1, 13) if _begins(words(f"calendar.month-{n}"), piece)]
    days = [n for n in range(1, 8) if _begins(words(f"calendar.weekday-{n}"), piece)]
    found: list[_Token] = [_Month(one) for one in months if len(months) == 1]
    return [*found, *(_Weekday(one) for one in days if len(days) == 1)]


def _begins(name: str, piece: str) -> bool:
    return fold(name).startswith(piece)


# A day


def _day(tokens: list[_Token], words: Words, today: date, lean: Lean) -> date | None:
    near = _near(tokens, today, lean)
    if near is not None:
        return near
    match tokens:
        case [_Weekday(number=weekday), _, *_]:
            rest = tokens[1:]
        case _:
            weekday, rest = 0, tokens
    found = [one for one in _dates(rest, words, today) if FIRST <= one <= LAST]
    if lean == "ahead":
        found = [one for one in found if one >= today] or found
    elif lean == "back":
        found = [one for one in found if one <= today] or found
    meant = min(found, key=lambda one: abs((one - today).days), default=None)
    # A day of the week does not choose another year: where it does not fit, something is mistyped.
    return meant if meant is not None and weekday in (0, meant.isoweekday()) else None


def _near(tokens: list[_Token], today: date, lean: Lean) -> date | None:
    """A day said from where one stands: tomorrow, next Friday, in two weeks."""
    steps = {
        "today": 0, "tomorrow": 1, "yesterday": -1, "after-tomorrow": 2, "before-yesterday": -2,
    }  # fmt: skip
    match tokens:
        case [str(code)] if code in steps:
            return today + timedelta(days=steps[code])
        case [_Weekday(number=weekday)]:
            return _weekday(today, weekday, -1 if lean == "back" else 1)
        case ["next" | "this", _Weekday(number=weekday)] | [_Weekday(number=weekday), "next"]:
            return _weekday(today, weekday, 1)
        case ["last", _Weekday(number=weekday)] | [_Weekday(number=weekday), "last"]:
            return _weekday(today, weekday, -1)
        case ["next", str(unit)] | [str(unit), "next"]:
            return _after(today, 1, unit)
        case ["last", str(unit)] | [str(unit), "last"]:
            return _after(today, -1, unit)
        case [_Number(value=number), str(unit), "ago"] | ["ago", _Number(value=number), str(unit)]:
            return _after(today, -number, unit)
        case [_Number(value=number, figures=1 | 2 | 3), str(unit)]:
            return _after(today, number, unit)  # not "some day", which is one day in French
        case ["in", _Number(value=number), str(unit)] | [_Number(value=number), str(unit), "later"]:
            return _after(today, number, unit)
    return None


def _weekday(today: date, weekday: int, way: int) -> date:
    """The first such day of the week after ``today``, or the last before it."""
    return today + timedelta(days=way * ((way * (weekday - today.isoweekday()) - 1) % 7 + 1))


def _after(today: date, number: int, unit: str) -> date | None:
    if unit in ("day", "week"):
        return today + timedelta(days=number * (7 if unit == "week" else 1))
    if unit in ("month", "year"):
        return months_after(today, number * (12 if unit == "year" else 1))
    return None


def _dates(tokens: list[_Token], words: Words, today: date) -> Iterator[date]:
    """The days that a date means: one with its year, one of each year without."""
    match tokens:
        case [_Number(figures=8, value=whole)]:
            yield date(whole // 10000, whole // 100 % 100, whole % 100)
        case [_Number(figures=4, value=year), _Number(value=month), _Number(value=day)]:
            yield date(year, month, day)
        case [
            _Number(figures=1 | 2) as one,
            _Number(figures=1 | 2) as other,
            _Number(figures=2 | 4) as year,
        ]:
            yield from _in_order(one, other, words, (_year(year),))
        case [_Number(figures=1 | 2) as one, _Number(figures=1 | 2) as other]:
            yield from _in_order(one, other, words, _years(today, (one, other)))
        case (
            [_Number() as day, _Month() as month, _Number(figures=4) as year]
            | [_Month() as month, _Number() as day, _Number(figures=4) as year]
            | [_Number(figures=4) as year, _Month() as month, _Number() as day]
        ):
            yield from _in_years(day, month.number, (_year(year),))
        case [_Number() as day, _Month() as month] | [_Month() as month, _Number() as day]:
            yield from _in_years(day, month.number, _years(today, (day, month)))
        case [_Number(figures=1 | 2) as day]:
            for number in range(1, 13):
                yield from _in_years(day, number, _years(today))


def _year(number: _Number) -> int:
    return number.value + (2000 if number.figures == 2 else 0)


def _years(today: date, tokens: Sequence[_Number | _Month] = ()) -> range:
    """The years in which a day without one may lie; a leap day is eight years off at most."""
    values = {one.number if isinstance(one, _Month) else one.value for one in tokens}
    reach = 8 if values == {29, 2} else 1
    return range(max(1, today.year - reach), today.year + reach + 1)


def _in_order(one: _Number, other: _Number, words: Words, years: Sequence[int]) -> Iterator[date]:
    """Day and month in the language's order; the other way round where only that is a day."""
    pairs = [(one, other), (other, one)]
    if words("typed_dates.order").startswith("12"):  # 12/31: the month comes first
        pairs.reverse()
    for day, month in pairs:
        if month.figures <= 2:
            found = list(_in_years(day, month.value, years))
            if found:
                yield from found
                return


def _in_years(day: _Number, month: int, years: Sequence[int]) -> Iterator[date]:
    if day.figures > 2:
        return
    for year in years:
        try:
            yield date(year, month, day.value)
        except ValueError:
            continue


# A time, and a length of time


def _time(tokens: list[_Token]) -> int | None:
    said = [one for one in tokens if one != "next-day"]
    half = next((one for one in ("morning", "afternoon") if said[-1:] == [one]), None)
    if half is not None:
        said = said[:-1]
    match said:
        case ["noon"]:
            hour, minute = 12, 0
        case ["midnight"]:
            hour, minute = 0, 0
        case [_Number(figures=3 | 4, value=both)]:
            hour, minute = divmod(both, 100)
        case [_Number(value=hour)] | [_Number(value=hour), "hour"]:
            minute = 0
        case (
            [_Number(value=hour), _Number(figures=2, value=minute)]
            | [_Number(value=hour), _Number(figures=2, value=minute), _Number(figures=2)]
            | [_Number(value=hour), "hour", _Number(value=minute)]
            | [_Number(value=hour), "hour", _Number(value=minute), "minute"]
        ):
            pass
        case [_Number(value=hour), "hour", "half"]:
            minute = 30
        case _:
            return None
    if half is not None and said not in (["noon"], ["midnight"]):
        if hour > 12:
            return None
        hour = hour % 12 + (12 if half == "afternoon" else 0)
    if minute > 59 or 60 * hour + minute > DAY:
        return None
    return (60 * hour + minute) % DAY


def _length(tokens: list[_Token], clocked: bool) -> int | None:
    match tokens:
        case ["half-hour"]:
            return 30
        case [_Number(value=minutes)] | [_Number(value=minutes), "minute"] if not clocked:
            return minutes
        case [_Number(value=hours), "hour"]:
            return 60 * hours
        case [_Number(value=hours), "hour", "half"]:
            return 60 * hours + 30
        case [_Number(value=hours), _Number(figures=2, value=minutes)] if clocked:
            return 60 * hours + minutes if minutes < 60 else None
        case [_Number(value=hours), "hour", _Number(value=minutes)] | [
            _Number(value=hours),
            "hour",
            _Number(value=minutes),
            "minute",
        ]:
            return 60 * hours + minutes if minutes < 60 else None
    return None
