"""Headings, paragraphs, lists and the rule under a title as layout boxes."""

import dataclasses
from collections.abc import Sequence

from exports.page import Bullets, Heading, Paragraph, Span
from exports.writers.clean_text import one_line
from exports.writers.pdf import print_styles
from exports.writers.pdf.layout_context import Entry, LayoutContext
from exports.writers.pdf.page_content import PageContent
from exports.writers.pdf.pagination import Draw, LayoutBox
from exports.writers.pdf.tags import Node, numbering
from exports.writers.typeset.line_breaking import Line
from exports.writers.typeset.typesetter import TextStyle

_BAR_WIDTH = 2.0
_BAR_INDENT = 13.0
_RULE = (60.0, 2.6)
_MARKER_GAP = 7.0
_BETWEEN_ITEMS = 1.6
BULLET = "\N{BULLET}"
"""The marker of a list's items."""
_MOST_LEVELS = 6


def heading(context: LayoutContext, piece: Heading, announced: bool) -> list[LayoutBox]:
    """A heading, kept with what follows it. ``announced``: an eyebrow stands right above it."""
    style = _heading_type(piece, announced)
    text = one_line(piece.text)
    label = f"{piece.number}\u2002" if piece.number is not None else ""
    # No reading machine may find a level left out on the way down.
    before = context.entries[-1].level if context.entries else 0
    level = max(1, min(piece.level, before + 1, _MOST_LEVELS))
    node = context.said(context.tags.root, f"H{level}", text)
    entry = Entry(f"{piece.number} {text}" if label else text, level)
    context.entries.append(entry)
    indent = context.setter.width(label, style) if label else 0.0
    lines = context.even_lines(text, style, context.width - indent)
    turned = lines[0].from_right
    x = context.left if turned else context.left + indent
    boxes = context.strips(lines, style, node, x, context.width - indent)
    for layout_box in boxes:
        layout_box.keep = True
    boxes[0].draw = _entered(context, entry, boxes[0].draw)
    if label:
        number = context.lines([(label, style)], context.width)[0]
        digits = context.setter.width(label.strip(), style)
        side = context.left + (context.width - digits if turned else 0)
        boxes[0].draw = _marked(node, number, (side, context.baseline(style)), boxes[0].draw)
    return boxes


def _heading_type(piece: Heading, announced: bool) -> TextStyle:
    if piece.level <= 1:
        return print_styles.TITLE
    if piece.level == 2:
        if announced:
            return print_styles.CHAPTER
        return print_styles.PART if piece.number is None else print_styles.NUMBERED_PART
    return print_styles.SUBPART


def _entered(context: LayoutContext, entry: Entry, draw: Draw) -> Draw:
    """Note where a heading came to stand, for the table of contents."""

    def entered(page_content: PageContent, top: float) -> None:
        entry.page, entry.top = page_content.place, top
        draw(page_content, top)

    return entered


def paragraph(context: LayoutContext, piece: Paragraph) -> list[LayoutBox]:
    """A paragraph in its voice."""
    style = print_styles.VOICES[piece.style]
    if piece.style == "eyebrow":
        style = dataclasses.replace(style, colour=context.accent)
    bar = print_styles.BARS.get(piece.style)
    parent = context.tags.root
    if piece.style == "quote":
        parent = parent.add("BlockQuote")
    indent = _BAR_INDENT if bar else 0.0
    runs = in_types(piece.spans, style)
    if piece.style == "eyebrow":
        runs = [(text.upper(), style) for text, style in runs]
    node = context.said(parent, "P", "".join(text for text, _ in runs))
    lines = context.lines(runs, context.width - indent)
    boxes = context.strips(lines, style, node, context.left + indent, context.width - indent)
    if bar:
        for layout_box in boxes:
            layout_box.draw = _barred(context, bar, layout_box)
    return boxes


def in_types(spans: Sequence[Span], style: TextStyle) -> list[tuple[str, TextStyle]]:
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


def _barred(context: LayoutContext, colour: str, layout_box: LayoutBox) -> Draw:
    plain = layout_box.draw

    def draw(page_content: PageContent, top: float) -> None:
        page_content.decor()
        page_content.box(context.left, top, _BAR_WIDTH, layout_box.height, fill=colour)
        plain(page_content, top)

    return draw


def rule(context: LayoutContext) -> list[LayoutBox]:
    """The short ember line under a title."""
    width, height = _RULE

    def draw(page_content: PageContent, top: float) -> None:
        page_content.decor()
        page_content.box(context.left, top, width, height, fill=context.accent)

    return [LayoutBox(height, draw)]


def bullets(context: LayoutContext, piece: Bullets) -> list[LayoutBox]:
    """A list; an item that runs from the right has its marker at the right."""
    if not piece.items:
        return []
    style = print_styles.VOICES["body"]
    parent = context.tags.root.add("L", numbering(piece.ordered))
    signs = [f"{place}." if piece.ordered else BULLET for place in range(1, len(piece.items) + 1)]
    markers = {
        sign: context.lines([(sign, style)], context.width)[0] for sign in dict.fromkeys(signs)
    }
    widest = max(marker.width for marker in markers.values())
    indent, drop = widest + _MARKER_GAP, context.baseline(style)
    boxes: list[LayoutBox] = []
    ends: list[int] = []
    for sign, item in zip(signs, piece.items, strict=True):
        node = parent.add("LI")
        label = node.add("Lbl")
        body = context.said(node, "LBody", "".join(span.text for span in item))
        lines = context.lines(in_types(item, style), context.width - indent)
        from_right = lines[0].from_right
        x = context.left + (0 if from_right else indent)
        strips = context.strips(lines, style, body, x, context.width - indent)
        side = context.left + (context.width - widest if from_right else 0)
        strips[0].draw = _marked(label, markers[sign], (side, drop), strips[0].draw)
        strips[0].above = _BETWEEN_ITEMS
        boxes.extend(strips)
        ends.append(len(boxes))
    # No page begins or ends with a single item of a list.
    for end in (ends[0], ends[-2]) if len(ends) > 1 else ():
        boxes[end - 1].keep = True
    return boxes


def _marked(node: Node, marker: Line, place: tuple[float, float], draw: Draw) -> Draw:
    """Draw an item's marker, or a heading's number, beside its first line.

    ``place`` is where its left end stands, and how far its baseline is below the line's top.
    """
    x, drop = place

    def marked(page_content: PageContent, top: float) -> None:
        page_content.mark(node)
        page_content.text(marker, x, top + drop)
        draw(page_content, top)

    return marked
