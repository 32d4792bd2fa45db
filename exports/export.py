"""One document, from rows to bytes: its facts read in one transaction, a page of them, a file."""

from collections.abc import Mapping
from pathlib import Path

from app.catalogue.catalogue import Catalogue
from app.charter.versions import versions_of
from app.library.reader import Reader
from app.library.rows import Community, Person, Row, Workshop
from app.library.trouble import Trouble
from app.words import Words
from exports.documents.document import Materials
from exports.facts.charter_document import DRAFT
from exports.file_names import fit_name
from exports.kinds.report import KindReports
from exports.page import Page
from exports.registry import DOCUMENTS, Subject, WriteOptions, formats_of
from exports.request import ExportRequest
from exports.writers.result import IsCancelled, Progress, WriterResult

_SUBJECTS: Mapping[Subject, type[Row]] = {
    "community": Community,
    "workshop": Workshop,
    "library": Community,
}
"""The rows that documents are made of; an exercise is in the catalogue."""


def demand_there(request: ExportRequest, reader: Reader) -> None:
    """Raise Trouble (``export-gone``) where what is asked for was removed or taken back meanwhile:
    its subject, one of the versions, the workshop or the person of a letter."""
    subject = _SUBJECTS.get(DOCUMENTS[request.document].subject)
    named = [
        (subject, request.subject), (Workshop, request.workshop), (Person, request.person)
    ]  # fmt: skip
    gone = any(kind and key and reader.find(kind, key) is None for kind, key in named)
    asked = {one for one in (request.version, request.against) if one is not None} - {DRAFT}
    known = {one.number for one in versions_of(reader, request.subject)} if asked else asked
    if gone or asked - known:
        raise Trouble("export-gone")


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
