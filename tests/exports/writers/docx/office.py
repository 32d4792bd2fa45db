"""Word documents opened by LibreOffice, and its pages read by poppler."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from shutil import which

import pytest

needs_office = pytest.mark.skipif(
    which("soffice") is None or which("pdftotext") is None,
    reason="LibreOffice Writer and poppler are not installed",
)


def run(*command: str | Path) -> str:
    """What a program prints."""
    ended = subprocess.run(command, check=True, capture_output=True, text=True, timeout=180)
    return ended.stdout


@dataclass(frozen=True)
class Printed:
    """A document as LibreOffice prints it."""

    pdf: Path

    def pages(self) -> list[str]:
        """The text of each page, laid out."""
        return run("pdftotext", "-layout", self.pdf, "-").split("\f")[:-1]

    def words(self) -> str:
        """All text in reading order, in one line."""
        return " ".join(run("pdftotext", self.pdf, "-").split())

    def info(self) -> str:
        """What the file says of itself."""
        return run("pdfinfo", self.pdf)

    def fonts(self) -> set[str]:
        """The fonts in it."""
        lines = run("pdffonts", self.pdf).splitlines()[2:]
        return {line.split()[0].partition("+")[2] for line in lines}

    def pictures(self) -> list[list[str]]:
        """The pictures in it: page, number, kind, width, height, ..."""
        return [line.split() for line in run("pdfimages", "-list", self.pdf).splitlines()[2:]]


@dataclass(frozen=True)
class Office:
    """LibreOffice with a profile of its own in ``folder``."""

    folder: Path

    def printed(self, docx: bytes, name: str) -> Printed:
        """Open the document and print it."""
        path = self.folder / f"{name}.docx"
        path.write_bytes(docx)
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        convert = ("--convert-to", "pdf", "--outdir")
        run("soffice", profile, "--headless", *convert, self.folder, path)
        return Printed(path.with_suffix(".pdf"))
