"""The picture of a matrix: its two axes in words, and on them notes as cards or as numbers."""

from collections.abc import Sequence

import msgspec

from app.colours import NoteColour, note_colour
from app.diagram import LEADING, Box, Diagram, Dot, Label, Shape, Stroke
from app.kinds.matrix.facts import reading_at
from app.kinds.matrix.setup import READINGS, Axes
from app.library.rows import Note
from app.workshop.ground_shapes import (
    Area,
    Lines,
    card_height,
    card_shapes,
    lay_cards,
    lines_taken,
    numbered_mark,
    spread_marks,
)

CARD = 8.6
"""How wide a card is, in parts of the size of its letters."""
CARD_LINES = 4
"""The most lines of a card: what is longer has a number on the ground, and its words beside it."""
ENTRY_LINES = 6
"""The most lines of a note in the list beside the ground."""
GROUND = 0.54
"""The share of the width that the ground has beside a list."""
SMALLER = 0.8
"""The size of what names the ground, in parts of that of notes."""
MOST_NUMBERS = 100
"""How many notes have a number on paper; the others are points."""


class Placed(msgspec.Struct, frozen=True):
    """A note on the ground: its text, its place, its colour."""

    text: str
    x: int
    y: int
    colour: NoteColour = "yellow"


def placed_of(note: Note) -> Placed:
    """A note as it is drawn."""
    return Placed(note.text, note.x or 0, note.y or 0, note_colour(note.colour))


def word_lines(axes: Axes, width: float, size: float, lines: Lines = lines_taken) -> int:
    """One or two: the lines that the words at the ends take, side by side in a width."""
    ends = (axes.up.high, axes.up.low, axes.across.low, axes.across.high)
    return min(2, max(lines(f"← {end} ", width / 3, size) for end in ends))


def _head_lines(axes: Axes, ground: Area, size: float, lines: Lines) -> int:
    """One or two: the lines that the names of the readings take."""
    room = ground.width / 2 - size
    return min(2, max(lines(axes.readings.get(one, ""), room, size) for one in READINGS))


def margins(size: float, lines: int) -> tuple[float, float]:
    """How much room the words above and below a ground take."""
    words = size * (LEADING * lines + 0.4)
    return words, words


def inside(width: float, height: float, size: float, lines: int) -> Area:
    """The part of a diagram in which notes have their places."""
    above, below = margins(size, lines)
    return Area(0, above, width, max(1.0, height - above - below))


def matrix_ground(
    axes: Axes, width: float, height: float, size: float, lines: int, heads: int = 1
) -> Diagram:
    """The ground: four fields, the words at both ends of each axis, the name of each reading."""
    ground = inside(width, height, size, lines)
    across, down = ground.left + ground.width / 2, ground.top + ground.height / 2
    line = size * 0.1
    shapes: list[Shape] = [
        Box(
            ground.left + line / 2,
            ground.top,
            ground.width - line,
            ground.height,
            stroke="control",
            radius=size * 0.4,
            line=line / 2,
        ),
        Stroke(ground.left, down, ground.right, down, "control", line),
        Stroke(across, ground.top, across, ground.bottom, "control", line),
        *_ends(axes, ground, size, lines),
    ]
    for reading, field in fields(ground, 0).items():
        name, pad = axes.readings.get(reading, ""), size * 0.5
        shapes.append(
            Label(
                field.left + pad,
                field.top + size * 0.25,
                field.width - 2 * pad,
                name,
                size,
                colour="mute",
                align="right" if field.left > ground.left else "left",
                lines=heads,
            )
        )
    return Diagram(width, height, tuple(shapes))


def fields(ground: Area, head: float) -> dict[str, Area]:
    """The four parts of a ground, by their reading, below a ``head`` for its name."""
    wide, high = ground.width / 2, ground.height / 2
    corners = {
        "up": (ground.left, ground.top),
        "both": (ground.left + wide, ground.top),
        "neither": (ground.left, ground.top + high),
        "across": (ground.left + wide, ground.top + high),
    }
    return {
        reading: Area(left, top + head, wide, high - head)
        for reading, (left, top) in corners.items()
    }


def _ends(axes: Axes, ground: Area, size: float, lines: int) -> list[Shape]:
    """The words at the ends: those of the axis upwards above and below its middle, those of the
    axis across below its ends."""
    third = ground.width / 3
    above, below = ground.top - margins(size, lines)[0], ground.bottom + size * 0.2

    def end(left: float, top: float, text: str, align: str) -> Label:
        return Label(
            left,
            top,
            third,
            text,
            size,
            strong=True,
            align="left" if align == "left" else "right" if align == "right" else "centre",
            lines=lines,
        )

    left = ground.left
    return [
        end(left + third, above, f"↑ {axes.up.high}", "centre"),
        end(left, below, f"← {axes.across.low}", "left"),
        end(left + third, below, f"↓ {axes.up.low}", "centre"),
        end(left + 2 * third, below, f"{axes.across.high} →", "right"),
    ]


