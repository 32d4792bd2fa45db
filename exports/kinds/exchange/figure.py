"""The picture of an exchange: gives at the left, asks at the right, a line for each match."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from math import ceil

import msgspec

from app.colours import NoteColour
from app.diagram import Box, Diagram, Dot, Label, Shape, Stroke

WIDTH = 500.0
"""Points: a little wider than the text, which it is made to fit."""
EDGE = 12.0
SIDE = 190.0
"""The width of a note."""
GAP = 8.0
HEAD = 21.0
PADDING = 7.0
SIZE = 8.6
LEADING = 11.0
LETTER = 4.5
"""About how wide a letter of that size is."""
MOST_LINES = 3
MOST = 10
"""The notes of a side that have room; the table below has all."""


class SideNote(msgspec.Struct, frozen=True):
    """A note on one of the sides, by its id."""

    id: str
    text: str
    colour: NoteColour


class SidesShown(msgspec.Struct, frozen=True):
    """What is drawn: the notes of both sides, and which meet, by their ids."""

    gives: tuple[SideNote, ...]
    asks: tuple[SideNote, ...]
    pairs: tuple[tuple[str, str], ...]


def as_drawn(pairs: Sequence[tuple[SideNote, SideNote]]) -> SidesShown:
    """As many matches as have room, the asks beside what answers them, so that lines seldom cross.

    An ask stands where the gives that answer it stand on the average.
    """
    gives: dict[str, SideNote] = {}
    asks: dict[str, SideNote] = {}
    kept: list[tuple[str, str]] = []
    for give, ask in pairs:
        full = any(
            len(side) == MOST and note.id not in side for side, note in ((gives, give), (asks, ask))
        )
        if full:
            continue
        gives[give.id], asks[ask.id] = give, ask
        kept.append((give.id, ask.id))
    rows = {give: row for row, give in enumerate(gives)}

    def middle(ask: SideNote) -> float:
        beside = [rows[give] for give, answered in kept if answered == ask.id]
        return sum(beside) / len(beside)

    return SidesShown(tuple(gives.values()), tuple(sorted(asks.values(), key=middle)), tuple(kept))


def exchange_diagram(shown: SidesShown, heads: tuple[str, str]) -> Diagram:
    """The picture under the names of both sides."""
    right = WIDTH - EDGE - SIDE
    top = EDGE + HEAD
    places: dict[str, float] = {}
    notes: list[Shape] = []
    for row in zip_longest(shown.gives, shown.asks):
        beside = [(x, note) for x, note in zip((EDGE, right), row, strict=True) if note]
        height = max(_height(note) for _, note in beside)
        for x, note in beside:
            notes += _note(x, top, height, note)
            places[note.id] = top + height / 2
        top += height + GAP
    bottom = top - GAP + EDGE
    shapes: list[Shape] = [Box(0.5, 0.5, WIDTH - 1, bottom - 1, stroke="line", radius=8)]
    for left, head in zip((EDGE, right), heads, strict=True):
        shapes.append(Label(left, EDGE - 2, SIDE, head, 9, strong=True, lines=1))
        shapes.append(Stroke(left, EDGE + 14, left + SIDE, EDGE + 14, "line", 1))
    return Diagram(WIDTH, bottom, (*shapes, *_links(shown.pairs, places, right), *notes))


def _height(note: SideNote) -> float:
    letters = (SIDE - 2 * PADDING) / LETTER
    return 2 * PADDING + min(ceil(len(note.text) / letters) or 1, MOST_LINES) * LEADING


def _note(left: float, top: float, height: float, note: SideNote) -> Iterable[Shape]:
    # An edge: in black and white the colour of a note is no more than the paper's.
    yield Box(left, top, SIDE, height, fill=note.colour, stroke="line", radius=4)
    yield Label(
        left + PADDING,
        top + PADDING - 1,
        SIDE - 2 * PADDING,
        note.text,
        SIZE,
        colour="note-ink",
        lines=MOST_LINES,
    )


def _links(
    pairs: Iterable[tuple[str, str]], places: Mapping[str, float], right: float
) -> Iterable[Shape]:
    for give, ask in pairs:
        left = EDGE + SIDE
        yield Stroke(left, places[give], right, places[ask], "control", 1.2)
        for x, y in ((left, places[give]), (right, places[ask])):
            yield Dot(x, y, 2.4, fill="control")
