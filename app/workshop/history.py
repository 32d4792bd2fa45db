"""How things went: the day a workshop was held and whether on paper, what an exercise took."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from app.community.today import today_in
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Run, Session, Workshop
from app.moment import day, instant
from app.workshop.agenda_order import blocks_of, sessions_of

ASIDE = timedelta(hours=3)
"""How long before or after its session a workshop may still be going on."""


def held_on(library: Library, workshop: Workshop) -> date:
    """The day of what happens in a workshop: its own, but never one that is still to come."""
    return min(day(workshop.date), today_in(workshop.zone, library.moment.now()))


class PastRun(msgspec.Struct, frozen=True):
    """A run of an exercise that has ended: minutes planned, and minutes it took."""

    planned: int
    took: int


def times_used(reader: Reader, exercise: str) -> list[PastRun]:
    """Every ended run of an exercise, in all workshops, the latest first.

    One that seems to end before it began says nothing: the machine's clock was set back between.
    Nor does what was typed in later from paper, or a part of an exercise by itself.
    """
    found = reader.cells(
        "SELECT block.minutes, run.started, run.ended, block.workshop"
        " FROM run JOIN block ON block.id = run.block"
        " WHERE block.exercise = ? AND run.ended >= run.started"
        " AND coalesce(json_extract(block.recipe, '$.part'), 0) = 0"
        " ORDER BY run.id DESC",
        exercise,
    )
    on_paper = {
        workshop: typed_in_later(reader, workshop) for workshop in {str(one) for *_, one in found}
    }
    return [
        PastRun(int(planned or 0), _minutes(str(started), str(ended)))
        for planned, started, ended, workshop in found
        if not on_paper[str(workshop)]
    ]


def typed_in_later(reader: Reader, workshop: str) -> bool:
    """Whether a workshop was held on paper, and gone through in Hearth only afterwards.

    So it was when none of its blocks was begun while it was on, all of them after it had begun,
    and when they took less than half of their time altogether. One put off to another day takes
    its time.
    """
    row = reader.row(Workshop, workshop)
    sessions, blocks = sessions_of(reader, workshop), blocks_of(reader, workshop)
    planned = {one.id: one.minutes for one in blocks}
    runs = [run for block in blocks for run in reader.rows(Run, block=block.id)]
    if not runs or not sessions:
        return False
    if not all(_afterwards(run, sessions, ZoneInfo(row.zone)) for run in runs):
        return False
    ended = [run for run in runs if run.ended is not None]
    took = [
        max(0, min(_minutes(run.started, run.ended or run.started), planned[run.block]))
        for run in ended
    ]
    return 2 * sum(took) < sum(planned[run.block] for run in runs)


def _afterwards(run: Run, sessions: Sequence[Session], zone: ZoneInfo) -> bool:
    """Whether a run began after the first session, and in none of them."""
    at = instant(run.started).astimezone(zone).replace(tzinfo=None)
    spans = []
    for one in sessions:
        begins = datetime.combine(day(one.date), time()) + timedelta(minutes=one.starts)
        spans.append((begins - ASIDE, begins + timedelta(minutes=one.minutes) + ASIDE))
    return spans[0][1] < at and not any(begins <= at <= ends for begins, ends in spans)


def _minutes(started: str, ended: str) -> int:
    return round((instant(ended) - instant(started)).total_seconds() / 60)
