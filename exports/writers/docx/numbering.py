"""The lists of a Word document: one definition for points, one for numbers, each list from 1."""

from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement

from exports.writers.docx.xml import make, twips, val

_INDENT = {"bullet": 14.0, "decimal": 20.0}
_SMALL_INDENT = 10.0


class Numbering:
    """The numbering of one document: list 1 is of style "List Bullet", 2 of "List Number"."""

    def __init__(self, document: Document) -> None:
        """Replace the document's list definitions by the house's."""
        self._root = document.part.numbering_part.element
        for child in list(self._root):
            self._root.remove(child)
        self._root.append(_definition(0, "bullet", "\u2022", "ListBullet"))
        self._root.append(_definition(1, "decimal", "%1.", "ListNumber"))
        for number in (0, 1):
            list_id = {"numId": number + 1}
            self._root.append(make("num", list_id, val("abstractNumId", number)))
        self._last = 2

    def new_numbers(self) -> BaseOxmlElement:
        """Begin one more numbered list, from 1; gives the ``numPr`` that its paragraphs carry."""
        self._last += 1
        start = make("lvlOverride", {"ilvl": 0}, val("startOverride", 1))
        self._root.append(make("num", {"numId": self._last}, val("abstractNumId", 1), start))
        return self.points(self._last)

    def small_points(self) -> tuple[BaseOxmlElement, BaseOxmlElement]:
        """The ``numPr`` and the indent of an item of a list in a tinted box."""
        room = twips(_SMALL_INDENT)
        return self.points(1), make("ind", {"left": room, "hanging": room})

    def points(self, list_id: int) -> BaseOxmlElement:
        """The ``numPr`` that a paragraph of the list with this id carries."""
        return make("numPr", None, val("ilvl", 0), val("numId", list_id))


def _definition(number: int, form: str, text: str, style: str) -> BaseOxmlElement:
    indent = twips(_INDENT[form])
    level = make(
        "lvl",
        {"ilvl": 0},
        val("start", 1),
        val("numFmt", form),
        val("pStyle", style),
        val("lvlText", text),
        val("lvlJc", "left"),
        make("pPr", None, make("ind", {"left": indent, "hanging": indent})),
    )
    return make(
        "abstractNum", {"abstractNumId": number}, val("multiLevelType", "singleLevel"), level
    )
