"""A community's portraits and states over the years: the facts, and their picture."""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from app.community.states import ENDINGS, states_of
from app.diagram import LEADING, Box, Colour, Diagram, Dot, Label, Shape, Stroke
from app.library.reader import Reader
from app.library.rows import Community, StageReading, Workshop
from app.year_axis import SMALL, YearAxis, gap_of, years_of

NAMES_SHARE = 0.26
"""The part of the width that the names of the stages take."""
ROW = 1.9
"""How high a row is, in parts of the size of the names."""
STAGE_COLOURS: dict[str, Colour] = {
    "discover": "discover",
    "grow": "grow",
    "establish": "establish",
    "put-to-work": "put-to-work",
    "renew": "renew",
}


class Portrait(msgspec.Struct, frozen=True, kw_only=True):
    """The stages in which a community was recognised on a day, each with its evidence, in their
    order; ``workshop`` is the title of the one in which the group said so, None where the
    coordinator did."""

    day: date
    lit: tuple[tuple[str, str], ...]
    workshop: str | None = None

    @property
    def stages(self) -> frozenset[str]:
        """The ids of the stages."""
        return frozenset(stage for stage, _ in self.lit)


class Became(msgspec.Struct, frozen=True, kw_only=True):
    """What a community became on a day, why, and the name of the ``other`` community it merged into
    or split off, where that is known here."""

    day: date
    state: str
    reason: str = ""
    other: str = ""


class CommunityYears(msgspec.Struct, frozen=True, kw_only=True):
    """What was said of a community up to ``today``, the earliest first: its portraits, and what it
    became; ``stages`` are all the ids there are, in their order."""

    today: date
    stages: tuple[str, ...]
    portraits: tuple[Portrait, ...]
    became: tuple[Became, ...]


class StageYearsSaid(msgspec.Struct, frozen=True):
    """What is written in the picture: a stage's name and a state's by their ids, the axis of years,
    what the lane of states is called, the names of the marks below."""

    stage: Callable[[str], str]
    state: Callable[[str], str]
    years: str
    became: str
    lit: str
    not_lit: str


def community_years(
    reader: Reader, community: str, stages: Sequence[str], today: date
) -> CommunityYears:
    """A community's years (its id), for the stages of the catalogue in their order."""
    by_day: dict[str, list[StageReading]] = {}
    for one in reader.rows(StageReading, order="date, id", community=community):
        if one.date <= today.isoformat():
            by_day.setdefault(one.date, []).append(one)
    return CommunityYears(
        today=today,
        stages=tuple(stages),
        portraits=tuple(_portrait(reader, rows, stages) for rows in by_day.values()),
        became=tuple(_became(reader, community, today)),
    )


def _portrait(reader: Reader, rows: Sequence[StageReading], stages: Sequence[str]) -> Portrait:
    order = {stage: place for place, stage in enumerate(stages)}
    known = sorted(
        (row for row in rows if row.stage in order), key=lambda row: order[row.stage]
    )  # fmt: skip
    said = next((row.workshop for row in rows if row.workshop is not None), None)
    workshop = reader.find(Workshop, said) if said is not None else None
    return Portrait(
        day=date.fromisoformat(rows[0].date),
        lit=tuple((row.stage, row.evidence) for row in known),
        workshop=workshop.title if workshop is not None else None,
    )


def _became(reader: Reader, community: str, today: date) -> list[Became]:
    found = []
    for row in states_of(reader, community):
        if row.date > today.isoformat():
            continue
        other = reader.find(Community, row.other) if row.other is not None else None
        found.append(
            Became(
                day=date.fromisoformat(row.date),
                state=row.state,
                reason=row.reason,
                other=other.name if other is not None else "",
            )
        )
    ended = reader.row(Community, community).ended
    # A community of an older library may have ended without a state.
    if ended is not None and not found:
        found.append(Became(day=date.fromisoformat(ended), state="closed"))
    return found


