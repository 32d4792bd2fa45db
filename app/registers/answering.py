"""What is read back in a room, and what became of it: an entry's state, and a word about it."""

from collections.abc import Sequence
from datetime import date

import msgspec

from app.catalogue.register_shapes import Register
from app.library.library import Library
from app.library.rows import RegisterEntry
from app.library.trouble import Trouble
from app.registers.cells import Values
from app.registers.register_entries import set_cells
from app.typed_text import one_line
from app.workshop.planning import scope_of
from app.workshop.running import Running

LONGEST_WORD = 500
"""Characters of what is said of one thing."""


class AnswerLine(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is read back.

    ``id`` is that of its note or its entry. ``state`` is one of its register, empty until it is
    answered; ``word`` is what was said of it. ``side`` is the party that promised it, ``due`` its
    day, and ``late`` whether that went by with nothing said.
    """

    id: str
    text: str
    state: str = ""
    word: str = ""
    side: str = ""
    due: date | None = None
    late: bool = False
    answered: str = ""
    """The instant at which its entry was made, where that was the answer."""


def line_meant(lines: Sequence[AnswerLine], current: str) -> str:
    """The id of the line that is meant: the current one while it is there, else the first that
    waits for its answer, else the first; empty without lines."""
    if any(one.id == current for one in lines):
        return current
    waiting = [one for one in lines if not one.state] or list(lines)
    return waiting[0].id if waiting else ""


def next_waiting(lines: Sequence[AnswerLine], current: str) -> str:
    """The id of the line to go on with after the current one: the next that waits for its answer,
    around the end where need be; where none waits, simply the next one. Empty without lines."""
    at = next((number for number, one in enumerate(lines) if one.id == current), -1)
    after = [*lines[at + 1 :], *lines[: at + 1]]
    waiting = [one for one in after if not one.state] or after
    return waiting[0].id if waiting else ""


def answer_entry(
    library: Library,
    register: Register,
    running: Running,
    entry: str,
    state: str,
    values: Values | None = None,
) -> None:
    """Bring an entry into a state, with other cells where there are any; a step of the workshop.

    Raises Trouble (``gone``), ValueError for a state that the register has not.
    """
    if state not in [one.id for one in register.states]:
        raise ValueError(state)
    scope = scope_of(running.workshop)
    with library.change("answer", scope) as writer:
        row = writer.find(RegisterEntry, entry)
        if row is None:
            raise Trouble("gone")
        if values:
            row = set_cells(library, register, entry, values, scope)
        writer.change(row, state=state)


def word_on_entry(
    library: Library, register: Register, running: Running, entry: str, column: str, word: str
) -> str:
    """Keep what people say of an entry, in one of its columns, and give it as it was kept.

    Raises Trouble (``gone``, ``too-long``).
    """
    said = one_line(word, LONGEST_WORD)
    scope = scope_of(running.workshop)
    with library.change("answer", scope, field=f"answer:{entry}"):
        set_cells(library, register, entry, {column: said or None}, scope)
    return said
