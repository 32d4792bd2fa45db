"""The facts of a charter: its clauses, who holds which role, how people stood to it."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.charter_head import draft_head, frozen_head
from app.charter.clauses import clauses_of
from app.charter.people_asked import people_asked
from app.charter.sections import frozen_sections, frozen_shape
from app.charter.versions import (
    Agreement,
    agreement_of,
    draft_clauses,
    frozen_clauses,
    versions_of,
)
from app.charter.wordings import Wording, wordings_of
from app.community.today import today_in
from app.library.audience import may_read
from app.library.charter_rows import FrozenClause, FrozenHead, FrozenSection
from app.library.reader import Reader
from app.library.rows import Clause, Community, Version, Workshop
from app.moment import instant
from app.workshop.attendance import who_came
from exports.facts.agreement_facts import AnswersTold, read_answers
from exports.facts.dates import date_or_none
from exports.facts.holders import HolderFacts, holdings_on, read_holder

DRAFT = 0
"""The number that asks for the draft, whatever versions there are; theirs begin at 1."""

AGREEMENT = "agreement"
"""The charter section that says what was agreed to."""


class VersionFacts(msgspec.Struct, frozen=True):
    """A numbered version: when it was made, until when it is tried, why, how many were ``asked``
    (0 where nobody knows). ``workshop`` is the title of the one it came of, if any, ``came`` how
    many were there."""

    number: int
    status: str
    day: date
    until: date | None
    reason: str
    asked: int
    workshop: str = ""
    came: int = 0


class CharterFacts(msgspec.Struct, frozen=True):
    """What a charter says to an audience; the draft when ``version`` is None.

    ``agreement`` is None where nobody was asked, or where the audience may not read what was
    agreed to. ``before`` is the version before it that was not set aside (of a draft, the latest),
    ``earlier`` what the audience may read of that; ``hidden`` are the sections of which it may
    not read all. ``shape`` is how the community arranged the sections, ``head`` what it says on
    top; ``answers`` goes with ``agreement``.
    """

    community: str
    version: VersionFacts | None
    clauses: tuple[FrozenClause, ...]
    holders: tuple[HolderFacts, ...]
    agreement: Agreement | None
    before: VersionFacts | None
    earlier: tuple[FrozenClause, ...]
    hidden: frozenset[str]
    shape: tuple[FrozenSection, ...] = ()
    head: FrozenHead = FrozenHead()
    earlier_shape: tuple[FrozenSection, ...] = ()
    earlier_head: FrozenHead = FrozenHead()
    answers: AnswersTold | None = None
    wordings: Mapping[str, Wording] = {}
    """Of a draft, which wording each clause is of which several stand, by its id."""

    def of(self, section: str) -> list[FrozenClause]:
        """The clauses of a section."""
        return [one for one in self.clauses if one.section == section]


def version_facts(reader: Reader, version: Version) -> VersionFacts:
    """A version's row as facts."""
    workshop = reader.find(Workshop, version.workshop) if version.workshop else None
    return VersionFacts(
        number=version.number,
        status=version.status,
        day=date.fromisoformat(version.date),
        until=date_or_none(version.until),
        reason=version.reason,
        asked=people_asked(reader, version.community, version).people,
        workshop=workshop.title if workshop is not None else "",
        came=who_came(reader, workshop.id) if workshop is not None else 0,
    )


def version_asked(reader: Reader, community: str, number: int | None) -> Version | None:
    """The version of a number; None for the draft.

    ``number`` None asks for the latest that was not set aside, or the draft where there is none;
    :data:`DRAFT` for the draft. Raises KeyError for a version that does not exist.
    """
    known = versions_of(reader, community)
    if number is None:
        return next((one for one in known if one.status != "withdrawn"), None)
    found = next((one for one in known if one.number == number), None)
    if found is None and number != DRAFT:
        raise KeyError(number)
    return found


def read_charter(
    reader: Reader, catalogue: Catalogue, community: str, number: int | None, audience: str
) -> CharterFacts:
    """A version's charter (as :func:`version_asked` finds it) for an audience."""
    row = reader.row(Community, community)
    version = version_asked(reader, community, number)
    clauses = clauses_in(reader, community, version)
    hidden = frozenset(one.section for one in clauses if not may_read(one.audience, audience))
    readable = _readable(clauses, audience)
    # What was counted belongs to what was agreed to: who may not read this does not learn that.
    silent = AGREEMENT in hidden and not any(one.section == AGREEMENT for one in readable)
    before = version_before(versions_of(reader, community), version)
    return CharterFacts(
        community=row.name,
        version=version_facts(reader, version) if version else None,
        clauses=readable,
        holders=_holders(reader, catalogue, row, version),
        agreement=agreement_of(reader, version.id) if version and not silent else None,
        before=version_facts(reader, before) if before else None,
        earlier=_readable(frozen_clauses(before) if before else (), audience),
        hidden=hidden,
        shape=tuple(
            frozen_sections(version)
            if version
            else frozen_shape(reader, community, draft_clauses(reader, community))
        ),
        earlier_shape=tuple(frozen_sections(before) if before else ()),
        earlier_head=frozen_head(before) if before else FrozenHead(),
        head=frozen_head(version) if version else draft_head(reader, community) or FrozenHead(),
        answers=read_answers(reader, catalogue, version) if version and not silent else None,
        wordings={} if version else wordings_of(_said(reader, community, readable)),
    )


def _said(reader: Reader, community: str, told: Sequence[FrozenClause]) -> list[Clause]:
    """The rows of a draft's clauses, as far as they are ``told``."""
    ids = {one.id for one in told}
    return [one for one in clauses_of(reader, community) if one.id in ids]


def clauses_in(reader: Reader, community: str, version: Version | None) -> Sequence[FrozenClause]:
    """The clauses of a version, or of the draft; for every audience."""
    return frozen_clauses(version) if version else draft_clauses(reader, community)


def _readable(clauses: Sequence[FrozenClause], audience: str) -> tuple[FrozenClause, ...]:
    return tuple(one for one in clauses if may_read(one.audience, audience))


def version_before(known: Sequence[Version], version: Version | None) -> Version | None:
    """The version before one that was not set aside; before a draft, the latest."""
    standing = (one for one in known if one.status != "withdrawn")
    return next((one for one in standing if version is None or one.number < version.number), None)


def _holders(
    reader: Reader, catalogue: Catalogue, community: Community, version: Version | None
) -> tuple[HolderFacts, ...]:
    """Who holds which role: on the version's date, or when the draft was last worked on."""
    day = version.date if version else _last_changed(reader, community)
    return tuple(
        read_holder(reader, one.role, one.label, one.person, one)
        for one in holdings_on(reader, catalogue, community.id, day)
    )


def _last_changed(reader: Reader, community: Community) -> str | None:
    """The day of the last change in a community, where it is; None when none is known."""
    found = reader.cells(
        "SELECT max(at) FROM change WHERE community = ? OR community IS NULL", community.id
    )
    at = found[0][0] if found else None
    return today_in(community.zone, instant(str(at))).isoformat() if at else None
