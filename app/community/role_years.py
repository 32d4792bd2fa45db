"""Who held what, when, as a picture: a row for each role, a bar for each holding, over years."""

from collections.abc import Callable, Sequence
from datetime import date

import msgspec

from app.community.held_roles import Held, RoleLine
from app.community.role_history import Vacancy, vacancies
from app.diagram import LEADING, Box, Colour, Diagram, Label, NoColour, Shape, Stroke
from app.year_axis import SMALL, YearAxis, years_of

NAMES_SHARE = 0.26
"""The part of the width that the names of the roles take."""
MOST_LANES = 4
"""Bars below one another in a row; further ones are counted, and are all in the table."""
AHEAD = 3
"""Years after this one that are shown at the most."""


class RoleYearsSaid(msgspec.Struct, frozen=True):
    """What is written in the picture: a role's name, "today", "vacant", "and 3 more" beside a row,
    and the names of the marks below."""

    name: Callable[[RoleLine], str]
    more: Callable[[int], str]
    today: str
    vacant: str
    past: str
    now: str
    coming: str
    years: str


def role_years_diagram(
    lines: Sequence[RoleLine],
    today: date,
    width: float,
    size: float,
    said: RoleYearsSaid,
    beside: Sequence[RoleLine] = (),
) -> Diagram:
    """The picture of ``lines``, ``width`` wide and as high as they need; names are written
    ``size`` high. Its years hold ``beside`` too: roles of another picture it is compared with."""
    axis = _axis((*lines, *beside), today, width)
    head = size * LEADING * 2
    shapes: list[Shape] = []
    top = head
    for line in lines:
        lanes = _lanes(line.ever)
        shapes.append(Stroke(0, top, width, top, "line", 0.6))
        shapes += _row(line, lanes, top, size, axis, today, said)
        top += _height(lanes, size)
    foot = top
    grid = axis.grid(head, foot, size, said.years)
    at = axis.at(today)
    # Behind the bars, whose names it would cross.
    now: list[Shape] = [Stroke(at, size * LEADING, at, foot, "ember", 1.2)]
    wide = len(said.today) * size
    left = min(max(axis.left, at - wide / 2), width - wide)
    label = Label(left, 0, wide, said.today, size * SMALL, True, "ember", "centre", 1)
    legend = _legend(foot + size, size, width, said)
    height = foot + size + size * LEADING * 1.4
    return Diagram(width, height, (*grid, *now, *shapes, label, *legend))


def _axis(lines: Sequence[RoleLine], today: date, width: float) -> YearAxis:
    days = [one.starts for line in lines for one in line.ever]
    ends = [one.ends for line in lines for one in line.ever if one.ends is not None]
    most = date(today.year + AHEAD, 12, 31)
    shown = [min(day, most) for day in (*days, *ends, today)]
    return years_of(shown, width * NAMES_SHARE, width)


def _lanes(holdings: Sequence[Held]) -> list[list[Held]]:
    """Holdings below one another where they overlap, in as few lanes as they need."""
    lanes: list[list[Held]] = []
    for one in holdings:
        for lane in lanes:
            ends = lane[-1].ends
            if ends is not None and ends < one.starts:
                lane.append(one)
                break
        else:
            lanes.append([one])
    return lanes


def _height(lanes: Sequence[Sequence[Held]], size: float) -> float:
    return max(1, min(len(lanes), MOST_LANES)) * _lane(size) + size * 0.6


def _lane(size: float) -> float:
    return size * 1.75


def _row(
    line: RoleLine,
    lanes: Sequence[Sequence[Held]],
    top: float,
    size: float,
    axis: YearAxis,
    today: date,
    said: RoleYearsSaid,
) -> list[Shape]:
    shown, hidden = lanes[:MOST_LANES], sum(len(lane) for lane in lanes[MOST_LANES:])
    room = 1 if not hidden and len(shown) < 2 else 2
    above = top + size * 0.5
    name = said.name(line)
    shapes: list[Shape] = [
        Label(0, above, axis.left - size, name, size, True, lines=room),
    ]
    if hidden:
        below = above + size * LEADING * 2
        shapes.append(
            Label(0, below, axis.left - size, said.more(hidden), size * SMALL, False, "mute")
        )
    for number, lane in enumerate(shown):
        for one in lane:
            shapes += _bar(one, top + size * 0.3 + number * _lane(size), size, axis, today)
    for gap in vacancies(line, today):
        shapes += _gap(gap, top + size * 0.3, size, axis, said.vacant, today)
    if not line.ever:
        shapes += _gap(Vacancy(today, None), top + size * 0.3, size, axis, said.vacant, today)
    return shapes


def _bar(one: Held, top: float, size: float, axis: YearAxis, today: date) -> list[Shape]:
    left = axis.at(one.starts)
    right = axis.at(date.fromordinal(one.ends.toordinal() + 1)) if one.ends else axis.right
    wide = max(right - left, 2.0)
    past = one.ends is not None and one.ends < today
    coming = one.starts > today
    fill: Colour | NoColour = "" if coming else "line" if past else "teal-pale"
    bar = Box(
        left, top, wide, size * 1.6, fill=fill, stroke="control" if past else "teal",
        radius=size * 0.25, line=0.8,
    )  # fmt: skip
    inside = wide - size * 0.8
    if inside < size * 2:  # no name can be read there; the table has it
        return [bar]
    text = Label(
        left + size * 0.4, top + size * 0.22, inside, one.person.name, size * SMALL, lines=1
    )
    return [bar, text]


def _gap(
    gap: Vacancy, top: float, size: float, axis: YearAxis, vacant: str, today: date
) -> list[Shape]:
    left = axis.at(gap.starts)
    right = axis.at(gap.ends) if gap.ends is not None else axis.right
    middle = top + size * 0.8
    shapes: list[Shape] = [Stroke(left, middle, right, middle, "ember", 1.2, dashed=True)]
    if right - left >= len(vacant) * size * 0.6 + size:
        above = top - size * 0.12
        shapes.append(
            Label(left + size * 0.4, above, right - left - size * 0.4, vacant, size * 0.75,
                  colour="ember", lines=1)
        )  # fmt: skip
    return shapes


def _legend(top: float, size: float, width: float, said: RoleYearsSaid) -> list[Shape]:
    """What each mark means, side by side."""
    shapes: list[Shape] = []
    wide = width / 4
    marks: tuple[tuple[str, Colour | NoColour, Colour], ...] = (
        (said.past, "line", "control"),
        (said.now, "teal-pale", "teal"),
        (said.coming, "", "teal"),
    )
    for number, (text, fill, stroke) in enumerate(marks):
        left = number * wide
        shapes.append(_mark(left, top, size, fill, stroke))
        shapes.append(
            Label(
                left + size * 2.4, top, wide - size * 3, text, size * SMALL, colour="mute", lines=1
            )
        )
    left = 3 * wide
    middle = top + size * 0.55
    shapes.append(Stroke(left, middle, left + size * 1.8, middle, "ember", 1.2, dashed=True))
    shapes.append(
        Label(
            left + size * 2.4,
            top,
            wide - size * 3,
            said.vacant,
            size * SMALL,
            colour="mute",
            lines=1,
        )
    )
    return shapes


def _mark(
    left: float, top: float, size: float, fill: Colour | NoColour, stroke: Colour | NoColour
) -> Box:
    return Box(
        left, top, size * 1.8, size * 1.1, fill=fill, stroke=stroke, radius=size * 0.25, line=0.8
    )
