"""The neutral document: what every export is before it becomes PDF, Word or Markdown.

A document builder (``exports/documents``) makes one :class:`Page` from rows; a writer
(``exports/writers``) turns it into bytes. Neither knows the other. All text in it is plain text
as people typed it: a writer escapes what its format would read as markup.

Lengths are points (1/72 inch).
"""

from datetime import date, datetime
from typing import Literal

import msgspec

from app.diagram import Diagram
from exports.sheet import Workbook

Voice = Literal["body", "lead", "small", "eyebrow", "quote", "say"]
"""How a paragraph speaks: body text, the opening sentence, a small remark, the line of small
capitals above a title, somebody's words, what a facilitator says aloud."""

Paper = Literal["a4", "letter"]


class Span(msgspec.Struct, frozen=True):
    """A run of text in one voice."""

    text: str
    strong: bool = False
    emphasis: bool = False


class Heading(msgspec.Struct, frozen=True, tag=True):
    """A heading; level 1 is the document's title, 2 a part, 3 a part of a part."""

    level: int
    text: str
    number: int | None = None


class Paragraph(msgspec.Struct, frozen=True, tag=True):
    """A paragraph of spans. ``style`` says how it speaks."""

    spans: tuple[Span, ...]
    style: Voice = "body"


class Bullets(msgspec.Struct, frozen=True, tag=True):
    """A list; ``ordered`` numbers its items from 1."""

    items: tuple[tuple[Span, ...], ...]
    ordered: bool = False


class Table(msgspec.Struct, frozen=True, tag=True):
    """A table with one head row. ``widths`` are shares that sum to about 1."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    caption: str = ""
    strong_column: int | None = None


class Panel(msgspec.Struct, frozen=True):
    """A tinted box with a title and lines, set beside others in :class:`Panels`."""

    title: str
    lines: tuple[str, ...]
    tone: Literal["teal", "sunk", "ember", "amber"] = "sunk"


class Panels(msgspec.Struct, frozen=True, tag=True):
    """Two or three panels side by side, of equal height."""

    panels: tuple[Panel, ...]


class Figure(msgspec.Struct, frozen=True, tag=True):
    """A diagram, its lengths in points, and what stands for it.

    ``alternative`` says in words what it shows, for whoever cannot see it; ``caption`` is the
    sentence under it; ``table`` holds the same facts where no picture can be drawn (Markdown).
    """

    diagram: Diagram
    alternative: str
    caption: str
    table: Table


class Photograph(msgspec.Struct, frozen=True, tag=True):
    """A photograph: a JPEG, its size in pixels, and what stands for it, as of a :class:`Figure`."""

    data: bytes
    width: int
    height: int
    grey: bool
    alternative: str
    caption: str


class Space(msgspec.Struct, frozen=True, tag=True):
    """Vertical space in points."""

    points: float


class NewPage(msgspec.Struct, frozen=True, tag=True):
    """What follows starts on a new page."""


class Rule(msgspec.Struct, frozen=True, tag=True):
    """The short ember line under a title."""


Piece = (
    Heading | Paragraph | Bullets | Table | Panels | Figure | Photograph | Space | NewPage | Rule
)


class CalendarEvent(msgspec.Struct, frozen=True, kw_only=True):
    """What a calendar can hold: once, or by a rule of RFC 5545 without the days ``left_out``.

    ``starts`` is a time of day in the IANA ``zone``, in minutes; None for a whole day. ``made`` is
    when it was said; None where nobody noted it.
    """

    id: str
    title: str
    day: date
    starts: int | None
    minutes: int
    zone: str
    place: str = ""
    rule: str = ""
    left_out: tuple[date, ...] = ()
    made: datetime | None = None


class Page(msgspec.Struct, frozen=True):
    """A whole document.

    ``language`` is the export's language (``en``, ``fr``): it decides the document's language tag
    and the words the writer itself adds. ``foot`` runs at the foot of every page,
    beside "page n of N", which ``folio`` spells with ``{n}`` and ``{total}``. ``figure_word``
    spells the caption's start with ``{n}`` ("Figure {n}."). ``author`` is the community.
    ``accent`` is the colour, ``#RRGGBB``, of eyebrows and of the line under a title: ember, or a
    stage's own. ``short_title`` is the title with long names shortened, for the name of a file.
    ``calendar`` is what of it a calendar can hold, ``workbook`` its tables as a spreadsheet holds
    them. ``one_sheet``: where smaller type lets it stand on one sheet of paper, it is set so.
    """

    language: str
    title: str
    foot: str
    folio: str
    figure_word: str
    author: str
    pieces: tuple[Piece, ...]
    accent: str = "#A83F23"
    short_title: str = ""
    calendar: tuple[CalendarEvent, ...] = ()
    workbook: Workbook | None = None
    one_sheet: bool = False


def spans(text: str, *, strong: bool = False, emphasis: bool = False) -> tuple[Span, ...]:
    """One run of text as spans."""
    return (Span(text, strong, emphasis),)


def paragraph(text: str, style: Voice = "body") -> Paragraph:
    """A paragraph of one run of text."""
    return Paragraph(spans(text), style)
