"""The charter as people read it: a letter from the community about itself."""

from collections.abc import Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import Section
from app.library.audience import AUDIENCES, may_read
from app.library.charter_rows import FrozenClause
from app.library.reader import Reader
from app.library.rows import Community
from app.text_direction import join_isolated
from app.words import Words
from exports.clause_pieces import clause_pieces, line_of
from exports.documents.charter_changes import CHANGES, change_pieces
from exports.documents.document import LeftOut, Materials, each_once
from exports.documents.frame import document_head, document_page
from exports.facts.charter_document import (
    AGREEMENT,
    CharterFacts,
    clauses_in,
    read_charter,
    version_asked,
)
from exports.page import Heading, Page, Panel, Panels, Paragraph, Piece, spans
from exports.request import ExportRequest
from exports.role_table import role_row, role_table
from exports.stance_pieces import stance_pieces, stance_sentence

LEAD = "purpose"
"""The section set large under the title."""
PANELLED = ("in-scope", "out-of-scope")
"""Sections set side by side under the domain."""
MOST_BESIDE = 12
"""Lines of a panel that stands beside another; longer ones stand one above the other."""
ORDERED = ("questions",)
"""Lists whose items are numbered."""
HELD = "roles"
"""The section under which those who hold a role stand."""
LAST = (AGREEMENT, CHANGES)
"""Sections that stand after all others, also after a community's own."""


class CharterDocument:
    """The charter of a community: a version, or the draft."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> CharterFacts:
        """The charter's facts. Raises KeyError for a community or version there is not."""
        return read_charter(reader, catalogue, request.subject, request.version, request.audience)

    def page(self, facts: CharterFacts, request: ExportRequest, materials: Materials) -> Page:
        """The charter as a page."""
        return charter_page(facts, materials.catalogue, materials.words, request.audience)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """How many clauses these readers do not get, and whether they miss how people stood to
        them."""
        version = version_asked(reader, request.subject, request.version)
        hidden = [
            one.section
            for one in clauses_in(reader, request.subject, version)
            if not may_read(one.audience, request.audience)
        ]
        names = each_once(_section_name(catalogue, words, one) for one in hidden)
        every, theirs = (
            read_charter(reader, catalogue, request.subject, request.version, one).agreement
            for one in (AUDIENCES[0], request.audience)
        )
        return [
            LeftOut("clauses", len(hidden), names),
            LeftOut("agreement", int(every is not None and theirs is None)),
        ]

    def language(self, reader: Reader, request: ExportRequest) -> str:
        """The version's own language; the community's for a draft."""
        version = version_asked(reader, request.subject, request.version)
        return version.language if version else reader.row(Community, request.subject).language


def charter_page(charter: CharterFacts, catalogue: Catalogue, words: Words, audience: str) -> Page:
    """A charter's facts as a page."""
    inside = _sections(catalogue, words, charter)
    lead = _lead(words, charter)
    pieces = [*_head(words, charter), *lead, *inside]
    if not lead and not inside:
        pieces.append(Paragraph(spans(words("paper.nothing-yet"))))
    name = charter.community
    title = (
        words("paper.charter-foot", community=name, n=charter.version.number)
        if charter.version
        else words("paper.charter-draft-foot", community=name)
    )
    return document_page(words, title, audience, name, pieces)


def _section_name(catalogue: Catalogue, words: Words, section: str) -> str:
    known = catalogue.find_section(section)
    return known.in_language(words.language).name if known else section


def _head(words: Words, charter: CharterFacts) -> list[Piece]:
    version = charter.version
    over = words("paper.charter-version", n=version.number) if version else words("paper.draft")
    return document_head(over, charter.community, _status(words, charter))


def _status(words: Words, charter: CharterFacts) -> str:
    version = charter.version
    if version is None:
        return words("paper.status-draft")
    day = words.day(version.day)
    sentences = [words(f"paper.status-{version.status}", date=day)]
    if charter.agreement is not None:
        counted = stance_sentence(words, charter.agreement)
        sentences.append(counted)
    if version.until and version.status == "agreed":
        sentences.append(words("paper.until-date", date=words.day(version.until)))
    return join_isolated(sentences)


def _lead(words: Words, charter: CharterFacts) -> list[Piece]:
    pieces: list[Piece] = []
    for clause in charter.of(LEAD):
        if clause.form != "text" or clause.heading.strip():
            pieces += clause_pieces(clause, None, words.language)
        else:
            lines = [line for line in clause.text.split("\n") if line.strip()]
            pieces += [Paragraph(spans(line), "lead") for line in lines]
    return pieces


def _sections(catalogue: Catalogue, words: Words, charter: CharterFacts) -> list[Piece]:
    """The numbered sections: the catalogue's, those of one's own, what was agreed, what changed."""
    known = {section.id: section for section in catalogue.sections}
    own = [one.section for one in charter.clauses if one.section not in known]
    first = [one for one in known if one not in (LEAD, *PANELLED, *LAST)]
    pieces: list[Piece] = []
    number = 0
    for section in (*first, *dict.fromkeys(own), *LAST):
        inside = _section(catalogue, words, charter, section)
        if inside:
            number += 1
            found = known.get(section)
            name = found.in_language(words.language).heading if found else section
            pieces += [Heading(2, name, number), *inside]
    return pieces


def _section(
    catalogue: Catalogue, words: Words, charter: CharterFacts, section: str
) -> list[Piece]:
    """What stands in a section: its clauses, and what Hearth knows besides."""
    known = catalogue.find_section(section)
    ordered = section in ORDERED
    pieces: list[Piece] = []
    for clause in charter.of(section):
        pieces += clause_pieces(clause, known, words.language, ordered=ordered)
    pieces += _panels(catalogue, words, charter, section)
    if section == HELD:
        pieces += role_table(words, [role_row(catalogue, words, one) for one in charter.holders])
    elif section == AGREEMENT and charter.version is not None and charter.agreement is not None:
        pieces += stance_pieces(words, charter.version, charter.agreement)
    elif section == CHANGES and charter.version is not None and charter.before is not None:
        clauses, hidden = charter.clauses, charter.hidden
        pieces += change_pieces(
            catalogue, words, (charter.before, charter.version), (charter.earlier, clauses), hidden
        )
    return pieces


def _panels(catalogue: Catalogue, words: Words, charter: CharterFacts, parent: str) -> list[Piece]:
    """What is in and what is out, side by side, under the section they belong to."""
    panels: list[Panel] = []
    for section in catalogue.sections:
        if section.parent == parent and section.id in PANELLED:
            lines = tuple(_panel_lines(charter.of(section.id)))
            if lines:
                panels.append(_panel(section, words, lines))
    if any(len(panel.lines) > MOST_BESIDE for panel in panels):
        # Side by side, long ones would be narrow and tall, with an empty box beside their end.
        return [Panels((panel,)) for panel in panels]
    return [Panels(tuple(panels))] if panels else []


def _panel(section: Section, words: Words, lines: tuple[str, ...]) -> Panel:
    heading = section.in_language(words.language).heading
    return Panel(heading, lines, "teal" if section.id == PANELLED[0] else "sunk")


def _panel_lines(clauses: Sequence[FrozenClause]) -> list[str]:
    lines: list[str] = []
    for clause in clauses:
        lines += [clause.heading] if clause.heading.strip() else []
        lines += [line_of(line) for line in clause.text.split("\n") if line.strip()]
    return lines
