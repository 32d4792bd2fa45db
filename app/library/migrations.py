"""Making a library file, and bringing an older one up to date.

The steps (:mod:`app.library.steps`) take a file from one schema version to the next, on a
connection of its own before the library opens (``transform()`` drops triggers, the journal's among
them), with foreign keys off and inside one transaction: all of them or none.
"""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from app.library.connection import open_plain, open_untouched
from app.library.disk_sync import sync_file, sync_folder
from app.library.log import forget_mark, mark_new
from app.library.owner_only import make_file
from app.library.rows import SEARCHED
from app.library.schema import (
    APPLICATION_ID,
    SCHEMA_VERSION,
    drop_search,
    refill_search,
    script,
    search_tables,
)
from app.library.steps import STEPS
from app.library.trouble import Trouble, trouble_at
from app.moment import Moment, stamp

if TYPE_CHECKING:
    from sqlite_utils import Database


class Broken(Exception):
    """An older file that cannot be brought up to date."""


FAR_AHEAD = SCHEMA_VERSION + 1000
"""No Hearth makes such a version: the number itself was damaged."""
_HEADER = 100
_MAGIC = b"SQLite format 3\0"


def create(path: Path, moment: Moment) -> None:
    """Make an empty library at ``path``, whole or not at all: a file elsewhere, then renamed.

    Raises :class:`Trouble`, with nothing left behind; ``exists`` rather than overwrite anything.
    """
    if path.exists():
        raise Trouble("exists", path=str(path))
    made = path.with_name(path.name + ".new")
    leavings = (made, path.with_name(made.name + "-journal"))
    with trouble_at(path):
        for one in leavings:
            one.unlink(missing_ok=True)
        try:
            make_file(made)
            with closing(sqlite3.connect(made, isolation_level=None)) as connection:
                _fill(connection, moment)
            sync_file(made)
            made.rename(path)
            sync_folder(path.parent)
        finally:
            for one in leavings:
                one.unlink(missing_ok=True)


def version_of(path: Path) -> int:
    """The schema version of a library file.

    Raises :class:`Trouble`: ``damaged``, ``not-a-library`` or ``newer`` (nothing is touched: not
    even SQLite opens a file whose first bytes say that it is newer).
    """
    with trouble_at(path):
        with path.open("rb") as file:
            header = file.read(_HEADER)
        # Somebody else's file; a page of zeros is what a power cut leaves of a library.
        if header.strip(b"\0") and not header.startswith(_MAGIC[: len(header)]):
            raise Trouble("not-a-library", path=str(path))
        if len(header) == _HEADER and header.startswith(_MAGIC):
            _judge(path, _number(header, 68), _number(header, 60))
        # The log may know better than the file's own first page.
        with closing(open_untouched(path)) as connection:
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not tables:
        raise Trouble("damaged", path=str(path))
    _judge(path, mark, version)
    if version < 1:
        raise Trouble("damaged", path=str(path))
    return version


def is_current(path: Path) -> bool:
    """Whether a library file has this Hearth's own schema. Raises as :func:`version_of`."""
    return version_of(path) == SCHEMA_VERSION


def migrate(path: Path) -> None:
    """Bring the file up to date; a step that fails leaves it as it was."""
    with trouble_at(path), closing(open_plain(path)) as connection:
        bring_up_to_date(connection, version_of(path))
        forget_mark(connection)


def bring_up_to_date(connection: sqlite3.Connection, version: int) -> None:
    """Take a file of an older ``version`` to this one: every step or none.

    What ``transform()`` undoes is made again: the search index and its triggers. Raises
    :class:`Broken` for rows that then stand on nothing.
    """
    if version == SCHEMA_VERSION:
        return
    from sqlite_utils import Database

    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        database = Database(connection, execute_plugins=False)
        _drop_search(database)
        for at in range(version, SCHEMA_VERSION):
            before = _columns(database)
            STEPS[at].change(database)
            if STEPS[at].keeps_undo:
                _fit_journal(database, before)
                connection.execute("UPDATE change SET schema = ? WHERE schema = ?", (at + 1, at))
        make_search(connection)
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise Broken(f"{broken[0]} is left without a parent")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _drop_search(database: "Database") -> None:
    """Take the search index away, whatever an older version searched."""
    for name in database.table_names(fts5=True):
        for trigger in database.table(name.removesuffix("_words")).triggers:
            database.execute(f"DROP TRIGGER {trigger.name}")
        database.table(name).drop()
    for name in database.view_names():
        database.view(name).drop()


