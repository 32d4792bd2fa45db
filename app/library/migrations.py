"""Making a library file, and bringing an older one up to date.

Each step of :data:`STEPS` takes a file from one schema version to the next, on a connection of
its own before the library opens (``transform()`` drops triggers, the journal's among them), with
foreign keys off and inside one transaction: all of the step or none of it.
"""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from app.library.connection import open_glance, open_plain
from app.library.files import push_file, push_folder
from app.library.rows import SEARCHED
from app.library.schema import APPLICATION_ID, SCHEMA_VERSION, script, search_tables
from app.library.trouble import Trouble, trouble_at
from app.moment import Moment, stamp

Step = Callable[[sqlite3.Connection], None]

STEPS: Mapping[int, Step] = {}
"""From a schema version to the one after it. Version 1 is the first: there is no step yet."""

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
            with closing(sqlite3.connect(made, isolation_level=None)) as connection:
                _fill(connection, moment)
            push_file(made)
            made.rename(path)
            push_folder(path.parent)
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
        with closing(open_glance(path)) as connection:
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
            tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not tables:
        raise Trouble("damaged", path=str(path))
    _judge(path, mark, version)
    return version


def is_current(path: Path) -> bool:
    """Whether a library file has this Hearth's own schema. Raises as :func:`version_of`."""
    return version_of(path) == SCHEMA_VERSION


def migrate(path: Path) -> None:
    """Bring the file up to date; a step that fails leaves it as it was before that step.

    What ``transform()`` undid is made again: the search index and its triggers.
    """
    with trouble_at(path), closing(open_plain(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for version in range(version_of(path), SCHEMA_VERSION):
            connection.execute("BEGIN IMMEDIATE")
            try:
                STEPS[version](connection)
                make_search(connection)
                broken = connection.execute("PRAGMA foreign_key_check").fetchone()
                if broken is not None:
                    raise RuntimeError(f"migration {version} leaves {broken[0]} without a parent")
                connection.execute(f"PRAGMA user_version = {version + 1}")
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise


def make_search(connection: sqlite3.Connection) -> None:
    """Make the search index and its triggers anew, from the rows as they stand."""
    for kind in SEARCHED:
        for tail in ("add", "remove", "change"):
            connection.execute(f"DROP TRIGGER IF EXISTS {kind.table}_words_{tail}")
        connection.execute(f"DROP TABLE IF EXISTS {kind.table}_words")
    for statement in _statements(search_tables()):
        connection.execute(statement)
    rebuild_search(connection)


def rebuild_search(connection: sqlite3.Connection) -> None:
    """Fill the search index anew: VACUUM moves rows, and striking takes words away."""
    for kind in SEARCHED:
        index = f"{kind.table}_words"
        connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")


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
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")


def _judge(path: Path, mark: int, version: int) -> None:
    if mark != APPLICATION_ID:
        raise Trouble("not-a-library", path=str(path))
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
