"""The facts of a comparison: two sides of a charter, as far as an audience may read them."""

import msgspec

from app.charter.versions import versions_of
from app.library.audience import may_read
from app.library.charter_rows import FrozenClause
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
    clauses_before: tuple[FrozenClause, ...]
    clauses_now: tuple[FrozenClause, ...]


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
        clauses_before=tuple(
            one for one in before if may_read(one.audience, audience) and one.id not in hidden
        ),
        clauses_now=tuple(one for one in now if one.id not in hidden),
    )
