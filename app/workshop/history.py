"""How an exercise went before: what was planned, and what it really took."""

import msgspec

from app.library.reader import Reader
from app.moment import instant


class PastRun(msgspec.Struct, frozen=True):
    """A run of an exercise that has ended: minutes planned, and minutes it took."""

    planned: int
    took: int


def times_used(reader: Reader, exercise: str) -> list[PastRun]:
    """Every ended run of an exercise, in all workshops, the latest first."""
    found = reader.cells(
        "SELECT block.minutes, run.started, run.ended FROM run JOIN block ON block.id = run.block"
        " WHERE block.exercise = ? AND run.ended IS NOT NULL"
        " ORDER BY run.started DESC, run.id DESC",
        exercise,
    )
    return [
        PastRun(int(planned or 0), _minutes(str(started), str(ended)))
        for planned, started, ended in found
    ]


def _minutes(started: str, ended: str) -> int:
    return round((instant(ended) - instant(started)).total_seconds() / 60)
