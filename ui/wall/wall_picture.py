"""What the wall shows, as plain data: a kind says what, the wall knows how large."""

from collections.abc import Callable, Sequence
from typing import Literal

import msgspec
from PySide6.QtGui import QImage

from app.catalogue.catalogue import Catalogue
from app.diagram import Diagram
from app.kinds.kind import KindTable
from app.library.reader import Reader
from app.words import Words
from app.workshop.ground_shapes import Lines
from app.workshop.running import Running

Tone = Literal["ink", "ember", "teal", "amber", "discover", "establish", "put-to-work", "renew"]


class WallNote(msgspec.Struct, frozen=True):
    """A sticky note: its text, colour, and dots once the round is closed (None: no dots)."""

    text: str
    colour: str = "yellow"
    dots: int | None = None
    title: str = ""
    """A cluster's title above its notes' texts; empty for a single note."""
    holds: int = 1
    """How many notes it stands for: several, where they were gathered."""
    mark: str = ""
    """Its colour in words, where that is its own: on many walls colours are hardly seen."""


class WallColumn(msgspec.Struct, frozen=True):
    """Notes under a heading; ``tone`` colours the heading and the line under it."""

    heading: str
    notes: tuple[WallNote, ...]
    tone: Tone = "ink"


class WallText(msgspec.Struct, frozen=True):
    """Text to be read together, set as a charter is: a heading and lines."""

    heading: str
    lines: tuple[str, ...]
    listed: bool = False
    beside: "tuple[WallText, ...]" = ()
    """What stands at its right, to be held against it, such as what a section says now."""
    below: "tuple[WallText, ...]" = ()
    """What follows it in its own half, where something stands beside it."""


class WallBlock(msgspec.Struct, frozen=True):
    """A block of the day's agenda: when it begins, what it is called, how it stands."""

    time: str
    title: str
    state: Literal["done", "now", "ahead"]
    mark: str = ""
    """That it is now, in words."""


class WallGroup(msgspec.Struct, frozen=True):
    """A group that works apart: its name, where it sits, what it is asked, its people; and its name
    where they go on on another card."""

    name: str
    place: str
    brief: str
    people: tuple[str, ...]
    goes_on: str


class WallPicture(msgspec.Struct, frozen=True):
    """What stands below the question: columns of notes, text to read, a diagram, something said to
    everybody, an image, the day's agenda, or groups. ``large``: one thing, as large as the wall
    lets it be.

    ``small`` is small print for the foot ("54 dots counted"), in each of the workshop's languages;
    it says facts and never interprets.
    """

    columns: tuple[WallColumn, ...] = ()
    texts: tuple[WallText, ...] = ()
    diagram: Callable[[float, float], Diagram] | None = None
    """A diagram, laid out for a width and a size of its text, both in pixels."""
    pages: Callable[[float, float, float, Lines], Sequence[Diagram]] | None = None
    """A diagram a page, laid out for a width, a height and a size of the letters, in pixels, and
    for how many lines a text takes."""
    opens: Literal["", "first", "last"] = ""
    """The page to be seen first, where the kind knows better: else the one of the newest notes."""
    small: tuple[str, ...] = ()
    said: str = ""
    image: QImage | None = None
    agenda: tuple[WallBlock, ...] = ()
    groups: tuple[WallGroup, ...] = ()
    large: bool = False


class RunSeen(msgspec.Struct, frozen=True):
    """What a picture of a run is made from."""

    reader: Reader
    catalogue: Catalogue
    running: Running
    of: str
    """The zone, role or section that the run stands in; of one thing alone, its id."""
    words: tuple[Words, ...]
    """Of each of the workshop's languages, the leading one first."""


PictureMaker = Callable[[RunSeen], WallPicture]
"""What the room may see of a run now.

The wall asks for it anew after each change, so that no screen has to tell it anything. It never
holds what the room must not see: notes for the facilitator, names before a yes, hidden dots.
"""

Pictures = KindTable[PictureMaker]
"""What the wall asks for each kind's picture."""
