"""Pages of notes on a ground: as cards where they have room, else as numbers beside their words.

The ground itself, such as axes, is drawn by whoever knows what places on it mean.
"""

from collections.abc import Callable, Sequence

import msgspec

from app.colours import NoteColour, colour_on
from app.diagram import LEADING, Diagram, Dot, Label, Shape
from app.library.rows import Note
from app.workshop.ground_shapes import (
    Area,
    Lines,
    card_height,
    card_shapes,
    kept_in,
    lay_cards,
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


def placed_of(note: Note, zone: NoteColour = "yellow") -> Placed:
    """A note as it is drawn; ``zone`` is the colour that it has without one of its own."""
    return Placed(note.text, note.x or 0, note.y or 0, colour_on(zone, note.colour))


class GroundDrawn(msgspec.Struct, frozen=True):
    """A ground without its notes: its shapes, the area in which they have their places, and the
    part of it that a note does not leave, if it has to give way to others. At the top of each part
    so much is left free for its name."""

    shapes: tuple[Shape, ...]
    inside: Area
    part: Callable[[Placed], Area]
    named: float = 0.0

    def free(self, note: Placed) -> Area:
        """The part of a note below the part's name."""
        part = self.part(note)
        height = max(0.0, part.height - self.named)
        return Area(part.left, part.top + self.named, part.width, height)


DrawGround = Callable[[float, float, float, Lines], GroundDrawn]
"""Draws a ground of a width and a height, with its words in a size."""


def ground_pages(
    draw: DrawGround,
    notes: Sequence[Placed],
    waiting: tuple[str, Sequence[str]],
    width: float,
    height: float,
    size: float,
    lines: Lines,
) -> list[Diagram]:
    """A ground for the back row: all notes as cards on one page, or the ground with numbers on
    several, each beside the notes whose numbers it shows.

    ``waiting``: a head, and the notes under it that are not placed; they follow.
    """
    head, texts = waiting
    cards = on_cards(draw, notes, width, height, size, lines)
    entries = (
        []
        if cards is not None
        else [
            Entry(note.text, number, colour=note.colour)
            for number, note in enumerate(notes, start=1)
        ]
    )
    if texts:
        entries += [Entry(head, head=True), *(Entry(text) for text in texts)]
    pages = [cards] if cards is not None else []
    room = width * (1 - GROUND) - size
    for part in _parts(entries, room, height, size, lines):
        pages.append(_beside(draw, notes, part, width, height, size, lines))
    return pages


def on_cards(
    draw: DrawGround,
    notes: Sequence[Placed],
    width: float,
    height: float,
    size: float,
    lines: Lines,
) -> Diagram | None:
    """The ground with all notes as cards; None where they would cover one another, or where one
    says more than a card holds."""
    ground, gap = draw(width, height, size * SMALLER, lines), size * 0.2
    wanted = []
    for note in notes:
        free = ground.free(note)
        wide = min(size * CARD, free.width - 2 * gap)
        if lines(note.text, wide - size, size) > CARD_LINES:
            return None
        high = card_height(note.text, wide, size, CARD_LINES, lines)
        x, y = ground.inside.at(note.x, note.y)
        high_free = max(0.0, free.height - gap)
        roomy = Area(free.left + gap, free.top, free.width - 2 * gap, high_free)
        wanted.append((Area(x - wide / 2, y - high / 2, wide, high), roomy))
    laid = lay_cards(wanted, gap)
    if laid is None:
        return None
    shapes = list(ground.shapes)
    for card, note in zip(laid, notes, strict=True):
        shapes += card_shapes(card, note.text, note.colour, size, CARD_LINES)
    return Diagram(width, height, tuple(shapes))


def on_numbers(ground: GroundDrawn, notes: Sequence[Placed], size: float) -> list[Shape]:
    """The ground with a number for each note, in their order; for paper."""
    numbered = notes[:MOST_NUMBERS]
    radius = size * (0.95 if len(numbered) <= MOST_NUMBERS / 2 else 0.8)
    shapes = [*ground.shapes, *_points(ground, notes[MOST_NUMBERS:], size)]
    points = _mark_points(ground, numbered, radius)
    for number, (point, note) in enumerate(zip(points, numbered, strict=True), start=1):
        shapes += numbered_mark(point, radius, number, note.colour)
    return shapes


def _mark_points(
    ground: GroundDrawn, notes: Sequence[Placed], radius: float
) -> list[tuple[float, float]]:
    """Where the marks of notes are drawn: side by side, each within its own part."""
    parts: dict[Area, list[int]] = {}
    for at, note in enumerate(notes):
        parts.setdefault(ground.free(note), []).append(at)
    found: dict[int, tuple[float, float]] = {}
    for part, inside in parts.items():
        wanted = [ground.inside.at(notes[at].x, notes[at].y) for at in inside]
        found |= dict(zip(inside, spread_marks(wanted, radius, part), strict=True))
    return [found[at] for at in range(len(notes))]


def _points(ground: GroundDrawn, notes: Sequence[Placed], size: float) -> list[Shape]:
    radius, found = size * 0.17, []
    for note in notes:
        point = kept_in(ground.inside.at(note.x, note.y), radius, ground.free(note))
        found.append(Dot(*point, radius, fill="control"))
    return list[Shape](found)


class Entry(msgspec.Struct, frozen=True):
    """A line of the list beside the ground: a note with its number, one that is not placed, or
    the head over those (``head``)."""

    text: str
    number: int = 0
    head: bool = False
    colour: NoteColour = "yellow"


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
    draw: DrawGround,
    notes: Sequence[Placed],
    part: Sequence[Entry],
    width: float,
    height: float,
    size: float,
    lines: Lines,
) -> Diagram:
    """The ground with the numbers of a part, and the part's words beside it."""
    wide = width * GROUND
    ground = draw(wide, height, size * SMALLER * 0.9, lines)
    numbers = [entry.number for entry in part if entry.number]
    shown = [notes[number - 1] for number in numbers]
    others = [note for at, note in enumerate(notes, start=1) if at not in set(numbers)]
    radius = size * 0.62
    shapes = [*ground.shapes, *_points(ground, others, size)]
    points = _mark_points(ground, shown, radius)
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
        mark = numbered_mark(middle, radius, entry.number, entry.colour)
    return [*mark, Label(left + indent, top, room - indent, entry.text, size, lines=ENTRY_LINES)]
