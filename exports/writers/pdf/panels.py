"""Panels as slabs: tinted boxes side by side, as tall as the tallest."""

from dataclasses import dataclass

from exports.page import Panel, Panels
from exports.writers.pdf import theme
from exports.writers.pdf.flow import Slab
from exports.writers.pdf.setting import Setting
from exports.writers.pdf.sheet import Sheet
from exports.writers.pdf.tags import Node
from exports.writers.typeset.lines import Line
from exports.writers.typeset.typesetter import Type

_GAP = 16.0
_PADDING = 11.0
_RADIUS = 5.0
_WHOLE = 0.6
"""Panels lower than this share of a page are never cut."""


@dataclass(slots=True)
class _Column:
    """A panel: where its box stands, its lines with their types, and what each line is."""

    x: float
    width: float
    fill: str
    lines: list[tuple[Line, Type, Node]]


def panels(setting: Setting, piece: Panels) -> list[Slab]:
    """Panels beside each other."""
    count = len(piece.panels)
    if not count:
        return []
    width = (setting.width - _GAP * (count - 1)) / count
    columns = [
        _column(setting, panel, setting.left + place * (width + _GAP), width)
        for place, panel in enumerate(piece.panels)
    ]
    most = max(len(column.lines) for column in columns)
    height = most * theme.PANEL_LINE.leading + 2 * _PADDING
    if height <= setting.height * _WHOLE:
        return [_strip(setting, columns, 0, most, True, True)]
    slabs = [
        _strip(setting, columns, line, line + 1, line == 0, line == most - 1)
        for line in range(most)
    ]
    slabs[0].keep = slabs[-2].keep = True
    return slabs


def _column(setting: Setting, panel: Panel, x: float, width: float) -> _Column:
    node = setting.tags.root.add("Div")
    lines: list[tuple[Line, Type, Node]] = []
    for text, style in (
        (panel.title, theme.PANEL_TITLE),
        *((line, theme.PANEL_LINE) for line in panel.lines),
    ):
        if not text.strip():
            continue
        paragraph = node.add("P")
        for line in setting.lines([(text.strip(), style)], width - 2 * _PADDING):
            lines.append((line, style, paragraph))
    return _Column(x, width, theme.TONES[panel.tone], lines)


def _strip(
    setting: Setting, columns: list[_Column], start: int, end: int, first: bool, last: bool
) -> Slab:
    """The lines from ``start`` to before ``end`` of every panel, on their tints."""
    leading = theme.PANEL_LINE.leading
    padding = _PADDING if first else 0.0
    height = padding + (end - start) * leading + (_PADDING if last else 0)
    drop = setting.baseline(theme.PANEL_LINE)
    inside = _PADDING

    def draw(sheet: Sheet, top: float) -> None:
        sheet.decor()
        for column in columns:
            radius = _RADIUS if first and last else 0
            sheet.box(column.x, top, column.width, height, fill=column.fill, radius=radius)
        for column in columns:
            for place, (line, _, node) in enumerate(column.lines[start:end]):
                sheet.mark(node)
                baseline = top + padding + place * leading + drop
                sheet.text(line, column.x + inside, baseline, column.width - 2 * inside)

    return Slab(height, draw)
