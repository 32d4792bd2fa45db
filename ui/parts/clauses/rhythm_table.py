"""The table of what recurs, offered where a note that recurs begins a charter's rhythm."""

import msgspec

from app.library.audience import may_read
from app.library.rows import RhythmEvent
from app.workshop.circles import Circles
from exports.kinds.rhythm import clause_row
from ui.world import World

RHYTHM = "rhythm"
"""The section that tells what recurs, a row for each thing."""


class RhythmTable(msgspec.Struct, frozen=True):
    """Rows of a table clause, and the notes (ids) they come from."""

    text: str
    sources: tuple[str, ...]


def rhythm_table(world: World, section: str, note: str) -> RhythmTable | None:
    """All that recurs beside a note (its id), in the words of the window; None in another section,
    or where the note does not recur.

    What is not for the community stays out: a charter is read by others.
    """
    reader = world.library.reader
    begun = reader.rows(RhythmEvent, note=note) if section == RHYTHM else []
    if not begun:
        return None
    beside = reader.rows(RhythmEvent, order="position, id", run=begun[0].run)
    told = [one for one in beside if one.rule and may_read(one.audience, "community")]
    told = told or begun
    circles = Circles(reader, world.words.language)
    rows = ("\t".join(clause_row(world.words, one, circles.name(one))) for one in told)
    return RhythmTable("\n".join(rows), tuple(one.note for one in told if one.note is not None))
