"""The documents Hearth makes and the formats it writes: each declared here once.

The command line and the window read from here what there is. What a document or a format needs is
imported only when it is made: writers bring heavy libraries, and each document a dozen modules.
Each has a function that loads it, because a table of names would hide its class from type checking,
from the rules on imports and from what gathers the modules of a bundle.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import msgspec

if TYPE_CHECKING:
    from exports.documents.document import Document
    from exports.page import Page, Paper
    from exports.writers.result import IsCancelled, Progress, WriterResult

Subject = Literal["community", "workshop", "exercise", "library"]


class WriteOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a page is written: on which paper, with the fonts of a folder.

    ``progress`` is told the share that is done; ``cancelled`` says whether to stop.
    """

    paper: "Paper"
    fonts: Path
    progress: "Progress | None" = None
    cancelled: "IsCancelled | None" = None


WritePage = Callable[["Page", WriteOptions], "WriterResult"]
"""Writes a page. Raises Cancelled when it is to stop."""


class DocumentEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A document by its id; ``subject`` is what it is made of: "library" of all communities, or of
    the one that is named.

    ``audience``: for whom it is unless said otherwise. ``versions``: whether a numbered version
    can be asked for, ``against``: whether another can be that it is compared with;
    ``registers``: whether one of the catalogue's registers has to be named; ``templates``: whether
    one of the catalogue's letters or sheets has to be named; ``roles``: whether one of its roles
    has to be named; ``calendar``: whether a calendar can hold what it says; ``sheets``: whether
    it has tables of data for a spreadsheet.
    """

    id: str
    subject: Subject
    audience: str
    versions: bool = False
    against: bool = False
    registers: bool = False
    templates: bool = False
    roles: bool = False
    calendar: bool = False
    sheets: bool = False
    load: Callable[[], "Document[Any]"]


class FormatEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A format by its id, which is also what its files' names end with.

    ``paged``: whether it has pages, and so a paper.
    """

    id: str
    paged: bool
    write: WritePage


def _charter() -> "Document[Any]":
    from exports.documents.charter_document import CharterDocument

    return CharterDocument()


def _charter_changes() -> "Document[Any]":
    from exports.documents.changes_document import ChangesDocument

    return ChangesDocument()


def _summary() -> "Document[Any]":
    from exports.documents.summary import SummaryDocument

    return SummaryDocument()


def _run_sheet() -> "Document[Any]":
    from exports.documents.run_sheet import RunSheetDocument

    return RunSheetDocument()


def _register() -> "Document[Any]":
    from exports.documents.register_document import RegisterDocument

    return RegisterDocument()


def _rhythm() -> "Document[Any]":
    from exports.documents.rhythm_document import RhythmDocument

    return RhythmDocument()


def _since() -> "Document[Any]":
    from exports.documents.since_document import SinceDocument

    return SinceDocument()


def _brief() -> "Document[Any]":
    from exports.documents.brief_document import BriefDocument

    return BriefDocument()


def _portfolio() -> "Document[Any]":
    from exports.documents.portfolio_document import PortfolioDocument

    return PortfolioDocument()


def _conversation() -> "Document[Any]":
    from exports.documents.conversation_document import ConversationDocument

    return ConversationDocument()


def _legacy() -> "Document[Any]":
    from exports.documents.legacy_document import LegacyDocument

    return LegacyDocument()


def _exercise() -> "Document[Any]":
    from exports.documents.exercise_document import ExerciseDocument

    return ExerciseDocument()


def _template() -> "Document[Any]":
    from exports.documents.template_document import TemplateDocument

    return TemplateDocument()


def _roles() -> "Document[Any]":
    from exports.documents.roles_document import RolesDocument

    return RolesDocument()


def _gatherings() -> "Document[Any]":
    from exports.documents.gatherings_document import GatheringsDocument

    return GatheringsDocument()


def _outcomes() -> "Document[Any]":
    from exports.documents.outcomes_document import OutcomesDocument

    return OutcomesDocument()


def _pulse_years() -> "Document[Any]":
    from exports.documents.pulse_years_document import PulseYearsDocument

    return PulseYearsDocument()


def _our_years() -> "Document[Any]":
    from exports.documents.our_years_document import OurYearsDocument

    return OurYearsDocument()


def _role_page() -> "Document[Any]":
    from exports.documents.role_page_document import RolePageDocument

    return RolePageDocument()


def _reply_form() -> "Document[Any]":
    from exports.documents.reply_form import ReplyFormDocument

    return ReplyFormDocument()


