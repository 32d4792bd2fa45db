"""What a kind reports in documents: its pieces of a summary, and its paper worksheet."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.colours import note_colour
from app.kinds.kind import KindTable
from app.library.audience import readable
from app.library.reader import Reader
from app.library.row import Row
from app.library.rows import Note
from app.words import Words
from app.workshop.running import Running
from app.workshop.zones import NamedZone, zones_named
from exports.page import Bullets, Paragraph, Piece, Span, Table, spans
from exports.writers.table_widths import TO_WRITE_IN

R = TypeVar("R", bound=Row)

WRITING_LINES = 17
"""Empty rows of a worksheet's table: what fits on a page of either paper."""


class ReportedRun(msgspec.Struct, frozen=True):
    """A run to be reported: for whom, in which words, out of which rows."""

    reader: Reader
    catalogue: Catalogue
    words: Words
    audience: str
    running: Running

    def readable(self, form: type[R]) -> dict[str, R]:
        """The run's rows of a table that the audience may read, by id, in their order."""
        where = f"{form.table}.run = ? ORDER BY position, id"
        found = readable(self.reader, self.audience, form, where, self.running.run.id)
        return {str(getattr(row, form.key[0])): row for row in found}

    @property
    def recipe(self) -> Recipe:
        """The recipe that was followed."""
        return self.running.recipe


class KindReport(Protocol):
    """What a kind says on paper. It is made with its first floor, whose facts it reports."""

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """What a run gathered, for a summary; nothing when it gathered nothing."""

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """A page to write on by hand, for the day the laptop stays behind; nothing for a recipe
        that gathers nothing."""


KindReports = KindTable[KindReport]
"""The third floor's table."""


def listed(notes: Sequence[Note], words: Words) -> Bullets:
    """Notes word for word, one an item; colours of their own are told in ``words``."""
    return Bullets(tuple((*spans(note.text), *own_colour(words, note)) for note in notes))


def own_colour(words: Words, note: Note) -> tuple[Span, ...]:
    """The colour that a note has of its own, in words: much of what is printed is black."""
    if not note.colour:
        return ()
    return (Span(f" · {words(f'kinds.colour.{note_colour(note.colour)}')}", emphasis=True),)


def zones_of(run: ReportedRun, found: Sequence[str]) -> tuple[NamedZone, ...]:
    """The recipe's zones, and one for what was put ``found`` in none of them."""
    zones = zones_named(run.recipe, run.words.language)
    known = {zone.id for zone in zones}
    if set(found) <= known:
        return zones
    label = run.words("paper.elsewhere") if zones else ""
    return (*zones, NamedZone(id="", colour="yellow", label=label))


def zone_among(zones: Sequence[NamedZone], zone: str) -> str:
    """A zone's id where it is one of these; empty where the recipe does not know it."""
    return zone if any(one.id == zone for one in zones) else ""


def small(text: str) -> Paragraph:
    """A small remark."""
    return Paragraph((Span(text),), "small")


def writing_table(heads: Sequence[str], rows: int = WRITING_LINES) -> tuple[Piece, ...]:
    """An empty table to write in: columns of equal width, rows high enough for a pen."""
    empty = tuple(TO_WRITE_IN for _ in heads)
    shares = tuple(1 / len(heads) for _ in heads)
    return (Table(tuple(heads), tuple(empty for _ in range(rows)), shares),)
