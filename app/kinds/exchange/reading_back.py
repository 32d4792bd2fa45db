"""The promises of last time, read in the same way for both sides, and what became of each.

What became of a promise is the state of its entry, so that it stands wherever the register does;
the day on which it was read tells that it was read here.
"""

from datetime import date
from itertools import chain, zip_longest

from app.catalogue.register_shapes import Register
from app.library.library import Library
from app.library.reader import Reader
from app.moment import day
from app.registers.answering import AnswerLine, answer_entry, word_on_entry
from app.registers.cells import Party
from app.registers.register_entries import Entry, entries_of
from app.workshop.running import Running

OURS = "community"
WORD, READ = "effect", "read"
"""The party whose promises are ours; the columns of what came of it, and of when it was read."""


def promises_read(
    reader: Reader, running: Running, register: Register, audience: str = "facilitator"
) -> tuple[AnswerLine, ...]:
    """What either side promised before this run and is open, or was read on the day of its
    workshop: one of ours, one of theirs in turn, the earliest first."""
    today = day(running.workshop.date)
    lines = [
        _line(register, one, today)
        for one in entries_of(reader, register, running.community.id, audience)
        if one.row.run != running.run.id
        and one.id < running.run.id
        and (register.is_open(one.state) or one.values.get(READ) == today)
    ]
    lines.sort(key=lambda one: (one.due is None, one.due or today))
    ours = [one for one in lines if one.side == OURS]
    theirs = [one for one in lines if one.side != OURS]
    return tuple(one for one in chain(*zip_longest(ours, theirs)) if one is not None)


def answers_to(register: Register) -> tuple[str, ...]:
    """The states a promise can be brought into when it is read: those in which nothing is open."""
    return tuple(one.id for one in register.states if not one.open)


def answer_promise(
    library: Library, running: Running, register: Register, entry: str, state: str
) -> None:
    """Write down what became of a promise. Raises Trouble (``gone``)."""
    read = {READ: day(running.workshop.date)}
    answer_entry(library, register, running, entry, state, read)


def word_on_promise(
    library: Library, running: Running, register: Register, entry: str, word: str
) -> str:
    """Keep what people say of a promise. Raises Trouble (``gone``, ``too-long``)."""
    return word_on_entry(library, register, running, entry, WORD, word)


def _line(register: Register, entry: Entry, today: date) -> AnswerLine:
    giver = entry.values.get("from")
    due = entry.values.get("due")
    by = due if isinstance(due, date) else None
    waits = register.is_open(entry.state)
    return AnswerLine(
        id=entry.id,
        text=str(entry.values.get("promise", "")),
        state="" if waits else entry.state,
        word=str(entry.values.get(WORD, "")),
        side=giver.party or OURS if isinstance(giver, Party) else OURS,
        due=by,
        late=waits and (entry.state == "late" or (by is not None and by < today)),
    )
