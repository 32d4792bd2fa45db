"""The picture of a board: what has most dots in each zone, as notes with their dots."""

from collections.abc import Sequence
from math import ceil

import msgspec

from app.colours import NoteColour
from app.diagram import Box, Diagram, Dot, Label, Shape, Stroke
from app.words import Words
from app.workshop.zones import NamedZone
from exports.page import Figure, Table

WIDTH = 500.0
"""Points: a little wider than the text, which it is made to fit."""
EDGE = 12.0
GAP = 10.0
HEAD = 21.0
PADDING = 7.0
SIZE = 8.6
LEADING = 11.0
LETTER = 4.5
"""About how wide a letter of that size is."""
MOST_LINES = 3
DOTS = 13.0
"""The height that a row of dots takes."""
APART = 7.6
"""From one dot to the next."""
IN_WORDS = 5
"""The dots whose room the number takes where a row cannot hold all."""


class Card(msgspec.Struct, frozen=True):
    """A note or a cluster in the picture."""

    text: str
    dots: int
    colour: NoteColour


class Column(msgspec.Struct, frozen=True):
    """A zone and what stands in it."""

    zone: NamedZone
    cards: tuple[Card, ...]


def most_dots(words: Words, columns: Sequence[Column], notes: int, each: int) -> Figure:
    """The picture; ``notes`` is how many there are on the whole board, ``each`` dots a person.

    A column for each zone; a zone by itself has two.
    """
    inside = WIDTH - 2 * EDGE
    count = max(len(columns), 2)
    width = (inside - GAP * (count - 1)) / count
    shapes: list[Shape] = []
    for number, column in enumerate(columns):
        left = EDGE + number * (width + GAP)
        wide = inside if len(columns) == 1 else width
        shapes.append(Label(left, EDGE - 2, wide, column.zone.label, 9, strong=True, lines=1))
        shapes.append(Stroke(left, EDGE + 14, left + wide, EDGE + 14, "line", 1))
    top = EDGE + HEAD if any(column.zone.label for column in columns) else EDGE
    for row in _rows(columns):
        height = max(_height(card, width) for card in row if card is not None)
        for number, card in enumerate(row):
            if card is not None:
                shapes += _card(EDGE + number * (width + GAP), top, width, height, card)
        top += height + GAP
    height = top - GAP + EDGE
    frame = Box(0.5, 0.5, WIDTH - 1, height - 1, stroke="line", radius=8)
    return _in_words(words, columns, notes, each, (frame, *shapes), height)


def _rows(columns: Sequence[Column]) -> list[list[Card | None]]:
    """The cards row by row: a zone by itself fills both columns, others stay in their own."""
    if len(columns) == 1:
        cards = columns[0].cards
        return [list(cards[at : at + 2]) for at in range(0, len(cards), 2)]
    most = max(len(column.cards) for column in columns)
    return [
        [one.cards[at] if at < len(one.cards) else None for one in columns] for at in range(most)
    ]


def _lines(card: Card, width: float) -> int:
    letters = max((width - 2 * PADDING) / LETTER, 1)
    return min(ceil(len(card.text) / letters) or 1, MOST_LINES)


def _height(card: Card, width: float) -> float:
    return 2 * PADDING + _lines(card, width) * LEADING + DOTS - 3


def _card(left: float, top: float, width: float, height: float, card: Card) -> list[Shape]:
    room = width - 2 * PADDING
    shapes: list[Shape] = [
        # An edge: in black and white the colour of a note is no more than the paper's.
        Box(left, top, width, height, fill=card.colour, stroke="line", radius=4),
        _on_note(left + PADDING, top + PADDING - 2, room, card.text, SIZE, MOST_LINES),
    ]
    middle = top + height - PADDING - 2
    fit = int(room / APART)
    drawn = card.dots if card.dots <= fit else max(fit - IN_WORDS, 1)
    start = left + PADDING
    shapes += [Dot(start + 3 + at * APART, middle, 2.9, fill="note-ink") for at in range(drawn)]
    if drawn < card.dots:
        # The row is still the longest: nobody takes a number beside one dot for few.
        at = start + drawn * APART
        number = f"… × {card.dots}"
        shapes.append(_on_note(at, middle - 5.5, start + room - at, number, 8, 1))
    return shapes


def _on_note(x: float, y: float, width: float, text: str, size: float, lines: int) -> Label:
    return Label(x, y, width, text, size, colour="note-ink", lines=lines)


def _in_words(
    words: Words,
    columns: Sequence[Column],
    notes: int,
    each: int,
    shapes: tuple[Shape, ...],
    height: float,
) -> Figure:
    drawn = [(column.zone.label, card) for column in columns for card in column.cards]
    text = "; ".join(
        words("paper.said-with-dots", text=card.text, zone=zone, n=card.dots)
        if zone
        else words("paper.said-with-dots-alone", text=card.text, n=card.dots)
        for zone, card in drawn
    )
    return Figure(
        Diagram(WIDTH, height, shapes),
        words("paper.board-alternative", said=text),
        words("paper.board-caption", n=notes, each=each),
        Table(
            (words("paper.zone"), words("paper.note"), words("paper.dots")),
            tuple((zone, card.text, str(card.dots)) for zone, card in drawn),
            (0.25, 0.6, 0.15),
        ),
    )
