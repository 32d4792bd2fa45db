"""Wordings of the same thing: clauses that stand side by side until one of them is chosen."""

from collections.abc import Mapping, Sequence

import msgspec

from app.charter.clauses import clauses_of, told_as
from app.charter.split_merge import add_sources, notes_tied, room_after
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Clause, ClauseSource
from app.library.trouble import Trouble
from app.library.writer import Writer


class Wording(msgspec.Struct, frozen=True):
    """Which of several wordings a clause is: its ``number`` from 1, ``of`` how many."""

    number: int
    of: int


def side_by_side(clauses: Sequence[Clause]) -> list[tuple[Clause, ...]]:
    """The clauses of which several wordings stand, each with the others, in their order."""
    groups: dict[str, list[Clause]] = {}
    for clause in clauses:
        groups.setdefault(told_as(clause), []).append(clause)
    return [tuple(group) for group in groups.values() if len(group) > 1]


def wordings_of(clauses: Sequence[Clause]) -> Mapping[str, Wording]:
    """Which wording each clause is, by its id; those that stand alone are left out."""
    return {
        clause.id: Wording(number, len(group))
        for group in side_by_side(clauses)
        for number, clause in enumerate(group, start=1)
    }


def open_wordings(reader: Reader, community: str) -> list[tuple[Clause, ...]]:
    """Where several wordings stand in a community's draft (its id)."""
    return side_by_side(clauses_of(reader, community))


def begin_wording(library: Library, scope: Scope, clause: Clause, *, new_id: str = "") -> Clause:
    """Begin another wording of a clause, with the same words, from the same notes, beside it.

    Gives the new one, under an id of its own or under ``new_id``. Raises Trouble (``gone``).
    """
    with library.change("wording-begin", scope) as writer:
        first = writer.change(clause)
        last = _beside(writer, first)[-1]
        other = writer.add(
            msgspec.structs.replace(
                first,
                id=new_id or library.moment.new_id(),
                position=room_after(writer, last),
                wording_of=told_as(first),
            )
        )
        add_sources(writer, library, other, notes_tied(writer, first))
        return other


def choose_wording(library: Library, scope: Scope, clause: Clause) -> Clause:
    """Choose one of the wordings that stand: the others go, and it came from the notes of all.

    The clause from which they began stays that clause and says what was chosen, so that a
    comparison with an earlier version tells what changed in it. Gives the one that stays. Raises
    Trouble (``gone``).
    """
    with library.change("wording-choose", scope) as writer:
        chosen = writer.change(clause)
        beside = _beside(writer, chosen)
        first = next((one for one in beside if one.id == told_as(chosen)), chosen)
        for other in beside:
            if other.id != first.id:
                add_sources(writer, library, first, notes_tied(writer, other))
                for source in writer.rows(ClauseSource, clause=other.id):
                    writer.remove(source)
                writer.remove(other)
        return writer.change(
            first,
            heading=chosen.heading,
            text=chosen.text,
            audience=chosen.audience,
            position=min(one.position for one in beside),
            wording_of=None,
        )


def demand_one_wording(reader: Reader, community: str) -> None:
    """Raise Trouble (``wordings-open``) where a community's draft has several of something."""
    if open_wordings(reader, community):
        raise Trouble("wordings-open")


def _beside(writer: Writer, clause: Clause) -> Sequence[Clause]:
    """The wordings a clause stands among, itself with them, in their order."""
    every = clauses_of(writer, clause.community, clause.section)
    return [one for one in every if told_as(one) == told_as(clause)]
