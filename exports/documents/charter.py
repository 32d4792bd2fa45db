"""The charter as people read it: a letter from the community about itself."""

from collections.abc import Sequence
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.versions import (
    Agreement,
    FrozenClause,
    agreement_of,
    draft_clauses,
    frozen_clauses,
    versions_of,
)
from app.library.audience import may_read
from app.library.reading import Reader
from app.library.rows import Community, Holding, Person, Version
from app.words import Words
from exports.kinds.roles import role_name
from exports.page import Heading, Page, Panel, Panels, Paragraph, Piece, Rule, Span, Table, spans
from exports.stances import stance_pieces, stance_sentence
from exports.wording import clause_pieces

LEAD = "purpose"
"""The section set large under the title."""
PANELLED = ("in-scope", "out-of-scope")
"""Sections set side by side under the domain."""
ORDERED = ("questions",)
"""Lists whose items are numbered."""
FIGURED = ("agreement", "changes")
"""Sections that are told by what was recorded, after all the others."""


class Charter(msgspec.Struct, frozen=True):
    """What a charter is made of: the draft when ``version`` is None."""

    community: Community
    version: Version | None
    clauses: tuple[FrozenClause, ...]
    agreement: Agreement | None
    before: tuple[FrozenClause, ...]


def read_charter(
    reader: Reader, community: str, number: int | None, audience: str, *, draft: bool = False
) -> Charter:
    """A version's charter (the latest when ``number`` is None), or the draft; for an audience.

    Raises KeyError for a version that does not exist.
    """
    row = reader.row(Community, community)
    known = versions_of(reader, community)
    version = None
    if not draft and known:
        version = next(one for one in known if number in (None, one.number)) if known else None
    if number is not None and (version is None or version.number != number):
        raise KeyError(number)
    clauses = frozen_clauses(version) if version else draft_clauses(reader, community)
    earlier = [one for one in known if version and one.number < version.number]
    return Charter(
        row,
        version,
        tuple(one for one in clauses if may_read(one.audience, audience)),
        agreement_of(reader, version.id) if version else None,
        tuple(frozen_clauses(earlier[0])) if earlier else (),
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
    pieces = [*_head(words, charter), *_lead(charter)]
    pieces += _sections(reader, catalogue, words, charter)
    if charter.version is not None and charter.agreement is not None:
        pieces += stance_pieces(words, charter.version, charter.agreement)
    pieces += _changes(catalogue, words, charter)
    name = charter.community.name
    foot = (
        words("paper.charter-foot", community=name, n=charter.version.number)
        if (charter.version)
        else words("paper.charter-draft-foot", community=name)
    )
    return Page(
        language=words.language,
        title=foot,
        foot=words("paper.foot-for", foot=foot, audience=words(f"paper.for-{audience}")),
        folio=words("paper.folio", n="{n}", total="{total}"),
        figure_word=words("paper.figure", n="{n}"),
        author=name,
        pieces=tuple(pieces),
    )


def _head(words: Words, charter: Charter) -> list[Piece]:
    version = charter.version
    over = words("paper.charter-version", n=version.number) if version else words("paper.draft")
    pieces: list[Piece] = [Paragraph(spans(over), "eyebrow"), Heading(1, charter.community.name)]
    pieces.append(Paragraph(spans(_status(words, charter)), "small"))
    pieces.append(Rule())
    return pieces


def _status(words: Words, charter: Charter) -> str:
    version = charter.version
    if version is None:
        return words("paper.status-draft")
    day = words.day(date.fromisoformat(version.date))
    said = [words(f"paper.status-{version.status}", date=day)]
    if charter.agreement is not None and charter.agreement.counts:
        said.append(stance_sentence(words, charter.agreement))
    if version.until:
        until = words.day(date.fromisoformat(version.until))
        said.append(words("paper.until-date", date=until))
    return " · ".join(said)


def _lead(charter: Charter) -> list[Piece]:
    purpose = [one for one in charter.clauses if one.section == LEAD]
    return [
        Paragraph(spans(line), "lead")
        for clause in purpose
        for line in clause.text.split("\n")
        if line.strip()
    ]


def _sections(reader: Reader, catalogue: Catalogue, words: Words, charter: Charter) -> list[Piece]:
    pieces: list[Piece] = []
    number = 0
    for section in catalogue.sections:
        if section.id in (LEAD, *PANELLED, *FIGURED):
            continue
        own = [one for one in charter.clauses if one.section == section.id]
        inside = [*_panels(catalogue, words, charter, section.id)]
        table = _holders(reader, catalogue, words, charter) if section.id == "roles" else []
        if not own and not inside and not table:
            continue
        number += 1
        pieces.append(Heading(2, section.in_language(words.language).heading, number))
        for clause in own:
            pieces += clause_pieces(
                clause.form,
                clause.text,
                clause.heading,
                section,
                words.language,
                ordered=section.id in ORDERED,
            )
        pieces += inside + table
    for section_id in _unknown(catalogue, charter):
        number += 1
        pieces.append(Heading(2, section_id, number))
        for clause in charter.clauses:
            if clause.section == section_id:
                pieces += clause_pieces(
                    clause.form, clause.text, clause.heading, None, words.language
                )
    return pieces


def _panels(catalogue: Catalogue, words: Words, charter: Charter, parent: str) -> Sequence[Piece]:
    """What is in and what is out, side by side, under the section they belong to."""
    panels = []
    for section in catalogue.sections:
        if section.parent != parent or section.id not in PANELLED:
            continue
        lines = tuple(
            f"•\N{NO-BREAK SPACE}{line}"
            for clause in charter.clauses
            if clause.section == section.id
            for line in clause.text.split("\n")
            if line.strip()
        )
        if lines:
            heading = section.in_language(words.language).heading
            panels.append(Panel(heading, lines, "teal" if section.id == PANELLED[0] else "sunk"))
    return (Panels(tuple(panels)),) if panels else ()


def _holders(reader: Reader, catalogue: Catalogue, words: Words, charter: Charter) -> list[Piece]:
    """Who holds which role on the charter's own date; today's for the draft."""
    day = charter.version.date if charter.version else ""
    rows = []
    order = {role.id: place for place, role in enumerate(catalogue.roles)}
    holdings = reader.rows(Holding, order="starts", community=charter.community.id)
    for held in sorted(holdings, key=lambda one: order.get(one.role, len(order))):
        if day and (held.starts > day or (held.ends and held.ends < day)):
            continue
        person = reader.find(Person, held.person)
        until = words.day(date.fromisoformat(held.ends)) if held.ends else words("paper.no-end")
        name = role_name(catalogue, words, held.role, held.label)
        rows.append((name, person.name if person else "", until))
    if not rows:
        return []
    heads = (words("paper.role"), words("paper.held-by"), words("paper.until"))
    return [Table(heads, tuple(rows), (0.4, 0.35, 0.25))]


def _unknown(catalogue: Catalogue, charter: Charter) -> list[str]:
    """Sections that this catalogue does not know; their clauses are printed all the same."""
    known = {section.id for section in catalogue.sections}
    return list(dict.fromkeys(one.section for one in charter.clauses if one.section not in known))


def _changes(catalogue: Catalogue, words: Words, charter: Charter) -> list[Piece]:
    """Which sections are new, changed or gone since the version before."""
    if not charter.before or charter.version is None:
        return []
    before, now = _texts(charter.before), _texts(charter.clauses)
    said = []
    for code, sections in (
        ("paper.change-new", [one for one in now if one not in before]),
        ("paper.change-edited", [one for one in now if one in before and now[one] != before[one]]),
        ("paper.change-gone", [one for one in before if one not in now]),
    ):
        if sections:
            names = []
            for one in sections:
                known = catalogue.find_section(one)
                names.append(known.in_language(words.language).name if known else one)
            said.append(words(code, sections=words.series(names)))
    if charter.version.reason:
        said.insert(0, charter.version.reason)
    if not said:
        return []
    head: list[Piece] = [Heading(2, words("paper.changes-since", n=charter.version.number - 1))]
    return head + [Paragraph((Span(one),)) for one in said]


def _texts(clauses: Sequence[FrozenClause]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for clause in clauses:
        found.setdefault(clause.section, []).append(clause.text)
    return found
