"""The pieces of a page as layout boxes, with the space between them."""

from collections.abc import Iterator

from exports.page import (
    Bullets,
    Figure,
    Heading,
    NewPage,
    Page,
    Panels,
    Paragraph,
    Photograph,
    Piece,
    Rule,
    Space,
    Table,
)
from exports.writers.keep_together import goes_on, is_title, stays
from exports.writers.pdf import print_styles
from exports.writers.pdf.figures import figure, photograph
from exports.writers.pdf.layout_context import LayoutContext
from exports.writers.pdf.pagination import LayoutBox
from exports.writers.pdf.panels import panels
from exports.writers.pdf.tables import table
from exports.writers.pdf.text_pieces import bullets, heading, paragraph, rule

_ABOVE_TITLE = 2.0
_ABOVE_PART = 20.0
_ABOVE_SUBPART = 13.0
_AFTER_HEADING = 3.0
_AFTER_CHAPTER = 7.0
_UNDER_TITLE = 5.0
_ABOVE_LIST = 5.0
_ABOVE_BLOCK = 10.0
_ABOVE_RULE = 14.0


def layout_boxes(context: LayoutContext, page: Page) -> Iterator[list[LayoutBox]]:
    """The boxes of each piece of the page, in order."""
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
        found = _of(context, piece, before)
        if found:
            found[0].above = _above(piece, before) + extra
            if chapter:
                least = _UNDER_TITLE if _is_small(piece) else _AFTER_CHAPTER
                found[0].above = max(found[0].above, least)
            chapter = isinstance(piece, Heading) and (piece.level <= 1 or _is_eyebrow(before))
            found[0].fresh = fresh
            if stays(page.pieces, place):
                for layout_box in found:
                    layout_box.keep = True
            fresh, extra, before = False, 0.0, piece
        yield found


def _of(context: LayoutContext, piece: Piece, before: Piece | None) -> list[LayoutBox]:
    match piece:
        case Heading():
            return heading(context, piece, _is_eyebrow(before))
        case Paragraph():
            return paragraph(context, piece)
        case Bullets():
            return bullets(context, piece)
        case Table():
            return table(context, piece)
        case Panels():
            return panels(context, piece)
        case Figure():
            return figure(context, piece)
        case Photograph():
            return photograph(context, piece)
        case Rule():
            return rule(context)
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
        return print_styles.AFTER_SAID
    match piece:
        case Heading():
            if _is_eyebrow(before):
                return _ABOVE_TITLE
            return _ABOVE_PART if piece.level <= 2 else _ABOVE_SUBPART
        case Paragraph():
            if is_title(piece) and isinstance(before, Bullets | Table | Panels):
                return print_styles.ABOVE_TITLE
            if under_heading and piece.style != "lead":
                return _AFTER_HEADING
            return print_styles.ABOVE[piece.style]
        case Bullets():
            return _AFTER_HEADING if under_heading or is_title(before) else _ABOVE_LIST
        case Rule():
            return _ABOVE_RULE
        case _:
            return _AFTER_HEADING + 2 if under_heading else _ABOVE_BLOCK
