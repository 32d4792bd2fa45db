"""The facts of a register: its entries as an audience may read them, what is due first."""

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.register_shapes import Register
from app.library.reader import Reader
from app.library.rows import Community
from app.registers.cells import Value
from app.registers.register_entries import Entry, entries_of


class RegisterFacts(msgspec.Struct, frozen=True):
    """A community's register. An entry holds dates as dates, people and links by id and words."""

    community: str
    register: Register
    entries: tuple[Entry, ...]

    @property
    def open(self) -> int:
        """How many entries something is still expected of."""
        return sum(self.register.is_open(one.state) for one in self.entries)

    def values(self, column: str) -> list[Value]:
        """What stands in a column, entry by entry, where anything does."""
        return [one.values[column] for one in self.entries if column in one.values]


def read_register(
    reader: Reader, catalogue: Catalogue, community: str, register: str, audience: str
) -> RegisterFacts:
    """A register (by its id) for an audience. Raises KeyError for a community there is not.

    First what is open, by its day; then what is over, in the order of its states.
    """
    row = reader.row(Community, community)
    known = catalogue.register(register)
    entries = entries_of(reader, known, community, audience)
    places = {state.id: place for place, state in enumerate(known.states)}

    def place(entry: Entry) -> tuple[bool, str, int]:
        due = entry.due(known)
        open_ = known.is_open(entry.state)
        return not open_, due.isoformat() if due else "~", places.get(entry.state, -1)

    return RegisterFacts(row.name, known, tuple(sorted(entries, key=place)))
