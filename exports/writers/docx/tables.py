"""Tables of a Word document: those of facts, and the tinted boxes that stand side by side."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from exports.page import Panels, Span, Table
from exports.writers.docx.runs import runs
from exports.writers.docx.styles import BESIDE_CELL, TABLE_STYLE
from exports.writers.docx.xml import around, hexadecimal, make, twips, val
from exports.writers.findings import Findings
from exports.writers.pdf import theme
from exports.writers.text import clean, right_to_left
from exports.writers.typeset.typesetter import Type

_WHOLE = 16
"""A row of more lines may be split: taller than a page it would be cut off."""
_LETTER = 5.2
"""How wide a letter of a cell is, on the whole."""
_PANEL_ROOM = 10.0
_PANEL_GAP = 12.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell ``width`` points wide; ``room`` is the space inside it where the table's differs."""

    paragraphs: Sequence[BaseOxmlElement]
    width: float
    room: BaseOxmlElement | None = None
    shade: str = ""


def fact_table(table: Table, width: float, findings: Findings) -> BaseOxmlElement | None:
    """A table ``width`` points wide; None when it has no column at all.

    The head is repeated on every page, and a row stays whole unless it is very long.
    """
    columns = max([len(table.heads), *(len(row) for row in table.rows)])
    if not columns:
        return None
    widths = [share * width for share in _shares(table, columns)]
    has_head = any(head.strip() for head in table.heads)
    element = make("tbl", None, _fact_look(width, has_head, table.caption), _grid(widths))
    if has_head:
        heads = [_paragraphs((head,), findings, theme.HEAD_CELL, True) for head in table.heads]
        row = _row(_facts(heads, widths), make("cantSplit"), make("tblHeader"))
        element.append(row)
    for texts in table.rows:
        cells = [
            _paragraphs((text,), findings, strong=number == table.strong_column)
            for number, text in enumerate(texts)
        ]
        lines = max([_lines(text, room) for text, room in zip(texts, widths, strict=False)] or [1])
        whole = [make("cantSplit")] if lines <= _WHOLE else []
        element.append(_row(_facts(cells, widths), *whole))
    return element


def panel_table(panels: Panels, width: float, findings: Findings) -> BaseOxmlElement | None:
    """Tinted boxes side by side, ``width`` points in all; None when there is none."""
    if not panels.panels:
        return None
    last = len(panels.panels) - 1
    width_of_one = width / (last + 1)
    cells = []
    for number, panel in enumerate(panels.panels):
        title = _paragraphs((panel.title,), findings, strong=True) if panel.title else []
        lines = _paragraphs(panel.lines or ("",), findings)
        # The edge that parts two boxes covers half of its breadth in each.
        left = _PANEL_ROOM + (_PANEL_GAP / 2 if number else 0)
        right = _PANEL_ROOM + (_PANEL_GAP / 2 if number < last else 0)
        room = around("tcMar", left=left, right=right)
        cells.append(_Cell([*title, *lines], width_of_one, room, theme.TONES[panel.tone]))
    # A broad edge in the colour of the paper parts the boxes: no cells that hold nothing.
    edge = {"val": "single", "sz": round(_PANEL_GAP * 8), "space": 0, "color": "FFFFFF"}
    look = make(
        "tblPr",
        None,
        make("tblW", {"w": twips(width), "type": "dxa"}),
        make("tblBorders", None, make("insideV", edge)),
        make("tblLayout", {"type": "fixed"}),
        around("tblCellMar", top=7, bottom=8),
        make("tblLook", {"val": "0000"}),
    )
    grid = _grid([width_of_one] * (last + 1))
    return make("tbl", None, look, grid, _row(cells, make("cantSplit")))


def _fact_look(width: float, has_head: bool, caption: str) -> BaseOxmlElement:
    look = make(
        "tblPr",
        None,
        val("tblStyle", TABLE_STYLE),
        make("tblW", {"w": twips(width), "type": "dxa"}),
    )
    if not has_head:
        line = {"val": "single", "sz": 4, "space": 0, "color": hexadecimal(theme.HAIRLINE)}
        look.append(make("tblBorders", None, make("top", line)))
    look.append(make("tblLayout", {"type": "fixed"}))
    look.append(make("tblLook", {"val": "0020" if has_head else "0000"}))
    if caption.strip():
        look.append(val("tblCaption", clean(caption)))
    return look


def _facts(cells: Sequence[Sequence[BaseOxmlElement]], widths: Sequence[float]) -> Iterator[_Cell]:
    """Cells of a row of facts, with empty ones where the row is short."""
    last = len(widths) - 1
    for number, width in enumerate(widths):
        # Text that runs from the right ends where the page's text does.
        room = around("tcMar", right=0) if number == last else None
        content = cells[number] if number < len(cells) else [make("p")]
        yield _Cell(content, width, room)


def _lines(text: str, width: float) -> float:
    """About how many lines a text takes in a cell."""
    letters = max((width - BESIDE_CELL) / _LETTER, 1)
    return sum(1 + len(line) // letters for line in text.split("\n"))


def _grid(widths: Iterable[float]) -> BaseOxmlElement:
    return make("tblGrid", None, *(make("gridCol", {"w": twips(width)}) for width in widths))


def _row(cells: Iterable[_Cell], *properties: BaseOxmlElement) -> BaseOxmlElement:
    row = make("tr", None, make("trPr", None, *properties)) if properties else make("tr")
    for cell in cells:
        look = make("tcPr", None, make("tcW", {"w": twips(cell.width), "type": "dxa"}))
        if cell.shade:
            fill = hexadecimal(cell.shade)
            look.append(make("shd", {"val": "clear", "color": "auto", "fill": fill}))
        if cell.room is not None:
            look.append(cell.room)
        row.append(make("tc", None, look, *cell.paragraphs))
    return row


def _paragraphs(
    texts: Iterable[str], findings: Findings, letters: Type | None = None, strong: bool = False
) -> list[BaseOxmlElement]:
    """The paragraphs of a cell, one for each text; ``letters`` are those of a head, which stays
    with what follows it."""
    paragraphs = []
    for text in texts:
        cleaned = findings.clean(text)
        from_right = right_to_left(cleaned)
        look = make("pPr", None, *[make("keepNext")] * (letters is not None))
        if from_right:
            look.append(make("bidi"))
        words = runs([Span(cleaned, strong=strong)], from_right, letters)
        paragraphs.append(make("p", None, look, *words))
    return paragraphs


def _shares(table: Table, columns: int) -> list[float]:
    """The part of the width that each column takes."""
    given = list(table.widths[:columns])
    if len(given) == columns and min(given) > 0:
        return [share / sum(given) for share in given]
    # By the longest text of each, within bounds: a long one must not starve the others.
    longest = [8.0] * columns
    for row in (table.heads, *table.rows):
        for number, text in enumerate(row):
            longest[number] = max(longest[number], min(len(text), 48))
    return [length / sum(longest) for length in longest]
