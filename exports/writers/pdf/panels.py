"""Panels as layout boxes: tinted, side by side, as tall as the tallest."""

from dataclasses import dataclass

from exports.page import Panel, Panels
from exports.writers.pdf import print_styles
from exports.writers.pdf.layout_context import LayoutContext
from exports.writers.pdf.page_content import PageContent
from exports.writers.pdf.pagination import LayoutBox
from exports.writers.pdf.tags import Node, numbering
from exports.writers.pdf.text_pieces import BULLET
from exports.writers.typeset.line_breaking import Line

_GAP = 16.0
_PADDING = 11.0
_RADIUS = 5.0
_MARKER_GAP = 5.0
_LINE = print_styles.PANEL_LINE
_WHOLE = 0.6
"""Panels lower than this share of a page are never cut."""


@dataclass(slots=True)
class _PanelLine:
    """A line of a panel, what it is, and how far it is moved in; a list's items have a marker."""

    line: Line
    node: Node
    indent: float = 0
    marker: Line | None = None
    label: Node | None = None


@dataclass(slots=True)
class _Column:
    """A panel: where its box stands, and its lines."""

    x: float
    width: float
    fill: str
    lines: list[_PanelLine]


def panels(context: LayoutContext, piece: Panels) -> list[LayoutBox]:
    """Panels beside each other."""
    count = len(piece.panels)
    if not count:
        return []
    width = (context.width - _GAP * (count - 1)) / count
    columns = [
        _column(context, panel, context.left + place * (width + _GAP), width)
        for place, panel in enumerate(piece.panels)
    ]
    most = max(len(column.lines) for column in columns)
    height = most * print_styles.PANEL_LINE.leading + 2 * _PADDING
    if height <= context.height * _WHOLE:
        return [_strip(context, columns, 0, most, True, True)]
    boxes = [
        _strip(context, columns, line, line + 1, line == 0, line == most - 1)
        for line in range(most)
    ]
    boxes[0].keep = boxes[-2].keep = True
    return boxes


def _column(context: LayoutContext, panel: Panel, x: float, width: float) -> _Column:
    node = context.tags.root.add("Div")
    room = width - 2 * _PADDING
    lines: list[_PanelLine] = []
    if panel.title.strip():
        title = context.lines([(panel.title.strip(), print_styles.PANEL_TITLE)], room)
        paragraph = context.said(node, "P", panel.title)
        lines += [_PanelLine(line, paragraph) for line in title]
    texts = [line.strip() for line in panel.lines if line.strip()]
    if len(texts) > 1:
        lines += _items(context, node, texts, room)
    elif texts:
        paragraph = context.said(node, "P", texts[0])
        lines += [_PanelLine(line, paragraph) for line in context.lines([(texts[0], _LINE)], room)]
    return _Column(x, width, print_styles.TONES[panel.tone], lines)


def _items(context: LayoutContext, node: Node, texts: list[str], room: float) -> list[_PanelLine]:
    """Several lines are a list."""
    parent = node.add("L", numbering(False))
    marker = context.lines([(BULLET, _LINE)], room)[0]
    indent = marker.width + _MARKER_GAP
    lines: list[_PanelLine] = []
    for text in texts:
        item = parent.add("LI")
        label, body = item.add("Lbl"), context.said(item, "LBody", text)
        first, *others = context.lines([(text, _LINE)], room - indent)
        lines.append(_PanelLine(first, body, indent, marker, label))
        lines += [_PanelLine(line, body, indent) for line in others]
    return lines


def _strip(
    context: LayoutContext, columns: list[_Column], start: int, end: int, first: bool, last: bool
) -> LayoutBox:
    """The lines from ``start`` to before ``end`` of every panel, on their tints."""
    leading = print_styles.PANEL_LINE.leading
    padding = _PADDING if first else 0.0
    height = padding + (end - start) * leading + (_PADDING if last else 0)
    drop = context.baseline(print_styles.PANEL_LINE)
    inside = _PADDING

    def draw(page_content: PageContent, top: float) -> None:
        page_content.decor()
        for column in columns:
            radius = _RADIUS if first and last else 0
            page_content.box(column.x, top, column.width, height, fill=column.fill, radius=radius)
        for column in columns:
            for place, panel_line in enumerate(column.lines[start:end]):
                baseline = top + padding + place * leading + drop
                _show(
                    page_content, panel_line, column.x + inside, baseline, column.width - 2 * inside
                )

    return LayoutBox(height, draw)


def _show(
    page_content: PageContent, panel_line: _PanelLine, left: float, baseline: float, width: float
) -> None:
    """A line in the ``width`` that begins at ``left``; what runs from the right is marked there."""
    from_right = panel_line.line.from_right
    if panel_line.marker is not None and panel_line.label is not None:
        page_content.mark(panel_line.label)
        side = left + (width - panel_line.marker.width if from_right else 0)
        page_content.text(panel_line.marker, side, baseline)
    page_content.mark(panel_line.node)
    page_content.text(
        panel_line.line,
        left + (0 if from_right else panel_line.indent),
        baseline,
        width - panel_line.indent,
    )
