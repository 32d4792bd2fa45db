"""What can be wrong at a place in a community file, as Trouble that names the place.

Rows are counted from 1. What the file itself calls its parts is cut short: it may be anything.
"""

from app.library.trouble import Trouble

_LONGEST = 40


def malformed(table: str, row: int, column: str) -> Trouble:
    """The trouble of a cell, or with no column of a whole row, that is not what it should be."""
    if not column:
        return Trouble("community-file-misshapen", **_place(table, row))
    return Trouble("community-file-malformed", **_place(table, row), column=_short(column))


def astray(table: str, row: int, column: str) -> Trouble:
    """The trouble of a cell that names a row which is not in the file."""
    return Trouble("community-file-astray", **_place(table, row), column=_short(column))


def twice(table: str, row: int) -> Trouble:
    """The trouble of a row that is in the file twice."""
    return Trouble("community-file-twice", **_place(table, row))


def repeated(name: str) -> Trouble:
    """The trouble of a part of the file, or of a row, that is named twice in one place."""
    return Trouble("community-file-repeated", part=_short(name))


def stray(table: str, row: int) -> Trouble:
    """The trouble of a row that belongs to nothing else in the file."""
    return Trouble("community-file-stray", **_place(table, row))


def _place(table: str, row: int) -> dict[str, object]:
    return {"table": _short(table), "row": row}


def _short(name: str) -> str:
    """A name that can be shown in a sentence, whatever stands in the file."""
    seen = "".join(sign if sign.isprintable() else "?" for sign in name[: _LONGEST + 1])
    return seen if len(seen) <= _LONGEST else f"{seen[:_LONGEST]}…"
