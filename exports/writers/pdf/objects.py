"""PDF objects whose text is already written, for reportlab to number and to place."""

import zlib

from reportlab.pdfbase import pdfdoc

_EFFORT = 4
"""How hard streams are compressed: twice the time would make the file two hundredths smaller."""


class Document(pdfdoc.PDFDocument):
    """reportlab's document: it numbers the objects, places them and writes the file."""

    Catalog: pdfdoc.PDFObject
    Pages: pdfdoc.PDFPages


class Raw(pdfdoc.PDFObject):
    """An object written as it stands; it may be referred to before it is written."""

    def __init__(self, content: str = "") -> None:
        """``content`` in ASCII; may be set later, until the document is written."""
        self.content = content
        self._reference = ""

    def reference(self, document: Document) -> str:
        """How other objects name this one."""
        if not self._reference:
            self._reference = refer(document, self)
        return self._reference

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """The object's bytes."""
        return self.content.encode("ascii")


def refer(document: Document, content: pdfdoc.PDFObject) -> str:
    """Add an object to the document; gives the reference by which other objects name it."""
    reference: pdfdoc.PDFObjectReference = document.Reference(content)  # type: ignore[no-untyped-call]
    return bytes(reference.format(document)).decode("ascii")


def stream(data: bytes, **entries: object) -> pdfdoc.PDFStream:
    """A compressed stream with further entries in its dictionary."""
    entries["Filter"] = "/FlateDecode"
    return pdfdoc.PDFStream(pdfdoc.PDFDictionary(entries), zlib.compress(data, _EFFORT))


def text_string(text: str) -> str:
    """A text as PDF writes it where it is not drawn: titles, alternatives."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    data = ("\ufeff" + text).encode("utf-16-be", "replace")
    return f"<{data.hex().upper()}>"


def number(value: float) -> str:
    """A length as PDF writes it: two decimals."""
    return f"{value:.2f}"


def colour(value: str) -> str:
    """``#RRGGBB`` as three shares of one."""
    return " ".join(number3(int(value[at : at + 2], 16) / 255) for at in (1, 3, 5))


def number3(value: float) -> str:
    """A share with at most three decimals."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
