"""What a later Hearth wrote into a community file of the same format, and this one does not know.

A later schema has tables and columns more, and nothing else is different. They are left out and
counted, so that it can be said; the rest is taken like any other file.
"""

from collections import Counter
from collections.abc import Callable, Mapping

import msgspec

from app.exchange.community_file import EVERY, TABLES, CommunityFile, stands_alone, wanted_by
from app.exchange.converters import Root, rows_in
from app.library.row import Row
from app.library.rows import COLUMNS, Attachment


def take_unknown(root: Root) -> dict[str, int]:
    """Take the parts and the columns that are not known here out of a file.

    Gives how many rows of which part ("register_entry") or column ("note.mood") there were.
    """
    known: dict[str, type[Row]] = {kind.table: kind for kind in EVERY}
    left_out: Counter[str] = Counter()
    for name in [name for name in root if name not in known and name not in ("hearth", "blob")]:
        part = root.pop(name)
        left_out[name] += len(part) if isinstance(part, list) else 1
    for table, kind in known.items():
        columns = {column.name for column in COLUMNS[kind]}
        for row in rows_in(root, table):
            for name in [name for name in row if name not in columns]:
                del row[name]
                left_out[f"{table}.{name}"] += 1
    return dict(left_out)


def without_strays(file: CommunityFile, left_out: Mapping[str, int]) -> CommunityFile:
    """A file without what was in it only for the sake of rows that were left out.

    Files that were kept with them, and people whom nobody else names; both are counted too.
    """
    counted = Counter(left_out)
    tables = dict(file.tables)

    def keep(kind: type[Row], wanted: Callable[[Row], bool]) -> None:
        rows = tables[kind.table]
        tables[kind.table] = tuple(row for row in rows if wanted(row))
        counted[kind.table] += len(rows) - len(tables[kind.table])

    keep(Attachment, lambda row: getattr(row, "owner_table", "") not in left_out)
    kept = (row for rows in (*tables.values(), (file.community,)) for row in rows)
    named = {key for row in kept for _, key in wanted_by(row)}
    for kind in filter(stands_alone, TABLES):
        keep(kind, lambda row: getattr(row, "id", "") in named)
    hashes = {getattr(one, "hash", "") for one in tables[Attachment.table]}
    return msgspec.structs.replace(
        file,
        tables=tables,
        blob=tuple(one for one in file.blob if one.hash in hashes),
        left_out={part: number for part, number in counted.items() if number},
    )
