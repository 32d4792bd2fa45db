"""A whole Word document made smaller in proportion: types, distances, margins, columns.

It was laid out for paper that is as much larger, so that the same words stand in each line.
"""

from collections.abc import Mapping

from docx.document import Document
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

_LENGTHS: Mapping[str, tuple[str, ...]] = {
    "sz": ("val",),
    "szCs": ("val",),
    "spacing": ("before", "after", "line"),
    "ind": ("left", "right", "start", "end", "hanging", "firstLine"),
    "pgSz": ("w", "h"),
    "pgMar": ("top", "right", "bottom", "left", "header", "footer"),
    "tab": ("pos",),
    "trHeight": ("val",),
    "gridCol": ("w",),
    "tblW": ("w",),
    "tblInd": ("w",),
    "tcW": ("w",),
    "top": ("w",),
    "left": ("w",),
    "bottom": ("w",),
    "right": ("w",),
}
"""Which attributes of which elements are lengths."""


def shrink(document: Document, scale: float) -> None:
    """Make every length of a document the share ``scale`` of what it is."""
    if scale == 1.0:
        return
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart):
            for element in part.element.iter():
                _shrink(element, scale)


def _shrink(element: BaseOxmlElement, scale: float) -> None:
    name = str(element.tag).rpartition("}")[2]
    if element.get(qn("w:type")) in ("pct", "auto"):
        return
    for attribute in _LENGTHS.get(name, ()):
        if attribute == "line" and element.get(qn("w:lineRule")) in (None, "auto"):
            continue
        value = element.get(qn(f"w:{attribute}"))
        if value is not None and value.lstrip("-").isdigit():
            element.set(qn(f"w:{attribute}"), str(round(int(value) * scale)))
