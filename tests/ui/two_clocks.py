"""A machine whose clock is moved by hand."""

from datetime import UTC, datetime, timedelta

from app.moment import MachineMoment

BEGINS = datetime(2026, 6, 10, 13, 0, tzinfo=UTC)


class TwoClocks(MachineMoment):
    """A clock on the wall that can be set, and one that only measures."""

    def __init__(self) -> None:
        """Both at the beginning."""
        self.passed = self.apart = timedelta()
        super().__init__()

    def now(self) -> datetime:
        """What the clock on the wall shows."""
        return BEGINS + self.passed + self.apart

    def monotonic(self) -> float:
        """The seconds that have gone by."""
        return self.passed.total_seconds()

    def go_on(self, **step: float) -> None:
        """Let time go by."""
        self.passed += timedelta(**step)
