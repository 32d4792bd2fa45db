"""About how much of a page pieces fill, for deciding where a new page is worth beginning."""

from collections.abc import Sequence
from math import ceil

from exports.page import Bullets, Heading, Paragraph, Piece, Table

PAGE = 650.0
"""Points of text on a page of Letter; A4 holds a little more."""
LETTERS = 82
"""About how many letters a line of body text holds."""
CELL_LETTERS = 92
"""About how many letters a line of small text holds."""
TITLE_LETTERS = 32


def pages_filled(pieces: Sequence[Piece]) -> float:
    """About how many pages headings, paragraphs, lists and tables take."""
    return sum(_height(piece) for piece in pieces) / PAGE


def _height(piece: Piece) -> float:
    match piece:
        case Heading():
            title = piece.level == 1
            lines = ceil(len(piece.text) / TITLE_LETTERS) if title else 1
            return 33.0 * lines if title else 40.0
        case Paragraph():
            text = "".join(span.text for span in piece.spans)
            return 5 + 17.4 * _lines(text, LETTERS)
        case Bullets():
            items = ("".join(span.text for span in item) for item in piece.items)
            return 4 + sum(1.6 + 17.4 * _lines(item, LETTERS - 3) for item in items)
        case Table():
            return 29 + sum(_row(row, piece.widths) for row in piece.rows)
        case _:
            return 14.0


def _row(row: Sequence[str], widths: Sequence[float]) -> float:
    shares = widths or [1 / max(len(row), 1)] * len(row)
    lines = [_lines(text, CELL_LETTERS * share) for text, share in zip(row, shares, strict=False)]
    return 9.2 + 14.6 * max(lines, default=1)


def _lines(text: str, letters: float) -> int:
    return sum(max(ceil(len(line) / max(letters, 1)), 1) for line in text.split("\n"))