def _columns(database: "Database") -> dict[str, list[str]]:
    """The columns of every table that the journal has images of."""
    journaled = [name for (name,) in database.execute("SELECT DISTINCT tbl FROM entry")]
    return {name: list(database.table(name).columns_dict) for name in journaled}


def _fit_journal(database: "Database", before: Mapping[str, list[str]]) -> None:
    """Bring the journal's images to the columns that their tables have now.

    A new column is in them what it is in the rows that were there: its default. Images of a table
    that is gone go with it, so that striking leaves nothing in them either.
    """
    for name, columns in before.items():
        table = database.table(name)
        if not table.exists():
            database.execute("DELETE FROM entry WHERE tbl = ?", (name,))
            database.execute("DELETE FROM change WHERE id NOT IN (SELECT change FROM entry)")
        elif (now := list(table.columns_dict)) != columns:
            defaults = {column.name: column.default_value for column in table.columns}
            sets = ", ".join(
                f"{which} = CASE WHEN {which} IS NOT NULL THEN json_object("
                + ", ".join(
                    f"'{one}', json_extract({which}, '$.\"{one}\"')"
                    if one in columns
                    else f"'{one}', {defaults[one] or 'NULL'}"
                    for one in now
                )
                + ") END"
                for which in ("before", "after")
            )
            database.execute(f"UPDATE entry SET {sets} WHERE tbl = ?", (name,))


def make_search(connection: sqlite3.Connection) -> None:
    """Make the search index and its triggers anew, from the rows as they stand."""
    for kind in SEARCHED:
        for statement in drop_search(kind):
            connection.execute(statement)
    for statement in _statements(search_tables()):
        connection.execute(statement)
    rebuild_search(connection)


def rebuild_search(connection: sqlite3.Connection) -> None:
    """Fill the search index anew: VACUUM moves rows, and striking takes words away."""
    for kind in SEARCHED:
        for statement in refill_search(kind):
            connection.execute(statement)


def mark_search_stale(connection: sqlite3.Connection) -> None:
    """Note, in the transaction that is open, that rows are about to move under the index."""
    connection.execute("INSERT OR REPLACE INTO about VALUES ('search', 'stale')")


def mend_search(connection: sqlite3.Connection) -> None:
    """Fill the search index again if it was marked stale: after VACUUM, or a crash during it."""
    if connection.execute("SELECT 1 FROM about WHERE key = 'search'").fetchone() is None:
        return
    connection.execute("BEGIN IMMEDIATE")
    rebuild_search(connection)
    connection.execute("DELETE FROM about WHERE key = 'search'")
    connection.execute("COMMIT")


def _fill(connection: sqlite3.Connection, moment: Moment) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement in _statements(script()):
        connection.execute(statement)
    connection.executemany(
        "INSERT INTO about VALUES (?, ?)",
        [("library", moment.new_id()), ("made", stamp(moment.now()))],
    )
    mark_new(connection, moment.new_id())
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")


def _judge(path: Path, mark: int, version: int) -> None:
    if mark != APPLICATION_ID:
        raise Trouble("not-a-library", path=str(path))
    if version > FAR_AHEAD:
        raise Trouble("damaged", path=str(path))
    if version > SCHEMA_VERSION:
        raise Trouble("newer", path=str(path))


def _number(header: bytes, at: int) -> int:
    return int.from_bytes(header[at : at + 4])


def _statements(script: str) -> list[str]:
    """A script cut into statements; a trigger's body stays whole."""
    found: list[str] = []
    held = ""
    for line in script.splitlines():
        held += line + "\n"
        if sqlite3.complete_statement(held):
            found.append(held)
            held = ""
    return found
