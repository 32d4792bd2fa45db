"""Communities: founded, described, ended and opened again, archived and brought back, deleted."""

from datetime import date

import msgspec

from app.community.today import known_zone
from app.library.deleting import Deletion, delete
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community
from app.moment import stamp
from app.typed_text import name_line, one_line, required_name, several_lines


class CommunityFields(msgspec.Struct, frozen=True, kw_only=True):
    """What a person says about a community; ``zone`` is an IANA time zone."""

    name: str
    sentence: str = ""
    organization: str = ""
    language: str = "en"
    zone: str = "UTC"
    notes: str = ""


def fields_of(community: Community) -> CommunityFields:
    """A community's fields as they stand, to be edited."""
    return CommunityFields(
        name=community.name,
        sentence=community.sentence,
        organization=community.organization,
        language=community.language,
        zone=community.zone,
        notes=community.notes,
    )


def create_community(library: Library, fields: CommunityFields) -> Community:
    """Found a community. The change belongs to the library, where it can be undone from Home.

    Raises :class:`Trouble`: ``name-missing``, ``too-long``, ``zone-unknown``.
    """
    clean = _clean(fields)
    community = Community(
        id=library.moment.new_id(),
        created=stamp(library.moment.now()),
        **msgspec.structs.asdict(clean),
    )
    with library.change("community-add", Scope()) as rows:
        return rows.add(community)


def edit_community(library: Library, community: str, fields: CommunityFields) -> Community:
    """Change what is said about a community. Raises as :func:`create_community`."""
    clean = _clean(fields)
    with library.change("community-edit", Scope(community)) as rows:
        row = rows.row(Community, community)
        return rows.change(row, **msgspec.structs.asdict(clean))


def archive_community(library: Library, community: str, day: date) -> Community:
    """Put a community away from Home; all it has stays, and nothing is asked about it."""
    with library.change("community-archive", Scope(community)) as rows:
        return rows.change(rows.row(Community, community), archived=day.isoformat())


def bring_back_community(library: Library, community: str) -> Community:
    """Bring an archived community back to Home."""
    with library.change("community-bring-back", Scope(community)) as rows:
        return rows.change(rows.row(Community, community), archived=None)


def delete_community(library: Library, community: str) -> Deletion:
    """Delete a community with all it has, and the people whom nobody else knows.

    The change belongs to the library, where it can be undone from Home.
    """
    return delete(library, "community-delete", Scope(), library.reader.needed(Community, community))


def _clean(fields: CommunityFields) -> CommunityFields:
    return CommunityFields(
        name=required_name(fields.name),
        sentence=one_line(fields.sentence),
        organization=name_line(fields.organization),
        language=fields.language,
        zone=known_zone(fields.zone),
        notes=several_lines(fields.notes),
    )
