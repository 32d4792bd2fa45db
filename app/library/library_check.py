"""Looking a library over: what is wrong with it, as facts, and what a repair would mend.

Everything is looked at in a copy in memory: the library itself is only read, whoever has it open.
"""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import msgspec

from app.library import attachments, migrations
from app.library.journal import Change, Scope, columns_of, image
from app.library.library import Library
from app.library.log import is_open, log_file
from app.library.row import Row
from app.library.rows import JOURNALED, PRIVATE, SEARCHED
from app.library.schema import SCHEMA_VERSION, keeps_words, words_said
from app.library.soundness import in_memory, only_indexes_differ, page_faults
from app.library.structure import (
    indexes_missing,
    make_indexes,
    tables_differing,
    triggers_differing,
)
from app.library.trouble import Trouble

CODES: Mapping[str, tuple[str, ...]] = {
    "unsound": ("what",),
    "table-differs": ("table",),
    "index-differs": ("number",),
    "index-missing": ("table",),
    "log-missing": (),
    "parent-missing": ("table", "number"),
    "bytes-missing": ("number",),
    "bytes-changed": ("number",),
    "bytes-needless": ("number",),
    "journal-differs": ("table", "number"),
    "journal-broken": ("number",),
    "search-differs": ("table",),
    "counts-without-round": ("number",),
}
"""What can be found, with its facts. In a row's table, how many rows; ``what``: SQLite's words.

``log-missing``: the file was copied while it was open, without the log that was beside it."""

REPAIRABLE = frozenset(
    ("bytes-needless", "counts-without-round", "index-differs", "index-missing", "search-differs")
)
"""What :func:`repair` mends. For the rest there are the backups."""

_ROUND_KNOWN = (
    "SELECT id FROM round UNION SELECT row FROM entry WHERE tbl = 'round'"  # undone, to be redone
)


class Finding(msgspec.Struct, frozen=True):
    """Something found: its code and facts. ``repairable``: :func:`repair` would mend it."""

    code: str
    facts: Mapping[str, str | int]

    @property
    def repairable(self) -> bool:
        """Whether :func:`repair` would mend it."""
        return self.code in REPAIRABLE


