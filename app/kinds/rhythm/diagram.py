"""The picture of a rhythm: a row for each thing that recurs, its dates on a strip of a year."""

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from app.diagram import LEADING, Diagram, Dot, Label, Shape, Stroke
from app.moment import months_after
from app.workshop.ground_shapes import LETTER, Lines, lines_taken

TEXT_SHARE = 0.5
"""The part of the width that words take; the strips have the rest."""
SMALLER = 0.68
"""The size of what is said below a title, in parts of the title's own."""
GAP = 0.62
"""What stands free between two rows, in parts of their size."""
MOST_LINES = 2
MONTHS = 12


class RhythmRow(msgspec.Struct, frozen=True):
    """A row of the picture. ``said`` is how often and when, ``ahead`` the next dates, in words.

    Without ``said`` it has no strip: it is what was said and does not recur, or a ``heading``.
    """

    title: str
    said: str = ""
    ahead: str = ""
    days: tuple[date, ...] = ()
    heading: bool = False


class Year(msgspec.Struct, frozen=True):
    """The twelve months of the strips, from the first of one on, with their names in short."""

    begins: date
    names: tuple[str, ...]

    @property
    def ends(self) -> date:
        """The day after the last one."""
        return months_after(self.begins, MONTHS)

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.ends - self.begins).days


def year_from(today: date, names: Sequence[str]) -> Year:
    """The year from this month on; ``names`` are those of January to December in short."""
    begins = today.replace(day=1)
    order = [(begins.month - 1 + number) % MONTHS for number in range(MONTHS)]
    return Year(begins, tuple(names[number] for number in order))


def rhythm_pages(
    rows: Sequence[RhythmRow],
    year: Year,
    width: float,
    height: float,
    size: float,
    lines: Lines = lines_taken,
) -> list[Diagram]:
    """The picture of ``rows``, ``width`` wide, over as many pages of ``height`` as it needs; titles
    are written ``size`` high. A heading stands with what it heads."""
    pages: list[list[RhythmRow]] = [[]]
    free = height - _head(size)
    for number, row in enumerate(rows):
        high = _height(row, width, size, lines)
        following = rows[number + 1 : number + 2] if row.heading else ()
        needed = high + sum(_height(one, width, size, lines) for one in following)
        if needed > free and pages[-1]:
            pages.append([])
            free = height - _head(size)
        pages[-1].append(row)
        free -= high
    return [rhythm_diagram(page, year, width, size, lines) for page in pages]


def rhythm_diagram(
    rows: Sequence[RhythmRow],
    year: Year,
    width: float,
    size: float,
    lines: Lines = lines_taken,
) -> Diagram:
    """The picture of ``rows`` on one page, as high as they need."""
    top = _head(size)
    heights = [_height(row, width, size, lines) for row in rows]
    shapes: list[Shape] = list(_months(year, width, size)) if any(map(_recurs, rows)) else []
    for row, height in zip(rows, heights, strict=True):
        shapes += _row(row, year, top, width, size, lines)
        top += height
    return Diagram(width, top, tuple(shapes))


def _recurs(row: RhythmRow) -> bool:
    return bool(row.said)


def _head(size: float) -> float:
    """The height that the months' names take."""
    return size * SMALLER * LEADING * 1.3


def _room(row: RhythmRow, width: float, size: float) -> float:
    """How wide the words of a row are at the most."""
    return width * TEXT_SHARE - size if _recurs(row) else width


def _lines(text: str, room: float, size: float, lines: Lines) -> int:
    """The lines that a text takes, of those it may have."""
    return min(MOST_LINES, lines(text, room, size))


def _height(row: RhythmRow, width: float, size: float, lines: Lines) -> float:
    room, small = _room(row, width, size), size * SMALLER
    if row.heading:
        return small * LEADING * 1.35
    said = _lines(row.said, room, small, lines) if row.said else 0
    below = (said + (1 if row.ahead else 0)) * small * LEADING
    return _lines(row.title, room, size, lines) * size * LEADING + below + size * GAP


def _row(
    row: RhythmRow, year: Year, top: float, width: float, size: float, lines: Lines
) -> list[Shape]:
    room, small = _room(row, width, size), size * SMALLER
    if row.heading:
        return [Label(0, top, room, row.title, small, strong=True, colour="teal", lines=1)]
    taken = _lines(row.title, room, size, lines)
    shapes: list[Shape] = [
        Label(0, top, room, row.title, size, strong=_recurs(row), lines=MOST_LINES)
    ]
    below = top + taken * size * LEADING
    if row.said:
        shapes.append(Label(0, below, room, row.said, small, colour="mute", lines=MOST_LINES))
        below += _lines(row.said, room, small, lines) * small * LEADING
    if row.ahead:
        shapes.append(Label(0, below, room, row.ahead, small, colour="teal", lines=1))
    return [*shapes, *_strip(row, year, top, width, size)]


def _strip(row: RhythmRow, year: Year, top: float, width: float, size: float) -> list[Shape]:
    """A line for the year with a tick for each month, and a dot for each date."""
    if not _recurs(row):
        return []
    middle, tick = top + size * LEADING / 2, size * 0.32
    shapes: list[Shape] = [
        Stroke(width * TEXT_SHARE, middle, width, middle, "control", size * 0.05)
    ]
    for number in range(MONTHS):
        at = _at(year, months_after(year.begins, number), width)
        shapes.append(Stroke(at, middle - tick, at, middle + tick, "control", size * 0.03))
    for day in row.days:
        if year.begins <= day < year.ends:
            half = _at(year, day, width) + width * (1 - TEXT_SHARE) / year.days / 2
            shapes.append(Dot(half, middle, size * 0.19, fill="put-to-work"))
    return shapes


def _months(year: Year, width: float, size: float) -> Iterator[Shape]:
    """The names of the months above their places, as many as have room."""
    small, wide = size * SMALLER, width * (1 - TEXT_SHARE) / MONTHS
    longest = max(map(len, year.names)) * small * LETTER * 1.2
    step = next((one for one in (1, 2, 3, 4) if wide * one >= longest), 6)
    for number in range(0, MONTHS, step):
        at = _at(year, months_after(year.begins, number), width)
        yield Label(at, 0, wide * step, year.names[number], small, colour="mute", lines=1)


def _at(year: Year, day: date, width: float) -> float:
    """Where a day begins."""
    share = (day - year.begins).days / year.days
    return width * (TEXT_SHARE + (1 - TEXT_SHARE) * share)
