"""The registers of a community at a glance: how much is in each, how much of it is open."""

from collections.abc import Iterable
from datetime import date

import msgspec

from app.catalogue.register_shapes import Register
from app.library.reader import Reader
from app.registers.listing import Counts


class Glance(msgspec.Struct, frozen=True):
    """A register and its entries, counted."""

    register: Register
    counts: Counts


def glances(
    reader: Reader, registers: Iterable[Register], community: str, today: date
) -> list[Glance]:
    """Every register, also those without an entry."""
    return [Glance(one, _counts(reader, one, community, today)) for one in registers]


def _counts(reader: Reader, register: Register, community: str, today: date) -> Counts:
    # Counted where they lie: a page with a dozen registers reads none of them.
    found = reader.cells(
        "SELECT state, json_extract(cells, ?) FROM register_entry"
        " WHERE community = ? AND register = ?",
        f'$."{register.due_column}"',
        community,
        register.id,
    )
    open_ = [due for state, due in found if register.is_open(str(state))]
    past = sum(isinstance(due, str) and due < today.isoformat() for due in open_)
    return Counts(all=len(found), open=len(open_), past=past)
