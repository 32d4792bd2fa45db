"""Reads PDFs back with other people's programs, for the tests."""

import io
import re
import subprocess
from pathlib import Path
from typing import Any

import pypdf
from PIL import Image

_TOKEN = re.compile(rb"/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ")
_SHOWN = re.compile(rb"<([0-9A-F]{4})>")


def opened(data: bytes) -> pypdf.PdfReader:
    """The document as pypdf reads it, complaining of anything odd."""
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def tagged_text(data: bytes, folder: Path) -> str:
    """The tree of tags with their text, as poppler reads it."""
    return _run(["pdfinfo", "-struct-text", "-enc", "UTF-8"], data, folder)


def plain_text(data: bytes, folder: Path) -> str:
    """What poppler finds on the pages."""
    path = folder / "read.pdf"
    path.write_bytes(data)
    done = subprocess.run(
        ["pdftotext", "-layout", "-enc", "UTF-8", path, "-"], capture_output=True, check=True
    )
    assert not done.stderr, done.stderr
    return done.stdout.decode()


def picture(data: bytes, folder: Path, dots: float, page: int = 1) -> Image.Image:
    """A page as a grey picture of so many dots an inch."""
    path = folder / "read.pdf"
    path.write_bytes(data)
    subprocess.run(
        [
            "pdftoppm",
            "-r",
            str(dots),
            "-f",
            str(page),
            "-singlefile",
            "-gray",
            path,
            folder / "read",
        ],
        check=True,
        capture_output=True,
    )
    with Image.open(folder / "read.pgm") as image:
        return image.copy()


def drawing(page: pypdf.PageObject) -> bytes:
    """What is drawn on a page, as PDF's own operators."""
    contents = page.get_contents()
    assert contents is not None
    return contents.get_data()


def missing_glyphs(data: bytes) -> list[tuple[str, int]]:
    """Every code shown on a page that leads to its font's glyph 0, or to none at all."""
    reader = opened(data)
    found: list[tuple[str, int]] = []
    for page in reader.pages:
        fonts: Any = page["/Resources"].get_object()
        name = ""
        for font, shown in _TOKEN.findall(drawing(page)):
            if font:
                name = font.decode()
                glyphs = _glyphs(fonts["/Font"][f"/{name}"])
                continue
            for code in _SHOWN.findall(shown):
                if not glyphs.get(int(code, 16), 0):
                    found.append((name, int(code, 16)))
    return found


def _glyphs(font: Any) -> dict[int, int]:
    """The glyph of each code of a font."""
    descendant = font["/DescendantFonts"][0].get_object()
    if "/CIDToGIDMap" in descendant:
        table = descendant["/CIDToGIDMap"].get_data()
        return {
            code: int.from_bytes(table[2 * code : 2 * code + 2], "big")
            for code in range(len(table) // 2)
        }
    rows = re.findall(rb"<([0-9A-F]{4})> (\d+)\n", font["/Encoding"].get_data())
    return {int(code, 16): int(glyph) for code, glyph in rows}


def _run(command: list[str], data: bytes, folder: Path) -> str:
    path = folder / "read.pdf"
    path.write_bytes(data)
    done = subprocess.run([*command, path], capture_output=True, check=True)
    assert not done.stderr, done.stderr
    return done.stdout.decode()
