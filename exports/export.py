"""One document, from rows to bytes: read in one transaction, laid out, written."""

import re
import unicodedata
from pathlib import Path
from typing import Literal

import msgspec

from app.catalogue.catalogue import Catalogue
from app.library.reading import Reader
from app.words import Words
from exports.documents.charter import charter_page
from exports.documents.run_sheet import run_sheet_page
from exports.documents.summary import summary_page
from exports.kinds.telling import Tellings
from exports.page import Page, Paper
from exports.writers.written import Asked, Progress, Written

Document = Literal["charter", "summary", "run-sheet"]
Ending = Literal["pdf", "docx", "md"]
DOCUMENTS: tuple[Document, ...] = ("charter", "summary", "run-sheet")
ENDINGS: tuple[Ending, ...] = ("pdf", "docx", "md")


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be exported: a document of a subject (community or workshop id), for whom.

    ``version`` of a charter: its number; 0 is the draft, None the latest, or the draft where there
    is none.
    """

    document: Document
    subject: str
    version: int | None = None
    audience: str = "community"
    paper: Paper = "letter"
    ending: Ending = "pdf"


def make_page(
    order: Order, reader: Reader, catalogue: Catalogue, tellings: Tellings, words: Words
) -> Page:
    """The neutral page of an order. Raises KeyError for a subject or version there is not."""
    if order.document == "charter":
        return charter_page(reader, catalogue, words, order.subject, order.version, order.audience)
    make = {"summary": summary_page, "run-sheet": run_sheet_page}[order.document]
    return make(reader, catalogue, tellings, words, order.subject, order.audience)


def write_page(
    page: Page,
    order: Order,
    fonts: Path,
    progress: Progress | None = None,
    cancelled: Asked | None = None,
) -> Written:
    """A page as the bytes of a file; ``fonts`` is the folder of the house's fonts.

    Raises :class:`exports.writers.written.Cancelled` when asked to stop.
    """
    # Each writer brings a heavy library: only the one that is needed is imported.
    if order.ending == "md":
        from exports.writers.markdown import write_markdown

        return write_markdown(page)
    from exports.writers.typeset.folder import FontFolder

    folder = FontFolder(fonts)
    if order.ending == "docx":
        from exports.writers.docx import write_docx

        return write_docx(page, order.paper, fonts=folder, progress=progress, cancelled=cancelled)
    from exports.writers.pdf.writer import write_pdf

    return write_pdf(page, order.paper, fonts=folder, progress=progress, cancelled=cancelled)


LONGEST_NAME = 200
"""Bytes of a file's name before its ending: every file system takes that many."""

_NOT_IN_NAMES = re.compile(r'[/\\:*?"<>|]|\s')
_UNSEEN = ("Cc", "Cf", "Co", "Cs")
"""Characters that steer, or are none: a name with them is not what it seems to be."""


def file_name(page: Page, ending: str) -> str:
    """A file name for a page: its title, without what file systems refuse."""
    whole = _NOT_IN_NAMES.sub(" ", page.title)
    name = "".join(sign for sign in whole if unicodedata.category(sign) not in _UNSEEN)
    cut = " ".join(name.split()).encode()[:LONGEST_NAME].decode(errors="ignore")
    return f"{cut.strip('. ') or page.language}.{ending}"
