"""Writes the tables of a page as a workbook (Office Open XML), a sheet each.

Whatever people typed stays text: nothing is read as a formula, an address or a number, also after
somebody has edited the cell. Days are days, numbers numbers, with their unit beside them.
"""

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from math import ceil
from typing import TYPE_CHECKING

import msgspec

from exports.page import Page, Paper
from exports.sheet import Sheet, SheetColumn, SheetValue, Workbook
from exports.writers.clean_text import one_line
from exports.writers.result import (
    IsCancelled,
    Progress,
    Warning,  # noqa: A004 - the field's word
    WriterResult,
    report_progress,
)
from exports.writers.text_findings import Findings

if TYPE_CHECKING:
    from xlsxwriter import Workbook as File
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32767
"""Units of UTF-16 that a cell holds."""
LARGEST_NUMBER = 10**15
"""From here on a spreadsheet rounds numbers: they are written as text."""
LONGEST_NAME = 31
"""Units of UTF-16 of a sheet's name."""
LONGEST_PROPERTY = 255
FIRST_DAY = date(1900, 3, 1)
"""Earlier days no two spreadsheets count alike: they are written as text."""
DAY = "yyyy-mm-dd"
"""How days are shown: read alike in every language."""
NARROWEST, WIDEST = 8, 60
"""Widths of columns, in characters."""
SCREENFUL = 140
"""How wide a sheet is at most while its widest columns can give."""
LEAST_WIDE = 24
"""A column of longer texts gives no more than down to here."""
RAGGED = 1.15
"""How much longer wrapped text is than what fills its lines to the end."""
LEADING, TALLEST = 16, 409
"""Points from line to line, and as high as a row can be."""
ROWS_A_STEP = 250
"""Rows between two looks at whether to stop."""

_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
_FORMULA = ("=", "+", "-", "@")
_PAPERS: dict[Paper, int] = {"letter": 1, "a4": 9}
_NO_DAY = datetime(1980, 1, 1, tzinfo=UTC)
"""Stands in the file where nobody said when it was written, so that the same facts are the same
bytes."""


def write_xlsx(
    page: Page,
    paper: Paper,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> WriterResult:
    """The page's workbook as a file.

    Warns of control characters, which are left out, and of cells too long to stand whole. Raises
    Cancelled when it is to stop, ValueError for a page without a workbook.
    """
    # Only who writes a workbook waits for it.
    from xlsxwriter import Workbook as File

    if page.workbook is None:
        raise ValueError(f"{page.title} has no tables for a spreadsheet")
    data = io.BytesIO()
    # Nothing of it lies in a temporary file meanwhile.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
               "strings_to_numbers": False}  # fmt: skip
    file = File(data, options)
    writer = _Writer(file, page, page.workbook, paper)
    writer.set_properties()
    total = sum(len(one.rows) for one in page.workbook.sheets)
    done = 0
    names = sheet_names([one.name for one in page.workbook.sheets])
    for name, sheet in zip(names, page.workbook.sheets, strict=True):
        for rows in writer.add(name, sheet):
            done += rows
            report_progress(done, total, progress, cancelled)
    report_progress(total, total, progress, cancelled)
    file.close()
    return WriterResult(data.getvalue(), writer.warnings())


def sheet_names(names: Iterable[str]) -> list[str]:
    """Names that a workbook takes: short enough, none of its signs in them, each once whatever
    its capitals."""
    found: list[str] = []
    taken = {"history", "historique"}  # a spreadsheet keeps these for itself
    for name in names:
        clean = one_line(_NOT_IN_NAMES.sub(" ", name)).strip("' ") or "1"
        number, fitted = 1, _cut(clean, LONGEST_NAME).rstrip("' ")
        while fitted.casefold() in taken:
            number += 1
            end = f" {number}"
            fitted = _cut(clean, LONGEST_NAME - len(end)).rstrip() + end
        taken.add(fitted.casefold())
        found.append(fitted)
    return found


