"""The charter as people read it: a letter from the community about itself."""

from collections.abc import Sequence
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.types import Section
from app.charter.versions import (
    Agreement,
    agreement_of,
    draft_clauses,
    frozen_clauses,
    versions_of,
)
from app.community.today import today_in
from app.direction import beside
from app.library.audience import may_read
from app.library.charter_rows import FrozenClause
from app.library.reading import Reader
from app.library.rows import Community, Version
from app.moment import instant
from app.words import Words
from exports.clauses import clause_pieces, line_of
from exports.documents.charter_changes import CHANGES, change_pieces
from exports.documents.frame import framed, headed
from exports.holders import holder_row, holders_on, holders_table
from exports.page import Heading, Page, Panel, Panels, Paragraph, Piece, spans
from exports.stances import AGREEMENT, stance_pieces, stance_sentence

DRAFT = 0
"""The number that asks for the draft, whatever versions there are; theirs begin at 1."""
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


class Charter(msgspec.Struct, frozen=True):
    """What a charter is made of for an audience: the draft when ``version`` is None.

    ``agreement`` is None where nobody was asked, or where the audience may not read what was
    agreed to. ``before`` is the version before it that was not set aside, ``earlier`` what the
    audience may read of that; ``hidden`` are the sections of which it may not read all.
    """

    community: Community
    version: Version | None
    clauses: tuple[FrozenClause, ...]
    agreement: Agreement | None
    before: Version | None
    earlier: tuple[FrozenClause, ...]
    hidden: frozenset[str]

    def of(self, section: str) -> list[FrozenClause]:
        """The clauses of a section."""
        return [one for one in self.clauses if one.section == section]


def read_charter(reader: Reader, community: str, number: int | None, audience: str) -> Charter:
    """A version's charter, for an audience.

    ``number`` None is the latest that was not set aside, or the draft where there is none;
    :data:`DRAFT` is the draft. Raises KeyError for a version that does not exist.
    """
    row = reader.row(Community, community)
    known = versions_of(reader, community)
    if number is None:
        version = next((one for one in known if one.status != "withdrawn"), None)
    else:
        version = next((one for one in known if one.number == number), None)
        if version is None and number != DRAFT:
            raise KeyError(number)
    clauses = frozen_clauses(version) if version else draft_clauses(reader, community)
    hidden = frozenset(one.section for one in clauses if not may_read(one.audience, audience))
    told = tuple(one for one in clauses if may_read(one.audience, audience))
    # What was counted belongs to what was agreed to: who may not read this is not told that.
    silent = AGREEMENT in hidden and not any(one.section == AGREEMENT for one in told)
    before = _before(known, version)
    return Charter(
        community=row,
        version=version,
        clauses=told,
        agreement=agreement_of(reader, version.id) if version and not silent else None,
        before=before,
        earlier=tuple(
            one
            for one in (frozen_clauses(before) if before else ())
            if may_read(one.audience, audience)
        ),
        hidden=hidden,
    )


def _before(known: Sequence[Version], version: Version | None) -> Version | None:
    """The version before one that was not set aside."""
    if version is None:
        return None
    return next(
        (one for one in known if one.number < version.number and one.status != "withdrawn"), None
    )


def charter_page(
    reader: Reader,
    catalogue: Catalogue,
    words: Words,
    community: str,
    number: int | None,
    audience: str,
) -> Page:
    """The charter as a page. Raises KeyError for a version that does not exist."""
    charter = read_charter(reader, community, number, audience)
    inside = _sections(reader, catalogue, words, charter)
    lead = _lead(words, charter)
    pieces = [*_head(words, charter), *lead, *inside]
    if not lead and not inside:
        pieces.append(Paragraph(spans(words("paper.nothing-yet"))))
    name = charter.community.name
    title = (
        words("paper.charter-foot", community=name, n=charter.version.number)
        if charter.version
        else words("paper.charter-draft-foot", community=name)
    )
    return framed(words, title, audience, name, pieces)


