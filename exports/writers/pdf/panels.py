"""Panels as slabs: tinted boxes side by side, as tall as the tallest."""

from dataclasses import dataclass

from exports.page import Panel, Panels
from exports.writers.pdf import theme
from exports.writers.pdf.flow import Slab
from exports.writers.pdf.prose import BULLET
from exports.writers.pdf.setting import Setting
from exports.writers.pdf.sheet import Sheet
from exports.writers.pdf.tags import Node, numbering
from exports.writers.typeset.lines import Line

_GAP = 16.0
_PADDING = 11.0
_RADIUS = 5.0
_MARKER_GAP = 5.0
_LINE = theme.PANEL_LINE
_WHOLE = 0.6
"""Panels lower than this share of a page are never cut."""


@dataclass(slots=True)
class _Told:
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
    lines: list[_Told]


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
    room = width - 2 * _PADDING
    told: list[_Told] = []
    if panel.title.strip():
        title = setting.lines([(panel.title.strip(), theme.PANEL_TITLE)], room)
        paragraph = setting.said(node, "P", panel.title)
        told += [_Told(line, paragraph) for line in title]
    said = [line.strip() for line in panel.lines if line.strip()]
    if len(said) > 1:
        told += _items(setting, node, said, room)
    elif said:
        paragraph = setting.said(node, "P", said[0])
        told += [_Told(line, paragraph) for line in setting.lines([(said[0], _LINE)], room)]
    return _Column(x, width, theme.TONES[panel.tone], told)


def _items(setting: Setting, node: Node, said: list[str], room: float) -> list[_Told]:
    """Several lines are a list."""
    parent = node.add("L", numbering(False))
    marker = setting.lines([(BULLET, _LINE)], room)[0]
    indent = marker.width + _MARKER_GAP
    told: list[_Told] = []
    for text in said:
        item = parent.add("LI")
        label, body = item.add("Lbl"), setting.said(item, "LBody", text)
        first, *others = setting.lines([(text, _LINE)], room - indent)
        told.append(_Told(first, body, indent, marker, label))
        told += [_Told(line, body, indent) for line in others]
    return told


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
            for place, told in enumerate(column.lines[start:end]):
                baseline = top + padding + place * leading + drop
                _show(sheet, told, column.x + inside, baseline, column.width - 2 * inside)

    return Slab(height, draw)


def _show(sheet: Sheet, told: _Told, left: float, baseline: float, width: float) -> None:
    """A line in the ``width`` that begins at ``left``; what runs from the right is marked there."""
    from_right = told.line.from_right
    if told.marker is not None and told.label is not None:
        sheet.mark(told.label)
        side = left + (width - told.marker.width if from_right else 0)
        sheet.text(told.marker, side, baseline)
    sheet.mark(told.node)
    sheet.text(told.line, left + (0 if from_right else told.indent), baseline, width - told.indent)
