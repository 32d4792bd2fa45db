"""The charter drafted in the room, as its tests look at it."""

from app.charter.clauses import clauses_of
from app.library.rows import Clause
from tests.ui.kinds.room import Room
from ui.kinds.charter.draft_page import DraftPage
from ui.parts.clauses.clause_field import ClauseField


def clauses(room: Room, section: str) -> list[Clause]:
    """The clauses of a section, as the library has them."""
    return clauses_of(room.library.reader, room.workshop.community, section)


def field(room: Room, section: str, number: int = 0) -> ClauseField:
    """The field of a section's clause."""
    part = room.child(DraftPage).parts[section]
    return part.fields[number]
