"""Time and chance, handed in: nothing in Hearth asks the machine for either on its own."""

import os
import time
from datetime import UTC, date, datetime
from typing import Protocol


class Moment(Protocol):
    """What time it is, and fresh ids."""

    def now(self) -> datetime:
        """The present instant, in UTC."""

    def monotonic(self) -> float:
        """Seconds on a clock that never jumps; only differences mean anything."""

    def new_id(self) -> str:
        """A fresh id: a time-ordered uuid (version 7), 32 hexadecimal digits."""


class MachineMoment:
    """The machine's own clock and randomness."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Seconds on the machine's monotonic clock."""
        return time.monotonic()

    def new_id(self) -> str:
        """A time-ordered uuid (RFC 9562, version 7), 32 hexadecimal digits."""
        return uuid7(time.time_ns() // 1_000_000, int.from_bytes(os.urandom(10)))


def uuid7(milliseconds: int, chance: int) -> str:
    """A version 7 uuid from milliseconds since 1970 and 74 bits of ``chance`` (RFC 9562, 5.7)."""
    high = (milliseconds & 0xFFFF_FFFF_FFFF) << 80
    version = 0x7 << 76 | ((chance >> 62) & 0xFFF) << 64
    variant = 0b10 << 62 | (chance & 0x3FFF_FFFF_FFFF_FFFF)
    return f"{high | version | variant:032x}"


def stamp(instant: datetime) -> str:
    """An instant as the library stores it: UTC, milliseconds, ``2026-01-15T14:05:09.120Z``."""
    utc = instant.astimezone(UTC)
    return utc.strftime("%Y-%m-%dT%H:%M:%S.") + f"{utc.microsecond // 1000:03d}Z"


def instant(text: str) -> datetime:
    """The instant that :func:`stamp` wrote. Raises ValueError for anything else."""
    return datetime.fromisoformat(text.replace("Z", "+00:00"))


def day(text: str) -> date:
    """A stored calendar date. Raises ValueError for anything else."""
    return date.fromisoformat(text)