def _write_pdf(page: "Page", options: WriteOptions) -> "WriterResult":
    from exports.writers.pdf.pdf_writer import write_pdf
    from exports.writers.typeset.font_folder import FontFolder

    return write_pdf(
        page,
        options.paper,
        fonts=FontFolder(options.fonts),
        progress=options.progress,
        cancelled=options.cancelled,
    )


def _write_docx(page: "Page", options: WriteOptions) -> "WriterResult":
    from exports.writers.docx import write_docx
    from exports.writers.typeset.font_folder import FontFolder

    return write_docx(
        page,
        options.paper,
        fonts=FontFolder(options.fonts),
        progress=options.progress,
        cancelled=options.cancelled,
    )


def _write_markdown(page: "Page", options: WriteOptions) -> "WriterResult":
    from exports.writers.markdown import write_markdown

    return write_markdown(page)


def _write_calendar(page: "Page", options: WriteOptions) -> "WriterResult":
    from exports.writers.calendar_file import write_calendar

    return write_calendar(page)


def _write_xlsx(page: "Page", options: WriteOptions) -> "WriterResult":
    from exports.writers.xlsx import write_xlsx

    return write_xlsx(page, options.paper, progress=options.progress, cancelled=options.cancelled)


DOCUMENTS: Mapping[str, DocumentEntry] = {
    one.id: one
    for one in (
        DocumentEntry(
            id="charter", subject="community", audience="community", versions=True, load=_charter
        ),
        DocumentEntry(
            id="charter-changes",
            subject="community",
            audience="community",
            versions=True,
            against=True,
            load=_charter_changes,
        ),
        DocumentEntry(
            id="reply-form",
            subject="community",
            audience="community",
            versions=True,
            load=_reply_form,
        ),
        DocumentEntry(id="summary", subject="workshop", audience="community", load=_summary),
        DocumentEntry(id="run-sheet", subject="workshop", audience="facilitator", load=_run_sheet),
        DocumentEntry(
            id="register",
            subject="community",
            audience="community",
            registers=True,
            sheets=True,
            load=_register,
        ),
        DocumentEntry(
            id="rhythm", subject="community", audience="community", calendar=True, load=_rhythm
        ),
        DocumentEntry(id="since-last-time", subject="community", audience="community", load=_since),
        DocumentEntry(
            id="gatherings",
            subject="community",
            audience="community",
            sheets=True,
            load=_gatherings,
        ),
        DocumentEntry(
            id="outcomes", subject="community", audience="community", sheets=True, load=_outcomes
        ),
        DocumentEntry(
            id="roles", subject="community", audience="community", sheets=True, load=_roles
        ),
        DocumentEntry(
            id="pulse-years", subject="community", audience="community", load=_pulse_years
        ),
        DocumentEntry(id="our-years", subject="community", audience="community", load=_our_years),
        DocumentEntry(
            id="role-page", subject="community", audience="community", roles=True, load=_role_page
        ),
        DocumentEntry(id="renewal-brief", subject="community", audience="facilitator", load=_brief),
        DocumentEntry(id="portfolio", subject="library", audience="organization", load=_portfolio),
        DocumentEntry(
            id="portfolio-conversation",
            subject="library",
            audience="facilitator",
            load=_conversation,
        ),
        DocumentEntry(id="legacy-page", subject="community", audience="community", load=_legacy),
        DocumentEntry(id="exercise", subject="exercise", audience="organization", load=_exercise),
        DocumentEntry(
            id="template", subject="community", audience="community", templates=True, load=_template
        ),
    )
}
"""Every document by its id, in the order in which they are named."""

FORMATS: Mapping[str, FormatEntry] = {
    one.id: one
    for one in (
        FormatEntry(id="pdf", paged=True, write=_write_pdf),
        FormatEntry(id="docx", paged=True, write=_write_docx),
        FormatEntry(id="md", paged=False, write=_write_markdown),
    )
}
"""Every format by its id, in the order in which they are offered."""

CALENDAR = FormatEntry(id="ics", paged=False, write=_write_calendar)
"""The format of what a calendar can hold, and nothing else."""


SPREADSHEET = FormatEntry(id="xlsx", paged=False, write=_write_xlsx)
"""The format of tables of data, and nothing else."""


def formats_of(document: DocumentEntry) -> Mapping[str, FormatEntry]:
    """The formats in which a document can be written, by their ids."""
    found = dict(FORMATS)
    if document.calendar:
        found[CALENDAR.id] = CALENDAR
    if document.sheets:
        found[SPREADSHEET.id] = SPREADSHEET
    return found
