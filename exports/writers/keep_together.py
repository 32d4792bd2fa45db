"""Which paragraphs stay on one page with the next piece, and which have space before them."""

from collections.abc import Iterator, Sequence

from exports.page import (
    Bullets,
    Figure,
    Heading,
    NewPage,
    Panels,
    Paragraph,
    Photograph,
    Piece,
    Space,
    Table,
)

_BLOCKS = (Bullets, Figure, Panels, Photograph, Table)


def stays(pieces: Sequence[Piece], place: int) -> bool:
    """Whether the paragraph at ``place`` has to stand on the same page as what follows it.

    A line of small capitals above its title, a small line or a question under a heading, a line
    that is strong from end to end, one that ends with a colon, all that leads from a heading to
    the first thing said aloud, whatever else leads to that, and that with the small line after it.
    Empty space is looked past; where a page begins, nothing is before or after. (Headings always
    stay, and are no paragraphs.)
    """
    piece = pieces[place]
    before, following = (next(_from(pieces, place, way), None) for way in (-1, 1))
    if not isinstance(piece, Paragraph) or following is None:
        return False
    if piece.style == "eyebrow":
        return isinstance(following, Heading)
    if piece.style in ("small", "quote") and isinstance(before, Heading):
        return True
    if isinstance(following, Paragraph):
        if _is_quiet(piece) and _leads_to_what_is_said(pieces, place):
            return True
        aloud = (piece.style == "say", following.style == "say")
        return is_title(piece) or aloud == (False, True) or (aloud[0] and _is_small(following))
    return isinstance(following, _BLOCKS) and (is_title(piece) or _opens(piece))


def goes_on(piece: Piece, before: Piece | None) -> bool:
    """Whether a paragraph begins something new after words said aloud, and has space before it."""
    aloud = isinstance(before, Paragraph) and before.style == "say"
    return aloud and isinstance(piece, Paragraph) and piece.style == "body"


def _leads_to_what_is_said(pieces: Sequence[Piece], place: int) -> bool:
    """Whether only paragraphs stand between a heading and the first thing said aloud."""
    ends = (
        next((one for one in _from(pieces, place, way) if not _is_quiet(one)), None)
        for way in (-1, 1)
    )
    before, after = ends
    return isinstance(before, Heading) and isinstance(after, Paragraph)


def _from(pieces: Sequence[Piece], place: int, way: int) -> Iterator[Piece]:
    """What stands before (-1) or after a place, nearest first, on the page that goes on."""
    at = place + way
    while 0 <= at < len(pieces) and not isinstance(pieces[at], NewPage):
        if not isinstance(pieces[at], Space):
            yield pieces[at]
        at += way


def _is_quiet(piece: Piece) -> bool:
    return isinstance(piece, Paragraph) and piece.style != "say"


def _is_small(piece: Paragraph) -> bool:
    return piece.style == "small"


def is_title(piece: Piece | None) -> bool:
    """Whether it is a paragraph strong from end to end: the title of a clause or of a cluster."""
    if not isinstance(piece, Paragraph):
        return False
    spans = [span for span in piece.spans if span.text.strip()]
    return bool(spans) and all(span.strong for span in spans)


def _opens(piece: Paragraph) -> bool:
    return "".join(span.text for span in piece.spans).rstrip().endswith(":")
