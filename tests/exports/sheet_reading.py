"""What a workbook holds, for the tests: cells as a spreadsheet reckons with them."""

import io
import re
import zipfile
from datetime import date, timedelta
from typing import NamedTuple
from xml.etree import ElementTree

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_FIRST = date(1899, 12, 30)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class Cell(NamedTuple):
    """A cell: its value, the look of its numbers, whether it was marked to stay text."""

    value: str | float
    look: str = "General"
    kept_text: bool = False

    @property
    def day(self) -> date:
        """The day that its number stands for."""
        assert isinstance(self.value, float)
        assert "yyyy" in self.look
        return _FIRST + timedelta(days=self.value)


class ReadSheet(NamedTuple):
    """A sheet: its cells by row (from 0) and column, and how many rows stand still at the top."""

    cells: dict[tuple[int, int], Cell]
    frozen: int
    filtered: str

    def row(self, number: int) -> list[str | float | None]:
        """The values of a row, up to the last that holds something."""
        places = [place for at, place in self.cells if at == number]
        found = [self.cells.get((number, place)) for place in range(max(places, default=-1) + 1)]
        return [one.value if one is not None else None for one in found]

    @property
    def head(self) -> int:
        """The row of the heads: the last of those that stand still."""
        return self.frozen - 1

    @property
    def rows(self) -> list[list[str | float | None]]:
        """Every row under the heads."""
        last = max(at for at, _ in self.cells)
        return [self.row(number) for number in range(self.frozen, last + 1)]

    def column(self, head: str) -> list[Cell | None]:
        """The cells under a head."""
        place = self.row(self.head).index(head)
        last = max(at for at, _ in self.cells)
        return [self.cells.get((number, place)) for number in range(self.frozen, last + 1)]


def read_workbook(data: bytes) -> dict[str, ReadSheet]:
    """The sheets of a workbook by their names. Fails on a formula, a link or a macro."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not [name for name in parts if "hyperlink" in name.lower() or name.endswith(".bin")]
    texts = _texts(parts.get("xl/sharedStrings.xml"))
    looks = _looks(parts["xl/styles.xml"])
    book = ElementTree.fromstring(parts["xl/workbook.xml"])
    names = [one.attrib["name"] for one in book.iter(f"{MAIN}sheet")]
    return {
        name: _sheet(parts[f"xl/worksheets/sheet{number}.xml"], texts, looks)
        for number, name in enumerate(names, 1)
    }


def _texts(part: bytes | None) -> list[str]:
    if part is None:
        return []
    root = ElementTree.fromstring(part)
    whole = ("".join(one.itertext()) for one in root.iter(f"{MAIN}si"))
    return [_ESCAPED.sub(lambda found: chr(int(found[1], 16)), one) for one in whole]


def _looks(part: bytes) -> list[tuple[str, bool]]:
    root = ElementTree.fromstring(part)
    named = {one.attrib["numFmtId"]: one.attrib["formatCode"] for one in root.iter(f"{MAIN}numFmt")}
    formats = root.find(f"{MAIN}cellXfs")
    assert formats is not None
    return [
        (named.get(one.attrib["numFmtId"], "General"), one.attrib.get("quotePrefix") == "1")
        for one in formats
    ]


def _sheet(part: bytes, texts: list[str], looks: list[tuple[str, bool]]) -> ReadSheet:
    root = ElementTree.fromstring(part)
    assert not list(root.iter(f"{MAIN}f")), "a formula"
    assert not list(root.iter(f"{MAIN}hyperlink")), "a link"
    cells = {}
    for one in root.iter(f"{MAIN}c"):
        said = one.find(f"{MAIN}v")
        if said is None or said.text is None:
            continue
        letters, digits = re.fullmatch("([A-Z]+)([0-9]+)", one.attrib["r"]).groups()  # type: ignore[union-attr]
        place = 0
        for letter in letters:
            place = place * 26 + ord(letter) - ord("A") + 1
        value = texts[int(said.text)] if one.attrib.get("t") == "s" else float(said.text)
        look, kept = looks[int(one.attrib.get("s", "0"))]
        cells[int(digits) - 1, place - 1] = Cell(value, look, kept)
    pane = root.find(f"{MAIN}sheetViews/{MAIN}sheetView/{MAIN}pane")
    filtered = root.find(f"{MAIN}autoFilter")
    return ReadSheet(
        cells,
        int(pane.attrib["ySplit"]) if pane is not None else 0,
        filtered.attrib["ref"] if filtered is not None else "",
    )
