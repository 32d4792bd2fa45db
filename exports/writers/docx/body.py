"""Appends paragraphs and tables to the body of a Word document.

Word sets tables that touch as one, and wants a paragraph after the last: a small empty one is put
between them where nothing else stands.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy as copy
from dataclasses import dataclass

from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.text.parfmt import ParagraphFormat

from exports.page import Span
from exports.writers.docx.runs import RunWriter
from exports.writers.docx.styles import Style
from exports.writers.docx.xml import make, twips, val
from exports.writers.typeset.typesetter import TextStyle

_BELOW_TABLE = 8.0
_ENOUGH = 13.0
"""What keeps so far from all that stands before it is far enough from a table."""


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """What a paragraph has besides its style.

    ``letters`` sets its letters otherwise, ``above`` (points) its distance from what stands before,
    ``height`` its exact height, ``right`` its distance from the right margin. ``numbers`` is its
    place in a list, ``border`` a line at one of its sides. ``apart``: space above it even after a
    paragraph of the same style; ``keep``: on one page with what follows.
    """

    letters: TextStyle | None = None
    above: float | None = None
    height: float = 0
    right: float = 0
    numbers: BaseOxmlElement | None = None
    border: BaseOxmlElement | None = None
    apart: bool = False
    keep: bool = False


PLAIN = ParagraphLook()


class Body:
    """Adds to the end of a document's body."""

    def __init__(self, body: BaseOxmlElement, run_writer: RunWriter) -> None:
        """``body`` ends with the properties of its section; ``scribe`` writes its texts."""
        self._end = body[-1]
        self._run_writer = run_writer
        self._gap = 0.0
        self._new_page = False
        self._empty = True
        self._last: CT_P | None = None  # what stands last, where that is a paragraph

    def space(self, points: float) -> None:
        """Leave more space above what comes next."""
        self._gap += max(points, 0)

    def new_page(self) -> None:
        """What comes next begins a page."""
        self._new_page = not self._empty

    def text(self, style: Style, spans: Iterable[Span], look: ParagraphLook = PLAIN) -> None:
        """Add a paragraph of typed text, which runs as its first strong character does."""
        content, from_right = self._run_writer.write(spans, look.letters)
        self.paragraph(style, content, look, from_right)

    def paragraph(
        self,
        style: Style,
        content: Iterable[BaseOxmlElement],
        look: ParagraphLook = PLAIN,
        from_right: bool = False,
    ) -> None:
        """Add a paragraph of runs."""
        properties = [val("pStyle", style.id)]
        if look.keep:
            properties.append(make("keepNext"))
        if self._new_page:
            properties.append(make("pageBreakBefore"))
        if look.numbers is not None:
            properties.append(copy(look.numbers))
        if look.border is not None:
            properties.append(make("pBdr", None, look.border))
        if from_right:
            properties.append(make("bidi"))
        properties += self._spacing(style, look)
        if look.right:
            properties.append(make("ind", {"right": twips(look.right)}))
        if look.apart:
            properties.append(val("contextualSpacing", 0))
        self._add(make("p", None, make("pPr", None, *properties), *content))

    def _spacing(self, style: Style, look: ParagraphLook) -> Iterator[BaseOxmlElement]:
        """What differs from the style: nothing above a page's first paragraph, more after gaps."""
        above = style.above if look.above is None else look.above
        if self._empty or self._new_page:
            above = 0
        elif self._last is None and above < _ENOUGH:
            above += _BELOW_TABLE
        above += self._gap
        differs: dict[str, object] = {}
        if above != style.above:
            differs["before"] = twips(above)
        if look.height:
            differs |= {"line": twips(look.height), "lineRule": "exact"}
        elif look.letters is not None and look.letters.leading != style.letters.leading:
            differs |= {"line": twips(look.letters.leading), "lineRule": "atLeast"}
        if differs:
            yield make("spacing", differs)

    def table(self, table: BaseOxmlElement, above: float) -> None:
        """Add a table, ``above`` points below what stands before it."""
        room = above + self._gap
        if self._last is not None and not self._new_page:
            ParagraphFormat(self._last).space_after = Pt(room)
        elif not self._empty:
            self._separate(1 if self._new_page else room)
        self._add(table)

    def finish(self) -> None:
        """Nothing more comes."""
        if self._last is None:
            self._separate(1)

    def _separate(self, points: float) -> None:
        """Add an empty paragraph of that height."""
        look = [make("pageBreakBefore")] if self._new_page else []
        height = {"before": 0, "after": 0, "line": twips(points), "lineRule": "exact"}
        look.append(make("spacing", height))
        # Its invisible mark would otherwise be as tall as a line.
        look.append(make("rPr", None, val("sz", 2), val("szCs", 2)))
        self._add(make("p", None, make("pPr", None, *look)))

    def _add(self, element: BaseOxmlElement) -> None:
        self._end.addprevious(element)
        self._gap, self._new_page, self._empty = 0.0, False, False
        self._last = element if isinstance(element, CT_P) else None
