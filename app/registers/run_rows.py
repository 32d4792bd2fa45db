"""Rows that are written into a register while people are in the room, cell by cell.

An exercise names a register and which of its columns are asked. What a run writes are entries like
any other: they stay between workshops, and each knows the run that it was said in.
"""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import exercise_file, unknown
from app.catalogue.recipe import Recipe
from app.catalogue.register_shapes import Register, RegisterColumn, RegisterState, RegisterWords
from app.catalogue.setup import read_setup
from app.community.today import today_of
from app.library.audience import narrowest
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import RegisterEntry
from app.library.trouble import Trouble
from app.registers.cells import Value
from app.registers.register_entries import (
    Entry,
    EntryFields,
    add_entry,
    entries_of,
    remove_entries,
    set_cells,
)
from app.registers.typed_cells import Typing, headed, read_typed
from app.workshop.planning import scope_of
from app.workshop.running import Running

ASKED = frozenset(("text", "choice", "date", "person", "number", "hours", "yes-no"))
"""Types of columns that can be asked in a room: what a row links to is chosen at a desk."""

BETWEEN = "/"
"""Between a row and a column in a target of the capture line."""


class RowsSetup(msgspec.Struct, frozen=True, kw_only=True):
    """The register (its id) that rows are written into, and the columns asked, in that order."""

    register: str = ""
    columns: tuple[str, ...] = ()


class Asked(msgspec.Struct, frozen=True):
    """The register that a recipe fills, and those of its columns that are asked in the room."""

    register: Register
    columns: tuple[RegisterColumn, ...]


class CellPlace(msgspec.Struct, frozen=True):
    """A cell: the entry and the column by their ids. Without an entry it begins a new row."""

    entry: str
    column: str

    @property
    def target(self) -> str:
        """The cell as a target of the capture line."""
        return f"{self.entry}{BETWEEN}{self.column}" if self.entry else self.column


class Filled(msgspec.Struct, frozen=True):
    """What a run wrote, and what stood in the register before it; both as their readers may."""

    asked: Asked
    entries: tuple[Entry, ...]
    before: tuple[Entry, ...]


def place_of_target(target: str) -> CellPlace:
    """The cell that a target stands for."""
    entry, _, column = target.rpartition(BETWEEN)
    return CellPlace(entry, column)


def asked_of(registers: Mapping[str, Register], recipe: Recipe) -> Asked:
    """What a recipe asks. The register's first column comes first: it says what a row is about.

    A register that this Hearth does not know, as a later one may have it, has plain texts.
    """
    setup = read_setup(recipe.setup, RowsSetup)
    register = registers.get(setup.register) or _plain(setup)
    by_id = {one.id: one for one in register.columns if one.type in ASKED}
    first = register.columns[0]
    wanted = [by_id[one] for one in setup.columns if one in by_id] or list(by_id.values())
    return Asked(register, tuple(dict.fromkeys((first, *wanted))))


def rows_faults(exercise: Exercise, registers: Mapping[str, Register]) -> Iterator[CatalogueError]:
    """No register or an unknown one, columns that it does not have or nobody can be asked."""
    file, setup = exercise_file(exercise.id), read_setup(exercise.setup, RowsSetup)
    if not setup.register or not setup.columns:
        part = "columns" if setup.register else "register"
        yield CatalogueError(file, f"setup.{part}", "part-missing", kind=exercise.kind)
        return
    register = registers.get(setup.register)
    if register is None:
        yield CatalogueError(file, "setup.register", "unknown-id", id=setup.register)
        return
    known = {one.id for one in register.columns if one.type in ASKED}
    yield from unknown(file, "setup.columns", setup.columns, known)
    if setup.columns[0] != register.columns[0].id:
        yield CatalogueError(file, "setup.columns[0]", "first-asked", id=register.columns[0].id)


def filled(reader: Reader, asked: Asked, running: Running, audience: str = "facilitator") -> Filled:
    """The entries of a run, and those that were there when it began."""
    found = entries_of(reader, asked.register, running.community.id, audience)
    run = running.run.id
    return Filled(
        asked,
        tuple(one for one in found if one.row.run == run),
        tuple(one for one in found if one.row.run != run and one.id < run),
    )


def count_rows(reader: Reader, run: str) -> int:
    """How many entries a run (its id) wrote."""
    return reader.count(RegisterEntry, run=run)


