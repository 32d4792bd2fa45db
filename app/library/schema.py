"""The SQL of the library file, made from what its rows declare (:mod:`app.library.rows`).

Journaled tables hold only TEXT and INTEGER: a REAL does not survive the journal's JSON. Private
counts are WITHOUT ROWID, so that no row order tells anything. No key is one that two copies of a
library would both give out for different things: two copies are to be merged row by row.
"""

from collections.abc import Iterator

from app.folding import plain_letters_sql
from app.library.columns import Column
from app.library.row import Row
from app.library.rows import COLUMNS, SEARCHED, TABLES
from app.library.steps import STEPS

APPLICATION_ID = 0x48455254
"""What marks a SQLite file as Hearth's ("HERT")."""

SCHEMA_VERSION = 1 + len(STEPS)
"""The version that this Hearth makes, and to which it brings an older file."""

OWN_TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE blob (hash TEXT PRIMARY KEY, data BLOB NOT NULL) STRICT;
CREATE TABLE change (
  id TEXT PRIMARY KEY, library TEXT NOT NULL, community TEXT, workshop TEXT,
  schema INTEGER NOT NULL, label TEXT NOT NULL, field TEXT, at TEXT NOT NULL, undoes TEXT,
  undone INTEGER NOT NULL) STRICT;
CREATE INDEX change_undone ON change(community, workshop) WHERE undone = 1;
CREATE TABLE entry (
  change TEXT NOT NULL REFERENCES change(id), seq INTEGER NOT NULL, tbl TEXT NOT NULL,
  row TEXT NOT NULL, before TEXT, after TEXT, PRIMARY KEY (change, seq)) STRICT;
"""
"""What the library keeps for itself, and no door writes row by row."""


def script() -> str:
    """All of it, for a new library."""
    tables = (line for kind in TABLES.values() for line in _table(kind))
    return "\n".join([OWN_TABLES, *tables, search_tables()])


def search_tables() -> str:
    """The full-text tables, each an FTS5 index over its own table, kept true by three triggers."""
    return "\n".join(_search_table(kind) for kind in SEARCHED)


def _table(kind: type[Row]) -> Iterator[str]:
    parts = [_column(kind, column) for column in COLUMNS[kind]]
    if len(kind.key) > 1:
        parts.append(f"PRIMARY KEY ({_names(kind.key)})")
    how = "STRICT, WITHOUT ROWID" if kind.declared.private else "STRICT"
    yield f"CREATE TABLE {kind.table} ({', '.join(parts)}) {how};"
    for columns in kind.declared.indexed:
        yield f"CREATE INDEX {kind.table}_{columns[0]} ON {kind.table}({_names(columns)});"


def _column(kind: type[Row], column: Column) -> str:
    said = f'"{column.name}" {"TEXT" if column.form is str else "INTEGER"}'
    if kind.key == (column.name,):
        said += " PRIMARY KEY"
    elif not column.optional:
        said += " NOT NULL"
    # Rows that are not journaled outlast what they name.
    if column.ref is not None and not kind.declared.kept:
        said += f" REFERENCES {column.ref.table}(id)"
    return said


def words_said(kind: type[Row]) -> str:
    """SQL: the rowid of each row of a table, and what a search finds in it."""
    return f"SELECT place, {', '.join(kind.declared.searched)} FROM {kind.table}_said"


def refill_search(kind: type[Row]) -> tuple[str, ...]:
    """The statements that fill the search index of a table anew."""
    index, names = f"{kind.table}_words", ", ".join(kind.declared.searched)
    if keeps_words(kind):
        return f"DELETE FROM {index}", f"INSERT INTO {index}(rowid, {names}) {words_said(kind)}"
    return (f"INSERT INTO {index}({index}) VALUES ('rebuild')",)


def keeps_words(kind: type[Row]) -> bool:
    """Whether the search index of a table has its own copy of the words: it cannot read JSON."""
    return any(column.rule.json for column in _searched(kind))


def drop_search(kind: type[Row]) -> Iterator[str]:
    """The statements that take the search index of a table away, or what there is of it."""
    for tail in ("add", "remove", "change"):
        yield f"DROP TRIGGER IF EXISTS {kind.table}_words_{tail}"
    yield f"DROP TABLE IF EXISTS {kind.table}_words"
    yield f"DROP VIEW IF EXISTS {kind.table}_said"


def texts_said(kind: type[Row], row: str) -> tuple[str, ...]:
    """SQL: what each searched column of ``row`` says; of JSON, the texts inside."""
    return tuple(
        f"coalesce((SELECT group_concat(atom, ' · ') FROM json_tree({row}.{column.name})"
        " WHERE type = 'text'), '')"
        if column.rule.json
        else f"{row}.{column.name}"
        for column in _searched(kind)
    )


def _found_by(kind: type[Row], row: str) -> list[str]:
    """SQL: each searched column of ``row`` in the letters by which it is found. What an accent
    makes of a letter the index knows by itself; of an œ it does not."""
    return [plain_letters_sql(said) for said in texts_said(kind, row)]


def _searched(kind: type[Row]) -> list[Column]:
    by_name = {column.name: column for column in COLUMNS[kind]}
    return [by_name[name] for name in kind.declared.searched]


def _search_table(kind: type[Row]) -> str:
    table, names, index = kind.table, ", ".join(kind.declared.searched), f"{kind.table}_words"
    new, old = (", ".join(_found_by(kind, row)) for row in ("new", "old"))
    add = f"INSERT INTO {index}(rowid, {names}) VALUES (new.rowid, {new});"
    found_by = ", ".join(_found_by(kind, table))
    content, remove = "", f"DELETE FROM {index} WHERE rowid = old.rowid;"
    if not keeps_words(kind):
        gone = f"('delete', old.rowid, {old})"
        content = f"content='{table}_said', content_rowid='place',"
        remove = f"INSERT INTO {index}({index}, rowid, {names}) VALUES {gone};"
    return f"""
CREATE VIEW {table}_said(place, {names}) AS SELECT rowid, {found_by} FROM {table};
CREATE VIRTUAL TABLE {index} USING fts5({names}, {content}
  tokenize='unicode61 remove_diacritics 2');
CREATE TRIGGER {index}_add AFTER INSERT ON {table} BEGIN {add} END;
CREATE TRIGGER {index}_remove AFTER DELETE ON {table} BEGIN {remove} END;
CREATE TRIGGER {index}_change AFTER UPDATE OF {names} ON {table} BEGIN {remove} {add} END;
"""


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)
