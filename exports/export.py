"""One document, from rows to bytes: its facts read in one transaction, a page of them, a file."""

import re
import unicodedata
from pathlib import Path

from app.catalogue.catalogue import Catalogue
from app.library.reader import Reader
from app.words import Words
from exports.documents.document import Materials
from exports.kinds.report import KindReports
from exports.page import Page
from exports.registry import DOCUMENTS, FORMATS, WriteOptions
from exports.request import ExportRequest
from exports.writers.result import IsCancelled, Progress, WriterResult


def make_page(
    request: ExportRequest, reader: Reader, catalogue: Catalogue, reports: KindReports, words: Words
) -> Page:
    """The neutral page of a document. Raises KeyError for a subject or version there is not."""
    document = DOCUMENTS[request.document].load()
    facts = document.facts(reader, catalogue, request)
    return document.page(facts, request, Materials(reader, catalogue, reports, words))


def write_page(
    page: Page,
    request: ExportRequest,
    fonts: Path,
    progress: Progress | None = None,
    cancelled: IsCancelled | None = None,
) -> WriterResult:
    """A page as the bytes of a file; ``fonts`` is the folder of the house's fonts.

    Raises :class:`exports.writers.result.Cancelled` when asked to stop.
    """
    options = WriteOptions(paper=request.paper, fonts=fonts, progress=progress, cancelled=cancelled)
    return FORMATS[request.format].write(page, options)


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
