"""What was promised of what is given: by whom, by when.

A promise is an entry of the register of gives and asks, tied to the note by a cell: there, it is
kept between workshops, read back in both directions, and becomes kept, late or released. An action
beside it would say the same thing twice, and drift away from it.
"""

from collections.abc import Mapping
from datetime import date

import msgspec

from app.catalogue.register_shapes import Register
from app.kinds.exchange.setup import exchange_setup
from app.library.audience import narrowest
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Note, RegisterEntry
from app.registers.cells import Link, Party, Values
from app.registers.register_entries import (
    Entry,
    EntryFields,
    add_entry,
    edit_entry,
    entries_of,
    remove_entries,
)
from app.workshop.planning import scope_of
from app.workshop.running import Running

REGISTER = "gives-and-asks"
"""The register, by its id."""


class Promise(msgspec.Struct, frozen=True):
    """Who promised it, by which day, and how it stands; ``entry`` is the key of its entry."""

    entry: str
    by: Party | None
    due: date | None
    state: str


def promises_of(
    reader: Reader,
    running: Running,
    register: Register | None,
    audience: str = "facilitator",
) -> Mapping[str, Promise]:
    """What was promised in a run and ``audience`` may read, by the id of the note that gives it."""
    if register is None:
        return {}
    found = entries_of(reader, register, running.community.id, audience)
    here = [one for one in found if one.row.run == running.run.id]
    return {link.id: _promise(one) for one in here if isinstance(link := _note(one), Link)}


def keep_promise(
    library: Library,
    running: Running,
    register: Register,
    give: Note,
    ask: Note | None,
    by: Party | None,
    due: date | None,
) -> None:
    """Write down who gives something, by when: once, or say it otherwise. It goes to the party
    that asks for it, and goes no further than the note and its block.

    Raises Trouble (``entry-needs`` without a giver, ``too-long``).
    """
    known = promises_of(library.reader, running, register).get(give.id)
    values: Values = {"from": by, "due": due}
    with library.change("promise-keep", scope_of(running.workshop)) as writer:
        if known is not None:
            row = writer.row(RegisterEntry, known.entry)
            fields = EntryFields(state=row.state, audience=row.audience, workshop=row.workshop)
            edit_entry(library, register, row.id, values, fields)
            return
        asker = exchange_setup(running.recipe).asks.get(ask.zone, "") if ask else ""
        first: Values = {"promise": give.text, "note": Link("note", give.id)}
        to: Values = {"to": Party(party=asker) if asker else None}
        readers = narrowest(register.audience, give.audience, running.block.audience)
        entry = add_entry(
            library,
            register,
            running.community.id,
            {**first, **values, **to},
            EntryFields(audience=readers, workshop=running.workshop.id),
        )
        writer.change(entry, run=running.run.id)


def take_back_promise(library: Library, running: Running, promise: Promise) -> None:
    """Take a promise out of the register; undo brings it back."""
    with library.change("promise-take-back", scope_of(running.workshop)):
        remove_entries(library, [promise.entry])


def _promise(entry: Entry) -> Promise:
    by, due = entry.values.get("from"), entry.values.get("due")
    return Promise(
        entry=entry.id,
        by=by if isinstance(by, Party) else None,
        due=due if isinstance(due, date) else None,
        state=entry.state,
    )


def _note(entry: Entry) -> object:
    return entry.values.get("note")
