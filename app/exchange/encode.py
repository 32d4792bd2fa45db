"""Writing a community file: the rows of one community, and the same rows as the same bytes."""

from collections.abc import Mapping

import msgspec

from app.exchange.types import FORMAT, REFERENCES, TABLES, CommunityFile, Content, Header
from app.library import rows
from app.library.attachments import contents
from app.library.reading import Reader
from app.library.row import Row
from app.library.rows import Attachment, Community, Person, Tally

_WORKSHOPS = "(SELECT id FROM workshop WHERE community = ?1)"
_RUNS = (
    f"(SELECT run.id FROM run JOIN block ON block.id = run.block WHERE workshop IN {_WORKSHOPS})"
)
_VERSIONS = "(SELECT id FROM version WHERE community = ?1)"
_ROUNDS = (
    f"(SELECT id FROM round WHERE private = 0 AND (run IN {_RUNS} OR version IN {_VERSIONS})"
    f" OR form = 'stances' AND closed IS NOT NULL AND version IN {_VERSIONS})"
)
"""A private round leaves as the counted stances to a version, and only once it is closed: two
copies with one answer between them would tell whose it was."""

_OF_COMMUNITY: Mapping[type[Row], str] = {
    rows.Session: f"workshop IN {_WORKSHOPS}",
    rows.RoomGroup: f"workshop IN {_WORKSHOPS}",
    rows.Block: f"workshop IN {_WORKSHOPS}",
    rows.Run: f"id IN {_RUNS}",
    # Who was named and did not say yes is for the facilitator's screen alone.
    rows.Naming: f"answer = 'yes' AND run IN {_RUNS}",
    rows.Attendance: f"workshop IN {_WORKSHOPS}",
    rows.Cluster: f"run IN {_RUNS}",
    rows.Round: f"id IN {_ROUNDS}",
    rows.Dots: f"round IN {_ROUNDS}",
    rows.ClauseSource: "clause IN (SELECT id FROM clause WHERE community = ?1)",
    rows.Reservation: f"version IN {_VERSIONS}",
    Tally: f"round IN {_ROUNDS}",
}
"""Which rows of a table belong to a community, where they do not name it themselves."""


def export_community(reader: Reader, community: str) -> bytes:
    """A community's file. ``reader`` should be a snapshot; raises KeyError for no such community.

    The same rows give the same bytes, on every machine.
    """
    return encode(gather(reader, community))


def encode(file: CommunityFile) -> bytes:
    """The bytes of a file: one cell a line, so that what differs can be seen line by line."""
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def gather(reader: Reader, community: str) -> CommunityFile:
    """Everything a community has, except what is private. Raises KeyError for no such community."""
    found: dict[str, tuple[Row, ...]] = {}
    for kind in TABLES:
        if kind not in (Person, Attachment):
            found[kind.table] = _rows(reader, kind, community)
    found[Person.table] = _people(reader, found)
    first = reader.row(Community, community)
    kept = _attachments(reader, first, found)
    found[Attachment.table] = kept
    return CommunityFile(
        hearth=Header(format=FORMAT, audience="facilitator"),
        community=first,
        blob=_contents(reader, kept),
        **found,  # type: ignore[arg-type]  # each table's name is its field's
    )


def _rows(reader: Reader, kind: type[Row], community: str) -> tuple[Row, ...]:
    where = _OF_COMMUNITY.get(kind, "community = ?1")
    order = ", ".join(f'"{name}"' for name in kind.key)
    return tuple(reader.select(kind, f"WHERE {where} ORDER BY {order}", community))


def _people(reader: Reader, found: Mapping[str, tuple[Row, ...]]) -> tuple[Person, ...]:
    """Everybody whom a row of the file names."""
    named: set[str] = set()
    for kind, columns in REFERENCES.items():
        for column in (name for name, to in columns.items() if to is Person):
            named |= {getattr(row, column) for row in found[kind.table]} - {None}
    return tuple(reader.row(Person, one) for one in sorted(named))


def _attachments(
    reader: Reader, community: Community, found: Mapping[str, tuple[Row, ...]]
) -> tuple[Attachment, ...]:
    owners = {(Community.table, community.id)}
    for table, kept in found.items():
        owners |= {(table, str(getattr(row, row.key[0]))) for row in kept}
    every = reader.rows(Attachment)
    return tuple(one for one in every if (one.owner_table, one.owner) in owners)


def _contents(reader: Reader, kept: tuple[Attachment, ...]) -> tuple[Content, ...]:
    by_hash = {one.hash: one for one in kept}
    return tuple(
        Content(hash=digest, data=contents(reader, by_hash[digest])) for digest in sorted(by_hash)
    )
