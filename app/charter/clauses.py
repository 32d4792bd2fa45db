"""The charter being drafted: clause rows in sections, each with the notes it came from.

A list keeps one item a line; a table one row a line, its cells separated by tabs.
"""

from collections.abc import Sequence

from app.library.journal import Scope
from app.library.library import Library
from app.library.reading import Reader
from app.library.rows import Clause, ClauseSource, Note
from app.library.trouble import Trouble
from app.library.writing import Writer
from app.workshop.texts import clean_line, clean_text

STEP = 1000


def clauses_of(reader: Reader, community: str, section: str | None = None) -> list[Clause]:
    """The draft's clauses in their order; those of one section, or all."""
    if section is None:
        return reader.rows(Clause, order="position", community=community)
    return reader.rows(Clause, order="position", community=community, section=section)


def sources_of(reader: Reader, clause: str) -> list[Note]:
    """The notes a clause came from, in the order they were said."""
    return reader.select(
        Note,
        "JOIN clause_source ON clause_source.note = note.id "
        "WHERE clause_source.clause = ? ORDER BY note.id",
        clause,
    )


def items_of(clause: Clause) -> list[str]:
    """The items of a list clause."""
    return [line for line in clause.text.split("\n") if line]


def cells_of(clause: Clause) -> list[list[str]]:
    """The rows of a table clause, as cells."""
    return [line.split("\t") for line in clause.text.split("\n") if line]


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
) -> Clause:
    """Add a clause to a section, with the ids of the notes it grew from. Raises Trouble.

    ``scope`` names the community, and the workshop when it is drafted in one.
    """
    whole = clean_text(text)
    if not whole:
        raise Trouble("empty")
    with library.change("clause-add", scope) as writer:
        clause = writer.add(
            Clause(
                id=library.moment.new_id(),
                community=_community(scope),
                run=run,
                section=section,
                heading=" ".join(heading.split()),
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
    line = clean_line(text)
    with library.change("clause-item", scope) as writer:
        known = clauses_of(writer, _community(scope), section)
        lists = [one for one in known if one.form == "list"]
        if not lists:
            return add_clause(library, scope, section, line, form="list", run=run)
        return writer.change(lists[-1], text=clean_text(f"{lists[-1].text}\n{line}"))


def write_clause(library: Library, scope: Scope, clause: Clause, text: str) -> Clause:
    """Change what a clause says; autosaved while it is typed. Raises Trouble (``too-long``)."""
    whole = clean_text(text)
    with library.change("clause-edit", scope, field=f"clause:{clause.id}") as writer:
        return writer.change(clause, text=whole)


def head_clause(library: Library, scope: Scope, clause: Clause, heading: str) -> Clause:
    """Give a clause a heading of its own, or none."""
    with library.change("clause-heading", scope, field=f"heading:{clause.id}") as writer:
        return writer.change(clause, heading=" ".join(heading.split()))


def move_clause(library: Library, scope: Scope, clause: Clause, by: int) -> None:
    """Move a clause up (-1) or down (1) within its section."""
    with library.change("clause-move", scope) as writer:
        peers = clauses_of(writer, clause.community, clause.section)
        at = next(place for place, one in enumerate(peers) if one.id == clause.id)
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


def said_but_not_taken(reader: Reader, community: str, exercises: Sequence[str]) -> list[Note]:
    """Notes from these exercises that no clause came from."""
    marks = ", ".join("?" * len(exercises))
    return reader.select(
        Note,
        "JOIN run ON run.id = note.run JOIN block ON block.id = run.block "
        "LEFT JOIN clause_source ON clause_source.note = note.id "
        f"WHERE note.community = ? AND block.exercise IN ({marks}) "
        "AND clause_source.id IS NULL ORDER BY note.id",
        community,
        *exercises,
    )


def _tie(writer: Writer, library: Library, clause: Clause, note: str) -> None:
    writer.add(ClauseSource(id=library.moment.new_id(), clause=clause.id, note=note))


def _last(writer: Writer, community: str) -> int:
    return writer.number("SELECT max(position) FROM clause WHERE community = ?", community)


def _community(scope: Scope) -> str:
    if scope.community is None:
        raise ValueError("a clause belongs to a community")
    return scope.community
