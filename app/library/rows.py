"""One frozen struct per table of the library file: what Hearth remembers, row by row.

Field names are column names, in column order; a test holds each struct against the schema.
Dates are ``YYYY-MM-DD``, instants UTC (:func:`app.moment.stamp`), times of day minutes since
midnight in the workshop's own zone, lengths minutes, positions integer thousandths.
"""

from app.library.charter_rows import (
    Clause,
    ClauseSource,
    Reservation,
    Version,
)
from app.library.kept_rows import (
    Answered,
    ClockEvent,
    Draft,
    Heartbeat,
    Snooze,
    Standing,
    Tally,
)
from app.library.people_rows import (
    Attachment,
    Community,
    Gathering,
    Holding,
    Membership,
    Person,
    Signal,
    StageReading,
)
from app.library.row import Row
from app.library.workshop_rows import (
    Attendance,
    Block,
    Cluster,
    Dots,
    Naming,
    Note,
    Outcome,
    RoomGroup,
    Round,
    Run,
    Session,
    Workshop,
)

__all__ = [
    "JOURNALED",
    "KEPT",
    "Answered",
    "Attachment",
    "Attendance",
    "Block",
    "Clause",
    "ClauseSource",
    "ClockEvent",
    "Cluster",
    "Community",
    "Dots",
    "Draft",
    "Gathering",
    "Heartbeat",
    "Holding",
    "Membership",
    "Naming",
    "Note",
    "Outcome",
    "Person",
    "Reservation",
    "RoomGroup",
    "Round",
    "Row",
    "Run",
    "Session",
    "Signal",
    "Snooze",
    "StageReading",
    "Standing",
    "Tally",
    "Version",
    "Workshop",
]

JOURNALED: tuple[type[Row], ...] = (
    Community,
    Person,
    Membership,
    Workshop,
    Session,
    RoomGroup,
    Block,
    Run,
    StageReading,
    Holding,
    Naming,
    Attendance,
    Cluster,
    Note,
    Version,
    Round,
    Dots,
    Outcome,
    Clause,
    ClauseSource,
    Reservation,
    Gathering,
    Attachment,
    Signal,
)
"""Tables whose every change is journaled and can be undone, parents before children."""

KEPT: tuple[type[Row], ...] = (
    Draft,
    Standing,
    ClockEvent,
    Heartbeat,
    Snooze,
    Tally,
    Answered,
)
"""Tables that are durable but never undone."""
