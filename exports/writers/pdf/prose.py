"""Headings, paragraphs, lists and the ember line as slabs."""

import dataclasses
from collections.abc import Sequence

from exports.page import Bullets, Heading, Paragraph, Span
from exports.writers.pdf import theme
from exports.writers.pdf.flow import Draw, Slab
from exports.writers.pdf.setting import Entry, Setting
from exports.writers.pdf.sheet import Sheet
from exports.writers.pdf.tags import Node, numbering
from exports.writers.text import one_line
from exports.writers.typeset.lines import Line
from exports.writers.typeset.typesetter import Type

_BAR_WIDTH = 2.0
_BAR_INDENT = 13.0
_RULE = (60.0, 2.6)
_MARKER_GAP = 7.0
_BETWEEN_ITEMS = 1.6
BULLET = "\N{BULLET}"
"""The marker of a list's items."""
_MOST_LEVELS = 6


def heading(setting: Setting, piece: Heading, announced: bool) -> list[Slab]:
    """A heading, kept with what follows it. ``announced``: an eyebrow stands right above it."""
    style = _heading_type(piece, announced)
    text = one_line(piece.text)
    label = f"{piece.number}\u2002" if piece.number is not None else ""
    # No reading machine may find a level left out on the way down.
    before = setting.entries[-1].level if setting.entries else 0
    level = max(1, min(piece.level, before + 1, _MOST_LEVELS))
    node = setting.said(setting.tags.root, f"H{level}", text)
    entry = Entry(f"{piece.number} {text}" if label else text, level)
    setting.entries.append(entry)
    indent = setting.setter.width(label, style) if label else 0.0
    lines = setting.even_lines(text, style, setting.width - indent)
    turned = lines[0].from_right
    x = setting.left if turned else setting.left + indent
    slabs = setting.strips(lines, style, node, x, setting.width - indent)
    for slab in slabs:
        slab.keep = True
    slabs[0].draw = _entered(setting, entry, slabs[0].draw)
    if label:
        number = setting.lines([(label, style)], setting.width)[0]
        digits = setting.setter.width(label.strip(), style)
        side = setting.left + (setting.width - digits if turned else 0)
        slabs[0].draw = _marked(node, number, (side, setting.baseline(style)), slabs[0].draw)
    return slabs


def _heading_type(piece: Heading, announced: bool) -> Type:
    if piece.level <= 1:
        return theme.TITLE
    if piece.level == 2:
        if announced:
            return theme.CHAPTER
        return theme.PART if piece.number is None else theme.NUMBERED_PART
    return theme.SUBPART


def _entered(setting: Setting, entry: Entry, draw: Draw) -> Draw:
    """Note where a heading came to stand, for the table of contents."""

    def entered(sheet: Sheet, top: float) -> None:
        entry.page, entry.top = sheet.place, top
        draw(sheet, top)

    return entered


def paragraph(setting: Setting, piece: Paragraph) -> list[Slab]:
    """A paragraph in its voice."""
    style = theme.VOICES[piece.style]
    if piece.style == "eyebrow":
        style = dataclasses.replace(style, colour=setting.accent)
    bar = theme.BARS.get(piece.style)
    parent = setting.tags.root
    if piece.style == "quote":
        parent = parent.add("BlockQuote")
    indent = _BAR_INDENT if bar else 0.0
    runs = in_types(piece.spans, style)
    if piece.style == "eyebrow":
        runs = [(text.upper(), style) for text, style in runs]
    node = setting.said(parent, "P", "".join(text for text, _ in runs))
    lines = setting.lines(runs, setting.width - indent)
    slabs = setting.strips(lines, style, node, setting.left + indent, setting.width - indent)
    if bar:
        for slab in slabs:
            slab.draw = _barred(setting, bar, slab)
    return slabs


def in_types(spans: Sequence[Span], style: Type) -> list[tuple[str, Type]]:
    """Spans as texts in their types: strong and emphasis change the weight only."""
    return [
        (
            span.text,
            dataclasses.replace(style, weight="semibold" if span.strong else "italic")
            if span.strong or span.emphasis
            else style,
        )
        for span in spans
    ]


def _barred(setting: Setting, colour: str, slab: Slab) -> Draw:
    plain = slab.draw

    def draw(sheet: Sheet, top: float) -> None:
        sheet.decor()
        sheet.box(setting.left, top, _BAR_WIDTH, slab.height, fill=colour)
        plain(sheet, top)

    return draw


def rule(setting: Setting) -> list[Slab]:
    """The short ember line under a title."""
    width, height = _RULE

    def draw(sheet: Sheet, top: float) -> None:
        sheet.decor()
        sheet.box(setting.left, top, width, height, fill=setting.accent)

    return [Slab(height, draw)]


def bullets(setting: Setting, piece: Bullets) -> list[Slab]:
    """A list; an item that runs from the right has its marker at the right."""
    if not piece.items:
        return []
    style = theme.VOICES["body"]
    parent = setting.tags.root.add("L", numbering(piece.ordered))
    signs = [f"{place}." if piece.ordered else BULLET for place in range(1, len(piece.items) + 1)]
    markers = {
        sign: setting.lines([(sign, style)], setting.width)[0] for sign in dict.fromkeys(signs)
    }
    widest = max(marker.width for marker in markers.values())
    indent, drop = widest + _MARKER_GAP, setting.baseline(style)
    slabs: list[Slab] = []
    ends: list[int] = []
    for sign, item in zip(signs, piece.items, strict=True):
        node = parent.add("LI")
        label = node.add("Lbl")
        body = setting.said(node, "LBody", "".join(span.text for span in item))
        lines = setting.lines(in_types(item, style), setting.width - indent)
        from_right = lines[0].from_right
        x = setting.left + (0 if from_right else indent)
        strips = setting.strips(lines, style, body, x, setting.width - indent)
        side = setting.left + (setting.width - widest if from_right else 0)
        strips[0].draw = _marked(label, markers[sign], (side, drop), strips[0].draw)
        strips[0].above = _BETWEEN_ITEMS
        slabs.extend(strips)
        ends.append(len(slabs))
    # No page begins or ends with a single item of a list.
    for end in (ends[0], ends[-2]) if len(ends) > 1 else ():
        slabs[end - 1].keep = True
    return slabs


def _marked(node: Node, marker: Line, place: tuple[float, float], draw: Draw) -> Draw:
    """Draw an item's marker, or a heading's number, beside its first line.

    ``place`` is where its left end stands, and how far its baseline is below the line's top.
    """
    x, drop = place

    def marked(sheet: Sheet, top: float) -> None:
        sheet.mark(node)
        sheet.text(marker, x, top + drop)
        draw(sheet, top)

    return marked
