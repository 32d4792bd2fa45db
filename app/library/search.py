"""Finding words in the library, whatever their accents and case."""

import re
from collections.abc import Sequence

import msgspec

from app.folding import fold, plain_letters
from app.library.reader import Cell, R, Reader
from app.library.rows import SEARCHED
from app.library.schema import texts_said

MOST_WORDS = 12
"""Words that are looked for; those that follow, in a paragraph pasted whole, only take time."""


AROUND, IN_ALL = 4, 12
"""Words of an excerpt: before the first that was found, and in all."""

_WORD = re.compile(r"\S+")


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
    for kind in SEARCHED:
        table, said = kind.table, ", ".join(texts_said(kind, "t"))
        rows = reader.cells(
            f"SELECT t.id, {said} FROM {table}_words "
            f"JOIN {table} AS t ON t.rowid = {table}_words.rowid "
            f"WHERE {table}_words MATCH ? ORDER BY {table}_words.rank LIMIT ?",
            query,
            most,
        )
        found.append([Found(table, str(row), _excerpt(texts, text)) for row, *texts in rows])
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
    return " ".join(f'"{word}"*' for word in _words(text))


def _words(text: str) -> list[str]:
    plain = "".join(sign if sign.isalnum() else " " for sign in plain_letters(text))
    return list(dict.fromkeys(plain.split()))[:MOST_WORDS]


def _excerpt(texts: Sequence[Cell], looked_for: str) -> str:
    """A few words of the text that has most of those looked for, around the first of them."""
    wanted = [fold(word) for word in _words(looked_for)]
    _met_all, first, said = max(
        (_met(str(text), wanted) for text in texts if text),
        key=lambda one: len(one[0]),
        default=(frozenset[str](), 0, ""),
    )
    words = list(_WORD.finditer(said))
    start = max(0, min(first - AROUND, len(words) - IN_ALL))
    shown = words[start : start + IN_ALL]
    excerpt = said[shown[0].start() : shown[-1].end()] if shown else said
    return f"{'…' if start else ''}{excerpt}{'…' if start + IN_ALL < len(words) else ''}"


def _met(text: str, wanted: Sequence[str]) -> tuple[frozenset[str], int, str]:
    """Which of the words begin a word of ``text``, and the place of the first that does."""
    met: dict[str, int] = {}
    for place, word in enumerate(_WORD.finditer(text)):
        for piece in fold(word[0]).split():
            for begun in wanted:
                if piece.startswith(begun):
                    met.setdefault(begun, place)
        if len(met) == len(wanted):
            break
    return frozenset(met), min(met.values(), default=0), text