def with_cards(
    axes: Axes,
    notes: Sequence[Placed],
    width: float,
    height: float,
    size: float,
    lines: Lines,
) -> Diagram | None:
    """The ground with all notes as cards; None where they would cover one another, or where one
    says more than a card holds."""
    small = size * SMALLER
    words = word_lines(axes, width, small, lines)
    ground = inside(width, height, small, words)
    heads = _head_lines(axes, ground, small, lines)
    parts, gap = fields(ground, small * (0.4 + heads * LEADING)), size * 0.2
    wide = min(size * CARD, ground.width / 2 - gap)
    wanted = []
    for note in notes:
        if lines(note.text, wide - size, size) > CARD_LINES:
            return None
        high = card_height(note.text, wide, size, CARD_LINES, lines)
        x, y = ground.at(note.x, note.y)
        part = parts[reading_at(note.x, note.y)]
        roomy = Area(part.left + gap, part.top, part.width - 2 * gap, max(0.0, part.height - gap))
        wanted.append((Area(x - wide / 2, y - high / 2, wide, high), roomy))
    laid = lay_cards(wanted, gap)
    if laid is None:
        return None
    shapes = list(matrix_ground(axes, width, height, small, words, heads).shapes)
    for card, note in zip(laid, notes, strict=True):
        shapes += card_shapes(card, note.text, note.colour, size, CARD_LINES)
    return Diagram(width, height, tuple(shapes))


def with_numbers(
    axes: Axes, notes: Sequence[Placed], width: float, height: float, size: float
) -> Diagram:
    """The ground with a number for each note, in their order; for paper."""
    lines = word_lines(axes, width, size)
    ground = inside(width, height, size, lines)
    numbered = notes[:MOST_NUMBERS]
    radius = size * (0.95 if len(numbered) <= MOST_NUMBERS / 2 else 0.8)
    shapes = list(matrix_ground(axes, width, height, size, lines).shapes)
    shapes += _points(ground, notes[MOST_NUMBERS:], size)
    points = spread_marks([ground.at(note.x, note.y) for note in numbered], radius, ground)
    for number, (point, note) in enumerate(zip(points, numbered, strict=True), start=1):
        shapes += numbered_mark(point, radius, number, note.colour)
    return Diagram(width, height, tuple(shapes))


def _points(ground: Area, notes: Sequence[Placed], size: float) -> list[Shape]:
    return [Dot(*ground.at(note.x, note.y), size * 0.17, fill="control") for note in notes]


class Entry(msgspec.Struct, frozen=True):
    """A line of the list beside the ground: a note with its number, one that is not placed, or
    the head over those (``head``)."""

    text: str
    number: int = 0
    head: bool = False


def matrix_pages(
    axes: Axes,
    notes: Sequence[Placed],
    waiting: tuple[str, Sequence[str]],
    width: float,
    height: float,
    size: float,
    lines: Lines,
) -> list[Diagram]:
    """A matrix for the back row: all notes as cards on one page, or the ground with numbers on
    several, each beside the notes whose numbers it shows.

    ``waiting``: a head, and the notes under it that are not placed; they follow.
    """
    head, texts = waiting
    cards = with_cards(axes, notes, width, height, size, lines)
    entries = (
        []
        if cards is not None
        else [Entry(note.text, number) for number, note in enumerate(notes, start=1)]
    )
    if texts:
        entries += [Entry(head, head=True), *(Entry(text) for text in texts)]
    pages = [cards] if cards is not None else []
    room = width * (1 - GROUND) - size
    for part in _parts(entries, room, height, size, lines):
        pages.append(_beside(axes, notes, part, width, height, size, lines))
    return pages


def _entry_height(entry: Entry, room: float, size: float, lines: Lines) -> float:
    taken = min(ENTRY_LINES, lines(entry.text, room - size * 1.8, size))
    return taken * size * LEADING + size * 0.45


def _parts(
    entries: Sequence[Entry], room: float, height: float, size: float, lines: Lines
) -> list[list[Entry]]:
    """The entries that stand beside the ground on each page; a head is never the last."""
    parts: list[list[Entry]] = []
    left = 0.0
    for at, entry in enumerate(entries):
        high = _entry_height(entry, room, size, lines)
        after = _entry_height(entries[at + 1], room, size, lines) if entry.head else 0.0
        if not parts or high + after > left:
            parts.append([])
            left = height
        parts[-1].append(entry)
        left -= high
    return parts


def _beside(
    axes: Axes,
    notes: Sequence[Placed],
    part: Sequence[Entry],
    width: float,
    height: float,
    size: float,
    lines: Lines,
) -> Diagram:
    """The ground with the numbers of a part, and the part's words beside it."""
    small, wide = size * SMALLER * 0.9, width * GROUND
    words = word_lines(axes, wide, small, lines)
    ground = inside(wide, height, small, words)
    heads = _head_lines(axes, ground, small, lines)
    numbers = [entry.number for entry in part if entry.number]
    shown = [notes[number - 1] for number in numbers]
    others = [note for at, note in enumerate(notes, start=1) if at not in set(numbers)]
    radius = size * 0.62
    shapes = list(matrix_ground(axes, wide, height, small, words, heads).shapes)
    shapes += _points(ground, others, size)
    points = spread_marks([ground.at(note.x, note.y) for note in shown], radius, ground)
    for point, number in zip(points, numbers, strict=True):
        shapes += numbered_mark(point, radius, number, notes[number - 1].colour)
    left, room, top = wide + size, width - wide - size, 0.0
    for entry in part:
        shapes += _entry(entry, left, top, room, size)
        top += _entry_height(entry, room, size, lines)
    return Diagram(width, height, tuple(shapes))


def _entry(entry: Entry, left: float, top: float, room: float, size: float) -> list[Shape]:
    if entry.head:
        return [Label(left, top, room, entry.text, size, strong=True, lines=ENTRY_LINES)]
    radius, indent = size * 0.62, size * 1.8
    middle = (left + radius, top + size * LEADING / 2)
    mark: list[Shape] = [Dot(*middle, size * 0.17, stroke="control", line=size * 0.06)]
    if entry.number:
        mark = numbered_mark(middle, radius, entry.number, "yellow")
    return [*mark, Label(left + indent, top, room - indent, entry.text, size, lines=ENTRY_LINES)]
