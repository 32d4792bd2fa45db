"""What the sample community wrote in its registers before its launch."""

from collections.abc import Mapping
from datetime import date, timedelta

from app.catalogue.catalogue import Catalogue
from app.catalogue.register_shapes import Register, RegisterColumn
from app.exchange.sample_script import SampleEntry
from app.library.library import Library
from app.registers.cells import Party, Value
from app.registers.register_entries import EntryFields, add_entry


def write_entries(
    library: Library,
    catalogue: Catalogue,
    community: str,
    entries: tuple[SampleEntry, ...],
    people: Mapping[str, str],
    launch: date,
) -> None:
    """Write entries of a community (its id); ``people`` are its members' ids by their names.

    Raises ValueError for a cell that does not fit its column: the sample is shipped.
    """
    for entry in entries:
        register = catalogue.register(entry.register)
        values = cells_of(register, entry, people, launch)
        add_entry(library, register, community, values, EntryFields(state=entry.state))


def cells_of(
    register: Register, entry: SampleEntry, people: Mapping[str, str], day: date
) -> dict[str, Value]:
    """An entry's cells by column; ``people`` are ids by name, days are counted from ``day``.

    Raises ValueError for a cell that does not fit its column: the sample is shipped.
    """
    return {
        column.id: _value(column, entry.cells[column.id], people, day)
        for column in register.columns
        if column.id in entry.cells
    }


def _value(
    column: RegisterColumn, cell: str | int | bool, people: Mapping[str, str], launch: date
) -> Value:
    match column.type, cell:
        case "date", int():
            return launch + timedelta(days=cell)
        case "person", str() if cell in column.parties:
            return Party(party=cell)
        case "person", str():
            return Party(id=people[cell])
        case _:
            return cell
