"""What entries link to: the words of notes, clauses and workshops, and finding one to link to."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from app.folding import fold
from app.library.audience import readable
from app.library.reader import R, Reader
from app.library.rows import Clause, Note, Person, Workshop
from app.library.search import rows_with
from app.registers.cells import Link
from app.text_direction import join_isolated

MOST = 50
"""Rows offered to link to; more letters find others."""

Place = tuple[str, str]
"""A row: its table and its id."""


def words_of(reader: Reader, named: Iterable[Place], audience: str) -> Mapping[Place, str]:
    """What rows say or are called: of notes and clauses, those that ``audience`` may read.

    Rows that are gone are left out. Raises ValueError for no such audience.
    """
    keys: dict[str, list[str]] = {}
    for table, key in sorted(named):
        keys.setdefault(table, []).append(key)
    found: dict[Place, str] = {}
    for one in _all(reader, Person, keys):
        found["person", one.id] = one.name
    for workshop in _all(reader, Workshop, keys):
        found["workshop", workshop.id] = workshop.title
    if "note" in keys:
        for note in readable(reader, audience, Note, _AMONG, _json(keys["note"])):
            found["note", note.id] = note.text
    if "clause" in keys:
        for clause in readable(reader, audience, Clause, _AMONG, _json(keys["clause"])):
            found["clause", clause.id] = clause_words(clause)
    return found


class Found(msgspec.Struct, frozen=True):
    """A row that can be linked to, with the section of a clause and the day of a workshop."""

    link: Link
    section: str = ""
    day: date | None = None


def find_link(reader: Reader, table: str, key: str) -> Link | None:
    """A link to the row with this id; None where it is gone."""
    said = words_of(reader, [(table, key)], "facilitator").get((table, key))
    return Link(table, key, said) if said is not None else None


def find_links(reader: Reader, community: str, table: str, text: str) -> list[Found]:
    """Notes, clauses or workshops of a community in which each word of ``text`` is found.

    Without a text the latest notes and workshops, and the clauses in their order.
    """
    if table == "note":
        return [Found(Link("note", one.id, one.text)) for one in _notes(reader, community, text)]
    if table == "clause":
        clauses = reader.rows(Clause, order="position", community=community)
        all_ = [
            Found(Link("clause", one.id, clause_words(one)), section=one.section)
            for one in clauses
            if one.text.strip()
        ]
    else:
        workshops = reader.rows(Workshop, order="date DESC", community=community)
        all_ = [
            Found(Link("workshop", one.id, one.title), day=date.fromisoformat(one.date))
            for one in workshops
        ]
    wanted = fold(text).split()
    return [one for one in all_ if all(word in fold(one.link.said) for word in wanted)][:MOST]


def _notes(reader: Reader, community: str, text: str) -> list[Note]:
    if text.strip():
        return rows_with(reader, Note, community, text, most=MOST)
    return reader.select(Note, f"WHERE community = ? ORDER BY id DESC LIMIT {MOST}", community)


def clause_words(clause: Clause) -> str:
    """A clause on one line: its heading and what it says."""
    parts = (" ".join(part.split()) for part in _PARTS.split(clause.text))
    return join_isolated((clause.heading.strip(), *parts))


_PARTS = re.compile("[\n\t]")
_AMONG = "id IN (SELECT value FROM json_each(?)) ORDER BY id"


def _all(reader: Reader, kind: type[R], keys: Mapping[str, Sequence[str]]) -> list[R]:
    asked = keys.get(kind.table)
    return reader.select(kind, f"WHERE {_AMONG}", _json(asked)) if asked else []


def _json(keys: Sequence[str]) -> str:
    return msgspec.json.encode(keys).decode()
