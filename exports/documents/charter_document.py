"""The charter as people read it: a letter from the community about itself."""

from collections.abc import Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import Section
from app.charter.sections import ShapedSection, told_sections
from app.charter.shape_changes import CharterSide
from app.library.audience import AUDIENCES, may_read
from app.library.charter_rows import FrozenClause
from app.library.reader import Reader
from app.library.rows import Community
from app.text_direction import join_isolated
from app.words import Words
from exports.clause_pieces import clause_pieces
from exports.documents.charter_changes import CHANGES, change_pieces
from exports.documents.charter_shape import (
    DOMAIN,
    IN,
    LEAD,
    OUT,
    CharterShape,
    head_pieces,
    signature_pieces,
    standing_pieces,
)
from exports.documents.document import LeftOut, Materials, each_once
from exports.documents.frame import document_head, document_page, document_title
from exports.facts.charter_document import (
    AGREEMENT,
    CharterFacts,
    VersionFacts,
    clauses_in,
    read_charter,
    version_asked,
)
from exports.page import Bullets, Heading, Page, Panel, Panels, Paragraph, Piece, spans
from exports.request import ExportRequest
from exports.role_table import role_row, role_table
from exports.stance_pieces import answer_pieces, stance_pieces, stance_sentence

MOST_BESIDE = 12
"""Lines of a panel that stands beside another; longer ones stand one above the other."""
ORDERED = ("questions",)
"""Lists whose items are numbered."""
HELD = "roles"
"""The section under which those who hold a role stand."""


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
        every, theirs = (
            read_charter(reader, catalogue, request.subject, request.version, one)
            for one in (AUDIENCES[0], request.audience)
        )
        sections = told_sections(catalogue.sections, every.shape, hidden)
        names = each_once(sections[one].name(words.language) for one in hidden)
        return [
            LeftOut("clauses", len(hidden), names),
            LeftOut("agreement", int(every.agreement is not None and theirs.agreement is None)),
        ]

    def language(self, reader: Reader, request: ExportRequest) -> str:
        """The version's own language; the community's for a draft."""
        version = version_asked(reader, request.subject, request.version)
        return version.language if version else reader.row(Community, request.subject).language


def charter_page(charter: CharterFacts, catalogue: Catalogue, words: Words, audience: str) -> Page:
    """A charter's facts as a page."""
    charter = _wordings_told(words, charter)
    inside = _sections(catalogue, words, charter)
    leads = CharterShape(catalogue, charter).lead_first
    lead = _lead(words, charter) if leads else []
    pieces = [*_head(words, charter), *lead, *inside]
    if not lead and not inside:
        pieces.append(Paragraph(spans(words("paper.nothing-yet"))))
    pieces += signature_pieces(words, charter.head)
    name = charter.community
    names = {"community": name}
    title = (
        document_title(words, "paper.charter-foot", names, n=charter.version.number)
        if charter.version
        else document_title(words, "paper.charter-draft-foot", names)
    )
    return document_page(words, title, audience, name, pieces)


def _wordings_told(words: Words, charter: CharterFacts) -> CharterFacts:
    """The charter with a heading over each clause of which several wordings stand."""
    if not charter.wordings:
        return charter
    told = []
    for clause in charter.clauses:
        wording = charter.wordings.get(clause.id)
        if wording is not None:
            said = words("drafting.wording", n=wording.number, of=wording.of)
            heading = join_isolated((clause.heading, said))
            clause = msgspec.structs.replace(clause, heading=heading)
        told.append(clause)
    return msgspec.structs.replace(charter, clauses=tuple(told))


def _head(words: Words, charter: CharterFacts) -> list[Piece]:
    version = charter.version
    over = words("paper.charter-version", n=version.number) if version else words("paper.draft")
    title = charter.head.title or charter.community
    *head, rule = document_head(over, title, _status(words, charter))
    return [*head, *head_pieces(words, charter), rule]


def _status(words: Words, charter: CharterFacts) -> str:
    version = charter.version
    if version is None:
        return words("paper.status-draft")
    day = words.day(version.day)
    sentences = [words(f"paper.status-{version.status}", date=day)]
    if version.workshop:
        key = "paper.worked-out" if version.came else "paper.worked-out-bare"
        sentences.append(words(key, title=version.workshop, n=version.came))
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
    """The numbered sections in the charter's own order, each with those under it."""
    shape = CharterShape(catalogue, charter)
    pieces: list[Piece] = []
    number = 0
    for top, children in shape.groups():
        inside = _told(catalogue, words, charter, shape, top)
        for child in children:
            under = _told(catalogue, words, charter, shape, child)
            if under:
                inside += [Heading(3, child.heading(words.language)), *under]
        if inside or top.told:
            number += 1
            heading = _heading(catalogue, words, charter, top)
            pieces += [Heading(2, heading, number), *inside]
    return pieces


