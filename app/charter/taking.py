"""Notes that lie together come into the charter with one act."""

from collections.abc import Sequence

from app.charter.clauses import add_clause
from app.charter.note_groups import NoteGroup
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Clause, Note
from app.library.trouble import Trouble


def take_together(
    library: Library, scope: Scope, section: str, group: NoteGroup, *, run: str | None = None
) -> Clause:
    """Take a group of notes in as one clause at the end of a section: a line each, under the title
    the room gave them; it came from all of them.

    ``run`` is the id of the run it is drafted in. Raises Trouble (``gone``, ``too-long``).
    """
    notes = _there(library, group)
    with library.change("clause-take", scope):
        return add_clause(
            library,
            scope,
            section,
            "\n".join(text for text, _ in notes),
            form="list",
            heading=group.title,
            run=run,
            sources=[note for _, note in notes],
        )


def take_apart(
    library: Library, scope: Scope, section: str, group: NoteGroup, *, run: str | None = None
) -> list[Clause]:
    """Take a group of notes in as a clause each, in their order. Raises Trouble (``gone``)."""
    notes = _there(library, group)
    with library.change("clause-take", scope):
        return [
            add_clause(library, scope, section, text, run=run, sources=[note])
            for text, note in notes
        ]


def _there(library: Library, group: NoteGroup) -> Sequence[tuple[str, str]]:
    """The words and the ids of the notes that are still there."""
    seen = [library.reader.find(Note, one.note.id) for one in group.notes]
    notes = [(note.text, note.id) for note in seen if note is not None]
    if not notes:
        raise Trouble("gone")
    return notes
