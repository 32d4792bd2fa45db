"""The third floor of a kind: its figure and its words in a summary, and its paper worksheet."""

from collections.abc import Mapping, Sequence
from typing import Protocol

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.library.audience import readable
from app.library.reading import Reader
from app.library.rows import Block, Community, Note, Run, Workshop
from app.words import Words
from exports.page import Bullets, Paragraph, Piece, Space, Span, Table, spans

WRITING_LINES = 14
"""Empty rows of a worksheet's table: what fits on a page."""

NOTES = {
    "yellow": "#FFF0B8",
    "green": "#DDF0D2",
    "rose": "#FADADF",
    "blue": "#DCEAF8",
    "violet": "#E9DFF3",
    "orange": "#FFE3CC",
}
INK, MUTE, LINE = "#1F2A33", "#5C6770", "#E3DCD0"


class Told(msgspec.Struct, frozen=True):
    """A run to be told: for whom, in which words, out of which rows."""

    reader: Reader
    catalogue: Catalogue
    words: Words
    audience: str
    community: Community
    workshop: Workshop
    block: Block
    run: Run
    recipe: Recipe

    def notes(self) -> list[Note]:
        """The run's notes that the audience may read, in their order."""
        return readable(
            self.reader, self.audience, Note, "note.run = ? ORDER BY position, id", self.run.id
        )


class Telling(Protocol):
    """How a kind is told on paper."""

    def pieces(self, told: Told) -> tuple[Piece, ...]:
        """What a run gathered, for a summary; nothing when it gathered nothing."""

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """A page to write on by hand, for the day the laptop stays behind."""


Tellings = Mapping[str, Telling]
"""The third floor's table."""


def listed(notes: Sequence[Note]) -> Bullets:
    """Notes word for word, one an item."""
    return Bullets(tuple(spans(note.text) for note in notes))


def small(text: str) -> Paragraph:
    """A small remark."""
    return Paragraph((Span(text),), "small")


def writing_table(heads: Sequence[str], rows: int = WRITING_LINES) -> tuple[Piece, ...]:
    """An empty table to write in, its rows high enough for a pen."""
    # No-break spaces on three lines: a row of about 11 mm, whatever writes the page.
    empty = tuple("\N{NO-BREAK SPACE}\n\N{NO-BREAK SPACE}" for _ in heads)
    shares = tuple(1 / len(heads) for _ in heads)
    return (Table(tuple(heads), tuple(empty for _ in range(rows)), shares), Space(8))