def fitted(longest: Sequence[int]) -> list[int]:
    """The widths of columns, by the longest line of each: the widest give, their texts wrapped,
    until all of them stand side by side."""
    most = WIDEST
    while most > LEAST_WIDE and sum(min(one, most) for one in longest) > SCREENFUL:
        most -= 1
    return [min(max(one + 1, NARROWEST), most) for one in longest]


class _Styles(msgspec.Struct, frozen=True):
    """How cells look."""

    title: "Format"
    note: "Format"
    head: "Format"
    text: "Format"
    kept_text: "Format"
    day: "Format"


class _Writer:
    """Puts sheets into a file, and gathers what its reader should know."""

    def __init__(self, file: "File", page: Page, workbook: Workbook, paper: Paper) -> None:
        self._file, self._page, self._workbook, self._paper = file, page, workbook, paper
        self._findings = Findings()
        self._cut = 0
        self._units: dict[str, Format] = {}
        cell = {"text_wrap": True, "valign": "top"}
        self._styles = _Styles(
            title=file.add_format({"bold": True, "font_size": 14, "font_color": page.accent}),
            note=file.add_format({"italic": True, "font_color": "#5C6770"}),
            head=file.add_format(
                {**cell, "bold": True, "bg_color": "#F1ECE3", "bottom": 1,
                 "bottom_color": "#857A6B"}
            ),
            text=file.add_format(cell),
            # Text that begins as a formula does stays text when somebody edits it.
            kept_text=file.add_format({**cell, "quote_prefix": True}),
            day=file.add_format(
                {"valign": "top", "align": "left", "num_format": DAY}
            ),
        )  # fmt: skip

    def set_properties(self) -> None:
        """What the file says of itself: what it is, of whom, for whom, of when."""
        page, written = self._page, self._workbook.written
        made = (
            datetime(written.year, written.month, written.day, tzinfo=UTC) if written else _NO_DAY
        )
        self._file.set_properties(
            {
                "title": self._line(page.title)[:LONGEST_PROPERTY],
                "author": self._line(page.author)[:LONGEST_PROPERTY],
                "comments": self._line(page.foot)[:LONGEST_PROPERTY],
                "created": made,
            }
        )

    def add(self, name: str, sheet: Sheet) -> Iterator[int]:
        """Write a sheet; gives how many rows it has written since the last step."""
        at = self._file.add_worksheet(name)
        heads = [self._line(one.head) for one in sheet.columns]
        rows = [[self._fit(one) for one in row] for row in sheet.rows]
        lengths = [_width(head) + 2 for head in heads]  # beside the mark that filters
        for row in rows:
            lengths = [
                max(length, _width(_said(value, column)))
                for length, value, column in zip(lengths, row, sheet.columns, strict=True)
            ]
        widths = fitted(lengths)
        for place, width in enumerate(widths):
            at.set_column(place, place, width)
        top = self._head(at, sheet, heads, widths)
        waiting = 0
        for number, row in enumerate(rows, top + 1):
            self._row(at, number, row, sheet.columns, widths)
            waiting += 1
            if waiting == ROWS_A_STEP:
                yield waiting
                waiting = 0
        at.freeze_panes(top + 1, 0)
        if rows and heads:
            at.autofilter(top, 0, top + len(rows), len(heads) - 1)
        self._for_print(at, top)
        yield waiting

    def warnings(self) -> tuple[Warning, ...]:
        """What was left out."""
        found = self._findings.warnings()
        if self._cut:
            return (*found, Warning("cells-cut", {"count": str(self._cut)}))
        return found

    def _head(
        self, at: "Worksheet", sheet: Sheet, heads: Sequence[str], widths: Sequence[int]
    ) -> int:
        """The title, the notes, then the heads; gives the row of those."""
        styles = self._styles
        at.write_string(0, 0, self._line(self._page.title), styles.title)
        notes = [*self._workbook.notes, *([sheet.empty] if sheet.empty and not sheet.rows else [])]
        for row, note in enumerate(notes, 1):
            at.write_string(row, 0, self._line(note), styles.note)
        top = len(notes) + 2
        _set_height(at, top, heads, widths)
        for place, head in enumerate(heads):
            at.write_string(top, place, head, styles.head)
        return top

    def _fit(self, value: SheetValue) -> SheetValue:
        """A value as a cell can hold it: what no spreadsheet can reckon with is text."""
        if isinstance(value, date):
            return value if value >= FIRST_DAY else value.isoformat()
        if isinstance(value, int):
            return value if abs(value) < LARGEST_NUMBER else str(value)
        clean = self._findings.clean(value or "")
        if _units(clean) > LONGEST_CELL:
            self._cut += 1
            clean = _cut(clean, LONGEST_CELL - 1) + "…"
        return clean or None

    def _row(
        self,
        at: "Worksheet",
        row: int,
        values: Sequence[SheetValue],
        columns: Sequence[SheetColumn],
        widths: Sequence[int],
    ) -> None:
        """Write a row, as high as its texts need."""
        _set_height(at, row, [one if isinstance(one, str) else "" for one in values], widths)
        for place, (value, column) in enumerate(zip(values, columns, strict=True)):
            if isinstance(value, date):
                at.write_datetime(row, place, value, self._styles.day)
            elif isinstance(value, int):
                at.write_number(row, place, value, self._number(column.unit))
            elif value is not None:
                # Text as text, whatever it looks like.
                formula = value.startswith(_FORMULA)
                style = self._styles.kept_text if formula else self._styles.text
                at.write_string(row, place, value, style)

    def _number(self, unit: str) -> "Format":
        """How numbers with a unit look."""
        if unit not in self._units:
            quoted = self._line(unit).replace('"', "")
            look = f'0"\N{NO-BREAK SPACE}{quoted}"' if quoted else "0"
            self._units[unit] = self._file.add_format(
                {"valign": "top", "align": "right", "indent": 1, "num_format": look}
            )
        return self._units[unit]

    def _for_print(self, at: "Worksheet", top: int) -> None:
        """On paper: across, as wide as the paper, the heads on every page, the foot below."""
        at.set_paper(_PAPERS[self._paper])
        at.set_landscape()
        at.fit_to_pages(1, 0)
        at.repeat_rows(top)
        foot = self._line(self._page.foot).replace("&", "&&")
        at.set_footer(f"&L{_cut(foot, 200).rstrip('&')}&R&P / &N")

    def _line(self, text: str) -> str:
        return one_line(self._findings.clean(text))


