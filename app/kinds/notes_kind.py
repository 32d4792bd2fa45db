"""What kinds share in which a typed line is a note: where it goes, how it is kept, how many."""

from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Note
from app.typed_text import lines_of
from app.workshop.notes import add_notes
from app.workshop.running import Running
from app.workshop.zones import zone_targets


class NotesKind:
    """Notes in the recipe's zones. A kind adds what it sets up, and what a run adds up to."""

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """The recipe's zones, in order; one nameless place when it has none."""
        return zone_targets(running.recipe)

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """A note a line. Raises Trouble."""
        add_notes(library, running, target, lines_of(text) or [text])

    def count(self, reader: Reader, run: str) -> int:
        """The number of notes in a run (its id)."""
        return reader.count(Note, run=run)
