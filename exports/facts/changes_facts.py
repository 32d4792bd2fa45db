"""The facts of a comparison: two sides of a charter, as far as an audience may read them."""

from collections.abc import Sequence

import msgspec

from app.charter.charter_head import draft_head, frozen_head
from app.charter.sections import frozen_sections, frozen_shape
from app.charter.shape_changes import CharterSide
from app.charter.versions import versions_of
from app.library.audience import may_read
from app.library.charter_rows import FrozenClause, FrozenHead
from app.library.reader import Reader
from app.library.rows import Community, Version
from exports.facts.charter_document import (
    VersionFacts,
    clauses_in,
    version_asked,
    version_before,
    version_facts,
)


class Pair(msgspec.Struct, frozen=True):
    """Two sides of a charter: each a version, or the draft where it is None.

    ``alone``: there is nothing that ``now`` could be compared with.
    """

    before: Version | None
    now: Version | None
    alone: bool = False


class ChangesFacts(msgspec.Struct, frozen=True):
    """Two sides of a community's charter and what each says; a side without a version is the
    draft. ``alone``: there is nothing to compare with."""

    community: str
    before: VersionFacts | None
    now: VersionFacts | None
    alone: bool
    side_before: CharterSide
    side_now: CharterSide


def pair_asked(reader: Reader, community: str, version: int | None, against: int | None) -> Pair:
    """The two sides that are asked for by their numbers, 0 being the draft.

    Where neither is named, the latest two versions, or the draft against the only one; where one
    is not, the version before the other, or what followed it. Raises KeyError for a version there
    is not.
    """
    known = versions_of(reader, community)
    standing = [one for one in known if one.status != "withdrawn"]
    if version is None:
        old = version_asked(reader, community, against) if against is not None else None
        latest = next(iter(standing), None)
        only = len(standing) < 2 if against is None else old is not None and old == latest
        now = None if only else latest
    else:
        now = version_asked(reader, community, version)
    if against is not None:
        return Pair(version_asked(reader, community, against), now)
    before = version_before(known, now)
    return Pair(before, now, alone=before is None)


def read_changes(
    reader: Reader, community: str, version: int | None, against: int | None, audience: str
) -> ChangesFacts:
    """Both sides for an audience. What it may read no more is not told as taken out."""
    pair = pair_asked(reader, community, version, against)
    now = clauses_in(reader, community, pair.now)
    before = () if pair.alone else clauses_in(reader, community, pair.before)
    hidden = {one.id for one in now if not may_read(one.audience, audience)}
    return ChangesFacts(
        community=reader.row(Community, community).name,
        before=version_facts(reader, pair.before) if pair.before else None,
        now=version_facts(reader, pair.now) if pair.now else None,
        alone=pair.alone,
        side_before=_side(
            reader,
            community,
            pair.before,
            [one for one in before if may_read(one.audience, audience) and one.id not in hidden],
            before,
        ),
        side_now=_side(
            reader, community, pair.now, [one for one in now if one.id not in hidden], now
        ),
    )


def charter_side(reader: Reader, community: str, version: Version | None) -> CharterSide:
    """All that a version says, or the draft where there is none; for every audience."""
    clauses = clauses_in(reader, community, version)
    return _side(reader, community, version, clauses, clauses)


def _side(
    reader: Reader,
    community: str,
    version: Version | None,
    told: Sequence[FrozenClause],
    every: Sequence[FrozenClause],
) -> CharterSide:
    """A side as far as its clauses are ``told``; sections of whose clauses ``every`` is kept from
    the readers go with them."""
    if version is not None:
        shape, head = frozen_sections(version), frozen_head(version)
    else:
        shape = frozen_shape(reader, community, every)
        head = draft_head(reader, community) or FrozenHead()
    kept = {one.section for one in every} - {one.section for one in told}
    above = {one.under for one in shape if one.id not in kept}
    return CharterSide(told, [one for one in shape if one.id not in kept or one.id in above], head)
