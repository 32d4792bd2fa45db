"""A charter in a file, as text: a Word document in the marks of Markdown, or text as it is."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app.community.encoding import decode
from app.library.trouble import Trouble, from_system

if TYPE_CHECKING:
    from docx.document import Document
    from lxml.etree import _Element

MOST_MEGABYTES = 20
"""The largest file that is read."""

LONGEST_CHARTER = 120_000
"""Characters of a charter that is taken in: some sixty pages."""

_UNPACKED = 60 * 1024 * 1024
"""Bytes that the text of a Word document may unpack to: a charter has a hundredth of it."""

_BODY = "word/document.xml"


def read_charter_file(path: Path) -> str:
    """The text of a charter in a DOCX, Markdown or text file.

    Raises :class:`Trouble`: ``charter-file-large``, ``charter-file-unreadable``,
    ``charter-file-empty``, ``charter-file-long``, or what the disk says.
    """
    try:
        if path.stat().st_size > MOST_MEGABYTES * 1024 * 1024:
            raise Trouble("charter-file-large", most=MOST_MEGABYTES)
        if not path.is_file():
            raise Trouble("charter-file-unreadable", name=path.name)
        data = path.read_bytes()
    except OSError as error:
        raise from_system(error, path) from error
    if path.suffix.casefold() == ".docx" or data.startswith(b"PK"):
        text = _read_docx(path)
    else:
        text = _read_text(path, data)
    if not text.strip():
        raise Trouble("charter-file-empty", name=path.name)
    if len(text) > LONGEST_CHARTER:
        raise Trouble("charter-file-long", name=path.name, most=LONGEST_CHARTER)
    return text


def _read_text(path: Path, data: bytes) -> str:
    try:
        text = decode(data).text
    except Trouble as trouble:
        raise Trouble("charter-file-unreadable", name=path.name) from trouble
    if "\0" in text:  # no text, but whatever else
        raise Trouble("charter-file-unreadable", name=path.name)
    return text


def _read_docx(path: Path) -> str:
    # Takes 70 ms to import, and hardly anybody opens a document.
    import docx
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        with zipfile.ZipFile(path) as packed:
            if packed.getinfo(_BODY).file_size > _UNPACKED:
                raise Trouble("charter-file-large", most=MOST_MEGABYTES)
        document = docx.Document(str(path))
        return "\n".join(_blocks(document, document.element.body)).strip()
    except (OpcError, LxmlError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise Trouble("charter-file-unreadable", name=path.name) from error


def _blocks(document: "Document", parent: "_Element") -> Iterator[str]:
    """The lines of paragraphs and tables in their order, those inside controls too."""
    from docx.oxml.ns import qn

    for child in parent:
        if child.tag == qn("w:p"):
            yield from _paragraph(document, child)
        elif child.tag == qn("w:tbl"):
            yield from _table(document, child)
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml")):
            yield from _blocks(document, child)


def _paragraph(document: "Document", element: "_Element") -> Iterator[str]:
    """A paragraph with its mark, and an empty line before it unless it goes on in a list."""
    said = _said(element)
    if not said.strip():
        return
    level, item = _look(document, element)
    if level:
        yield ""
        yield f"{'#' * level} {' '.join(said.split())}"
    elif item:
        yield f"- {' '.join(said.split())}"
    else:
        yield ""
        yield said.strip()


def _look(document: "Document", element: "_Element") -> tuple[int, bool]:
    """How deep a heading is (0 for none), and whether the paragraph is an item of a list."""
    from docx.oxml.ns import qn
    from docx.text.paragraph import Paragraph

    style = Paragraph(element, document).style
    name = (style.name or "" if style is not None else "").casefold()
    if name == "title":
        return 1, False
    if name.startswith("heading ") and name[8:].isdecimal():
        return min(6, int(name[8:]) + 1), False
    numbered = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None
    return 0, numbered or name.startswith("list ")


def _table(document: "Document", element: "_Element") -> Iterator[str]:
    """A table in Markdown; a frame of one cell is the text in it."""
    from docx.oxml.ns import qn

    rows = [list(row.iterchildren(qn("w:tc"))) for row in element.iter(qn("w:tr"))]
    yield ""
    if max((len(row) for row in rows), default=0) < 2:
        for row in rows:
            for cell in row:
                yield from _blocks(document, cell)
        return
    for row in rows:
        cells = (" ".join(_said(cell).split()).replace("|", "\\|") for cell in row)
        line = f"| {' | '.join(cells)} |"
        if line.strip("| "):
            yield line
    yield ""


def _said(element: "_Element") -> str:
    """The text in an element as it reads when all that was tracked is accepted."""
    from docx.oxml.ns import qn

    gone = {
        qn("w:del"), qn("w:moveFrom"),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }  # fmt: skip
    between = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
    parts: list[str] = []

    def walk(one: "_Element") -> None:
        for child in one:
            if child.tag in gone or child.tag == qn("w:pPr"):
                continue
            if child.tag == qn("w:t"):
                parts.append(child.text or "")
            elif child.tag in between:
                parts.append(between[child.tag])
            else:
                walk(child)
                if child.tag == qn("w:p"):
                    parts.append("\n")

    walk(element)
    return "".join(parts)
