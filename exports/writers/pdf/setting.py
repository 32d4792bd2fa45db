"""What every kind of piece is set with: the measure, the typesetter, the tags, the headings."""

from dataclasses import dataclass, field

from exports.writers.pdf.flow import Draw, Slab, keep_lines
from exports.writers.pdf.sheet import Sheet
from exports.writers.pdf.tags import Node, Tags, in_language
from exports.writers.tongue import other_tongue
from exports.writers.typeset.lines import Line, break_lines, even_lines
from exports.writers.typeset.typesetter import Type, Typesetter


@dataclass(slots=True)
class Entry:
    """A heading in the table of contents; ``page`` and ``top`` are known once it is drawn."""

    title: str
    level: int
    page: int = 0
    top: float = 0


@dataclass(slots=True)
class Setting:
    """The page's text runs from ``left``, is ``width`` wide and ``height`` high."""

    setter: Typesetter
    tags: Tags
    left: float
    width: float
    height: float
    figure_word: str
    accent: str
    language: str
    figures: int = 0
    entries: list[Entry] = field(default_factory=list)

    def said(self, parent: Node, kind: str, text: str, attributes: str = "") -> Node:
        """A new element that says a text; its language is named where it is not the page's."""
        other = other_tongue(text, self.language)
        return parent.add(kind, f"{attributes} {in_language(other)}" if other else attributes)

    def lines(self, runs: list[tuple[str, Type]], width: float) -> list[Line]:
        """A text broken into lines of that width."""
        return break_lines(self.setter, self.setter.paragraph(runs), width)

    def even_lines(self, text: str, style: Type, width: float) -> list[Line]:
        """A heading broken into lines as equal as they can be."""
        return even_lines(self.setter, self.setter.paragraph([(text, style)]), width)

    def baseline(self, style: Type) -> float:
        """How far below the top of its strip a line of that type stands."""
        face = self.setter.main_face(style)
        rise, fall = face.ascent * style.size / 1000, face.descent * style.size / 1000
        return (style.leading - (rise - fall)) / 2 + rise

    def strips(
        self, lines: list[Line], style: Type, node: Node, x: float, width: float
    ) -> list[Slab]:
        """A slab for each line of a text, none of them left alone on a page."""
        drop = self.baseline(style)
        slabs = [Slab(style.leading, _line_drawer(line, node, x, drop, width)) for line in lines]
        keep_lines(slabs)
        return slabs


def _line_drawer(line: Line, node: Node, x: float, drop: float, width: float) -> Draw:
    def draw(sheet: Sheet, top: float) -> None:
        sheet.mark(node)
        sheet.text(line, x, top + drop, width)

    return draw
