"""How often, when and how long, as people say it in a line: read off to be proposed, never more.

``read_recurrence("First Tuesday of the month, 12:00, 60 minutes", ...)`` gives what is certain.
What each language says stands in ``resources/words/rhythm.toml`` and ``typed_dates.toml``.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta

import msgspec

from app.folding import fold
from app.recurrence import MONTH, MONTHS, OWN, WEEKS, WHICH, YEAR, Pattern, place_in_month
from app.words import DAY, Words
from app.working_days import working_day

LONGEST = 300
"""Characters of the longest text that is looked at."""
LATE = 7
"""An hour from which on "9 h" is a time of day rather than a length of time."""
MOST_WEEKS, MOST_MONTHS = 52, 120

_NUMBERS = (*range(1, 11), 12, 15)
_MORE_NUMBERS = (20, 30, 40, 45, 60, 75, 90)
_PIECES = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)|\d+|[^\W\d]+")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})")
_HOW = ("half-year", "quarter", YEAR, "week-2", MONTH, "week-1")
"""What one phrase says alone, the longest ways first."""


class Proposal(msgspec.Struct, frozen=True):
    """What a line says of something that recurs; None and the like where it does not say."""

    pattern: Pattern | None = None
    first: date | None = None
    starts: int | None = None
    minutes: int | None = None


def read_recurrence(text: str, words: Words, today: date) -> Proposal:
    """What a line says, on the day ``today``."""
    line = _Line(text[:LONGEST], words)
    starts, minutes = line.times()
    said = line.pattern()
    if said is None:
        return Proposal(starts=starts, minutes=minutes)
    first = _first(said, line.weekday, today)
    if not line.which:
        weekday = line.weekday or first.isoweekday()
        said = msgspec.structs.replace(said, which=place_in_month(first), weekday=weekday)
    return Proposal(said, first, starts, minutes)


def _first(pattern: Pattern, weekday: int, today: date) -> date:
    """The day from which on it may take place: a turn from now where weeks are counted, as it takes
    place today; else tomorrow."""
    later = today + timedelta(days=7 * WEEKS.get(pattern.how, 0) or 1)
    if not weekday:
        return working_day(later)
    return later + timedelta(days=(weekday - later.isoweekday()) % 7)


class _Line:
    """A line in pieces, with what they mean."""

    def __init__(self, text: str, words: Words) -> None:
        self._words = words
        self._pieces = _pieces(text)
        self.which, self.weekday = self._day()

    def pattern(self) -> Pattern | None:
        """How often, if it says so."""
        which, weekday = self.which or 1, self.weekday or 1
        found = self._every()
        if found is not None:
            return msgspec.structs.replace(found, which=which, weekday=weekday)
        for how in _HOW:
            if self._says(f"rhythm.read.{how}"):
                turned = MONTH if self.which and how == "week-1" else how
                return Pattern(turned, which, weekday)
        if self.which:
            return Pattern(MONTH, which, weekday)
        return Pattern("week-1", which, weekday) if self._each_weekday() else None

    def times(self) -> tuple[int | None, int | None]:
        """When it starts and how many minutes it takes."""
        clocks: list[int] = []
        minutes: int | None = None
        at = 0
        while at < len(self._pieces):
            taken, clock, length = self._time_at(at)
            if clock is not None:
                clocks.append(clock)
            if length is not None and minutes is None:
                minutes = length
            at += max(1, taken)
        if minutes is None and len(clocks) == 2 and clocks[0] < clocks[1]:
            minutes = clocks[1] - clocks[0]
        return (clocks[0] if clocks else None), minutes

    # Pieces that belong together

    def _phrase_at(self, at: int, key: str) -> int:
        """How many pieces from ``at`` on say what stands under a key; 0 where they do not."""
        phrases = [_pieces(one) for one in self._words(key).split(",")]
        fitting = [one for one in phrases if self._pieces[at : at + len(one)] == one]
        return max(map(len, fitting), default=0)

    def _says(self, key: str) -> bool:
        return any(self._phrase_at(at, key) for at in range(len(self._pieces)))

    def _after(self, at: int, key: str) -> bool:
        """Whether what stands under a key comes right before ``at``."""
        return any(self._phrase_at(begin, key) == at - begin for begin in range(max(0, at - 4), at))

    def _number_at(self, at: int) -> tuple[int, int]:
        """A number from ``at`` on, in figures or words: how many pieces it takes, and its value."""
        if at < len(self._pieces) and self._pieces[at].isdecimal():
            return 1, int(self._pieces[at][:4])
        named = {f"typed_dates.read.number-{n}": n for n in _NUMBERS}
        named |= {f"rhythm.read.number-{n}": n for n in _MORE_NUMBERS}
        found = [(self._phrase_at(at, key), n) for key, n in named.items()]
        return max(found, default=(0, 0))

    # How often

    def _day(self) -> tuple[int, int]:
        """Which of the month's days of the week is named, and which day of the week; 0 for none."""
        weekday = 0
        for at in range(len(self._pieces)):
            named = self._weekday_at(at)
            for which in WHICH:
                code = "last" if which < 0 else str(which)
                if named and self._after(at, f"rhythm.read.which-{code}"):
                    return which, named
            weekday = weekday or named
        return 0, weekday

    def _weekday_at(self, at: int) -> int:
        names = {n: fold(self._words(f"calendar.weekday-{n}")) for n in range(1, 8)}
        here = self._pieces[at]
        return next((n for n, name in names.items() if here in (name, f"{name}s")), 0)

    def _each_weekday(self) -> bool:
        """Whether a day of the week is named as one that comes again: every Tuesday, Tuesdays."""
        return any(
            self._weekday_at(at)
            and (self._pieces[at].endswith("days") or self._after(at, "rhythm.read.every"))
            for at in range(len(self._pieces))
        )

    def _every(self) -> Pattern | None:
        """Every so many weeks or months, every second week."""
        for at in range(len(self._pieces)):
            if not self._after(at, "rhythm.read.every"):
                continue
            taken, number = self._number_at(at)
            for which in (2, 3, 4):
                ordinal = self._phrase_at(at, f"rhythm.read.which-{which}")
                taken, number = (ordinal, which) if ordinal else (taken, number)
            if not taken:
                continue
            if self._phrase_at(at + taken, "typed_dates.read.week") and number <= MOST_WEEKS:
                return _in_weeks(number)
            if self._phrase_at(at + taken, "typed_dates.read.month") and number <= MOST_MONTHS:
                return _in_months(number)
        return None

    # When, and how long

    def _time_at(self, at: int) -> tuple[int, int | None, int | None]:
        """What stands at ``at``: how many pieces it takes, a time of day, a length of time."""
        clock = _CLOCK.fullmatch(self._pieces[at])
        if clock is not None:
            taken, later = self._half_day(at + 1, int(clock[1]))
            return 1 + taken, _minute(later, int(clock[2])), None
        for key, value in (("noon", 12 * 60), ("midnight", 0)):
            taken = self._phrase_at(at, f"typed_dates.read.{key}")
            if taken:
                return taken, value, None
        taken = self._phrase_at(at, "typed_dates.read.half-hour")
        if taken:
            return taken, None, 30
        return self._counted_at(at)

    def _counted_at(self, at: int) -> tuple[int, int | None, int | None]:
        taken, number = self._number_at(at)
        if not taken:
            return 1, None, None
        unit = self._phrase_at(at + taken, "typed_dates.read.minute")
        if unit and number <= DAY:
            return taken + unit, None, number
        unit = self._phrase_at(at + taken, "typed_dates.read.hour")
        if not unit:
            half, hour = self._half_day(at + taken, number)
            if half:
                return taken + half, _minute(hour, 0), None
            alone = self._after(at, "rhythm.read.at") and number < 24
            return taken, _minute(number, 0) if alone else None, None
        more, rest = self._rest_of_hour(at + taken + unit)
        of_day = self._phrase_at(at + taken, "rhythm.read.clock") and number >= LATE
        if of_day or self._after(at, "rhythm.read.at"):
            half, hour = self._half_day(at + taken + unit + more, number)
            return taken + unit + more + half, _minute(hour, rest), None
        length = 60 * number + rest
        return taken + unit + more, None, length if length <= DAY else None

    def _rest_of_hour(self, at: int) -> tuple[int, int]:
        """The minutes after an hour: "30", "and a half"."""
        if at < len(self._pieces) and re.fullmatch(r"[0-5]\d", self._pieces[at]):
            return 1, int(self._pieces[at])
        half = self._phrase_at(at, "rhythm.read.and-half")
        return half, 30 if half else 0

    def _half_day(self, at: int, hour: int) -> tuple[int, int]:
        """Whether an hour is of the morning or the afternoon, and which one it is then."""
        for key, later in (("morning", 0), ("afternoon", 12)):
            taken = self._phrase_at(at, f"typed_dates.read.{key}")
            if taken and hour <= 12:
                return taken, hour % 12 + later
        return 0, hour


def _pieces(text: str) -> list[str]:
    return [one if _CLOCK.fullmatch(one) else fold(one) for one in _PIECES.findall(text)]


def _minute(hour: int, minute: int) -> int | None:
    return 60 * hour + minute if hour < 24 and minute < 60 else None


def _in_weeks(number: int) -> Pattern:
    how = next((code for code, weeks in WEEKS.items() if weeks == number), OWN)
    return Pattern(how, rule=f"FREQ=WEEKLY;INTERVAL={number}" if how == OWN else "")


def _in_months(number: int) -> Pattern:
    named: Mapping[int, str] = {months: how for how, months in MONTHS.items()} | {12: YEAR}
    how = named.get(number, OWN)
    return Pattern(how, rule=f"FREQ=MONTHLY;INTERVAL={number}" if how == OWN else "")
