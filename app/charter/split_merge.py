"""One clause made two, and two made one: the notes they came from go along."""

from app.charter.clauses import cells_of, clause_text, clauses_of, table_text, told_as
from app.library.audience import narrowest
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Clause, ClauseSource
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.typed_text import visible
from app.workshop.agenda import settled


def split_clause(
    library: Library, scope: Scope, clause: Clause, first: str, second: str, *, new_id: str = ""
) -> Clause:
    """Make a clause two: it says ``first`` from now on, a new one right after it ``second``.

    Both are of its form and came from the same notes; its heading stays with the first. Gives the
    new one, under an id of its own or under ``new_id``. Raises Trouble: ``clause-not-split`` where
    one of them would say nothing; ``wordings-first`` beside another wording of it; ``too-long``,
    ``gone``.
    """
    texts = [clause_text(text, clause.form) for text in (first, second)]
    if not all(visible(text) for text in texts):
        raise Trouble("clause-not-split")
    with library.change("clause-split", scope) as writer:
        _demand_alone(writer, clause)
        whole = writer.change(clause, text=texts[0])
        half = writer.add(
            Clause(
                id=new_id or library.moment.new_id(),
                community=whole.community,
                run=whole.run,
                section=whole.section,
                form=whole.form,
                text=texts[1],
                position=room_after(writer, whole),
                audience=whole.audience,
            )
        )
        add_sources(writer, library, half, notes_tied(writer, whole))
        return half


def merge_clauses(library: Library, scope: Scope, clause: Clause, other: Clause) -> Clause:
    """Make two clauses one, in the place and the form of ``clause``: its words, then the other's.

    It came from the notes of both, each once, its own first, and is for the narrower of their
    audiences; a heading of the other stands above its words. Raises Trouble: ``clauses-differ``
    where only one of them is a table; ``wordings-first`` beside another wording of one of them;
    ``too-long``, ``gone``.
    """
    with library.change("clause-merge", scope) as writer:
        # As they are now: what is shown may be older than the library.
        first, second = writer.change(clause), writer.change(other)
        _demand_alone(writer, first)
        _demand_alone(writer, second)
        if first.id == second.id:
            raise Trouble("gone")
        merged = writer.change(
            first,
            text=_joined(first, second),
            audience=narrowest(first.audience, second.audience),
        )
        add_sources(writer, library, merged, notes_tied(writer, second))
        for source in writer.rows(ClauseSource, clause=second.id):
            writer.remove(source)
        writer.remove(second)
        return merged


def merge_with_next(library: Library, scope: Scope, clause: Clause) -> Clause:
    """Merge a clause with the one that follows it in its section. Raises Trouble as
    :func:`merge_clauses`; ``clause-last`` where none follows."""
    peers = clauses_of(library.reader, clause.community, clause.section)
    at = next((place for place, one in enumerate(peers) if one.id == clause.id), None)
    if at is None:
        raise Trouble("gone")
    if at + 1 == len(peers):
        raise Trouble("clause-last")
    return merge_clauses(library, scope, clause, peers[at + 1])


def notes_tied(writer: Writer, clause: Clause) -> list[str]:
    """The ids of the notes a clause came from, in the order they were tied to it."""
    return [one.note for one in writer.rows(ClauseSource, order="id", clause=clause.id)]


def add_sources(writer: Writer, library: Library, clause: Clause, notes: list[str]) -> None:
    """Tie notes (their ids) to a clause, in their order; those that are tied already stay so."""
    there = set(notes_tied(writer, clause))
    for note in dict.fromkeys(notes):
        if note not in there:
            writer.add(ClauseSource(id=library.moment.new_id(), clause=clause.id, note=note))


def room_after(writer: Writer, clause: Clause) -> int:
    """A position right after a clause; the others are moved where there is no room."""
    order = clauses_of(writer, clause.community)
    at = next(place for place, one in enumerate(order) if one.id == clause.id)
    wanted: list[int | None] = [one.position for one in order]
    wanted.insert(at + 1, None)
    positions = settled(wanted)
    room = positions.pop(at + 1)
    for one, position in zip(order, positions, strict=True):
        if one.position != position:
            writer.change(one, position=position)
    return room


def _demand_alone(reader: Reader, clause: Clause) -> None:
    """Raise Trouble (``wordings-first``) where a clause stands beside another wording of it."""
    beside = clauses_of(reader, clause.community, clause.section)
    if sum(told_as(one) == told_as(clause) for one in beside) > 1:
        raise Trouble("wordings-first")


def _joined(first: Clause, second: Clause) -> str:
    if (first.form == "table") != (second.form == "table"):
        raise Trouble("clauses-differ")
    if first.form == "table":
        heads = [[second.heading]] if second.heading else []
        rows = table_text([*cells_of(first), *heads, *cells_of(second)])
        return clause_text(rows, first.form)
    said = [first.text, second.heading, second.text]
    return clause_text("\n".join(one for one in said if one), first.form)