def keep_cell(
    library: Library, asked: Asked, running: Running, place: CellPlace, text: str, typing: Typing
) -> CellPlace:
    """Keep what was typed in a cell; gives the cell, of the row that it began where it began one.

    Raises Trouble (``cell-unclear``, ``cell-choice``, ``entry-needs``, ``row-begins``,
    ``too-long``, ``gone``).
    """
    column = next((one for one in asked.columns if one.id == place.column), asked.columns[0])
    return keep_value(
        library, asked, running, place, read_typed(asked.register, column, text, typing)
    )


def keep_value(
    library: Library, asked: Asked, running: Running, place: CellPlace, value: Value | None
) -> CellPlace:
    """Keep what was chosen in a cell, or empty it. Raises Trouble as :func:`keep_cell`."""
    scope = scope_of(running.workshop)
    if place.entry:
        set_cells(library, asked.register, place.entry, {place.column: value}, scope)
        return place
    if place.column != asked.columns[0].id:
        raise Trouble("row-begins")
    fields = _fields(asked, running)
    row = add_entry(
        library, asked.register, running.community.id, {place.column: value}, fields, scope
    )
    return CellPlace(row.id, place.column)


def keep_table(library: Library, asked: Asked, running: Running, text: str, typing: Typing) -> None:
    """Keep pasted rows, one a line, tabs between their cells: one change, all of it or none.

    A first row that names columns says which is which; otherwise they are those asked, in their
    order. Raises Trouble (``cell-unclear``, ``cell-choice``, ``entry-needs``, ``too-long``).
    """
    rows = [line.split("\t") for line in text.splitlines() if line.strip()]
    heads = headed(asked.register, asked.columns, rows[0]) if rows else None
    columns: Sequence[RegisterColumn | None] = heads or asked.columns
    with library.change("register-rows", scope_of(running.workshop)):
        for row in rows[1:] if heads else rows:
            values = {
                column.id: read_typed(asked.register, column, cell, typing)
                for column, cell in zip(columns, row, strict=False)
                if column is not None
            }
            if any(value is not None for value in values.values()):
                fields = _fields(asked, running)
                scope = scope_of(running.workshop)
                add_entry(library, asked.register, running.community.id, values, fields, scope)


def keep_typed(
    library: Library, asked: Asked, running: Running, target: str, text: str, typing: Typing
) -> CellPlace | None:
    """Keep what was typed in the cell that a target stands for, or the rows that were pasted.

    Gives the cell, or None where it was rows. Raises Trouble as both do.
    """
    if "\t" in text or len(text.strip().splitlines()) > 1:
        keep_table(library, asked, running, text, typing)
        return None
    return keep_cell(library, asked, running, place_of_target(target), text, typing)


def typed_line(library: Library, asked: Asked, running: Running, target: str, text: str) -> None:
    """Keep a line, knowing no more than what day it is. Raises Trouble as :func:`keep_typed`."""
    typing = Typing(today_of(library, running.community.id))
    keep_typed(library, asked, running, target, text, typing)


def take_out(library: Library, running: Running, entry: str) -> None:
    """Take a row out of the register, as one step of the workshop. Raises Trouble (``gone``)."""
    remove_entries(library, [entry], scope_of(running.workshop))


def _fields(asked: Asked, running: Running) -> EntryFields:
    """A row goes no further than the block in which it was said."""
    narrower = narrowest(asked.register.audience, running.block.audience)
    return EntryFields(audience=narrower, workshop=running.workshop.id, run=running.run.id)


def _plain(setup: RowsSetup) -> Register:
    """A register that nobody knows here, with the columns that are asked as plain texts."""
    ids = setup.columns or ("entry",)
    columns = tuple(
        RegisterColumn(id=one, type="text", required=not at) for at, one in enumerate(ids)
    )
    words = RegisterWords(
        name=setup.register,
        sentence="",
        add="",
        edit="",
        empty_title="",
        empty="",
        columns={one: one for one in ids},
        states={"": ""},
    )
    return Register(
        id=setup.register or "rows",
        concepts=(),
        audience="facilitator",
        sources=("workshop",),
        columns=columns,
        states=(RegisterState(id="", open=True),),
        words={"en": words},
    )
