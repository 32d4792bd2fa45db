"""What belongs to what: which rows of a table are a community's, or one workshop's."""

from app.library.row import Row
from app.library.rows import TABLES, refs_of


def belongs_to(kind: type[Row], home: type[Row]) -> str | None:
    """SQL: whether a row belongs to the row of ``home`` whose id is given as ``?1``.

    None where none of the table ever does. A row belongs to the row that it names; otherwise to
    that of the rows it belongs by (``by`` in what its table declares), otherwise of any it names.
    """
    if kind is home:
        return f"{kind.table}.id = ?1"
    refs = {name: ref.table for name, ref in refs_of(kind).items() if not ref.outside}
    for name, table in refs.items():
        if table == home.table:
            return f'{kind.table}."{name}" = ?1'
    for names in (kind.declared.by, tuple(refs)):
        ways = [way for name in names if (way := _by(kind, name, refs, home))]
        if ways:
            return f"({' OR '.join(ways)})"
    return None


def _by(kind: type[Row], name: str, refs: dict[str, str], home: type[Row]) -> str | None:
    """The same, by what one column names."""
    table = refs.get(name)
    inner = belongs_to(TABLES[table], home) if table else None
    return f'{kind.table}."{name}" IN (SELECT id FROM {table} WHERE {inner})' if inner else None
