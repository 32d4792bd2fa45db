"""Communities that nobody planned: any rows that hold together, with anything people may type."""

import hashlib
from typing import Any, get_args

import msgspec
from hypothesis import strategies as st

from app.exchange import columns
from app.exchange.types import EVERY, FORMAT, REFERENCES, CommunityFile, Content, Header
from app.library import rows
from app.library.row import Row
from tests.app.exchange.whole import INSIDE

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
    (columns.SPOKEN["languages"], st.sampled_from(["en", "fr", "fr,en"])),
    *((columns.INSIDE[name], st.just(cell)) for name, cell in INSIDE.items()),
)
"""What may stand in a column, by its rule; the others list what may."""


@st.composite
def communities(draw: st.DrawFn) -> CommunityFile:
    """A whole file: up to two rows a table, each named by and naming others at random."""
    found: dict[type[Row], list[Row]] = {}
    for kind in EVERY:
        number = 1 if kind is rows.Community else draw(st.integers(0, 2))
        made = [one for _ in range(number) if (one := draw(_row(kind, found))) is not None]
        kept = {tuple(getattr(one, name) for name in _alone(kind)): one for one in made}
        found[kind] = sorted(kept.values(), key=lambda one: [getattr(one, n) for n in one.key])
    (community,) = found.pop(rows.Community)
    blobs = _contents(found)
    _leave_out_strangers(found)
    listed: dict[str, Any] = {kind.table: tuple(inside) for kind, inside in found.items()}
    return CommunityFile(
        hearth=Header(format=FORMAT, audience="facilitator"),
        community=msgspec.convert(community, rows.Community, from_attributes=True),
        blob=blobs,
        **listed,
    )


def _alone(kind: type[Row]) -> tuple[str, ...]:
    """The columns that together stand once in a table."""
    once: dict[type[Row], tuple[str, ...]] = {
        rows.Version: ("number",),
        rows.Dots: ("round", "item"),
        rows.ClauseSource: ("clause", "note"),
    }
    return once.get(kind, kind.key)


@st.composite
def _row(draw: st.DrawFn, kind: type[Row], found: dict[type[Row], list[Row]]) -> Row | None:
    """A row of a table; None where what it has to name is not there."""
    cells: dict[str, object] = {}
    for field in msgspec.structs.fields(kind):
        to = REFERENCES.get(kind, {}).get(field.name)
        may_miss = type(None) in get_args(field.type)
        if may_miss and (field.name == "parent" or draw(st.booleans())):
            cells[field.name] = None
        elif to is None:
            cells[field.name] = draw(_cell(kind, field))
        elif found.get(to):
            cells[field.name] = getattr(draw(st.sampled_from(found[to])), to.key[0])
        elif may_miss:
            cells[field.name] = None
        else:
            return None
    return _settled(kind, cells, found)


def _cell(kind: type[Row], field: msgspec.structs.FieldInfo) -> st.SearchStrategy[Any]:
    kinds = (field.type, *get_args(field.type))
    if bool in kinds:
        return st.booleans()
    if int in kinds:
        return st.integers(0, columns.largest(field.name))
    rule = columns.RULES[kind][field.name]
    choice = rule.schema.get("enum")
    if isinstance(choice, list):
        return st.sampled_from(choice)
    return next(cells for known, cells in CELLS if known is rule)


def _settled(
    kind: type[Row], cells: dict[str, object], found: dict[type[Row], list[Row]]
) -> Row | None:
    """The row with what a rule of one column cannot say."""
    if kind is rows.Round:
        counted = cells["version"] is not None and cells["closed"] is not None
        cells["private"] = counted and cells["form"] == "stances"
        if cells["run"] is None and cells["version"] is None:
            return None
    if kind is rows.Tally:
        private = [one for one in found[rows.Round] if isinstance(one, rows.Round) and one.private]
        if not private:
            return None
        cells["round"] = private[0].id
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
    """Whom no row names has no place in a file."""
    named = {
        getattr(row, column)
        for kind, inside in found.items()
        for column, to in REFERENCES.get(kind, {}).items()
        if to is rows.Person
        for row in inside
    }
    found[rows.Person] = [one for one in found[rows.Person] if getattr(one, "id", "") in named]