def stage_years_diagram(
    years: CommunityYears, width: float, size: float, said: StageYearsSaid
) -> Diagram:
    """The picture, ``width`` wide, its names written ``size`` high: a row for each stage, and for
    each portrait five marks of one size, joined by nothing; below, what the community became."""
    days = [one.day for one in years.portraits]
    axis = years_of(
        [*days, *(one.day for one in years.became), years.today], width * NAMES_SHARE, width
    )
    head = size * LEADING * 1.2
    rows = len(years.stages) + bool(years.became)
    foot = head + rows * ROW * size
    shapes: list[Shape] = axis.grid(head, foot, size, said.years)
    for number, stage in enumerate(years.stages):
        top = head + number * ROW * size
        shapes += _name(said.stage(stage), top, axis, size)
        shapes += _marks(stage, top, years.portraits, axis, size)
    if years.became:
        top = foot - ROW * size
        shapes += _name(said.became, top, axis, size, mute=True)
        shapes += _states(years, top, axis, size, said)
    shapes.append(Stroke(0, foot, width, foot, "line", 0.6))
    return Diagram(
        width,
        foot + size * 2.2,
        (*shapes, *_legend(foot + size * 0.7, axis, size, said)),
    )


def _name(text: str, top: float, axis: YearAxis, size: float, *, mute: bool = False) -> list[Shape]:
    room = axis.left - size * 0.6
    colour: Colour = "mute" if mute else "ink"
    tall = size * SMALL if mute else size
    return [
        Stroke(0, top, axis.right, top, "line", 0.6),
        Label(0, top + size * 0.3, room, text, tall, not mute, colour, "left", 1),
    ]


def _marks(
    stage: str, top: float, portraits: Sequence[Portrait], axis: YearAxis, size: float
) -> list[Shape]:
    places = axis.places([one.day for one in portraits], size * 1.2)
    radius = min(size * 0.46, gap_of(places, size) * 0.44)
    line = radius * 0.3
    colour = STAGE_COLOURS.get(stage, "ink")
    middle = top + ROW * size / 2
    shapes: list[Shape] = []
    for portrait, x in zip(portraits, places, strict=True):
        # The edge of a ring lies within the same circle as a disc.
        lit = stage in portrait.stages
        ring = Dot(x, middle, radius - line / 2, "", colour, line)
        shapes.append(Dot(x, middle, radius, colour) if lit else ring)
    return shapes


def _states(
    years: CommunityYears, top: float, axis: YearAxis, size: float, said: StageYearsSaid
) -> list[Shape]:
    """A bar from each state to the next; a dashed line where the community had ended."""
    shapes: list[Shape] = []
    ends = [*(axis.at(one.day) for one in years.became[1:]), axis.at(years.today)]
    for one, right in zip(years.became, ends, strict=True):
        left = axis.at(one.day)
        wide = max(right - left, 2.0)
        text = said.state(one.state)
        if one.state in ENDINGS:
            middle = top + ROW * size / 2
            shapes.append(Stroke(left, top + size * 0.3, left, top + size * 1.6, "ink", 1.2))
            shapes.append(Stroke(left, middle, left + wide, middle, "control", 1.0, dashed=True))
        else:
            fill: Colour = "line" if one.state == "paused" else "teal-pale"
            shapes.append(
                Box(left, top + size * 0.3, wide, size * 1.3, fill, "control", size * 0.25, 0.8)
            )
        small = size * 0.75
        if wide >= len(text) * small * 0.56 + size * 0.8:
            over = top + size * (0.42 if one.state not in ENDINGS else 0.02)
            shapes.append(Label(left + size * 0.4, over, wide - size * 0.5, text, small, lines=1))
    return shapes


def _legend(top: float, axis: YearAxis, size: float, said: StageYearsSaid) -> list[Shape]:
    radius, small = size * 0.46, size * SMALL
    line, middle = size * 0.14, top + size * 0.55
    half = axis.right / 2
    room = half - size * 2
    return [
        Dot(radius, middle, radius, "ink"),
        Label(size * 1.5, top, room, said.lit, small, False, "mute", "left", 1),
        Dot(half + radius, middle, radius - line / 2, "", "ink", line),
        Label(half + size * 1.5, top, room, said.not_lit, small, False, "mute", "left", 1),
    ]
