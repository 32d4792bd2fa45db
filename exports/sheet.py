"""A table of data, as a spreadsheet holds it: days as days, numbers as numbers, text as text.

The tables of a page (:class:`exports.page.Table`) are laid out to be read; these hold the same
facts to be sorted, filtered and counted.
"""

from datetime import date

import msgspec

SheetValue = str | int | date | None
"""What a cell holds; None where nothing does."""


class SheetColumn(msgspec.Struct, frozen=True):
    """A column. ``unit`` is written after its numbers (``h``, ``min``), which stay numbers."""

    head: str
    unit: str = ""


class Sheet(msgspec.Struct, frozen=True, kw_only=True):
    """One table under its name; every row has a cell for each column.

    ``empty`` is said above the heads where there is no row.
    """

    name: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[SheetValue, ...], ...]
    empty: str = ""


class Workbook(msgspec.Struct, frozen=True, kw_only=True):
    """The sheets of a document, a table each; ``notes`` stand under the title of each of them.

    ``written`` is the day on which it was asked for, where that is known.
    """

    sheets: tuple[Sheet, ...]
    notes: tuple[str, ...] = ()
    written: date | None = None
