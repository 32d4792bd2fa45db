"""What a community file holds, and what of it is in a library already: before anything is done."""

from collections.abc import Mapping

import msgspec

from app.exchange.community_file import CommunityFile
from app.exchange.importing import check_new, known_people
from app.folding import fold
from app.library.reader import Reader
from app.library.row import Row
from app.library.rows import (
    Attachment,
    Gathering,
    Holding,
    Note,
    Outcome,
    Person,
    RegisterEntry,
    Version,
    Workshop,
)
from app.library.trouble import Trouble

COUNTED: Mapping[str, type[Row]] = {
    "people": Person,
    "workshops": Workshop,
    "notes": Note,
    "outcomes": Outcome,
    "versions": Version,
    "roles": Holding,
    "gatherings": Gathering,
    "entries": RegisterEntry,
    "files": Attachment,
}
"""What is told of a file before it goes or comes."""
PRIVATE_PARTS = (
    "note",
    "block",
    "outcome",
    "clause",
    "version.clauses",
    "register_entry",
    "community.notes",
    "person.notes",
    "workshop.notes",
)
"""What is told by its name of what was left out as private; whatever else there is goes with it."""


class Counted(msgspec.Struct, frozen=True):
    """How many there are of something that people know by its name."""

    what: str
    number: int


class Arrival(msgspec.Struct, frozen=True):
    """What becomes of a file in a library.

    ``known`` are the names of people who are here already, ``namesakes`` of others who are called
    like somebody here and would stand beside them. ``refused`` is why it cannot come in.
    """

    known: tuple[str, ...]
    namesakes: tuple[str, ...]
    refused: Trouble | None


def contents_of(file: CommunityFile) -> tuple[Counted, ...]:
    """What a file holds, without what there is none of."""
    found = (Counted(what, len(file.rows(kind))) for what, kind in COUNTED.items())
    return tuple(one for one in found if one.number)


def private_parts(left_out: Mapping[str, int]) -> tuple[Counted, ...]:
    """What was left out as private, as a header counts it; the rest together as "more"."""
    told = [Counted(part, left_out[part]) for part in PRIVATE_PARTS if part in left_out]
    more = sum(number for part, number in left_out.items() if part not in PRIVATE_PARTS)
    return (*told, *([Counted("more", more)] if more else []))


def arrival_of(reader: Reader, file: CommunityFile) -> Arrival:
    """What would become of a file in this library."""
    refused: Trouble | None = None
    try:
        check_new(reader, file)
    except Trouble as trouble:
        refused = trouble
    known = {here.id: here.name for here in known_people(reader, file)}
    names = {fold(str(name)) for (name,) in reader.cells(f"SELECT name FROM {Person.table}")}
    others = (one for one in file.rows(Person) if one.id not in known)
    return Arrival(
        known=tuple(known.values()),
        namesakes=tuple(one.name for one in others if fold(one.name) in names),
        refused=refused,
    )