def _units(text: str) -> int:
    """How long a text is, in units of UTF-16."""
    return len(text) + sum(ord(sign) > 0xFFFF for sign in text)


def _cut(text: str, longest: int) -> str:
    """As much of a text as fits in units of UTF-16; no letter is parted from its marks."""
    if _units(text) <= longest:
        return text
    cut = text[:longest]
    while _units(cut) > longest:
        cut = cut[: len(cut) - max(1, (_units(cut) - longest + 1) // 2)]
    rest = text[len(cut) :]
    while cut and rest and unicodedata.combining(rest[0]):
        cut, rest = cut[:-1], cut[-1] + rest
    return cut


def _said(value: SheetValue, column: SheetColumn) -> str:
    """A cell as it is shown."""
    if isinstance(value, date):
        return value.isoformat()
    return f"{value} {column.unit}  " if isinstance(value, int) else value or ""


def _width(text: str) -> int:
    """About how many characters wide the longest line of a text is."""
    return max(_line_width(line[: WIDEST * 2]) for line in text.split("\n"))


def _line_width(line: str) -> int:
    """Signs of Chinese and the like count twice."""
    return sum(2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in line)


def _wrapped(length: int, width: int) -> int:
    """How many lines a text of a length takes."""
    return 1 if length <= width else ceil(length * RAGGED / width)


def _set_height(at: "Worksheet", row: int, texts: Sequence[str], widths: Sequence[int]) -> None:
    """Make a row as high as its texts, wrapped: not every program does so by itself."""
    lines = max(
        (
            sum(_wrapped(_line_width(line), width) for line in text.split("\n"))
            for text, width in zip(texts, widths, strict=True)
        ),
        default=1,
    )
    if lines > 1:
        at.set_row(row, min(lines * LEADING, TALLEST))
