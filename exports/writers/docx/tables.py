"""Tables of a Word document: those of facts, and the tinted boxes that stand side by side."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from docx.oxml.xmlchemy import BaseOxmlElement

from exports.page import Panels, Span, Table
from exports.writers.clean_text import clean
from exports.writers.docx.numbering import Numbering
from exports.writers.docx.runs import RunWriter
from exports.writers.docx.styles import BESIDE_CELL, TABLE_STYLE
from exports.writers.docx.xml import around, hexadecimal, make, twips, val
from exports.writers.pdf import print_styles
from exports.writers.table_widths import WRITING_ROW, at_least, by_hand, column_widths, unbroken
from exports.writers.typeset.typesetter import TextStyle, Typesetter

_WHOLE = 16
"""A row of more lines may be split: taller than a page it would be cut off."""
_SHORT = 0.3
"""A table whose rows take at most this share of a page is never cut."""
_LEADING = 14.6
_BESIDE_LINE = 5.0
_LETTER = 5.2
"""How wide a letter of a cell is, on the whole."""
_WIDER = 1.04
"""How much wider Word may set a text than it is."""
_PANEL_ROOM = 10.0
_PANEL_GAP = 12.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell ``width`` points wide; ``room`` is the space inside it where the table's differs."""

    paragraphs: Sequence[BaseOxmlElement]
    width: float
    room: BaseOxmlElement | None = None
    shade: str = ""


def fact_table(
    table: Table, room: tuple[float, float], setter: Typesetter, run_writer: RunWriter
) -> BaseOxmlElement | None:
    """A table as wide as the page's ``room`` (width and height); None when it has no column.

    ``setter`` knows how wide texts are. The head is repeated on every page, a row stays whole
    unless it is very long, and a short table stays whole altogether.
    """
    columns = max([len(table.heads), *(len(row) for row in table.rows)])
    if not columns:
        return None
    width = room[0]
    widths = _widths(table, columns, width, setter)
    has_head = any(head.strip() for head in table.heads)
    pen = any(by_hand(row) for row in table.rows)
    element = make("tbl", None, _fact_look(width, has_head, table.caption, pen), _grid(widths))
    if has_head:
        heads = [
            _paragraphs((head,), run_writer, print_styles.HEAD_CELL, True) for head in table.heads
        ]
        row = _row(_facts(heads, widths, pen), make("cantSplit"), make("tblHeader"))
        element.append(row)
    heights = [_height(row, widths) for row in table.rows]
    last = len(table.rows) - 1
    whole = sum(heights) <= room[1] * _SHORT
    for place, texts in enumerate(table.rows):
        keep = place != last and (whole or place in (0, last - 1))
        cells = [
            _paragraphs((text,), run_writer, strong=number == table.strong_column, keep=keep)
            for number, text in enumerate(texts)
        ]
        properties = [make("cantSplit")] if heights[place] <= _WHOLE * _LEADING else []
        if by_hand(texts):
            properties.append(make("trHeight", {"val": twips(WRITING_ROW), "hRule": "atLeast"}))
        element.append(_row(_facts(cells, widths, pen), *properties))
    return element


def panel_table(
    panels: Panels, width: float, lists: Numbering, run_writer: RunWriter
) -> BaseOxmlElement | None:
    """Tinted boxes side by side, ``width`` points in all; None when there is none."""
    if not panels.panels:
        return None
    last = len(panels.panels) - 1
    width_of_one = width / (last + 1)
    cells = []
    for number, panel in enumerate(panels.panels):
        texts = [line for line in panel.lines if line.strip()]
        title = _paragraphs((panel.title,), run_writer, strong=True) if panel.title else []
        # Several lines are a list.
        if len(texts) > 1:
            lines = _paragraphs(texts, run_writer, points=lists.small_points)
        else:
            lines = _paragraphs(panel.lines or ("",), run_writer)
        # The edge that parts two boxes covers half of its breadth in each.
        left = _PANEL_ROOM + (_PANEL_GAP / 2 if number else 0)
        right = _PANEL_ROOM + (_PANEL_GAP / 2 if number < last else 0)
        room = around("tcMar", left=left, right=right)
        cells.append(_Cell([*title, *lines], width_of_one, room, print_styles.TONES[panel.tone]))
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