class Report(msgspec.Struct, frozen=True):
    """A library looked over: how much it holds, and everything found."""

    rows: int
    changes: int
    attachments: int
    findings: tuple[Finding, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def check(path: Path, *, opened: bool = False) -> Report:
    """Look the library at ``path`` over, open or not.

    ``opened``: by this process, which then touches the file through SQLite alone, since closing it
    otherwise lets go of the locks. Raises :class:`Trouble` when it cannot be read at all:
    ``damaged``, ``newer``, ``older``...
    """
    if not path.exists():
        raise Trouble("no-library", path=str(path))
    alone = not log_file(path).exists()  # SQLite may make one to read the file
    if not opened and not migrations.is_current(path):
        raise Trouble("older", path=str(path))
    with closing(in_memory(path)) as copy:
        found = list(_of_file(copy))
        if alone and not opened and is_open(copy):
            found.append(Finding("log-missing", {}))
        if any(finding.code == "unsound" for finding in found):
            return Report(0, 0, 0, tuple(found))
        found += findings_in(copy)
        if any(finding.code == "table-differs" for finding in found):
            return Report(0, 0, 0, tuple(found))
        return Report(
            rows=sum(_number(copy, f"SELECT count(*) FROM {kind.table}") for kind in JOURNALED),
            changes=_number(copy, "SELECT count(*) FROM change"),
            attachments=_number(copy, "SELECT count(*) FROM attachment"),
            findings=tuple(found),
        )


def findings_in(copy: sqlite3.Connection) -> tuple[Finding, ...]:
    """What the rows, the journal and the search have against one another, in a sound file."""
    differing = tuple(Finding("table-differs", {"table": one}) for one in tables_differing(copy))
    # What follows asks for columns by their names.
    return differing or tuple(_findings(copy))


def repair(library: Library) -> tuple[Finding, ...]:
    """Mend what can be mended, and give what was: the search index, and what nothing names."""
    before = [
        finding for finding in check(library.path, opened=True).findings if finding.repairable
    ]
    if not before:
        return ()
    with library.upkeep() as (connection, tell):
        connection.execute("REINDEX")
        connection.execute("BEGIN IMMEDIATE")
        make_indexes(connection)
        migrations.make_search(connection)
        attachments.sweep(connection)
        for kind in PRIVATE:
            connection.execute(f"DELETE FROM {kind.table} WHERE round NOT IN ({_ROUND_KNOWN})")
        connection.execute("COMMIT")
        tell(Change("", "repair", Scope(), frozenset(), kept=True))
    return tuple(before)


def _of_file(copy: sqlite3.Connection) -> Iterator[Finding]:
    """What SQLite makes of the file; ``copy`` gets new indexes where they alone are to blame."""
    faults = page_faults(copy)
    if faults and only_indexes_differ(copy):
        yield Finding("index-differs", {"number": len(faults)})
        return
    for line in faults:
        yield Finding("unsound", {"what": line})


def _findings(copy: sqlite3.Connection) -> Iterator[Finding]:
    for table in dict.fromkeys(index.table for index in indexes_missing(copy)):
        yield Finding("index-missing", {"table": table})
    orphans: dict[str, int] = {}
    for table, *_ in copy.execute("PRAGMA foreign_key_check").fetchall():
        orphans[table] = orphans.get(table, 0) + 1
    for table, number in orphans.items():
        yield Finding("parent-missing", {"table": table, "number": number})
    yield from _of_bytes(copy)
    yield from _of_journal(copy)
    yield from _of_search(copy)
    lost = sum(
        _number(copy, f"SELECT count(*) FROM {kind.table} WHERE round NOT IN ({_ROUND_KNOWN})")
        for kind in PRIVATE
    )
    if lost:
        yield Finding("counts-without-round", {"number": lost})


def _of_bytes(copy: sqlite3.Connection) -> Iterator[Finding]:
    missing = _number(
        copy, "SELECT count(*) FROM attachment WHERE hash NOT IN (SELECT hash FROM blob)"
    )
    if missing:
        yield Finding("bytes-missing", {"number": missing})
    changed = sum(
        hashlib.sha256(data).hexdigest() != digest
        for digest, data in copy.execute("SELECT hash, data FROM blob")
    )
    if changed:
        yield Finding("bytes-changed", {"number": changed})
    needless = _number(copy, f"SELECT count(*) FROM ({attachments.NEEDLESS})")
    if needless:
        yield Finding("bytes-needless", {"number": needless})


def _of_journal(copy: sqlite3.Connection) -> Iterator[Finding]:
    """A row is what its last entry says it became; a row without one was never journaled.

    Entries of an older schema, and those that striking has thinned, prove nothing.
    """
    broken = _number(
        copy,
        "SELECT count(*) FROM entry LEFT JOIN change ON change.id = entry.change"
        " WHERE change.id IS NULL",
    )
    if broken:
        yield Finding("journal-broken", {"number": broken})
    for kind in JOURNALED:
        now = image(columns_of(copy, kind.table), "t.")
        differs = _number(
            copy,
            "SELECT count(*) FROM (SELECT change, row, after, row_number() OVER"
            " (PARTITION BY row ORDER BY change DESC, seq DESC) AS nth FROM entry WHERE tbl = ?)"
            " AS last JOIN change ON change.id = last.change"
            f" LEFT JOIN {kind.table} AS t ON t.id = last.row"
            " WHERE nth = 1 AND change.schema = ?"
            f" AND last.after IS NOT CASE WHEN t.id IS NULL THEN NULL ELSE {now} END",
            kind.table,
            SCHEMA_VERSION,
        )
        if differs:
            yield Finding("journal-differs", {"table": kind.table, "number": differs})


def _of_search(copy: sqlite3.Connection) -> Iterator[Finding]:
    strays = triggers_differing(copy)
    for kind in SEARCHED:
        index = f"{kind.table}_words"
        try:
            # With a rank of 1 the index is held against the rows themselves.
            copy.execute(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)")
            sound = kind.table not in strays and (not keeps_words(kind) or _same_words(copy, kind))
        except sqlite3.DatabaseError:
            sound = False
        if not sound:
            yield Finding("search-differs", {"table": kind.table})


def _same_words(copy: sqlite3.Connection, kind: type[Row]) -> bool:
    """Whether an index with its own copy of the words has those that the rows say."""
    said = words_said(kind)
    kept = f"SELECT rowid, {', '.join(kind.declared.searched)} FROM {kind.table}_words"
    differs = f"SELECT * FROM ({said} EXCEPT {kept}) UNION ALL SELECT * FROM ({kept} EXCEPT {said})"
    return _number(copy, f"SELECT count(*) FROM ({differs})") == 0


def _number(copy: sqlite3.Connection, sql: str, *values: str | int) -> int:
    return int(copy.execute(sql, values).fetchone()[0])
