"""Figures as slabs: neutral shapes drawn as vectors, with a numbered sentence below."""

from app.diagram import LEADING, Box, Dot, Label, Shape, Stroke
from exports.page import Figure
from exports.writers.palette import printed
from exports.writers.pdf import theme
from exports.writers.pdf.flow import Slab
from exports.writers.pdf.setting import Setting
from exports.writers.pdf.sheet import Sheet
from exports.writers.pdf.tags import alternative
from exports.writers.text import one_line
from exports.writers.typeset.folder import Weight
from exports.writers.typeset.lines import Line, shorten
from exports.writers.typeset.typesetter import Type

_ABOVE_CAPTION = 7.0


def figure(setting: Setting, piece: Figure) -> list[Slab]:
    """A figure, never wider than the text nor higher than a page can hold, with its caption."""
    setting.figures += 1
    style, diagram = theme.CAPTION, piece.diagram
    number = setting.figure_word.replace("{n}", str(setting.figures))
    sentence = f"{number} {one_line(piece.caption)}".strip()
    room = setting.height - _ABOVE_CAPTION - 3 * style.leading
    scale = min(1.0, setting.width / max(diagram.width, 1), room / max(diagram.height, 1))
    says = one_line(piece.alternative) or sentence
    node = setting.tags.root.add("Figure", alternative(says))
    drawn = [(shape, _label(setting, shape, scale)) for shape in diagram.shapes]

    def draw(sheet: Sheet, top: float) -> None:
        sheet.mark(node)
        for shape, lines in drawn:
            _draw(setting, sheet, shape, lines, scale, top)

    caption = setting.strips(
        setting.lines([(sentence, style)], setting.width),
        style,
        setting.tags.root.add("Caption"),
        setting.left,
        setting.width,
    )
    caption[0].above = _ABOVE_CAPTION
    return [Slab(diagram.height * scale, draw, keep=True), *caption]


def _label(setting: Setting, shape: Shape, scale: float) -> list[Line]:
    """A label's lines, the last shortened where the label may have no more."""
    if not isinstance(shape, Label):
        return []
    style = _type(shape, scale)
    lines = setting.lines([(shape.text, style)], shape.width * scale)
    most = max(shape.lines, 1)
    if len(lines) <= most:
        return lines
    return [
        *lines[: most - 1],
        shorten(setting.setter, lines[most - 1], style, shape.width * scale),
    ]


def _type(label: Label, scale: float) -> Type:
    size = label.size * scale
    weight: Weight = "semibold" if label.strong else "regular"
    return Type("sans", weight, size, size * LEADING, printed(label.colour))


def _draw(
    setting: Setting, sheet: Sheet, shape: Shape, lines: list[Line], scale: float, top: float
) -> None:
    left = setting.left
    match shape:
        case Box():
            sheet.box(
                left + shape.x * scale,
                top + shape.y * scale,
                shape.width * scale,
                shape.height * scale,
                printed(shape.fill),
                printed(shape.stroke),
                shape.radius * scale,
                shape.line * scale,
            )
        case Stroke():
            sheet.rule(
                (left + shape.x1 * scale, top + shape.y1 * scale),
                (left + shape.x2 * scale, top + shape.y2 * scale),
                printed(shape.colour),
                shape.line * scale,
                shape.dashed,
            )
        case Dot():
            sheet.disc(
                left + shape.x * scale,
                top + shape.y * scale,
                shape.radius * scale,
                printed(shape.fill),
                printed(shape.stroke),
                shape.line * scale,
            )
        case Label():
            style = _type(shape, scale)
            for place, line in enumerate(lines):
                baseline = top + shape.y * scale + place * style.leading + setting.baseline(style)
                align = "" if shape.align == "left" else shape.align
                sheet.text(line, left + shape.x * scale, baseline, shape.width * scale, align)
