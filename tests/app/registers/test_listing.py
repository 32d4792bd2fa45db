"""Entries in order: looked for, filtered by state, sorted by any column."""

from datetime import date, timedelta

import pytest

from app.catalogue.register_shapes import RegisterColumn
from app.library.library import Library
from app.library.rows import Community
from app.registers.cells import Link, Party, Value
from app.registers.listing import (
    BY_AGE,
    BY_DUE,
    BY_STATE,
    OPEN,
    Wanted,
    count,
    days_left,
    listed,
    orders_of,
)
from app.registers.register_entries import Entry, EntryFields, add_entry, entries_of
from tests.app.community.village import TODAY
from tests.app.registers.ledger import EVERYTHING, nobody


def speak(column: RegisterColumn, value: Value) -> str:
    """A cell in plain words."""
    if isinstance(value, Party):
        return value.name or value.party
    return value.said if isinstance(value, Link) else str(value)


@pytest.fixture
def entries(library: Library, community: Community) -> list[Entry]:
    """Four entries: one due long ago, one over, one due tomorrow, one that says nothing more."""
    day = timedelta(days=1)
    told: list[tuple[dict[str, Value], str]] = [
        ({"text": "Éclair", "date": TODAY - 3 * day, "choice": "large", "number": 7}, "begun"),
        ({"text": "delta", "date": TODAY - 9 * day, "person": nobody("Zoé")}, "over"),
        ({"text": "Foxtrot", "date": TODAY + day, "choice": "small", "number": 30}, "begun"),
        ({"text": "alpha", "person": nobody("Ann")}, "begun"),
    ]
    for values, state in told:
        add_entry(library, EVERYTHING, community.id, values, EntryFields(state=state))
    return entries_of(library.reader, EVERYTHING, community.id)


def names(found: list[Entry]) -> str:
    """The first letters of what entries are about."""
    return "".join(str(one.values["text"])[0] for one in found)


@pytest.mark.parametrize(
    ("order", "forwards", "backwards"),
    [
        (BY_AGE, "aFdÉ", "ÉdFa"),
        (BY_DUE, "ÉFad", "FÉad"),
        (BY_STATE, "ÉFad", "dÉFa"),
        ("text", "adÉF", "FÉda"),
        ("choice", "FÉda", "ÉFda"),
        ("number", "ÉFda", "FÉda"),
        ("person", "adÉF", "daÉF"),
    ],
)
def test_orders(entries: list[Entry], order: str, forwards: str, backwards: str) -> None:
    """Accents and case do not count; what is empty comes last either way."""
    for turned, told in ((False, forwards), (True, backwards)):
        wanted = Wanted(order=order, backwards=turned)
        assert names(listed(EVERYTHING, entries, wanted, speak)) == told


def test_filters(entries: list[Entry]) -> None:
    """By state, by being open, by each word in any cell."""
    told = {
        Wanted(state="over"): "d",
        Wanted(state=OPEN): "aFÉ",
        Wanted(text="ecl"): "É",
        Wanted(text="zoe DEL"): "d",
        Wanted(text="zoe alpha"): "",
    }
    for wanted, expected in told.items():
        assert names(listed(EVERYTHING, entries, wanted, speak)) == expected


def test_what_is_due_is_counted_in_days(entries: list[Entry]) -> None:
    """Only where something is still expected."""
    assert [days_left(EVERYTHING, one, TODAY) for one in entries] == [-3, None, 1, None]
    counts = count(EVERYTHING, entries, TODAY)
    assert (counts.all, counts.open, counts.past) == (4, 3, 1)
    assert count(EVERYTHING, [], date.max).all == 0


def test_a_register_begins_with_what_is_due() -> None:
    """Where it has a column for that; every short column is an order as well."""
    assert orders_of(EVERYTHING)[0] == BY_DUE
    assert "story" not in orders_of(EVERYTHING)
