"""One document, from rows to bytes: its facts read in one transaction, a page of them, a file."""

from pathlib import Path

from app.catalogue.catalogue import Catalogue
from app.library.reader import Reader
from app.words import Words
from exports.documents.document import Materials
from exports.file_names import fit_name
from exports.kinds.report import KindReports
from exports.page import Page
from exports.registry import DOCUMENTS, WriteOptions, formats_of
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
    return formats_of(DOCUMENTS[request.document])[request.format].write(page, options)


def file_name(page: Page, ending: str) -> str:
    """A file name for a page: what it is, of when, and as much of long names as there is room."""
    return fit_name(page.short_title or page.title, ending, page.language)
