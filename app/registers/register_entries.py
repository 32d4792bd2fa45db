"""Entries of a register: read for an audience, added, changed, moved from state to state."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from app.catalogue.register_shapes import Register
from app.library.audience import AUDIENCES, readable
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import RegisterEntry
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.moment import stamp
from app.registers.cells import Link, Party, Value, Values, named_rows, read_cells, write_cells
from app.registers.links import words_of

STEP = 1000
"""Between the positions of two entries."""


class Entry(msgspec.Struct, frozen=True):
    """An entry as somebody may read it: its row, and its cells that hold something, by column."""

    row: RegisterEntry
    values: Mapping[str, Value]
    workshop: Link | None = None

    @property
    def id(self) -> str:
        """The key of its row."""
        return self.row.id

    @property
    def state(self) -> str:
        """The id of the state it is in."""
        return self.row.state

    def due(self, register: Register) -> date | None:
        """The day by which it is expected; None when none is said, or nothing is expected."""
        column = register.due_column
        value = self.values.get(column) if column is not None else None
        return value if isinstance(value, date) and register.is_open(self.state) else None


class EntryFields(msgspec.Struct, frozen=True, kw_only=True):
    """What is said of an entry beside its cells.

    An empty state is the register's first, an empty audience the register's own; where a column
    asks for consent, that decides instead. ``workshop`` and ``run`` are the ids of those in which
    it was said.
    """

    state: str = ""
    audience: str = ""
    workshop: str | None = None
    run: str | None = None


def entries_of(
    reader: Reader, register: Register, community: str, audience: str = "facilitator"
) -> list[Entry]:
    """What ``audience`` may read of a register, in the order in which it was written.

    Of what entries link to, too, only what it may read. Raises ValueError for no such audience.
    """
    rows = readable(
        reader,
        audience,
        RegisterEntry,
        "community = ? AND register = ? ORDER BY position, id",
        community,
        register.id,
    )
    return _resolved(reader, register, rows, audience)


def entry_of(reader: Reader, register: Register, entry: str) -> Entry:
    """One entry by its id. Raises KeyError."""
    return _resolved(reader, register, [reader.row(RegisterEntry, entry)], "facilitator")[0]


def add_entry(
    library: Library,
    register: Register,
    community: str,
    values: Values,
    fields: EntryFields = EntryFields(),  # noqa: B008 - frozen
    scope: Scope | None = None,
) -> RegisterEntry:
    """Write a new entry at the end; a change of the community, or of the workshop of ``scope``.

    Raises :class:`Trouble`: ``entry-needs`` when a required cell is empty, ``too-long``.
    """
    _check_required(register, values)
    cells = write_cells(register, values)
    with library.change("register-add", scope or Scope(community)) as rows:
        last = rows.number(
            "SELECT max(position) FROM register_entry WHERE community = ? AND register = ?",
            community,
            register.id,
        )
        return rows.add(
            RegisterEntry(
                id=library.moment.new_id(),
                community=community,
                workshop=fields.workshop,
                register=register.id,
                state=_state(register, fields.state),
                texts=cells.texts,
                cells=cells.cells,
                audience=_audience(register, fields.audience, values),
                position=last + STEP,
                made=stamp(library.moment.now()),
                run=fields.run,
            )
        )


def edit_entry(
    library: Library, register: Register, entry: str, values: Values, fields: EntryFields
) -> RegisterEntry:
    """Change an entry; columns that are not named in ``values`` stay as they are.

    Raises :class:`Trouble`: as :func:`add_entry`, and ``gone``.
    """
    with library.change("register-edit", _scope(library, entry)) as rows:
        row = rows.find(RegisterEntry, entry)
        if row is None:
            raise Trouble("gone")
        row = _with_cells(rows, register, row, values, fields.audience)
        return rows.change(row, workshop=fields.workshop, state=_state(register, fields.state))


def set_cells(
    library: Library, register: Register, entry: str, values: Values, scope: Scope | None = None
) -> RegisterEntry:
    """Change cells of an entry and nothing beside them, but who may read it where one of them says.

    Raises :class:`Trouble`: as :func:`add_entry`, and ``gone``.
    """
    with library.change("register-edit", scope or _scope(library, entry)) as rows:
        row = rows.find(RegisterEntry, entry)
        if row is None:
            raise Trouble("gone")
        return _with_cells(rows, register, row, values, row.audience)


def move_entries(library: Library, register: Register, entries: Sequence[str], state: str) -> None:
    """Bring entries into a state, in one change. Raises :class:`Trouble` (``gone``)."""
    if not entries:
        return
    with library.change("register-state", _scope(library, entries[0])) as rows:
        for entry in entries:
            row = rows.find(RegisterEntry, entry)
            if row is None:
                raise Trouble("gone")
            rows.change(row, state=_state(register, state))


def remove_entries(library: Library, entries: Sequence[str], scope: Scope | None = None) -> None:
    """Take entries away, in one change that can be undone; those that are gone already stay so."""
    if not entries:
        return
    with library.change("register-remove", scope or _scope(library, entries[0])) as rows:
        for entry in entries:
            row = rows.find(RegisterEntry, entry)
            if row is not None:
                rows.remove(row)


def _scope(library: Library, entry: str) -> Scope:
    """The community of an entry. Raises Trouble (``gone``)."""
    row = library.reader.find(RegisterEntry, entry)
    if row is None:
        raise Trouble("gone")
    return Scope(row.community)


def _check_required(register: Register, values: Values) -> None:
    for column in register.columns:
        value = values.get(column.id)
        said = value.strip() if isinstance(value, str) else value
        if column.required and said in (None, "", Party()):
            raise Trouble("entry-needs", column=column.id)


def _state(register: Register, state: str) -> str:
    known = [one.id for one in register.states]
    if state and state not in known:
        raise ValueError(f"{register.id} has no state {state!r}")
    return state or known[0]


def _with_cells(
    rows: Writer, register: Register, row: RegisterEntry, values: Values, audience: str
) -> RegisterEntry:
    """The row with other cells, and with the audience that it then has."""
    whole = {**read_cells(register, row), **values}
    _check_required(register, whole)
    cells = write_cells(register, values, row)
    readers = _audience(register, audience, whole)
    return rows.change(row, texts=cells.texts, cells=cells.cells, audience=readers)


def _audience(register: Register, audience: str, values: Values) -> str:
    """Who may read an entry: whoever was agreed to, where that is asked; else as it was said."""
    if register.consent_column is not None:
        return str(values.get(register.consent_column) or AUDIENCES[0])
    if audience and audience not in AUDIENCES:
        raise ValueError(f"there is no audience {audience!r}")
    return audience or register.audience


def _resolved(
    reader: Reader, register: Register, rows: Sequence[RegisterEntry], audience: str
) -> list[Entry]:
    """Entries with the names of people and the words of what they link to.

    What is gone, or is not for the audience, counts as empty.
    """
    cells = [read_cells(register, row) for row in rows]
    named = {place for values in cells for place in named_rows(values)}
    named |= {("workshop", row.workshop) for row in rows if row.workshop}
    said = words_of(reader, named, audience)
    found = []
    for row, values in zip(rows, cells, strict=True):
        shown = {column: _told(value, said) for column, value in values.items()}
        where = said.get(("workshop", row.workshop)) if row.workshop else None
        found.append(
            Entry(
                row,
                {column: value for column, value in shown.items() if value is not None},
                Link("workshop", row.workshop, where) if row.workshop and where else None,
            )
        )
    return found


def _told(value: Value, said: Mapping[tuple[str, str], str]) -> Value | None:
    if isinstance(value, Party) and value.id:
        name = said.get(("person", value.id))
        return Party(id=value.id, name=name) if name else None
    if isinstance(value, Link):
        words = said.get((value.table, value.id))
        return Link(value.table, value.id, words) if words else None
    return value
