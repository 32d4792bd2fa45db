"""Making a library file, and bringing an older one up to date.

Each step of :data:`STEPS` takes a file from one schema version to the next, on a connection of
its own before the library opens (``transform()`` drops triggers, the journal's among them).
"""

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

from app.library.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES, search_tables
from app.library.trouble import Trouble, from_sqlite
from app.moment import Moment, stamp

Step = Callable[[sqlite3.Connection], None]

STEPS: Mapping[int, Step] = {}
"""From a schema version to the one after it. Version 1 is the first: there is no step yet."""


def create(path: Path, moment: Moment) -> None:
    """Make an empty library at ``path``, whole or not at all: a file elsewhere, then renamed."""
    made = path.with_name(path.name + ".new")
    made.unlink(missing_ok=True)
    connection = sqlite3.connect(made, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN IMMEDIATE")
        for statement in _statements(TABLES + search_tables()):
            connection.execute(statement)
        connection.executemany(
            "INSERT INTO about VALUES (?, ?)",
            [("library", moment.new_id()), ("made", stamp(moment.now()))],
        )
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        raise from_sqlite(error, path) or error from error
    finally:
        connection.close()
        if not path.exists() and made.exists() and made.stat().st_size:
            made.rename(path)
        made.unlink(missing_ok=True)


def version_of(path: Path) -> int:
    """The schema version of a library file.

    Raises :class:`Trouble`: ``damaged``, ``not-a-library`` or ``newer`` (nothing is touched).
    """
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error as error:
        raise from_sqlite(error, path) or error from error
    finally:
        connection.close()
    if mark != APPLICATION_ID:
        raise Trouble("not-a-library", path=str(path))
    if version > SCHEMA_VERSION:
        raise Trouble("newer", path=str(path))
    return version


def migrate(path: Path, steps: Mapping[int, Step] = STEPS, target: int = SCHEMA_VERSION) -> None:
    """Bring the file up to ``target``; a step that fails leaves it as it was before that step."""
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for version in range(version_of(path), target):
            steps[version](connection)
            connection.execute(f"PRAGMA user_version = {version + 1}")
    finally:
        connection.close()


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