def _told(
    catalogue: Catalogue,
    words: Words,
    charter: CharterFacts,
    shape: CharterShape,
    one: ShapedSection,
) -> list[Piece]:
    """How a section stands to the rules of the body above, then what stands in it."""
    return [
        *standing_pieces(words, charter.head, one),
        *_section(catalogue, words, charter, shape, one),
    ]


def _heading(catalogue: Catalogue, words: Words, charter: CharterFacts, one: ShapedSection) -> str:
    """What stands over a section: of a first charter, nothing says what changed since another."""
    renamed = one.shape is not None and bool(one.shape.title)
    if one.id == CHANGES and charter.before is None and not renamed:
        return words("paper.why-version")
    known = catalogue.find_section(OUT)
    beside = CharterShape(catalogue, charter).scope_beside
    if known is not None and not renamed and beside and _only_out(charter, one.id):
        return known.in_language(words.language).heading
    return one.heading(words.language)


def _only_out(charter: CharterFacts, section: str) -> bool:
    """Whether all that is told of a domain is what lies outside it."""
    rest = (clause for one in (section, IN) for clause in charter.of(one))
    return section == DOMAIN and not any(rest) and bool(charter.of(OUT))


def _section(
    catalogue: Catalogue,
    words: Words,
    charter: CharterFacts,
    shape: CharterShape,
    one: ShapedSection,
) -> list[Piece]:
    """What stands in a section: its clauses, and what Hearth knows besides."""
    section = one.id
    ordered = section in ORDERED
    columns = one.columns(words.language)
    pieces: list[Piece] = []
    for clause in charter.of(section):
        pieces += clause_pieces(
            clause, one.section, words.language, ordered=ordered, columns=columns
        )
    if section == DOMAIN and shape.scope_beside:
        pieces += _scope(catalogue, words, charter)
    elif section == HELD:
        pieces += _holders(catalogue, words, charter)
    elif section == AGREEMENT and charter.version is not None and charter.agreement is not None:
        names = charter.answers.names if charter.answers else {}
        pieces += stance_pieces(words, charter.version, charter.agreement, names)
        if charter.answers is not None:
            pieces += answer_pieces(words, catalogue, charter.answers, charter.hidden)
    elif section == CHANGES and charter.version is not None:
        pieces += _changes(catalogue, words, charter, charter.version)
    return pieces


def _changes(
    catalogue: Catalogue, words: Words, charter: CharterFacts, version: VersionFacts
) -> list[Piece]:
    """What changed since the version before; of a first one, why there is one."""
    if charter.before is None:
        return [Paragraph(spans(version.reason))] if version.reason else []
    sides = (
        CharterSide(charter.earlier, charter.earlier_shape, charter.earlier_head),
        CharterSide(charter.clauses, charter.shape, charter.head),
    )
    return change_pieces(catalogue, words, (charter.before, version), sides, charter.hidden)


def _holders(catalogue: Catalogue, words: Words, charter: CharterFacts) -> list[Piece]:
    """Who holds which role: a table, or lines where a table of the community's own stands above,
    which has the same heads and may say something else."""
    rows = [role_row(catalogue, words, one) for one in charter.holders]
    if not rows or not any(clause.form == "table" for clause in charter.of(HELD)):
        return role_table(words, rows)
    lines = (words("paper.held-line", role=role, who=who, until=end) for role, who, end in rows)
    return [
        Paragraph(spans(words("paper.held-as-recorded"))),
        Bullets(tuple(spans(line) for line in lines)),
    ]


def _scope(catalogue: Catalogue, words: Words, charter: CharterFacts) -> list[Piece]:
    """What is in and what is out: side by side, or one after the other where they are more than
    plain lines, with their own headings and tables."""
    told = [
        (section, charter.of(section.id))
        for section in catalogue.sections
        if section.id in (IN, OUT) and charter.of(section.id)
    ]
    clauses = [clause for _, found in told for clause in found]
    if _only_out(charter, DOMAIN) or any(
        one.heading.strip() or one.form == "table" for one in clauses
    ):
        pieces: list[Piece] = []
        for section, found in told:
            if not _only_out(charter, DOMAIN):
                pieces.append(Heading(3, section.in_language(words.language).heading))
            for clause in found:
                pieces += clause_pieces(clause, section, words.language)
        return pieces
    panels = tuple(_panel(section, words, tuple(_panel_lines(found))) for section, found in told)
    if any(len(panel.lines) > MOST_BESIDE for panel in panels):
        # Side by side, long ones would be narrow and tall, with an empty box beside their end.
        return [Panels((panel,)) for panel in panels]
    return [Panels(panels)] if panels else []


def _panel(section: Section, words: Words, lines: tuple[str, ...]) -> Panel:
    heading = section.in_language(words.language).heading
    return Panel(heading, lines, "teal" if section.id == IN else "sunk")


def _panel_lines(clauses: Sequence[FrozenClause]) -> list[str]:
    said = (line for clause in clauses for line in (clause.heading, *clause.text.split("\n")))
    return [line for line in said if line.strip()]
