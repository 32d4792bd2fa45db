"""Time and chance, handed in: nothing in Hearth asks the machine for either on its own."""

import os
import sys
import time
from datetime import UTC, date, datetime, timedelta
from typing import Protocol


class Moment(Protocol):
    """What time it is, and fresh ids."""

    def now(self) -> datetime:
        """The present instant, in UTC."""

    def monotonic(self) -> float:
        """Seconds on a clock that never jumps, and goes on while the machine sleeps; only
        differences mean anything."""

    def measured(self) -> datetime:
        """The present instant in UTC, as far as was measured since :meth:`agree`.

        Whoever sets the machine's clock does not move it: what lies between two of them has really
        gone by. Across processes, it is as good as the machine's clock was when each began.
        """

    def agree(self) -> None:
        """Take the machine's clock at its word: measure from what it shows now."""

    def new_id(self) -> str:
        """A fresh id: a time-ordered uuid (version 7), 32 hexadecimal digits."""

    def follow(self, last: str) -> None:
        """Let every id from now on come after ``last``, whatever the clock says."""


class MachineMoment:
    """The machine's own clocks and randomness."""

    def __init__(self) -> None:
        """No id given yet; measured from now on."""
        self._last = (0, 0)
        self.agree()

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds on the machine's monotonic clock, those of its sleep too.

        A lid that is closed in the room stops nothing there. Linux and macOS have two such clocks,
        and Python's own is on both the one that sleeps.
        """
        if sys.platform == "win32":
            return time.monotonic()
        return time.clock_gettime(_THROUGH_SLEEP)

    def measured(self) -> datetime:
        """The present instant in UTC, whatever the machine's clock was set to since."""
        return self._agreed + timedelta(seconds=self.monotonic() - self._agreed_at)

    def agree(self) -> None:
        """Measure from what the machine's clock shows now."""
        self._agreed, self._agreed_at = self.now(), self.monotonic()

    def new_id(self) -> str:
        """A time-ordered uuid (RFC 9562, version 7), 32 hexadecimal digits.

        Each comes after the one before it, also within a millisecond, and when the machine's
        clock is set back: ids break ties in every order of rows.
        """
        milliseconds = time.time_ns() // 1_000_000
        chance = int.from_bytes(os.urandom(10)) & _CHANCE >> 1
        if milliseconds <= self._last[0]:
            milliseconds, chance = self._last[0], self._last[1] + 1 + (chance & 0xFFFF_FFFF)
            if chance > _CHANCE:
                milliseconds, chance = milliseconds + 1, 0
        self._last = (milliseconds, chance)
        return uuid7(milliseconds, chance)

    def follow(self, last: str) -> None:
        """Let every id from now on come after ``last``, a version 7 uuid.

        What is in a library already came before, also when the machine's clock has been set back
        since, as a laptop's is whose battery died.
        """
        number = int(last, 16)
        chance = (number >> 64 & 0xFFF) << 62 | number & 0x3FFF_FFFF_FFFF_FFFF
        self._last = max(self._last, (number >> 80, chance))


if sys.platform == "linux":
    _THROUGH_SLEEP = time.CLOCK_BOOTTIME
elif sys.platform != "win32":
    _THROUGH_SLEEP = time.CLOCK_MONOTONIC

_CHANCE = (1 << 74) - 1
"""As many bits of chance as a version 7 uuid holds."""


def uuid7(milliseconds: int, chance: int) -> str:
    """A version 7 uuid from milliseconds since 1970 and 74 bits of ``chance`` (RFC 9562, 5.7)."""
    high = (milliseconds & 0xFFFF_FFFF_FFFF) << 80
    version = 0x7 << 76 | ((chance >> 62) & 0xFFF) << 64
    variant = 0b10 << 62 | (chance & 0x3FFF_FFFF_FFFF_FFFF)
    return f"{high | version | variant:032x}"


def drift(moment: Moment) -> timedelta:
    """How far the machine's clock was set ahead (below zero: back) since all was measured."""
    apart = moment.now() - moment.measured()
    return apart if abs(apart) >= timedelta(seconds=1) else timedelta()


def stamp(instant: datetime) -> str:
    """An instant as the library stores it: UTC, milliseconds, ``2026-01-15T14:05:09.120Z``.

    Raises ValueError for a time without a zone, which is no instant.
    """
    if instant.tzinfo is None:
        raise ValueError("a time without a zone is no instant")
    utc = instant.astimezone(UTC)
    return utc.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc.microsecond // 1000:03d}Z"


def instant(text: str) -> datetime:
    """The instant that :func:`stamp` wrote. Raises ValueError for anything else."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def day(text: str) -> date:
    """A stored calendar date. Raises ValueError for anything else."""
    return date.fromisoformat(text)


def months_after(start: date, months: int) -> date:
    """The date so many months later; the last day of the month where it has no such day."""
    # Here: it takes long to load, and nothing that a person reads first asks for it.
    from calendar import monthrange

    count = start.month - 1 + months
    year, month = start.year + count // 12, count % 12 + 1
    return date(year, month, min(start.day, monthrange(year, month)[1]))
