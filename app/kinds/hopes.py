"""What became of hopes and worries: notes of an earlier workshop, answered one by one.

An answer is an entry of the register of hopes and worries, tied to the note by a cell. Each run has
its own: what was still open at one renewal may have come true at the next.
"""

from collections.abc import Mapping, Sequence

from app.catalogue.register_shapes import Register
from app.library.audience import narrowest
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Note
from app.library.trouble import Trouble
from app.registers.answering import AnswerLine, answer_entry, word_on_entry
from app.registers.cells import Link
from app.registers.register_entries import Entry, EntryFields, add_entry, entries_of
from app.workshop.notes import notes_of
from app.workshop.planning import scope_of
from app.workshop.running import Running

REGISTER = "hopes-and-worries"
"""The register, by its id, and its columns."""
SAID, ABOUT, WORD, NOTE = "said", "about", "word", "note"


def hope_lines(
    reader: Reader,
    running: Running,
    register: Register,
    answered: Mapping[str, str],
    audience: str = "facilitator",
) -> tuple[AnswerLine, ...]:
    """The notes of a run in the zones that are ``answered``, zone by zone, with what became of
    each as far as ``audience`` may read the answer."""
    told = _entries(reader, running, register, audience)
    notes: Sequence[Note] = notes_of(reader, running.run.id)
    return tuple(
        AnswerLine(
            id=note.id,
            text=note.text,
            state=told[note.id].state if note.id in told else "",
            word=str(told[note.id].values.get(WORD, "")) if note.id in told else "",
            side=zone,
            answered=told[note.id].row.made if note.id in told else "",
        )
        for zone in answered
        for note in notes
        if note.zone == zone
    )


def answer_hope(
    library: Library,
    running: Running,
    register: Register,
    answered: Mapping[str, str],
    note: str,
    state: str,
) -> None:
    """Write down what became of a note (its id); the answer goes no further than the note.

    Raises Trouble (``gone``), ValueError for a state that the register has not.
    """
    row = library.reader.find(Note, note)
    if row is None:
        raise Trouble("gone")
    with library.change("answer", scope_of(running.workshop)):
        known = _entries(library.reader, running, register).get(note)
        if known is not None:
            answer_entry(library, register, running, known.id, state)
            return
        add_entry(
            library,
            register,
            running.community.id,
            {SAID: row.text, ABOUT: answered.get(row.zone), NOTE: Link("note", note)},
            EntryFields(
                state=state,
                audience=narrowest(row.audience, running.block.audience),
                workshop=running.workshop.id,
                run=running.run.id,
            ),
            scope_of(running.workshop),
        )


def word_on_hope(
    library: Library, running: Running, register: Register, note: str, word: str
) -> str:
    """Keep what people say of a note (its id) that was answered. Raises Trouble (``gone``,
    ``too-long``)."""
    known = _entries(library.reader, running, register).get(note)
    if known is None:
        raise Trouble("gone")
    return word_on_entry(library, register, running, known.id, WORD, word)


def _entries(
    reader: Reader, running: Running, register: Register, audience: str = "facilitator"
) -> Mapping[str, Entry]:
    """The answers of a run that an audience may read, by their notes."""
    found = entries_of(reader, register, running.community.id, audience)
    return {
        link.id: one
        for one in found
        if one.row.run == running.run.id and isinstance(link := one.values.get(NOTE), Link)
    }
