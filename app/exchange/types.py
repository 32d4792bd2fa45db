"""The community file: all a community has, as rows grouped by table, parents before children.

``docs/community-file.md`` says what it is for; ``docs/community-file.schema.json`` is made from
these types (:mod:`app.exchange.schema`).
"""

from collections.abc import Iterator
from typing import Final, Literal

import msgspec

from app.library.row import Row
from app.library.rows import (
    JOURNALED,
    Attachment,
    Attendance,
    Block,
    Clause,
    ClauseSource,
    Cluster,
    Community,
    Dots,
    Gathering,
    Holding,
    Membership,
    Naming,
    Note,
    Outcome,
    Person,
    Reservation,
    RoomGroup,
    Round,
    Run,
    Session,
    Signal,
    StageReading,
    Tally,
    Version,
    Workshop,
)

FORMAT: Final = 1
"""The format this Hearth writes, and the latest it reads."""

TABLES: tuple[type[Row], ...] = (*(kind for kind in JOURNALED if kind is not Community), Tally)
"""The tables of which a file has lists of rows, in the order in which they are brought in."""

EVERY: tuple[type[Row], ...] = (Community, *TABLES)
"""The same with the community's own table, of which a file has one row."""


class Header(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which format the file is in, and who may read it: it holds what only a facilitator may."""

    format: Literal[1]
    audience: Literal["facilitator"]


class Content(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The bytes of an attached file (base64), under their SHA-256 in 64 hexadecimal digits."""

    hash: str
    data: bytes


class CommunityFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A community and all its rows, by table; in each table the rows are in the order of their ids.

    ``person``: whoever a row names. ``naming``: only who said yes. ``round`` and ``tally``: private
    rounds only as the stances, counted and closed, to a version of the charter.
    """

    hearth: Header
    community: Community
    person: tuple[Person, ...] = ()
    membership: tuple[Membership, ...] = ()
    workshop: tuple[Workshop, ...] = ()
    session: tuple[Session, ...] = ()
    room_group: tuple[RoomGroup, ...] = ()
    block: tuple[Block, ...] = ()
    run: tuple[Run, ...] = ()
    stage_reading: tuple[StageReading, ...] = ()
    holding: tuple[Holding, ...] = ()
    naming: tuple[Naming, ...] = ()
    attendance: tuple[Attendance, ...] = ()
    cluster: tuple[Cluster, ...] = ()
    note: tuple[Note, ...] = ()
    version: tuple[Version, ...] = ()
    round: tuple[Round, ...] = ()
    dots: tuple[Dots, ...] = ()
    outcome: tuple[Outcome, ...] = ()
    clause: tuple[Clause, ...] = ()
    clause_source: tuple[ClauseSource, ...] = ()
    reservation: tuple[Reservation, ...] = ()
    gathering: tuple[Gathering, ...] = ()
    attachment: tuple[Attachment, ...] = ()
    signal: tuple[Signal, ...] = ()
    tally: tuple[Tally, ...] = ()
    blob: tuple[Content, ...] = ()

    def rows(self, kind: type[Row]) -> tuple[Row, ...]:
        """The rows of one table; of the community's own, the one row."""
        if kind is Community:
            return (self.community,)
        found: tuple[Row, ...] = getattr(self, kind.table)
        return found

    def every_row(self) -> Iterator[tuple[Row, int]]:
        """Every row with its number in its table, from 1; the community first."""
        for kind in EVERY:
            for number, row in enumerate(self.rows(kind), start=1):
                yield row, number


REFERENCES: dict[type[Row], dict[str, type[Row]]] = {
    Membership: {"community": Community, "person": Person},
    Workshop: {"community": Community},
    Session: {"workshop": Workshop},
    RoomGroup: {"workshop": Workshop},
    Block: {"workshop": Workshop, "session": Session, "room_group": RoomGroup},
    Run: {"block": Block, "room_group": RoomGroup},
    StageReading: {"community": Community, "workshop": Workshop},
    Holding: {
        "community": Community,
        "workshop": Workshop,
        "person": Person,
        "deputy": Person,
    },
    Naming: {"run": Run, "person": Person},
    Attendance: {"workshop": Workshop, "person": Person},
    Cluster: {"run": Run},
    Note: {
        "community": Community,
        "workshop": Workshop,
        "run": Run,
        "room_group": RoomGroup,
        "cluster": Cluster,
        "author": Person,
    },
    Version: {"community": Community, "workshop": Workshop},
    Round: {"run": Run, "version": Version},
    Dots: {"round": Round},
    Outcome: {"community": Community, "workshop": Workshop, "run": Run, "owner": Person},
    Clause: {"community": Community, "run": Run},
    ClauseSource: {"clause": Clause, "note": Note},
    Reservation: {"version": Version, "said_by": Person},
    Gathering: {"community": Community, "workshop": Workshop},
    Signal: {"community": Community},
    Tally: {"round": Round},
}
"""Which column of which table names a row of which other; None where a row need not name one."""
