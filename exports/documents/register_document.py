"""A register on paper: a table of what can be seen at a glance, then entry by entry the rest."""

from collections.abc import Iterator, Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.register_shapes import RegisterColumn
from app.library.audience import may_read
from app.library.reader import Reader
from app.library.rows import RegisterEntry
from app.registers.cells import Link
from app.registers.register_entries import Entry, entries_of
from app.words import Words
from exports.documents.document import LeftOut, Materials, OfCommunity
from exports.documents.frame import document_head, document_page, document_title
from exports.documents.register_sheet import register_sheet
from exports.documents.spreadsheet import with_sheets
from exports.facts.register_facts import RegisterFacts, read_register
from exports.page import Heading, Page, Paragraph, Piece, Span, Table, paragraph, spans
from exports.register_words import cell_words, counted_words, labelled, state_words
from exports.request import ExportRequest

AT_A_GLANCE = 4
"""Columns of the table beside the state: more would be read letter by letter on a page."""
SHORT = frozenset(("choice", "date", "person", "number", "hours", "yes-no"))
"""Types of columns that a table has room for."""
UNBROKEN = frozenset(("date", "hours"))
"""Types of columns that stand on one line in a table: a day and its year together."""


class RegisterDocument(OfCommunity):
    """A register of a community."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> RegisterFacts:
        """The register's facts. Raises KeyError for a community there is not."""
        return read_register(reader, catalogue, request.subject, request.register, request.audience)

    def page(self, facts: RegisterFacts, request: ExportRequest, materials: Materials) -> Page:
        """What is open first; then what was written of each entry."""
        words = materials.words
        wording = facts.register.in_language(words.language)
        pieces = document_head(facts.community, wording.name, _counted(words, facts))
        pieces.append(paragraph(wording.sentence))
        if facts.entries:
            glance = _at_a_glance(facts)
            pieces.append(_table(words, facts, glance))
            pieces += _in_full(words, facts, glance)
        else:
            pieces.append(paragraph(words("registers.nothing-for-readers")))
        names = {"community": facts.community, "register": wording.name}
        title = document_title(words, "registers.foot", names)
        page = document_page(words, title, request.audience, facts.community, pieces)
        return with_sheets(page, [register_sheet(words, facts)], request, materials)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """How many entries these readers do not get, and how many links in the entries they do."""
        register = catalogue.register(request.register)
        rows = reader.rows(RegisterEntry, community=request.subject, register=register.id)
        hidden = [one for one in rows if not may_read(one.audience, request.audience)]
        whole, shown = (
            entries_of(reader, register, request.subject, one)
            for one in ("facilitator", request.audience)
        )
        seen = {one.id for one in shown}
        links = _links([one for one in whole if one.id in seen]) - _links(shown)
        return [LeftOut("entries", len(hidden)), LeftOut("links", links)]


def _links(entries: Sequence[Entry]) -> int:
    return sum(isinstance(value, Link) for one in entries for value in one.values.values())


def _counted(words: Words, facts: RegisterFacts) -> str:
    if not facts.entries:
        return ""
    return counted_words(words, len(facts.entries), facts.open)


def _at_a_glance(facts: RegisterFacts) -> list[RegisterColumn]:
    """The first column, and the first of the short ones that hold anything."""
    first, *rest = facts.register.columns
    short = [one for one in rest if one.type in SHORT and facts.values(one.id)]
    return [first, *short[:AT_A_GLANCE]]


def _table(words: Words, facts: RegisterFacts, columns: Sequence[RegisterColumn]) -> Table:
    register = facts.register
    wording = register.in_language(words.language)
    heads = (*(wording.columns[one.id] for one in columns), words("registers.state"))
    rows = tuple(
        (
            *(_in_table(words, facts, column, entry) for column in columns),
            state_words(words, register, entry.state),
        )
        for entry in facts.entries
    )
    return Table(heads, rows, strong_column=0)


def _in_full(words: Words, facts: RegisterFacts, seen: Sequence[RegisterColumn]) -> Iterator[Piece]:
    """Of each entry that says more: what the table has no room for."""
    rest = [column for column in facts.register.columns if column not in seen]
    parts = [(entry, list(_more(words, facts, entry, rest))) for entry in facts.entries]
    if not any(more for _, more in parts):
        return
    yield Heading(2, words("registers.in-full"))
    first = facts.register.columns[0]
    for entry, more in parts:
        if more:
            yield Heading(3, _cell(words, facts, first, entry))
            yield from more


def _more(
    words: Words, facts: RegisterFacts, entry: Entry, columns: Sequence[RegisterColumn]
) -> Iterator[Piece]:
    for column in columns:
        lines = [line for line in _cell(words, facts, column, entry).split("\n") if line.strip()]
        if lines:
            yield _labelled(labelled(words, facts.register, column.id), lines[0])
            yield from (Paragraph(spans(line)) for line in lines[1:])
    if entry.workshop is not None:
        label = words("registers.label", name=words("registers.said-in"))
        yield _labelled(label, entry.workshop.said)


def _labelled(label: str, text: str) -> Paragraph:
    return Paragraph((Span(f"{label} ", strong=True), Span(text)))


def _in_table(words: Words, facts: RegisterFacts, column: RegisterColumn, entry: Entry) -> str:
    text = _cell(words, facts, column, entry)
    return text.replace(" ", "\N{NO-BREAK SPACE}") if column.type in UNBROKEN else text


def _cell(words: Words, facts: RegisterFacts, column: RegisterColumn, entry: Entry) -> str:
    value = entry.values.get(column.id)
    return "" if value is None else cell_words(words, facts.register, column, value)
