"""What all pieces of a page are laid out with: width, typesetter, tags, headings."""

from dataclasses import dataclass, field

from exports.writers.language_detection import detect_other_language
from exports.writers.pdf.page_content import PageContent
from exports.writers.pdf.pagination import Draw, LayoutBox, keep_lines
from exports.writers.pdf.tags import Node, Tags, in_language
from exports.writers.typeset.line_breaking import Line, break_lines, even_lines
from exports.writers.typeset.typesetter import TextStyle, Typesetter


@dataclass(slots=True)
class Entry:
    """A heading in the table of contents; ``page`` and ``top`` are known once it is drawn."""

    title: str
    level: int
    page: int = 0
    top: float = 0


@dataclass(slots=True)
class LayoutContext:
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
        """A new element under ``parent`` for a text; it names the text's language where that is not
        the page's."""
        other = detect_other_language(text, self.language)
        return parent.add(kind, f"{attributes} {in_language(other)}" if other else attributes)

    def lines(self, runs: list[tuple[str, TextStyle]], width: float) -> list[Line]:
        """A text broken into lines of that width."""
        return break_lines(self.setter, self.setter.paragraph(runs), width)

    def even_lines(self, text: str, style: TextStyle, width: float) -> list[Line]:
        """A heading broken into lines as equal as they can be."""
        return even_lines(self.setter, self.setter.paragraph([(text, style)]), width)

    def baseline(self, style: TextStyle) -> float:
        """How far below the top of its strip a line of that type stands."""
        face = self.setter.main_face(style)
        rise, fall = face.ascent * style.size / 1000, face.descent * style.size / 1000
        return (style.leading - (rise - fall)) / 2 + rise

    def strips(
        self, lines: list[Line], style: TextStyle, node: Node, x: float, width: float
    ) -> list[LayoutBox]:
        """A box for each line of a text; neither its first nor its last line stands alone on a
        page."""
        drop = self.baseline(style)
        boxes = [
            LayoutBox(style.leading, _line_drawer(line, node, x, drop, width)) for line in lines
        ]
        keep_lines(boxes)
        return boxes


def _line_drawer(line: Line, node: Node, x: float, drop: float, width: float) -> Draw:
    def draw(page_content: PageContent, top: float) -> None:
        page_content.mark(node)
        page_content.text(line, x, top + drop, width)

    return draw
