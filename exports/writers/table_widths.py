"""How tables share out their width, and which of their rows are written in by hand."""

import re
from collections.abc import Sequence

TO_WRITE_IN = "\N{NO-BREAK SPACE}"
"""A cell left for a pen: whatever writes the page, its row is high enough to write in."""

WRITING_ROW = 30.0
"""Points: a little over a centimetre."""


def by_hand(row: Sequence[str]) -> bool:
    """Whether a row has a cell to be written in by hand."""
    return TO_WRITE_IN in row


def unbroken(text: str) -> list[str]:
    """The parts of a text that stay on one line: what spaces that never break hold is one."""
    return [part for part in _BREAKS.split(text) if part]


def column_widths(
    lengths: Sequence[Sequence[float]], room: float, words: Sequence[float] = ()
) -> list[float]:
    """Widths that fill ``room`` and set the rows in few lines.

    ``lengths`` holds, for each row, how long the text of each cell is on one line; ``words``, for
    each column, how long its longest :func:`unbroken` part is. Columns of short texts get what
    those take, however long a cell of another is; the others share the rest, the longer ones more
    of it where that saves lines, but none so much that another is squeezed. No word is broken
    while another column can give.
    """
    columns = max((len(row) for row in lengths), default=0)
    longest = [
        max([_LEAST, *(row[column] for row in lengths if column < len(row))])
        for column in range(columns)
    ]
    wishes = [min(one, room * _MOST) for one in longest]
    even = _shared(wishes, room)
    floors = [
        wish if wish <= width else width * _KEPT for wish, width in zip(wishes, even, strict=True)
    ]
    # A word that is broken whatever the others give claims no more than an even part.
    fitting = _shared(words, room) if sum(words) > room else words
    whole = [
        word if word <= width else min(width, room / columns)
        for word, width in zip(words, fitting, strict=True)
    ]
    leasts = [max(one, other) for one, other in zip(floors, whole or floors, strict=True)]
    if sum(leasts) > room:
        leasts = list(fitting or floors)
    ways = (_in_proportion(wishes, room), _in_proportion([one**0.5 for one in longest], room))
    mixed = [
        [one * (1 - share) + other * share for one, other in zip(even, way, strict=True)]
        for way in ways
        for share in _SHARES
    ]
    fitted = [at_least(widths, leasts) for widths in mixed]
    return min(fitted, key=lambda widths: _lines(lengths, widths))


def at_least(widths: Sequence[float], leasts: Sequence[float]) -> list[float]:
    """Widths none of which is under its least; the sum is the same.

    What the narrow ones lack is taken from the others, from each by what it can spare. Where there
    is not room for all, those that ask for most give in first.
    """
    room = sum(widths)
    if sum(leasts) >= room:
        return _shared(leasts, room)
    pairs = list(zip(widths, leasts, strict=True))
    short = sum(max(least - width, 0) for width, least in pairs)
    spare = sum(max(width - least, 0) for width, least in pairs) or 1
    return [
        least if width < least else width - (width - least) * short / spare
        for width, least in pairs
    ]


_BREAKS = re.compile(r"[^\S\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]+")
_MOST = 0.6
"""No text makes its column wish for more than this share of the width."""
_LEAST = 42.0
_KEPT = 0.6
"""The share of an even part of the width that a column keeps, whatever saves lines."""
_SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
_RAGGED = 0.95
"""How much of a line is filled on the whole, where there are several."""


def _shared(wishes: Sequence[float], room: float) -> list[float]:
    """Columns that wish for little get it, the others have the rest in equal parts."""
    widths = list(wishes)
    left = room
    narrow_first = sorted(range(len(widths)), key=lambda column: wishes[column])
    for done, column in enumerate(narrow_first):
        widths[column] = min(wishes[column], left / (len(widths) - done))
        left -= widths[column]
    if widths:
        widths[narrow_first[-1]] += max(left, 0)
    return widths


def _in_proportion(wishes: Sequence[float], room: float) -> list[float]:
    total = sum(wishes)
    if total <= room:
        return _shared(wishes, room)
    return [wish * room / total for wish in wishes]


def _lines(lengths: Sequence[Sequence[float]], widths: Sequence[float]) -> float:
    """About how many lines all rows take together; those of the tallest count half, so that one
    long cell does not set the whole table."""
    rows = [
        max(
            (
                1.0 if length <= width else 0.5 + length / (width * _RAGGED)
                for length, width in zip(row, widths, strict=False)
            ),
            default=1.0,
        )
        for row in lengths
    ]
    return sum(rows) - max(rows, default=0) / 2
