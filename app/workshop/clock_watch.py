"""Whether the machine's clock still agrees with what was measured, and whether it slept."""

from datetime import timedelta
from typing import Literal

import msgspec

from app.moment import Moment, drift

LIMIT = timedelta(minutes=1)
"""Less than this apart nobody need be asked."""


class ClockDoubt(msgspec.Struct, frozen=True):
    """What makes the time gone by doubtful: the clock was set ahead or back by so many minutes, or
    the machine slept so long."""

    what: Literal["ahead", "back", "slept"]
    minutes: int


class ClockWatch:
    """Compares the machine's clock with what was measured, as often as it is looked at."""

    def __init__(self, moment: Moment) -> None:
        """From now on."""
        self._moment = moment
        self._seen = moment.monotonic()
        self._slept = timedelta()

    def look(self) -> ClockDoubt | None:
        """What is doubtful now, until it is settled or is so no more.

        To be called every few seconds: where a minute went by between, the machine slept.
        """
        seen = self._moment.monotonic()
        since = timedelta(seconds=seen - self._seen)
        self._seen = seen
        if since > LIMIT:
            self._slept = since
        apart = drift(self._moment)
        if abs(apart) > LIMIT:
            return ClockDoubt("ahead" if apart > timedelta() else "back", _minutes(abs(apart)))
        if self._slept:
            return ClockDoubt("slept", _minutes(self._slept))
        return None

    def settle(self) -> None:
        """Somebody said how long it really was."""
        self._slept = timedelta()


def _minutes(span: timedelta) -> int:
    return round(span.total_seconds() / 60)
