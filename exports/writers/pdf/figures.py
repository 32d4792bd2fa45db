"""Figures as layout boxes: shapes drawn as vectors, or a photograph, with a numbered caption."""

from app.diagram import LEADING, Box, Dot, Label, Shape, Stroke
from exports.page import Figure, Photograph
from exports.writers.clean_text import one_line
from exports.writers.pdf import print_styles
from exports.writers.pdf.layout_context import LayoutContext
from exports.writers.pdf.page_content import PageContent
from exports.writers.pdf.pagination import Draw, LayoutBox
from exports.writers.pdf.tags import alternative
from exports.writers.photograph_size import photograph_size
from exports.writers.print_colours import print_colour
from exports.writers.typeset.font_folder import Weight
from exports.writers.typeset.line_breaking import Line, shorten
from exports.writers.typeset.typesetter import TextStyle

_ABOVE_CAPTION = 7.0


def figure(context: LayoutContext, piece: Figure) -> list[LayoutBox]:
    """A figure, never wider than the text nor higher than a page can hold, with its caption."""
    diagram = piece.diagram
    room = context.height - _ABOVE_CAPTION - 3 * print_styles.CAPTION.leading
    scale = min(1.0, context.width / max(diagram.width, 1), room / max(diagram.height, 1))
    drawn = [(shape, _label(context, shape, scale)) for shape in diagram.shapes]

    def draw(page_content: PageContent, top: float) -> None:
        for shape, lines in drawn:
            _draw(context, page_content, shape, lines, scale, top)

    return _captioned(context, piece, diagram.height * scale, draw)


def photograph(context: LayoutContext, piece: Photograph) -> list[LayoutBox]:
    """A photograph with its caption."""
    width, height = photograph_size(piece, context.width, context.height)

    def draw(page_content: PageContent, top: float) -> None:
        page_content.photograph(piece, context.left, top, width, height)

    return _captioned(context, piece, height, draw)


def _captioned(
    context: LayoutContext, piece: Figure | Photograph, height: float, paint: Draw
) -> list[LayoutBox]:
    """What is painted so many points high, as the next figure, with its caption."""
    context.figures += 1
    style = print_styles.CAPTION
    number = context.figure_word.replace("{n}", str(context.figures))
    sentence = f"{number} {one_line(piece.caption)}".strip()
    says = one_line(piece.alternative) or sentence
    node = context.tags.root.add("Figure", alternative(says))

    def draw(page_content: PageContent, top: float) -> None:
        page_content.mark(node)
        paint(page_content, top)

    caption = context.strips(
        context.lines([(sentence, style)], context.width),
        style,
        context.tags.root.add("Caption"),
        context.left,
        context.width,
    )
    caption[0].above = _ABOVE_CAPTION
    return [LayoutBox(height, draw, keep=True), *caption]


def _label(context: LayoutContext, shape: Shape, scale: float) -> list[Line]:
    """A label's lines, the last shortened where the label may have no more."""
    if not isinstance(shape, Label):
        return []
    style = _type(shape, scale)
    lines = context.lines([(shape.text, style)], shape.width * scale)
    most = max(shape.lines, 1)
    if len(lines) <= most:
        return lines
    return [
        *lines[: most - 1],
        shorten(context.setter, lines[most - 1], style, shape.width * scale),
    ]


def _type(label: Label, scale: float) -> TextStyle:
    size = label.size * scale
    weight: Weight = "semibold" if label.strong else "regular"
    return TextStyle("sans", weight, size, size * LEADING, print_colour(label.colour))


def _draw(
    context: LayoutContext,
    page_content: PageContent,
    shape: Shape,
    lines: list[Line],
    scale: float,
    top: float,
) -> None:
    left = context.left
    match shape:
        case Box():
            page_content.box(
                left + shape.x * scale,
                top + shape.y * scale,
                shape.width * scale,
                shape.height * scale,
                print_colour(shape.fill),
                print_colour(shape.stroke),
                shape.radius * scale,
                shape.line * scale,
            )
        case Stroke():
            page_content.rule(
                (left + shape.x1 * scale, top + shape.y1 * scale),
                (left + shape.x2 * scale, top + shape.y2 * scale),
                print_colour(shape.colour),
                shape.line * scale,
                shape.dashed,
            )
        case Dot():
            page_content.disc(
                left + shape.x * scale,
                top + shape.y * scale,
                shape.radius * scale,
                print_colour(shape.fill),
                print_colour(shape.stroke),
                shape.line * scale,
            )
        case Label():
            style = _type(shape, scale)
            for place, line in enumerate(lines):
                baseline = top + shape.y * scale + place * style.leading + context.baseline(style)
                align = "" if shape.align == "left" else shape.align
                page_content.text(
                    line, left + shape.x * scale, baseline, shape.width * scale, align
                )
