"""How tables share out their width, and which of their rows are written in by hand."""

from collections.abc import Sequence
from math import ceil

TO_WRITE_IN = "\N{NO-BREAK SPACE}"
"""A cell left for a pen: whatever writes the page, its row is high enough to write in."""

WRITING_ROW = 30.0
"""Points: a little over a centimetre."""


def by_hand(row: Sequence[str]) -> bool:
    """Whether a row has a cell to be written in by hand."""
    return TO_WRITE_IN in row


def column_widths(lengths: Sequence[Sequence[float]], room: float) -> list[float]:
    """Widths that fill ``room`` and set the rows in few lines.

    ``lengths`` holds, for each row, how long the text of each cell is on one line. Columns of
    short texts get what those take; the others share the rest, the longer ones more of it where
    that saves lines.
    """
    columns = max((len(row) for row in lengths), default=0)
    most = room * _MOST
    wishes = [
        min(max([_LEAST, *(row[column] for row in lengths if column < len(row))]), most)
        for column in range(columns)
    ]
    even, uneven = _shared(wishes, room), _in_proportion(wishes, room)
    ways = [
        [one * (1 - share) + other * share for one, other in zip(even, uneven, strict=True)]
        for share in _SHARES
    ]
    return min(ways, key=lambda widths: _lines(lengths, widths))


_MOST = 0.6
"""No text makes its column wish for more than this share of the width."""
_LEAST = 42.0
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


def _lines(lengths: Sequence[Sequence[float]], widths: Sequence[float]) -> int:
    """About how many lines all rows take together."""
    return sum(
        max(
            (
                1 if length <= width else ceil(length / (width * _RAGGED))
                for length, width in zip(row, widths, strict=False)
            ),
            default=1,
        )
        for row in lengths
    )
