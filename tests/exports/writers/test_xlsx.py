"""Workbooks as other programs read them: text stays text, days are days, numbers numbers."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree

import pytest

from exports.page import Page
from exports.sheet import Sheet, SheetColumn, SheetValue, Workbook
from exports.writers.result import Cancelled, WriterResult
from exports.writers.xlsx import LONGEST_CELL, fitted, sheet_names, write_xlsx
from tests.exports.sheet_reading import Cell, ReadSheet, read_workbook

HOSTILE = [
    "=1+1",
    "+1 514 555 0100",
    "-2",
    "@SUM(A1)",
    '=HYPERLINK("http://example.org","x")',
    "http://example.org",
    "mailto:somebody@example.org",
    "internal:Sheet1!A1",
    "{=A1}",
    "'=1",
    "12",
    "1e5",
    "2026-01-02",
    "TRUE",
    "=cmd|'/c calc'!A0",
    "<b>&amp;</b>",
    "_x0041_",
    "\u202enoitces",
    "٣ تعليق",
    "two\nlines",
]


def made(*rows: Sequence[SheetValue], unit: str = "", **said: str) -> Page:
    """A page with one table of two columns."""
    columns = (SheetColumn("What"), SheetColumn("How much", unit))
    sheet = Sheet(
        name=said.get("name", "Things"),
        columns=columns,
        rows=tuple(tuple(row) for row in rows),
        empty="Nothing yet",
    )
    return Page(
        language="en",
        title=said.get("title", "Lantern Makers: things"),
        foot=said.get("foot", "Lantern Makers: things · for the community"),
        folio="",
        figure_word="",
        author="Lantern Makers",
        pieces=(),
        workbook=Workbook(sheets=(sheet,), notes=("Made for the community", "On 2 March 2026"),
                          written=date(2026, 3, 2)),
    )  # fmt: skip


def written(page: Page) -> WriterResult:
    """The page as a workbook."""
    return write_xlsx(page, "letter")


def only(page: Page) -> ReadSheet:
    """The one sheet of a workbook."""
    (sheet,) = read_workbook(written(page).data).values()
    return sheet


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_typed_stays_text(text: str) -> None:
    """No formula, no address, no number is made of it, and it is read back as it was typed."""
    (cell,) = only(made((text, None))).column("What")
    assert cell is not None
    assert str(cell.value).replace("\u202c", "").replace("\u2069", "") == text
    assert cell.kept_text == (text[0] in "=+-@"), "also after somebody edits it"


def test_heads_and_names_are_text_too() -> None:
    page = made(("x", 1), name="=1+1", title="=1+1", foot="=1+1 && &R")
    assert read_workbook(written(page).data)["=1+1"].cells[0, 0].value == "=1+1"


def test_days_are_days_and_numbers_numbers() -> None:
    sheet = only(made((date(2026, 2, 28), 12), (date(2024, 2, 29), -3), unit="h"))
    assert [one.day for one in sheet.column("What") if one] == [
        date(2026, 2, 28),
        date(2024, 2, 29),
    ]
    numbers = sheet.column("How much")
    assert [one.value for one in numbers if one] == [12.0, -3.0]
    assert all(one is not None and one.look.endswith('h"') for one in numbers)


def test_what_a_spreadsheet_cannot_reckon_with_is_text() -> None:
    """Days before its calendar, numbers that it would round."""
    sheet = only(made((date(1899, 12, 31), 10**15 + 1), (date(1900, 2, 28), 2)))
    assert [one.value for one in sheet.column("What") if one] == ["1899-12-31", "1900-02-28"]
    assert [one.value for one in sheet.column("How much") if one] == [str(10**15 + 1), 2.0]


def test_above_the_heads_stands_what_it_is_and_for_whom() -> None:
    sheet = only(made(("x", 1)))
    assert sheet.row(0) == ["Lantern Makers: things"]
    assert sheet.row(1) == ["Made for the community"]
    assert sheet.row(2) == ["On 2 March 2026"]
    assert sheet.row(sheet.head) == ["What", "How much"]
    assert sheet.rows == [["x", 1.0]]
    assert sheet.filtered == f"A{sheet.frozen}:B{sheet.frozen + 1}"


def test_a_table_without_rows_says_so() -> None:
    sheet = only(made())
    assert sheet.row(3) == ["Nothing yet"]
    assert sheet.row(sheet.head) == ["What", "How much"]
    assert not sheet.rows
    assert not sheet.filtered


@pytest.mark.parametrize("text", ["y" * 40_000, "🔥" * 20_000, "e\u0301" * 20_000])
def test_what_no_cell_can_hold_is_cut_and_said(text: str) -> None:
    result = written(made((text, 1), ("short", 2)))
    (sheet,) = read_workbook(result.data).values()
    first, second = sheet.column("What")
    assert first is not None
    shown = str(first.value)
    assert len(shown.encode("utf-16-le")) // 2 <= LONGEST_CELL
    assert shown.endswith("…")
    assert text.startswith(shown[:-1])
    assert not shown.endswith("e…")
    assert second == Cell("short")
    assert [(one.code, one.values["count"]) for one in result.warnings] == [("cells-cut", "1")]


def test_a_text_as_long_as_a_cell_stands_whole() -> None:
    result = written(made(("y" * LONGEST_CELL, 1)))
    (sheet,) = read_workbook(result.data).values()
    assert sheet.rows[0][0] == "y" * LONGEST_CELL
    assert not result.warnings


def test_control_characters_are_left_out_and_said() -> None:
    result = written(made(("be\x07ll \x00end\ud800", 1)))
    (sheet,) = read_workbook(result.data).values()
    assert sheet.rows == [["bell end\ufffd", 1.0]]
    assert [one.code for one in result.warnings] == ["control-characters"]


def test_sheets_have_names_that_a_workbook_takes() -> None:
    names = ["Roles: now/then?", "Roles  now then", "A" * 40, "a" * 40, "", "'quoted'", "History"]
    found = sheet_names(names)
    assert found[:2] == ["Roles now then", "Roles now then 2"]
    assert len({one.casefold() for one in found}) == len(names)
    assert all(0 < len(one) <= 31 and not set(one) & set("[]:*?/\\") for one in found)
    assert found[-2:] == ["quoted", "History 2"]
    # A mark of quotation may stand inside, and neither first nor last.
    assert sheet_names([f"{'a' * 30}'b"]) == ["a" * 30]


def test_columns_are_as_wide_as_they_need_and_no_wider_than_a_screen() -> None:
    """Short ones keep what they need; the long ones give, and wrap."""
    assert fitted([3, 20]) == [8, 21]
    widths = fitted([10, 400, 90, 12, 300])
    assert (widths[0], widths[3]) == (11, 13)
    assert 24 <= widths[1] <= 60
    assert sum(widths) <= 145
    assert fitted([500] * 20) == [24] * 20


def test_properties_say_of_whom_and_for_whom() -> None:
    """And nothing of this machine or whoever uses it."""
    with zipfile.ZipFile(io.BytesIO(written(made(("x", 1))).data)) as archive:
        core = ElementTree.fromstring(archive.read("docProps/core.xml"))
    said = {one.tag.split("}")[1]: one.text for one in core}
    assert said["title"] == "Lantern Makers: things"
    assert said["creator"] == said["lastModifiedBy"] == "Lantern Makers"
    assert said["description"] == "Lantern Makers: things · for the community"
    assert str(said["created"]).startswith("2026-03-02")


def test_the_same_facts_are_the_same_bytes() -> None:
    assert written(made(("x", 1))).data == written(made(("x", 1))).data


def test_five_thousand_rows() -> None:
    page = made(*((f"Row {number}", number) for number in range(5000)))
    shares: list[float] = []
    result = write_xlsx(page, "a4", progress=shares.append)
    (sheet,) = read_workbook(result.data).values()
    assert len(sheet.rows) == 5000
    assert sheet.rows[-1] == ["Row 4999", 4999.0]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_it_stops_when_asked_to() -> None:
    with pytest.raises(Cancelled):
        write_xlsx(made(("x", 1)), "letter", cancelled=lambda: True)


def test_a_page_without_tables_is_refused() -> None:
    page = Page(language="en", title="x", foot="", folio="", figure_word="", author="", pieces=())
    with pytest.raises(ValueError, match="no tables"):
        written(page)
