"""Whether a library file is sound: its pages, its indexes, what its rows refer to, its texts.

One test for the library at its opening, for its backups and for ``hearth check``.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.library.connection import open_plain, open_untouched
from app.library.trouble import Trouble, from_sqlite, trouble_at

MOST = 20
"""Faults that are named; a file that has more has enough."""
_TOGETHER = 2000
"""Rows whose texts are read at once."""


def faults_of(connection: sqlite3.Connection) -> list[str]:
    """What is wrong with a file: its pages, or rows that refer to nothing; empty where it is sound.

    The words are SQLite's own, for whoever repairs it.
    """
    return page_faults(connection) or _orphans(connection)


def page_faults(connection: sqlite3.Connection) -> list[str]:
    """What is wrong with a file's pages, indexes and texts.

    ``integrity_check`` also holds every index against its table, row by row and in number: what a
    damaged index leaves out of a list is in the file, and nobody would see it.
    """
    try:
        found = [str(line) for (line,) in connection.execute(f"PRAGMA integrity_check({MOST})")]
        return found if found != ["ok"] else _unreadable(connection)
    except sqlite3.DatabaseError as error:
        return [str(error)]


def check_sound(path: Path) -> None:
    """Raises :class:`Trouble` (``damaged``) when a library file is not sound."""
    with trouble_at(path), closing(open_untouched(path)) as connection:
        if faults_of(connection):
            raise Trouble("damaged", path=str(path))


def only_indexes_differ(copy: sqlite3.Connection) -> bool:
    """Whether all is sound once the indexes are made anew; ``copy`` is a copy, and gets them."""
    try:
        copy.execute("REINDEX")
    except sqlite3.DatabaseError:
        return False
    return not faults_of(copy)


def make_indexes_anew(path: Path) -> None:
    """Make all indexes of a library anew, from its tables. Raises :class:`Trouble`."""
    with trouble_at(path), closing(open_plain(path)) as connection:
        connection.execute("REINDEX")


def in_memory(path: Path) -> sqlite3.Connection:
    """A copy of a library in memory, to try things on. Raises :class:`Trouble`."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    try:
        with closing(open_untouched(path)) as origin:
            origin.backup(copy)
    except BaseException as error:
        copy.close()
        if isinstance(error, sqlite3.Error):
            raise from_sqlite(error, path) or error from error
        raise
    return copy


def _orphans(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("PRAGMA foreign_key_check").fetchmany(MOST)
    return [f"row {row} of {table} refers to nothing" for table, row, *_ in found]


def _unreadable(connection: sqlite3.Connection) -> list[str]:
    """Tables with a text that is no text; SQLite does not look at that by itself."""
    found = []
    tables = connection.execute(
        "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    ).fetchall()
    for table, without_rowid in tables:
        columns = connection.execute(
            "SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'", (table,)
        ).fetchall()
        if not columns:
            continue
        texts = " || ".join(f"""coalesce("{name}", '')""" for (name,) in columns)
        together = "" if without_rowid else f" GROUP BY rowid / {_TOGETHER}"
        try:
            for _ in connection.execute(f'SELECT group_concat({texts}) FROM "{table}"{together}'):
                pass
        except (sqlite3.OperationalError, UnicodeDecodeError):
            found.append(f"a text of {table} cannot be read")
    return found
