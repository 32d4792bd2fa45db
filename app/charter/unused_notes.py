"""What was said in exercises and no clause came from, so that it is seen and can be counted.

What was said to the facilitator alone is left out: a charter is read by others.
"""

from collections.abc import Sequence

import msgspec

from app.charter.note_groups import NoteGroup, grouped, ranked
from app.charter.sources import Source
from app.library.reader import Reader
from app.library.rows import Block, ClauseSource, Note
from app.workshop.planning import recipe_of


class Unused(msgspec.Struct, frozen=True):
    """Groups of notes that no clause came from, and ``of`` how many notes there are in all."""

    groups: tuple[NoteGroup, ...] = ()
    of: int = 0

    @property
    def notes(self) -> tuple[Source, ...]:
        """The notes no clause came from, group by group."""
        return tuple(note for group in self.groups for note in group.notes)


class Offered(msgspec.Struct, frozen=True):
    """The notes of one ``block`` that no clause came from yet."""

    block: Block
    unused: Unused

    @property
    def notes(self) -> tuple[Source, ...]:
        """The notes, group by group."""
        return self.unused.notes


def unused_notes(reader: Reader, community: str, sections: Sequence[str]) -> Unused:
    """What was said in every block whose recipe leads to one of the sections, and no clause came
    from; what has the most dots first."""
    blocks = reader.select(
        Block,
        "JOIN workshop ON workshop.id = block.workshop "
        "WHERE workshop.community = ? AND block.audience != 'facilitator' "
        "ORDER BY workshop.date, block.workshop, block.position",
        community,
    )
    wanted = [one.id for one in blocks if not set(sections).isdisjoint(recipe_of(one).sections)]
    notes = [note for block in wanted for note in _said_in(reader, block)]
    return Unused(ranked(grouped(reader, _free(notes, _taken(reader)))), len(notes))


def offered_in(reader: Reader, workshop: str, section: str) -> list[Offered]:
    """Notes of a workshop that no clause came from, by the block they were said in.

    Blocks that were meant to lead to ``section`` come first, then all in their order.
    """
    taken, found = _taken(reader), []
    for block in reader.rows(Block, order="position", workshop=workshop):
        notes = _said_in(reader, block.id) if block.audience != "facilitator" else []
        free = _free(notes, taken)
        if free:
            found.append(Offered(block, Unused(tuple(grouped(reader, free)), len(notes))))
    return sorted(found, key=lambda one: section not in recipe_of(one.block).sections)


def _said_in(reader: Reader, block: str) -> list[Note]:
    """The notes of a block (its id) in the order they lie in."""
    return reader.select(
        Note,
        "JOIN run ON run.id = note.run WHERE run.block = ? AND note.audience != 'facilitator' "
        "ORDER BY note.position, note.id",
        block,
    )


def _taken(reader: Reader) -> frozenset[str]:
    return frozenset(source.note for source in reader.rows(ClauseSource))


def _free(notes: Sequence[Note], taken: frozenset[str]) -> list[Note]:
    return [note for note in notes if note.id not in taken]
