"""Entries as a list shows them: those that are looked for, in the order that is asked for."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date

import msgspec

from app.catalogue.register_shapes import Register, RegisterColumn
from app.collation import Key, sort_key
from app.folding import fold
from app.registers.cells import Link, Party, Value
from app.registers.register_entries import Entry

OPEN = "open"
"""The filter for all entries of which something is still expected."""

BY_DUE, BY_STATE, BY_AGE = "by-due", "by-state", "by-age"
"""Orders beside those by a column: what is due first, states in their order, the latest first."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which entries, in which order.

    ``state`` is a state's id, :data:`OPEN` or empty for all; ``order`` a column's id or one of the
    orders of this module; ``backwards`` turns it round, what is empty stays last.
    """

    text: str = ""
    state: str = ""
    order: str = BY_AGE
    backwards: bool = False


Speak = Callable[[RegisterColumn, Value], str]
"""Gives a cell in words, as whoever looks for something reads it."""


def orders_of(register: Register) -> tuple[str, ...]:
    """The orders that a register offers; the first is the one it begins with.

    By the day it is due only what is open is sorted: the rest comes after it.
    """
    due = (BY_DUE,) if register.due_column else ()
    columns = [one.id for one in register.columns if not one.long and not one.due]
    return (*due, BY_AGE, BY_STATE, *columns)


def listed(
    register: Register, entries: Iterable[Entry], wanted: Wanted, speak: Speak
) -> list[Entry]:
    """The entries wanted, in their order; each word of the text is found in one of their cells."""
    kept = [
        one
        for one in entries
        if wanted.state in ("", one.state) or (wanted.state == OPEN and register.is_open(one.state))
    ]
    words = fold(wanted.text).split()
    if words:
        kept = [one for one in kept if _matches(register, one, words, speak)]
    return in_order(register, kept, wanted.order, backwards=wanted.backwards, speak=speak)


def in_order(
    register: Register, entries: Sequence[Entry], order: str, *, backwards: bool, speak: Speak
) -> list[Entry]:
    """Entries in an order; those that have nothing to be sorted by come last either way.

    Among those that are not due, the open ones come first.
    """
    if order == BY_AGE:
        return list(entries) if backwards else list(reversed(entries))
    key = _key(register, order, speak)
    keyed = [(key(one), one) for one in entries]
    full = [(at, one) for at, one in keyed if at is not None]
    full.sort(key=lambda pair: pair[0], reverse=backwards)
    empty = [one for at, one in keyed if at is None]
    if order == BY_DUE:
        empty.sort(key=lambda one: not register.is_open(one.state))
    return [one for _, one in full] + empty


def days_left(register: Register, entry: Entry, today: date) -> int | None:
    """Days until an entry is due; less than 0 when it was due before ``today``."""
    due = entry.due(register)
    return (due - today).days if due is not None else None


class Counts(msgspec.Struct, frozen=True):
    """How many entries a register has, how many are open, how many of these were due before."""

    all: int
    open: int
    past: int


def count(register: Register, entries: Iterable[Entry], today: date) -> Counts:
    """The entries of a register, counted."""
    known = list(entries)
    lefts = [days_left(register, one, today) for one in known]
    return Counts(
        all=len(known),
        open=sum(register.is_open(one.state) for one in known),
        past=sum(left is not None and left < 0 for left in lefts),
    )


def _matches(register: Register, entry: Entry, words: Sequence[str], speak: Speak) -> bool:
    said = [
        speak(column, entry.values[column.id])
        for column in register.columns
        if column.id in entry.values
    ]
    text = fold(" ".join(said))
    return all(word in text for word in words)


_Sortable = int | Key | date


def _key(register: Register, order: str, speak: Speak) -> Callable[[Entry], _Sortable | None]:
    if order == BY_DUE:
        return lambda one: one.due(register)
    if order == BY_STATE:
        places = {state.id: place for place, state in enumerate(register.states)}
        return lambda one: places.get(one.state, len(places))
    column = next(one for one in register.columns if one.id == order)

    def of(entry: Entry) -> _Sortable | None:
        value = entry.values.get(column.id)
        if value is None:
            return None
        if column.type == "choice":
            return column.options.index(str(value))
        if isinstance(value, str | Party | Link):
            return sort_key(speak(column, value))
        return value

    return of
