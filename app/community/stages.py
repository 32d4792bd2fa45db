"""Stages lived through: dated readings, several stages at once, never a gate, never progress."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import StageReading
from app.library.trouble import Trouble
from app.typed_text import one_line


class StageMark(msgspec.Struct, frozen=True, kw_only=True):
    """How a community stands to one stage.

    ``lit``: recognised at the latest reading; ``since`` the first of the readings in a row that
    recognised it, ``again`` when it had been left in between. ``last`` is the latest reading that
    recognised it, lit or not.
    """

    stage: str
    lit: bool = False
    again: bool = False
    since: date | None = None
    last: date | None = None
    evidence: str = ""


class StageStory(msgspec.Struct, frozen=True):
    """A mark for each stage in order, and the dates of all readings, oldest first.

    ``by_group``: whether the group said the latest of them in a workshop; else the coordinator did.
    """

    marks: tuple[StageMark, ...]
    dates: tuple[date, ...]
    by_group: bool = False

    @property
    def lit(self) -> tuple[str, ...]:
        """The stages recognised at the latest reading."""
        return tuple(mark.stage for mark in self.marks if mark.lit)


def stage_story(readings: Iterable[StageReading], stages: Sequence[str]) -> StageStory:
    """What a community's readings add up to, for the stages of the catalogue in their order."""
    by_date: dict[str, dict[str, str]] = {}
    in_workshops = set()
    for reading in readings:
        if reading.workshop is not None:
            in_workshops.add(reading.date)
        by_date.setdefault(reading.date, {})[reading.stage] = reading.evidence
    dates = sorted(by_date)
    marks = tuple(_mark(stage, dates, by_date) for stage in stages)
    by_group = bool(dates) and dates[-1] in in_workshops
    return StageStory(marks, tuple(date.fromisoformat(one) for one in dates), by_group)


def read_story(reader: Reader, community: str, stages: Sequence[str]) -> StageStory:
    """A community's stage story."""
    return stage_story(reader.rows(StageReading, community=community), stages)


def record_reading(
    library: Library,
    community: str,
    day: date,
    stages: Mapping[str, str],
    workshop: str | None = None,
) -> None:
    """Keep that a community recognised itself in ``stages`` (id to evidence) on ``day``.

    What was read that day before is replaced. Raises :class:`Trouble`: ``no-stage``, ``too-long``.
    """
    if not stages:
        raise Trouble("no-stage")
    clean = {stage: one_line(evidence) for stage, evidence in stages.items()}
    with library.change("stages-read", Scope(community, workshop)) as rows:
        for row in rows.rows(StageReading, community=community, date=day.isoformat()):
            rows.remove(row)
        for stage, evidence in clean.items():
            rows.add(
                StageReading(
                    id=library.moment.new_id(),
                    community=community,
                    workshop=workshop,
                    stage=stage,
                    date=day.isoformat(),
                    evidence=evidence,
                )
            )


def remove_reading(library: Library, community: str, day: date) -> None:
    """Take away all that was read on a day."""
    with library.change("stages-remove", Scope(community)) as rows:
        for row in rows.rows(StageReading, community=community, date=day.isoformat()):
            rows.remove(row)


def _mark(stage: str, dates: Sequence[str], by_date: Mapping[str, Mapping[str, str]]) -> StageMark:
    lived = [one for one in dates if stage in by_date[one]]
    if not lived:
        return StageMark(stage=stage)
    row = []
    for one in reversed(dates):
        if stage not in by_date[one]:
            break
        row.append(one)
    last = date.fromisoformat(lived[-1])
    evidence = by_date[lived[-1]][stage]
    if not row:
        return StageMark(stage=stage, last=last, evidence=evidence)
    return StageMark(
        stage=stage,
        lit=True,
        again=len(lived) > len(row),
        since=date.fromisoformat(row[-1]),
        last=last,
        evidence=evidence,
    )