def _head(words: Words, charter: Charter) -> list[Piece]:
    version = charter.version
    over = words("paper.charter-version", n=version.number) if version else words("paper.draft")
    return headed(over, charter.community.name, _status(words, charter))


def _status(words: Words, charter: Charter) -> str:
    version = charter.version
    if version is None:
        return words("paper.status-draft")
    day = words.day(date.fromisoformat(version.date))
    said = [words(f"paper.status-{version.status}", date=day)]
    if charter.agreement is not None:
        counted = stance_sentence(words, charter.agreement)
        said.append(counted)
    if version.until and version.status == "agreed":
        until = words.day(date.fromisoformat(version.until))
        said.append(words("paper.until-date", date=until))
    return beside(said)


def _lead(words: Words, charter: Charter) -> list[Piece]:
    pieces: list[Piece] = []
    for clause in charter.of(LEAD):
        if clause.form != "text" or clause.heading.strip():
            pieces += clause_pieces(clause, None, words.language)
        else:
            lines = [line for line in clause.text.split("\n") if line.strip()]
            pieces += [Paragraph(spans(line), "lead") for line in lines]
    return pieces


def _sections(reader: Reader, catalogue: Catalogue, words: Words, charter: Charter) -> list[Piece]:
    """The numbered sections: the catalogue's, those of one's own, what was agreed, what changed."""
    known = {section.id: section for section in catalogue.sections}
    own = [one.section for one in charter.clauses if one.section not in known]
    first = [one for one in known if one not in (LEAD, *PANELLED, *LAST)]
    pieces: list[Piece] = []
    number = 0
    for section in (*first, *dict.fromkeys(own), *LAST):
        inside = _section(reader, catalogue, words, charter, section)
        if inside:
            number += 1
            found = known.get(section)
            name = found.in_language(words.language).heading if found else section
            pieces += [Heading(2, name, number), *inside]
    return pieces


def _section(
    reader: Reader, catalogue: Catalogue, words: Words, charter: Charter, section: str
) -> list[Piece]:
    """What stands in a section: its clauses, and what Hearth knows besides."""
    known = catalogue.find_section(section)
    ordered = section in ORDERED
    pieces: list[Piece] = []
    for clause in charter.of(section):
        pieces += clause_pieces(clause, known, words.language, ordered=ordered)
    pieces += _panels(catalogue, words, charter, section)
    if section == HELD:
        pieces += _holders(reader, catalogue, words, charter)
    elif section == AGREEMENT and charter.version is not None and charter.agreement is not None:
        pieces += stance_pieces(words, charter.version, charter.agreement)
    elif section == CHANGES and charter.version is not None and charter.before is not None:
        told, hidden = charter.clauses, charter.hidden
        pieces += change_pieces(
            catalogue, words, (charter.before, charter.version), (charter.earlier, told), hidden
        )
    return pieces


def _panels(catalogue: Catalogue, words: Words, charter: Charter, parent: str) -> list[Piece]:
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


def _holders(reader: Reader, catalogue: Catalogue, words: Words, charter: Charter) -> list[Piece]:
    """Who holds which role: on the version's date, or when the draft was last worked on."""
    community = charter.community
    day = charter.version.date if charter.version else _last_touched(reader, community)
    held = holders_on(reader, catalogue, community.id, day)
    return holders_table(
        words,
        [
            holder_row(reader, catalogue, words, (one.role, one.label, one.person), one)
            for one in held
        ],
    )


def _last_touched(reader: Reader, community: Community) -> str | None:
    """The day of the last change in a community, where it is; None when none is known."""
    found = reader.cells(
        "SELECT max(at) FROM change WHERE community = ? OR community IS NULL", community.id
    )
    at = found[0][0] if found else None
    return today_in(community.zone, instant(str(at))).isoformat() if at else None
