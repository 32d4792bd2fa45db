"""Talk: people speak in turn, in pairs, in a circle; what is worth keeping is noted."""

from app.entered import lines_of
from app.library.library import Library
from app.library.reading import Reader
from app.library.rows import Note
from app.workshop.notes import add_notes
from app.workshop.running import Running


class Talk:
    """Notes in one column, or in the zones the recipe names."""

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """The recipe's zones; one nameless place when it has none."""
        return tuple(zone.id for zone in running.recipe.zones) or ("",)

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """A note a line."""
        add_notes(library, running, target, lines_of(text) or [text])

    def count(self, reader: Reader, run: str) -> int:
        """Notes."""
        return reader.count(Note, run=run)
