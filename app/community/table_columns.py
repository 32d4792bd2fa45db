"""What the columns of a pasted list hold: by their headings, by what stands in them, or as said."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import msgspec

from app.community.name_order import first_name_first, is_suffix, looks_like_name
from app.community.pasted_rows import Row
from app.community.table_headings import level_of
from app.typed_text import mail_address

_MOST = 0.6
_PARTS = re.compile(r"[;,\s]+|:::")
_CERTAIN = 4
"""So many names beside each other are people, not somebody's name, unit and organization."""

_AFTER_A_NAME = ("unit", "organization")


class PastedColumn(msgspec.Struct, frozen=True, kw_only=True):
    """A column: its heading if it has one, the first cell that says something, what it holds.

    ``use`` is one of ``USES``, or nothing where the column is not used. ``speaks`` tells whether
    there are words in it, ``last_first`` whether its names stand as "Last, First".
    """

    head: str = ""
    sample: str = ""
    use: str = ""
    speaks: bool = False
    last_first: bool = False


def in_columns(
    heads: Sequence[str],
    uses: Sequence[str],
    rows: Sequence[Sequence[str]],
    said: Mapping[int, str] | None,
) -> tuple[PastedColumn, ...]:
    """The columns of ``rows``, as many as the longest has cells; ``said`` goes before ``uses``."""
    width = max((len(heads), *(len(cells) for cells in rows)))
    found = []
    addresses = "email" in uses
    for at in range(width):
        cells = [cells[at] for cells in rows if at < len(cells) and cells[at]]
        use = uses[at] if at < len(uses) else ""
        if use in ("", "name") and _mostly(cells, _is_address):
            use, addresses = ("", True) if addresses else ("email", True)
        found.append(
            PastedColumn(
                head=heads[at] if at < len(heads) else "",
                sample=cells[0] if cells else "",
                use=said.get(at, use) if said else use,
                speaks=any(_speaks(cell) for cell in cells),
                last_first=_mostly(cells, lambda cell: first_name_first(cell) != cell),
            )
        )
    while found and not (found[-1].head or found[-1].sample):
        found.pop()
    return tuple(found)


def with_likely_names(
    columns: Sequence[PastedColumn], rows: Sequence[Sequence[str]]
) -> tuple[PastedColumn, ...]:
    """The columns, the first that is not used and is full of names taken for them."""
    found = list(columns)
    for at, column in enumerate(columns):
        cells = [cells[at] for cells in rows if at < len(cells) and cells[at]]
        if not column.use and _mostly(cells, lambda cell: looks_like_name(first_name_first(cell))):
            found[at] = msgspec.structs.replace(column, use="name")
            break
    return tuple(found)


def guess_columns(
    rows: Sequence[Row], mark: str, said: Mapping[int, str] | None
) -> tuple[tuple[PastedColumn, ...], list[Row], bool]:
    """Columns of rows without headings; the rows, each thing in its column; and whether to ask.

    An address or a level of participation is known wherever it stands.
    """
    numbers = [number for number, _ in rows]
    cells = [list(one) for _, one in rows]
    cells, level = _aligned(cells, _is_level, first=1)
    cells, email = _aligned(cells, _is_address)
    if level is not None:
        # Putting the addresses in one column may have moved the levels.
        cells, level = _aligned(cells, _is_level, first=1)
    width = max((len(one) for one in cells), default=0)
    texts = [
        at
        for at in range(width)
        if at not in (email, level) and any(_speaks(one[at]) for one in cells if at < len(one))
    ]
    columns = [[one[at] for one in cells if at < len(one) and one[at]] for at in texts]
    held, asks = _text_uses(columns, mark, alone=email is None)
    uses = [""] * width
    for at, use in zip(texts, held, strict=True):
        uses[at] = use
    if email is not None:
        uses[email] = "email"
    if level is not None:
        uses[level] = "level"
    return (
        in_columns((), uses, cells, said),
        list(zip(numbers, cells, strict=True)),
        asks,
    )


def _text_uses(
    columns: Sequence[Sequence[str]], mark: str, *, alone: bool
) -> tuple[list[str], bool]:
    """What columns of words hold, and whether a person must say; ``alone``: without addresses."""
    n = len(columns)
    if n < 2:
        return ["name"] * n, False
    if alone and n > 2 and all(_mostly(cells, looks_like_name) for cells in columns):
        return ["name"] * n, n < _CERTAIN
    if all(_mostly(cells, _one_word) for cells in columns[:2]):
        names = ("last", "first") if mark == "," else ("first", "last")
        return _padded((*names, *_AFTER_A_NAME), n), True
    named = [at for at, cells in enumerate(columns) if _mostly(cells, looks_like_name)]
    if named and named[0]:
        uses = _padded(_AFTER_A_NAME, n - 1)
        return [*uses[: named[0]], "name", *uses[named[0] :]], True
    full = _mostly(columns[0], lambda cell: not _one_word(cell))
    return _padded(("name", *_AFTER_A_NAME), n), (alone and n == 2) or not full


def _padded(uses: Sequence[str], n: int) -> list[str]:
    return [*uses, *("" for _ in range(n))][:n]


def _aligned(
    rows: list[list[str]], is_it: Callable[[str], bool], first: int = 0
) -> tuple[list[list[str]], int | None]:
    """Rows with what ``is_it`` in one column, and which; from column ``first`` on."""
    places = Counter(
        at for cells in rows for at, cell in enumerate(cells) if at >= first and is_it(cell)
    )
    if not places:
        return rows, None
    column = places.most_common(1)[0][0]
    found = []
    for cells in rows:
        here = cells[column] if column < len(cells) else ""
        if not is_it(here):
            at = next((at for at, one in enumerate(cells) if at >= first and is_it(one)), None)
            if at is not None or here:
                rest = [one for place, one in enumerate(cells) if place != at]
                rest += [""] * (column - len(rest))
                cells = [*rest[:column], cells[at] if at is not None else "", *rest[column:]]
        found.append(cells)
    return found, column


def _mostly(cells: Sequence[str], wanted: Callable[[str], bool]) -> bool:
    return bool(cells) and sum(wanted(cell) for cell in cells) >= _MOST * len(cells)


def _one_word(cell: str) -> bool:
    words = cell.partition("(")[0].split()
    return len([word for word in words if not is_suffix(word)]) == 1


def _is_level(cell: str) -> bool:
    return level_of(cell) is not None


def _is_address(cell: str) -> bool:
    """Whether a cell is meant as an address, be it a good one or not."""
    if "@" not in cell:
        return False
    parts = [mail_address(part) for part in _PARTS.split(cell) if part]
    return bool(parts) and all("@" in part[1:] for part in parts)


def _speaks(cell: str) -> bool:
    return any(sign.isalpha() for sign in cell) and not _is_address(cell)
