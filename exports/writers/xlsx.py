"""Writes the tables of a page as a workbook (Office Open XML), a sheet each.

Whatever people typed stays text: nothing is read as a formula, an address or a number, also after
somebody has edited the cell. Days are days, numbers numbers, with their unit beside them.
"""

import io
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
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
ROWS_A_STEP = 250
"""Rows between two looks at whether to stop."""

_NOT_IN_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
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
        clean = one_line(name.translate(_NOT_IN_NAMES)).strip("' ") or "1"
        number, fitted = 1, _cut(clean, LONGEST_NAME)
        while fitted.casefold() in taken:
            number += 1
            end = f" {number}"
            fitted = _cut(clean, LONGEST_NAME - len(end)).rstrip() + end
        taken.add(fitted.casefold())
        found.append(fitted)
    return found


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
        top = self._head(at, sheet)
        columns = len(sheet.columns)
        widths = [_width(one.head) + 2 for one in sheet.columns]
        waiting = 0
        for number, row in enumerate(sheet.rows, top + 1):
            for place, (column, value) in enumerate(zip(sheet.columns, row, strict=True)):
                shown = self._cell(at, number, place, column, value)
                widths[place] = max(widths[place], shown)
            waiting += 1
            if waiting == ROWS_A_STEP:
                yield waiting
                waiting = 0
        for place, width in enumerate(widths):
            at.set_column(place, place, min(max(width + 1, NARROWEST), WIDEST))
        at.freeze_panes(top + 1, 0)
        if sheet.rows and columns:
            at.autofilter(top, 0, top + len(sheet.rows), columns - 1)
        self._for_print(at, top)
        yield waiting

    def warnings(self) -> tuple[Warning, ...]:
        """What was left out."""
        found = self._findings.warnings()
        if self._cut:
            return (*found, Warning("cells-cut", {"count": str(self._cut)}))
        return found

    def _head(self, at: "Worksheet", sheet: Sheet) -> int:
        """The title, the notes, then the heads; gives the row of those."""
        styles = self._styles
        self._write(at, 0, 0, self._line(self._page.title), styles.title)
        notes = [*self._workbook.notes, *([sheet.empty] if sheet.empty and not sheet.rows else [])]
        for row, note in enumerate(notes, 1):
            self._write(at, row, 0, self._line(note), styles.note)
        top = len(notes) + 2
        for place, column in enumerate(sheet.columns):
            self._write(at, top, place, self._line(column.head), styles.head)
        return top

    def _cell(
        self, at: "Worksheet", row: int, place: int, column: SheetColumn, value: SheetValue
    ) -> int:
        """Write a cell; gives about how wide it is, in characters."""
        if isinstance(value, date) and value >= FIRST_DAY:
            at.write_datetime(row, place, value, self._styles.day)
            return len(DAY) + 1
        if isinstance(value, int) and abs(value) < LARGEST_NUMBER:
            at.write_number(row, place, value, self._number(column.unit))
            return len(f"{value} {column.unit}")
        text = value.isoformat() if isinstance(value, date) else str(value or "")
        clean = self._findings.clean(text)
        if clean:
            style = self._styles.kept_text if clean.startswith(_FORMULA) else self._styles.text
            self._write(at, row, place, clean, style)
        return max(map(_width, clean.split("\n")))

    def _write(self, at: "Worksheet", row: int, place: int, text: str, style: "Format") -> None:
        """Text as text, whatever it looks like."""
        if _units(text) > LONGEST_CELL:
            self._cut += 1
            text = _cut(text, LONGEST_CELL - 1) + "…"
        at.write_string(row, place, text, style)

    def _number(self, unit: str) -> "Format":
        """How numbers with a unit look."""
        if unit not in self._units:
            quoted = unit.replace('"', "")
            look = f'0"\N{NO-BREAK SPACE}{quoted}"' if quoted else "0"
            self._units[unit] = self._file.add_format(
                {"valign": "top", "align": "right", "num_format": look}
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


def _width(text: str) -> int:
    """About how many characters wide a line is: those of Chinese and the like count twice."""
    return sum(
        2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text[: WIDEST * 2]
    )
