"""What a page or a file says, for the tests: all of its text, wherever it stands."""

import io
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdf

from app.diagram import Label
from exports.page import Bullets, Figure, Heading, Page, Panels, Paragraph, Piece, Table


def texts(pieces: Sequence[Piece]) -> list[str]:
    """Every text of the pieces, in order; of figures all that they hold."""
    return [text for piece in pieces for text in _texts(piece)]


def everything(page: Page) -> str:
    """Every text of a page, its title and its foot among them, a line each."""
    return "\n".join((page.title, page.foot, page.author, *texts(page.pieces)))


def _texts(piece: Piece) -> Iterator[str]:
    match piece:
        case Heading():
            yield piece.text
        case Paragraph():
            yield "".join(span.text for span in piece.spans)
        case Bullets():
            yield from ("".join(span.text for span in item) for item in piece.items)
        case Table():
            yield from piece.heads
            yield from (cell for row in piece.rows for cell in row)
        case Panels():
            for panel in piece.panels:
                yield from (panel.title, *panel.lines)
        case Figure():
            yield from (shape.text for shape in piece.diagram.shapes if isinstance(shape, Label))
            yield from (piece.alternative, piece.caption, *_texts(piece.table))
        case _:
            pass


def headings(pieces: Sequence[Piece], level: int = 2) -> list[str]:
    """The headings of a level."""
    return [one.text for one in pieces if isinstance(one, Heading) and one.level == level]


def under(pieces: Sequence[Piece], heading: str) -> list[Piece]:
    """What stands under a heading, up to the next of its level or above."""
    found: list[Piece] = []
    level = 0
    for piece in pieces:
        if isinstance(piece, Heading):
            if piece.text == heading and not level:
                level = piece.level
                continue
            if level and piece.level <= level:
                break
        if level:
            found.append(piece)
    return found


def tables(pieces: Sequence[Piece]) -> list[Table]:
    """The tables among pieces."""
    return [one for one in pieces if isinstance(one, Table)]


def figures(pieces: Sequence[Piece]) -> list[Figure]:
    """The figures among pieces."""
    return [one for one in pieces if isinstance(one, Figure)]


def items(pieces: Sequence[Piece]) -> list[str]:
    """The items of all lists among pieces."""
    return texts([one for one in pieces if isinstance(one, Bullets)])


def read(data: bytes, ending: str, folder: Path) -> str:
    """All text of a file as other programs find it: poppler, an unzipped XML, plain text."""
    if ending == "md":
        return data.decode()
    if ending in ("docx", "xlsx"):
        return _in_archive(data)
    return "\n".join((*pdf_pages(data, folder), _in_tags(data, folder), *alternatives(data)))


def pdf_pages(data: bytes, folder: Path) -> list[str]:
    """The text of each page of a PDF, as poppler lays it out."""
    path = folder / "read.pdf"
    path.write_bytes(data)
    return _run("pdftotext", "-layout", "-enc", "UTF-8", path, "-").split("\f")[:-1]


def _in_tags(data: bytes, folder: Path) -> str:
    """The tagged text, with what is said of the file and of its figures."""
    path = folder / "read.pdf"
    path.write_bytes(data)
    return _run("pdfinfo", "-struct-text", "-enc", "UTF-8", path) + _run("pdfinfo", path)


def alternatives(data: bytes) -> list[str]:
    """What the figures of a PDF are said to show."""
    root: Any = pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]
    waiting, found = [root["/StructTreeRoot"]], []
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting += reversed(node)
        elif isinstance(node, dict):
            if "/Alt" in node:
                found.append(str(node["/Alt"]))
            if "/K" in node:
                waiting.append(node["/K"])
    return found


def _in_archive(data: bytes) -> str:
    """Every text and every attribute of every XML part; texts of one paragraph run together."""
    found: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if not name.endswith((".xml", ".rels")):
                continue
            for element in ElementTree.fromstring(archive.read(name)).iter():
                found.append(
                    (element.text or "") + ("\n" if element.tag.endswith(("}p", "}si")) else "")
                )
                found += [f"\n{value}\n" for value in element.attrib.values()]
    return "".join(found)


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, capture_output=True, check=True)
    assert not done.stderr, done.stderr
    return done.stdout.decode()
