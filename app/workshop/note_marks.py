"""What is marked on notes: a colour of their own, who said it, who may read it."""

from collections.abc import Sequence

from app.colours import NoteColour
from app.library.audience import AUDIENCES, narrowest
from app.library.library import Library
from app.library.rows import Note, RegisterEntry, RhythmEvent
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.typed_text import name_line
from app.workshop.named_people import person_named
from app.workshop.planning import scope_of
from app.workshop.running import Running


def colour_notes(
    library: Library, running: Running, notes: Sequence[Note], colour: NoteColour | None
) -> None:
    """Give notes a colour of their own; None gives them that of their zone again.

    Raises Trouble (``gone``).
    """
    with library.change("note-colour", scope_of(running.workshop)) as writer:
        for note in notes:
            writer.change(note, colour=colour or "")


def name_author(library: Library, running: Running, notes: Sequence[Note], name: str) -> None:
    """Write down who said what is on these notes; an empty name takes that away.

    Where notes carry no name, none is kept. Raises Trouble: ``no-authors``, ``two-of-that-name``,
    ``too-long``, ``gone``.
    """
    line = name_line(name)
    if line:
        need_authors(running)
    with library.change("note-author", scope_of(running.workshop)) as writer:
        author = person_named(writer, library, running, line).id if line else None
        for note in notes:
            writer.change(note, author=author)


def need_authors(running: Running) -> None:
    """Raises Trouble (``no-authors``) where the notes of a run carry no names."""
    if running.recipe.anonymous:
        raise Trouble("no-authors")


def audiences_within(running: Running) -> tuple[str, ...]:
    """Who a note of a run may be for: none wider than its block is for, the narrowest first."""
    block = running.block.audience
    widest = AUDIENCES.index(block) if block in AUDIENCES else 0
    return AUDIENCES[: widest + 1]


def mark_audience(library: Library, running: Running, notes: Sequence[Note], audience: str) -> None:
    """Say who may read these notes; what says the same in other places goes no further than they
    do. Raises Trouble: ``audience-wider``, ``gone``."""
    if audience not in audiences_within(running):
        raise Trouble("audience-wider")
    with library.change("note-audience", scope_of(running.workshop)) as writer:
        for note in notes:
            _narrow_what_came(writer, writer.change(note, audience=audience))


def _narrow_what_came(writer: Writer, note: Note) -> None:
    """Have nobody else read a note's words in what recurs, was promised in its run, or was taken
    along from it; what already was for fewer stays so."""
    named = "WHERE run = ? AND instr(cells, ?)"
    came: list[RhythmEvent | RegisterEntry | Note] = [
        *writer.rows(RhythmEvent, note=note.id),
        *writer.select(RegisterEntry, named, note.run, note.id),
        *writer.rows(Note, source=note.id),
    ]
    for one in came:
        readers = narrowest(one.audience, note.audience)
        if readers != one.audience:
            narrowed = writer.change(one, audience=readers)
            if isinstance(narrowed, Note):
                _narrow_what_came(writer, narrowed)
