"""The structs say what the tables are, and the tables keep to the journal's rules."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from app.library.library import Library
from app.library.rows import COLUMNS, JOURNALED, KEPT, PRIVATE, Row
from tests.app.library.settings import second

ALL = (*JOURNALED, *KEPT)
OWN = {"about", "blob", "change", "entry"}
"""Tables of the library's own, which no door writes row by row."""


@pytest.fixture
def file(library: Library) -> Iterator[sqlite3.Connection]:
    """A second connection to a new library."""
    with closing(second(library.path)) as connection:
        yield connection


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.table)
def test_struct_is_table(file: sqlite3.Connection, kind: type[Row]) -> None:
    columns = file.execute(f"PRAGMA table_info({kind.table})").fetchall()
    found = [(name, form, bool(needed)) for _, name, form, needed, *_ in columns]
    assert found == [
        (one.name, "TEXT" if one.form is str else "INTEGER", not one.optional)
        for one in COLUMNS[kind]
    ]
    keys = sorted((key, name) for _, name, *_, key in columns if key)
    assert tuple(name for _, name in keys) == kind.key


def test_every_table_has_a_struct(file: sqlite3.Connection) -> None:
    tables = {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type='table'")}
    known = {kind.table for kind in ALL}
    assert {name for name in tables - known if "_words" not in name} == OWN


def test_journaled_tables_hold_only_what_json_keeps(file: sqlite3.Connection) -> None:
    for kind in JOURNALED:
        forms = {form for _, _, form, *_ in file.execute(f"PRAGMA table_info({kind.table})")}
        assert forms <= {"TEXT", "INTEGER"}, kind.table


def test_every_table_is_strict(file: sqlite3.Connection) -> None:
    listed = file.execute("PRAGMA table_list").fetchall()
    strict = {name: bool(flag) for schema, name, form, _, _, flag in listed if form == "table"}
    assert all(strict[kind.table] for kind in ALL)
    assert all(strict[name] for name in OWN)


def test_private_tables_have_no_row_order(file: sqlite3.Connection) -> None:
    listed = {
        name: bool(without) for _, name, _, _, without, _ in file.execute("PRAGMA table_list")
    }
    for kind in PRIVATE:
        assert listed[kind.table]
        names = {name for _, name, *_ in file.execute(f"PRAGMA table_info({kind.table})")}
        assert names <= {"round", "item", "value", "room_group", "number", "person"}


def test_parents_come_before_children(file: sqlite3.Connection) -> None:
    order = [kind.table for kind in JOURNALED]
    for table in order:
        for _, _, parent, *_ in file.execute(f"PRAGMA foreign_key_list({table})"):
            assert order.index(parent) <= order.index(table), f"{table} stands on {parent}"
