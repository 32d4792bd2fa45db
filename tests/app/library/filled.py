"""A row for any table, every column filled with something that may stand there."""

from collections.abc import Mapping

import msgspec

from app.catalogue.own_exercise import (
    LenientExercise,
    LenientStep,
    LenientStepWords,
    LenientWords,
    encode_own,
)
from app.catalogue.recipe import encode_recipe, own_recipe
from app.library import columns
from app.library.charter_rows import FrozenClause
from app.library.row import Row
from app.library.rows import COLUMNS, TABLES

DAY = "2026-01-15"
TEXT = "شمعة 🕯 <b>&amp; “quoted” \\ tab\there\nand a second line"

_FROZEN = FrozenClause("0" * 32, "purpose", "", "text", TEXT, "organization")
_STEP = LenientStepWords(title=TEXT)
_OWN = LenientExercise(
    id=f"own-{'0' * 32}",
    steps=(LenientStep(id="talk", minutes=1),),
    words={"fr": LenientWords(name=TEXT, question="?", steps={"talk": _STEP})},
)
_JSON = {
    "exercise": encode_own(_OWN),
    "recipe": encode_recipe(own_recipe("Own", 10, ("fr", "en"))),
    "clauses": msgspec.json.encode([_FROZEN]).decode(),
    "texts": msgspec.json.encode({"a-column": TEXT}).decode(),
}


def filled(kind: type[Row], rows: Mapping[type[Row], Row], now: str, new_id: str) -> Row:
    """A row of a table; what it names is among ``rows``, one for each table."""
    cells = {one.name: _cell(kind, one, rows, now, new_id) for one in COLUMNS[kind]}
    return msgspec.convert(cells, kind)


def json_cell(kind: type[Row], column: columns.Column) -> object:
    """Something that may stand in a column of JSON: as said here, or as a row begins."""
    fields = {one.name: one for one in msgspec.structs.fields(kind)}
    return _JSON.get(column.name, fields[column.name].default)


def json_naming(column: columns.Column, known: Mapping[str, str]) -> str:
    """A cell of JSON that names a row of each table it may, by the keys that are known."""
    cells = {table: {table: known[table]} for table in column.tables_inside if table in known}
    return msgspec.json.encode(cells).decode()


def _cell(
    kind: type[Row],
    column: columns.Column,
    rows: Mapping[type[Row], Row],
    now: str,
    new_id: str,
) -> object:
    rule, ref = column.rule, column.ref
    if ref is not None and not ref.outside:
        other = rows[TABLES[ref.table]]
        return getattr(other, other.key[0])
    if ref is not None:
        return None
    if column.form is not str:
        return column.form(1)
    choice = rule.schema.get("enum")
    if isinstance(choice, list):
        return choice[-1]
    if column.tables_inside:
        known = {one.table: str(getattr(row, "id", "")) for one, row in rows.items()}
        return json_naming(column, known)
    if rule.json:
        return json_cell(kind, column)
    by_rule = (
        (columns.KEY, new_id),
        (columns.DAY, DAY),
        (columns.INSTANT, now),
        (columns.ZONE, "America/Toronto"),
        (columns.LANGUAGES_IN_ORDER, "fr,en"),
        (columns.RECURRENCE, "FREQ=WEEKLY"),
        (columns.ID, "an-id"),
        (columns.ID_OR_EMPTY, "an-id"),
    )
    return next((cell for one, cell in by_rule if one is rule), TEXT)
