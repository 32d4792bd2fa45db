"""Communities that nobody planned: any rows that hold together, with anything people may type."""

import hashlib
from typing import Any

import msgspec
from hypothesis import strategies as st

from app.exchange.community_file import (
    EVERY,
    FORMAT,
    TABLES,
    CommunityFile,
    Content,
    Header,
    stands_alone,
    wanted_by,
)
from app.library import columns, rows
from app.library.row import Row
from app.library.schema import SCHEMA_VERSION
from tests.app.library.filled import json_cell, json_naming

TYPED = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=30)
NAMED = TYPED.filter(str.strip)
INSTANTS = ("2026-01-15T14:05:09.120Z", "1999-12-31T23:59:59.999Z")
CELLS: tuple[tuple[columns.Rule, st.SearchStrategy[str]], ...] = (
    (columns.TEXT, TYPED),
    (columns.NAMED, NAMED),
    (columns.DAY, st.dates(min_value=columns.EARLIEST, max_value=columns.LATEST).map(str)),
    (columns.INSTANT, st.sampled_from(INSTANTS)),
    (columns.ZONE, st.sampled_from(["America/Toronto", "Asia/Kolkata", "UTC"])),
    (columns.KEY, st.uuids().map(lambda one: one.hex)),
    (columns.HASH, st.just("")),  # found from the contents
    (columns.KEY_OR_EMPTY, st.uuids().map(lambda one: one.hex)),
    (columns.ID, st.sampled_from(["board", "a-kind-to-come", "7"])),
    (columns.ID_OR_EMPTY, st.sampled_from(["", "a-question"])),
    (columns.RECURRENCE, st.sampled_from(["", "FREQ=WEEKLY", "FREQ=MONTHLY;BYDAY=1TU"])),
    (columns.LANGUAGES_IN_ORDER, st.sampled_from(["en", "fr", "fr,en"])),
)
"""What may stand in a column, by its rule; the others list what may."""


@st.composite
def communities(draw: st.DrawFn) -> CommunityFile:
    """A whole file: up to two rows a table, each named by and naming others at random."""
    found: dict[type[Row], list[Row]] = {}
    for kind in EVERY:
        number = 1 if kind is rows.Community else draw(st.integers(0, 2))
        made = [one for _ in range(number) if (one := draw(_row(kind, found))) is not None]
        kept = {tuple(getattr(one, name) for name in kind.key): one for one in made}
        found[kind] = sorted(kept.values(), key=lambda one: [getattr(one, n) for n in one.key])
    (community,) = found.pop(rows.Community)
    blobs = _contents(found)
    used: bool = draw(st.booleans())
    if used and found[rows.Block] and found[rows.OwnExercise]:
        own = f"own-{getattr(found[rows.OwnExercise][0], 'id', '')}"
        found[rows.Block][0] = msgspec.structs.replace(found[rows.Block][0], exercise=own)
    _leave_out_strangers(found)
    return CommunityFile(
        hearth=Header(format=FORMAT, schema=SCHEMA_VERSION, audience="facilitator", private=True),
        community=msgspec.convert(community, rows.Community, from_attributes=True),
        tables={kind.table: tuple(found[kind]) for kind in TABLES},
        blob=blobs,
    )


@st.composite
def _row(draw: st.DrawFn, kind: type[Row], found: dict[type[Row], list[Row]]) -> Row | None:
    """A row of a table; None where what it has to name is not there."""
    cells: dict[str, object] = {}
    for column in rows.COLUMNS[kind]:
        ref = column.ref
        if column.optional and ((ref is not None and ref.outside) or draw(st.booleans())):
            cells[column.name] = None
        elif column.tables_inside:
            named = draw(st.lists(st.sampled_from(column.tables_inside), unique=True))
            there = {one: found.get(rows.TABLES[one]) for one in named}
            keys = {
                one: getattr(draw(st.sampled_from(have)), "id", "")
                for one, have in there.items()
                if have
            }
            cells[column.name] = json_naming(column, keys)
        elif ref is None:
            cells[column.name] = draw(_cell(kind, column))
        elif known := found.get(rows.TABLES[ref.table]):
            cells[column.name] = getattr(draw(st.sampled_from(known)), "id", "")
        elif column.optional or ref.or_empty:
            cells[column.name] = "" if ref.or_empty else None
        else:
            return None
    return _settled(kind, cells, found)


def _cell(kind: type[Row], column: columns.Column) -> st.SearchStrategy[Any]:
    if column.form is bool:
        return st.booleans()
    if column.form is int:
        return st.integers(0, column.most)
    choice = column.rule.schema.get("enum")
    if isinstance(choice, list):
        return st.sampled_from(choice)
    if column.rule.json:
        return st.just(json_cell(kind, column))
    return next(cells for known, cells in CELLS if known is column.rule)


def _settled(
    kind: type[Row], cells: dict[str, object], found: dict[type[Row], list[Row]]
) -> Row | None:
    """The row with what a rule of one column cannot say."""
    if kind is rows.Round:
        cells["private"] = cells["closed"] is not None
        if cells["run"] is None and cells["version"] is None:
            return None
    if kind is rows.ClosedTally:
        private = [one for one in found[rows.Round] if isinstance(one, rows.Round) and one.private]
        if not private:
            return None
        cells["round"] = private[0].id
    if kind is rows.Naming:
        cells["answer"] = "yes"
    if kind is rows.Attachment:
        owner = next(one for inside in found.values() for one in inside)
        data = str(cells["name"]).encode()
        cells |= {"owner_table": owner.table, "owner": getattr(owner, "id", "")}
        cells["hash"] = hashlib.sha256(data).hexdigest()
    return msgspec.convert(cells, kind)


def _contents(found: dict[type[Row], list[Row]]) -> tuple[Content, ...]:
    """The bytes of what is attached, once each."""
    kept = {
        one.hash: Content(hash=one.hash, data=one.name.encode())
        for one in found[rows.Attachment]
        if isinstance(one, rows.Attachment)
    }
    return tuple(kept[name] for name in sorted(kept))


def _leave_out_strangers(found: dict[type[Row], list[Row]]) -> None:
    """What no row names has no place in a file."""
    named = {place for inside in found.values() for row in inside for place in wanted_by(row)}
    for kind in filter(stands_alone, TABLES):
        found[kind] = [one for one in found[kind] if (kind.table, getattr(one, "id", "")) in named]
