"""Reads tables and lists out of the HTML that spreadsheets, documents and pages copy."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # loaded when something is pasted
    from lxml.etree import _Element

MOST_MERGED = 100
"""Columns over which a merged cell may reach."""

_SHAPED = re.compile(r"<(?:table|ul|ol)\b|mso-list:\s*l\d", re.IGNORECASE)
_LISTED = re.compile(r"mso-list:\s*l\d", re.IGNORECASE)
"""A paragraph that is an item of a list: word processors write no list for it."""
_UNSEEN = re.compile(r"display:\s*none|mso-hide:\s*all|mso-list:\s*ignore", re.IGNORECASE)
"""What is not shown, and the mark or number that was made for an item."""
_SPACES = re.compile(r"[ \t\r\n\f]+")
_NOT_TEXT = frozenset(("style", "script", "title", "template", "colgroup"))
_BLOCKS = frozenset(
    "address article aside blockquote center dd details div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tr ul".split()
)


def rows_in_html(html: str, *, any_text: bool = False) -> list[list[str]] | None:
    """The rows of cells, in the order of reading; None where there is no table and no list, unless
    ``any_text`` is wanted.

    An item of a list and a paragraph beside a table are rows of one cell.
    """
    if not any_text and not _SHAPED.search(html):
        return None
    # Here, because it takes a while to load.
    from lxml.etree import HTMLParser, LxmlError, fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        page = fromstring(html.replace("\0", "").encode(errors="replace"), parser)
    except LxmlError:
        return None
    if page is None:
        return None
    found = _Rows()
    found.take(page)
    found.end_line()
    return found.rows if found.shaped or any_text else None


class _Rows:
    """Gathers rows while a page is walked through."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.shaped = False
        self._line = ""

    def take(self, element: "_Element") -> None:
        """An element with all that stands in it; without what stands behind it."""
        name = _name(element)
        if name in _NOT_TEXT or _is_unseen(element):
            return
        if name == "table" and element.find(".//table") is None:
            self.end_line()
            self.shaped = True
            self.rows += _table(element)
            return
        block = name in _BLOCKS
        if block:
            self.end_line()
        self.shaped = self.shaped or name == "li" or bool(_LISTED.search(_style(element)))
        self._line += _SPACES.sub(" ", element.text or "")
        for inner in element:
            if _name(inner) == "br":
                self.end_line()
            else:
                self.take(inner)
            self._line += _SPACES.sub(" ", inner.tail or "")
        if block:
            self.end_line()

    def end_line(self) -> None:
        """What comes next stands on a line of its own."""
        if said := _tidy(self._line):
            self.rows.append([said])
        self._line = ""


def _table(table: "_Element") -> list[list[str]]:
    """The rows of a table; a merged cell stands in its first place, and leaves the others empty."""
    rows: list[list[str]] = []
    held: dict[int, int] = {}
    """How many rows a cell from above still reaches down, by column."""
    for line in table.iter("tr"):
        if _is_unseen(line):
            continue
        row: list[str] = []
        below = {column: n - 1 for column, n in held.items() if n > 1}
        for cell in line:
            if _name(cell) not in ("td", "th") or _is_unseen(cell):
                continue
            while len(row) in held:
                row.append("")
            across = min(_number(cell, "colspan"), MOST_MERGED)
            for column in range(len(row), len(row) + across):
                if (down := _number(cell, "rowspan")) > 1:
                    below[column] = down - 1
            row += [_cell_text(cell), *[""] * (across - 1)]
        rows.append(row)
        held = below
    return rows


def _cell_text(cell: "_Element") -> str:
    """What a cell says; its paragraphs and line breaks on lines of their own."""
    lines = (_tidy(line) for line in "".join(_pieces(cell)).split("\n"))
    return "\n".join(line for line in lines if line)


def _pieces(element: "_Element") -> Iterator[str]:
    yield _SPACES.sub(" ", element.text or "")
    for inner in element:
        name = _name(inner)
        if name == "br":
            yield "\n"
        elif name not in _NOT_TEXT and not _is_unseen(inner):
            edge = "\n" if name in _BLOCKS else ""
            yield edge
            yield from _pieces(inner)
            yield edge
        yield _SPACES.sub(" ", inner.tail or "")


def _tidy(line: str) -> str:
    """A line without the spaces around it, those included by which programs keep a place free."""
    return _SPACES.sub(" ", line).strip(" \u00a0")


def _name(element: "_Element") -> str:
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _style(element: "_Element") -> str:
    return element.get("style") or ""


def _is_unseen(element: "_Element") -> bool:
    return bool(_UNSEEN.search(_style(element)))


def _number(cell: "_Element", name: str) -> int:
    said = (cell.get(name) or "").strip()
    return max(1, int(said)) if said.isdecimal() and len(said) < 6 else 1
