"""Finding words in the library, whatever their accents and case."""

import msgspec

from app.library.reader import R, Reader
from app.library.rows import SEARCHED

MOST_WORDS = 12
"""Words that are looked for; those that follow, in a paragraph pasted whole, only take time."""


class Found(msgspec.Struct, frozen=True):
    """A row that holds the words looked for: its table, id, and the text around the match."""

    table: str
    row: str
    excerpt: str


def search(reader: Reader, text: str, *, most: int = 50) -> list[Found]:
    """Rows whose words begin with each word of ``text``, best first within each table.

    At most ``most`` in all; where there are more, no table crowds out another.
    """
    query = _query(text)
    if not query:
        return []
    found: list[list[Found]] = []
    for table in (kind.table for kind in SEARCHED):
        rows = reader.cells(
            f"SELECT t.id, snippet({table}_words, -1, '', '', '…', 12) FROM {table}_words "
            f"JOIN {table} AS t ON t.rowid = {table}_words.rowid "
            f"WHERE {table}_words MATCH ? ORDER BY {table}_words.rank LIMIT ?",
            query,
            most,
        )
        found.append([Found(table, str(row), str(excerpt)) for row, excerpt in rows])
    share = most
    while sum(min(len(one), share) for one in found) > most:
        share -= 1
    return [one for of_table in found for one in of_table[:share]]


def rows_with(reader: Reader, kind: type[R], community: str, text: str, *, most: int) -> list[R]:
    """Rows of one searched table and community with words that begin with each word of ``text``.

    The best first, at most ``most``; none where there is nothing to look for.
    """
    query = _query(text)
    if not query:
        return []
    table = kind.table
    return reader.select(
        kind,
        f"JOIN {table}_words ON {table}_words.rowid = {table}.rowid"
        f" WHERE {table}_words MATCH ? AND {table}.community = ?"
        f" ORDER BY {table}_words.rank LIMIT ?",
        query,
        community,
        most,
    )


def _query(text: str) -> str:
    """What people typed as an FTS5 query: each word quoted, so that nothing is read as syntax."""
    words = "".join(sign if sign.isalnum() else " " for sign in text).split()
    return " ".join(f'"{word}"*' for word in list(dict.fromkeys(words))[:MOST_WORDS])
