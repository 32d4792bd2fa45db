"""Small helpers for the XML of Word documents. Lengths in it are twentieths of a point."""

from collections.abc import Mapping

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement


def make(
    name: str, attributes: Mapping[str, object] | None = None, *children: BaseOxmlElement
) -> BaseOxmlElement:
    """An element of Word's own namespace, with its attributes in that namespace too."""
    named = {qn(f"w:{key}"): str(value) for key, value in (attributes or {}).items()}
    element = OxmlElement(f"w:{name}", named)
    element.extend(children)
    return element


def val(name: str, value: object) -> BaseOxmlElement:
    """An element with one value: ``<w:name w:val="value"/>``."""
    return make(name, {"val": value})


def twips(points: float) -> int:
    """Points as twips, of which a point has twenty."""
    return round(points * 20)


def half_points(points: float) -> int:
    """A type size in points as half points, in which Word counts it."""
    return round(points * 2)


def emu(points: float) -> int:
    """Points as the English metric units of pictures."""
    return round(points * 12700)


def hexadecimal(colour: str) -> str:
    """A colour ``#RRGGBB`` as Word writes it."""
    return colour.lstrip("#").upper()


def around(name: str, **points: float) -> BaseOxmlElement:
    """The space inside a cell at some of its sides, in the order Word wants."""
    order = [side for side in ("top", "left", "bottom", "right") if side in points]
    rooms = (make(side, {"w": twips(points[side]), "type": "dxa"}) for side in order)
    return make(name, None, *rooms)
