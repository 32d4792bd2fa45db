"""The charter being drafted: clause rows in sections, each with the notes it came from.

A list keeps one item a line; a table one row a line, its cells separated by tabs.
"""

from collections.abc import Sequence
from typing import Protocol

from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Clause, ClauseSource, Note
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.text_direction import self_contained
from app.typed_text import (
    LONGEST_TEXT,
    joined_lines,
    one_line,
    required_line,
    several_lines,
    unmarked,
)

STEP = 1000

LONGEST_HEADING = 200
"""Characters of a heading: of a clause, of a section of one's own."""


class HasText(Protocol):
    """A clause, drafted or frozen: something with a text."""

    @property
    def text(self) -> str:
        """What it says; items and rows a line each, cells separated by tabs."""


def clauses_of(reader: Reader, community: str, section: str | None = None) -> list[Clause]:
    """The draft's clauses in their order; those of one section, or all. Other wordings of the same
    thing follow the first."""
    if section is None:
        return together(reader.rows(Clause, order="position", community=community))
    return together(reader.rows(Clause, order="position", community=community, section=section))


def told_as(clause: Clause) -> str:
    """What all wordings of the same thing have in common: the id of the clause they began from."""
    return clause.wording_of or clause.id


def together(clauses: Sequence[Clause]) -> list[Clause]:
    """Clauses in their order, with other wordings of the same thing right after the first."""
    groups: dict[str, list[Clause]] = {}
    for clause in clauses:
        groups.setdefault(told_as(clause), []).append(clause)
    return [clause for group in groups.values() for clause in group]


def sources_of(reader: Reader, clause: str) -> list[Note]:
    """The notes a clause came from, in the order they were said."""
    return reader.select(
        Note,
        "WHERE id IN (SELECT note FROM clause_source WHERE clause = ?) ORDER BY id",
        clause,
    )


def items_of(clause: HasText) -> list[str]:
    """The items of a list clause."""
    return [line for line in clause.text.split("\n") if line.strip()]


def cells_of(clause: HasText) -> list[list[str]]:
    """The rows of a table clause, as cells."""
    return [line.split("\t") for line in items_of(clause)]


def list_text(items: Sequence[str]) -> str:
    """The text of a list: an item a line, those that say nothing left out."""
    lines = (joined_lines(item) for item in items)
    return "\n".join(line for line in lines if line)


def table_text(rows: Sequence[Sequence[str]], known: int = 0) -> str:
    """The text of a table: a row a line, its cells separated by tabs; empty rows are left out.

    Empty cells at a row's end go without saying. Where the last column is empty throughout, the
    first row tells that it is there all the same, unless it is one of the ``known`` first ones.
    """
    said = [[joined_lines(cell) for cell in row] for row in rows]
    lines = ["\t".join(row).rstrip("\t") for row in said]
    filled = max((line.count("\t") + 1 for line in lines if line), default=0)
    wide = max((len(row) for row, line in zip(said, lines, strict=True) if line), default=0)
    lines = [line for line in lines if line]
    if lines and wide > max(filled, known):
        lines[0] += "\t" * (wide - 1 - lines[0].count("\t"))
    return "\n".join(lines)


def add_clause(
    library: Library,
    scope: Scope,
    section: str,
    text: str,
    *,
    form: str = "text",
    heading: str = "",
    run: str | None = None,
    sources: Sequence[str] = (),
    new_id: str = "",
) -> Clause:
    """Add a clause to a section, with the ids of the notes it grew from, under an id of its own
    or under ``new_id``.

    ``scope`` names the community, and the workshop when it is drafted in one. Raises Trouble
    (``empty``, ``too-long``).
    """
    whole = clause_text(text, form)
    if not whole:
        raise Trouble("empty")
    with library.change("clause-add", scope) as writer:
        clause = writer.add(
            Clause(
                id=new_id or library.moment.new_id(),
                community=_community(scope),
                run=run,
                section=section,
                heading=one_line(heading, LONGEST_HEADING),
                form=form,
                text=whole,
                position=_last(writer, _community(scope)) + STEP,
            )
        )
        for note in sources:
            _tie(writer, library, clause, note)
        return clause