def _fact_look(width: float, has_head: bool, caption: str, pen: bool) -> BaseOxmlElement:
    look = make(
        "tblPr",
        None,
        val("tblStyle", TABLE_STYLE),
        make("tblW", {"w": twips(width), "type": "dxa"}),
    )
    sides = [] if has_head else ["top"]
    if pen:
        # The last row needs a line to write on, and a pen has to see where a column ends.
        sides += ["bottom", "insideH", "insideV"]
    if sides:
        line = {"val": "single", "sz": 4, "space": 0, "color": hexadecimal(print_styles.HAIRLINE)}
        look.append(make("tblBorders", None, *(make(side, line) for side in sides)))
    look.append(make("tblLayout", {"type": "fixed"}))
    look.append(make("tblLook", {"val": "0020" if has_head else "0000"}))
    if caption.strip():
        look.append(val("tblCaption", clean(caption)))
    return look


def _facts(
    cells: Sequence[Sequence[BaseOxmlElement]], widths: Sequence[float], pen: bool
) -> Iterator[_Cell]:
    """Cells of a row of facts, with empty ones where the row is short."""
    last = len(widths) - 1
    for number, width in enumerate(widths):
        # What is written in by hand stands off the line that parts it from the column before; text
        # that runs from the right ends where the page's text does.
        left = {"left": _BESIDE_LINE} if pen and number else {}
        right = {"right": 0.0} if number == last else {}
        room = around("tcMar", **left, **right) if left or right else None
        content = cells[number] if number < len(cells) else [make("p")]
        yield _Cell(content, width, room)


def _height(texts: Sequence[str], widths: Sequence[float]) -> float:
    """About how high a row of these texts is, in points."""
    lines = 1.0
    for text, width in zip(texts, widths, strict=False):
        letters = max((width - BESIDE_CELL) / _LETTER, 1)
        lines = max(lines, sum(1 + len(line) // letters for line in text.split("\n")))
    least = WRITING_ROW if by_hand(texts) else 0
    return max(lines * _LEADING + 8, least)


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
    texts: Iterable[str],
    run_writer: RunWriter,
    letters: TextStyle | None = None,
    strong: bool = False,
    *,
    keep: bool = False,
    points: Callable[[], tuple[BaseOxmlElement, BaseOxmlElement]] | None = None,
) -> list[BaseOxmlElement]:
    """The paragraphs of a cell, one for each text; ``letters`` are those of a head, which stays
    with what follows it. ``keep``: they stay too; ``points``: each is an item of a list."""
    paragraphs = []
    for text in texts:
        words, from_right = run_writer.write([Span(text, strong=strong)], letters)
        look = make("pPr", None, *[make("keepNext")] * (keep or letters is not None))
        numbers, indent = points() if points is not None else (None, None)
        if numbers is not None:
            look.append(numbers)
        if from_right:
            look.append(make("bidi"))
        if indent is not None:
            look.append(indent)
        paragraphs.append(make("p", None, look, *words))
    return paragraphs


def _widths(table: Table, columns: int, width: float, setter: Typesetter) -> list[float]:
    """How wide each column is."""
    given = list(table.widths[:columns])

    def length(parts: Sequence[str], style: TextStyle) -> float:
        widest = max((setter.width(one, style) for one in parts), default=0.0)
        # Word's own letters stand a little wider apart.
        return widest * _WIDER + BESIDE_CELL + 1

    texts = [
        [(text, style) for text in (*row, *[""] * (columns - len(row)))]
        for row, style in (
            (table.heads, print_styles.HEAD_CELL),
            *((row, print_styles.STRONG_CELL) for row in table.rows),
        )
    ]
    lengths = [[length(text.split("\n"), style) for text, style in row] for row in texts]
    words = [
        max(length(unbroken(row[at][0]), row[at][1]) for row in texts) for at in range(columns)
    ]
    if len(given) == columns and min(given) > 0:
        return at_least([share / sum(given) * width for share in given], words)
    return column_widths(lengths, width, words)
