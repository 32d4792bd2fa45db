"""What stays with what follows it, whatever writes the page: no line announces an empty place."""

from collections.abc import Sequence

from exports.page import Bullets, Figure, Heading, NewPage, Panels, Paragraph, Piece, Space, Table

_BLOCKS = (Bullets, Figure, Panels, Table)


def neighbours(pieces: Sequence[Piece], place: int) -> tuple[Piece | None, Piece | None]:
    """The pieces before and after the one at ``place``, empty space left out.

    A page that begins is nobody's neighbour: what stands on either side of it is None.
    """
    return _next(pieces, place, -1), _next(pieces, place, 1)


def stays(piece: Piece, before: Piece | None, following: Piece | None) -> bool:
    """Whether a paragraph has to stand on the same page as what follows it.

    A line of small capitals above its title, a small line or a question under a heading, a line
    that is strong from end to end, one that ends with a colon, whatever leads to what is said
    aloud, and that with the small line after it. (Headings always stay, and are no paragraphs.)
    """
    if not isinstance(piece, Paragraph) or following is None:
        return False
    if piece.style == "eyebrow":
        return isinstance(following, Heading)
    if piece.style in ("small", "quote") and isinstance(before, Heading):
        return True
    if isinstance(following, Paragraph):
        aloud = (piece.style == "say", following.style == "say")
        return _is_title(piece) or aloud == (False, True) or (aloud[0] and _is_small(following))
    return isinstance(following, _BLOCKS) and (_is_title(piece) or _opens(piece))


def _next(pieces: Sequence[Piece], place: int, way: int) -> Piece | None:
    at = place + way
    while 0 <= at < len(pieces):
        piece = pieces[at]
        if isinstance(piece, NewPage):
            return None
        if not isinstance(piece, Space):
            return piece
        at += way
    return None


def _is_small(piece: Paragraph) -> bool:
    return piece.style == "small"


def _is_title(piece: Paragraph) -> bool:
    """Whether all of it is strong: a heading of a clause."""
    said = [span for span in piece.spans if span.text.strip()]
    return bool(said) and all(span.strong for span in said)


def _opens(piece: Paragraph) -> bool:
    return "".join(span.text for span in piece.spans).rstrip().endswith(":")