def add_item(
    library: Library, scope: Scope, section: str, text: str, *, run: str | None = None
) -> Clause:
    """Add a line to a section's list, beginning the list when there is none. Raises Trouble."""
    line = required_line(unmarked(text))
    with library.change("clause-item", scope) as writer:
        known = clauses_of(writer, _community(scope), section)
        lists = [one for one in known if one.form == "list"]
        if not lists:
            return add_clause(library, scope, section, line, form="list", run=run)
        return writer.change(lists[-1], text=clause_text(f"{lists[-1].text}\n{line}", "list"))


def write_clause(library: Library, scope: Scope, clause: Clause, text: str) -> Clause:
    """Change what a clause says; autosaved while it is typed. Raises Trouble (``too-long``,
    ``gone``).
    """
    whole = clause_text(text, clause.form)
    with library.change("clause-edit", scope, field=f"clause:{clause.id}") as writer:
        return writer.change(clause, text=whole)


def set_heading(library: Library, scope: Scope, clause: Clause, heading: str) -> Clause:
    """Give a clause a heading of its own, or none. Raises Trouble (``too-long``, ``gone``)."""
    said = one_line(heading, LONGEST_HEADING)
    with library.change("clause-heading", scope, field=f"heading:{clause.id}") as writer:
        return writer.change(clause, heading=said)


def move_clause(library: Library, scope: Scope, clause: Clause, by: int) -> None:
    """Move a clause up (-1) or down (1) within its section. Raises Trouble (``gone``)."""
    with library.change("clause-move", scope) as writer:
        peers = clauses_of(writer, clause.community, clause.section)
        at = next((place for place, one in enumerate(peers) if one.id == clause.id), None)
        if at is None:
            raise Trouble("gone")
        to = at + by
        if 0 <= to < len(peers):
            other = peers[to]
            writer.change(peers[at], position=other.position)
            writer.change(other, position=peers[at].position)


def remove_clause(library: Library, scope: Scope, clause: Clause) -> None:
    """Take a clause out of the draft, with its ties to notes. Undo brings it back."""
    with library.change("clause-remove", scope) as writer:
        for source in writer.rows(ClauseSource, clause=clause.id):
            writer.remove(source)
        writer.remove(clause)


def rename_section(library: Library, scope: Scope, section: str, name: str) -> str:
    """Give a section of one's own, whose name is all it is known by, another name.

    Gives the name as it was kept. Raises Trouble (``empty``, ``too-long``; ``section-there`` where
    another section has the name already, as the two would become one).
    """
    said = required_line(unmarked(name), LONGEST_HEADING)
    with library.change("clause-heading", scope) as writer:
        if said != section and clauses_of(writer, _community(scope), said):
            raise Trouble("section-there", name=said)
        for clause in clauses_of(writer, _community(scope), section):
            writer.change(clause, section=said)
    return said


def tie(library: Library, scope: Scope, clause: Clause, note: str) -> None:
    """Say that a clause came from a note."""
    with library.change("clause-tie", scope) as writer:
        if not writer.rows(ClauseSource, clause=clause.id, note=note):
            _tie(writer, library, clause, note)


def untie(library: Library, scope: Scope, clause: Clause, note: str) -> None:
    """Say that a clause did not come from a note after all."""
    with library.change("clause-untie", scope) as writer:
        for source in writer.rows(ClauseSource, clause=clause.id, note=note):
            writer.remove(source)


def clause_text(text: str, form: str) -> str:
    """A text as a clause of a form keeps it. A table's first cell may be empty: its tab stays.

    Raises Trouble (``too-long``)."""
    if form == "text":
        return several_lines(text)
    lines = self_contained(text).splitlines()
    if form == "table":
        whole = table_text([line.split("\t") for line in lines])
    else:
        whole = list_text(lines)
    if len(whole) > LONGEST_TEXT:
        raise Trouble("too-long", longest=LONGEST_TEXT, length=len(whole))
    return whole


def _tie(writer: Writer, library: Library, clause: Clause, note: str) -> None:
    writer.add(ClauseSource(id=library.moment.new_id(), clause=clause.id, note=note))


def _last(writer: Writer, community: str) -> int:
    return writer.number("SELECT max(position) FROM clause WHERE community = ?", community)


def _community(scope: Scope) -> str:
    if scope.community is None:
        raise ValueError("a clause belongs to a community")
    return scope.community
