"""The pieces of a page as slabs, with the air between them."""

from collections.abc import Iterator

from exports.page import (
    Bullets,
    Figure,
    Heading,
    NewPage,
    Page,
    Panels,
    Paragraph,
    Piece,
    Rule,
    Space,
    Table,
)
from exports.writers.keeping import goes_on, is_title, stays
from exports.writers.pdf import theme
from exports.writers.pdf.figures import figure
from exports.writers.pdf.flow import Slab
from exports.writers.pdf.panels import panels
from exports.writers.pdf.prose import bullets, heading, paragraph, rule
from exports.writers.pdf.setting import Setting
from exports.writers.pdf.tables import table

_ABOVE_TITLE = 2.0
_ABOVE_PART = 20.0
_ABOVE_SUBPART = 13.0
_AFTER_HEADING = 3.0
_AFTER_CHAPTER = 7.0
_UNDER_TITLE = 5.0
_ABOVE_LIST = 5.0
_ABOVE_BLOCK = 10.0
_ABOVE_RULE = 14.0


def slabs(setting: Setting, page: Page) -> Iterator[list[Slab]]:
    """The slabs of each piece in turn."""
    fresh = False
    extra = 0.0
    before: Piece | None = None
    chapter = False
    for place, piece in enumerate(page.pieces):
        if isinstance(piece, NewPage):
            fresh = True
            continue
        if isinstance(piece, Space):
            extra += max(piece.points, 0)
            continue
        found = _of(setting, piece, before)
        if found:
            found[0].above = _above(piece, before) + extra
            if chapter:
                least = _UNDER_TITLE if _is_small(piece) else _AFTER_CHAPTER
                found[0].above = max(found[0].above, least)
            chapter = isinstance(piece, Heading) and (piece.level <= 1 or _is_eyebrow(before))
            found[0].fresh = fresh
            if stays(page.pieces, place):
                for slab in found:
                    slab.keep = True
            fresh, extra, before = False, 0.0, piece
        yield found


def _of(setting: Setting, piece: Piece, before: Piece | None) -> list[Slab]:
    match piece:
        case Heading():
            return heading(setting, piece, _is_eyebrow(before))
        case Paragraph():
            return paragraph(setting, piece)
        case Bullets():
            return bullets(setting, piece)
        case Table():
            return table(setting, piece)
        case Panels():
            return panels(setting, piece)
        case Figure():
            return figure(setting, piece)
        case Rule():
            return rule(setting)
        case _:
            return []


def _is_small(piece: Piece) -> bool:
    return isinstance(piece, Paragraph) and piece.style == "small"


def _is_eyebrow(piece: Piece | None) -> bool:
    return isinstance(piece, Paragraph) and piece.style == "eyebrow"


def _above(piece: Piece, before: Piece | None) -> float:
    """The air above a piece, seen from the one before it."""
    under_heading = isinstance(before, Heading)
    if goes_on(piece, before):
        return theme.AFTER_SAID
    match piece:
        case Heading():
            if _is_eyebrow(before):
                return _ABOVE_TITLE
            return _ABOVE_PART if piece.level <= 2 else _ABOVE_SUBPART
        case Paragraph():
            if is_title(piece) and isinstance(before, Bullets | Table | Panels):
                return theme.ABOVE_TITLE
            if under_heading and piece.style != "lead":
                return _AFTER_HEADING
            return theme.ABOVE[piece.style]
        case Bullets():
            return _AFTER_HEADING if under_heading or is_title(before) else _ABOVE_LIST
        case Rule():
            return _ABOVE_RULE
        case _:
            return _AFTER_HEADING + 2 if under_heading else _ABOVE_BLOCK
