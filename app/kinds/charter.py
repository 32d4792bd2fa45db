"""Charter: clauses are drafted, reservations heard, stances taken."""

from collections.abc import Mapping

from app.charter.clauses import add_clause, add_item
from app.library.library import Library
from app.library.reading import Reader
from app.library.rows import Clause
from app.workshop.planning import scope_of
from app.workshop.running import Running


class Charter:
    """Clauses in the sections the recipe names. ``forms`` gives each section's form."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        """Know the form (text, list, table) of every charter section, by its id."""
        self._forms = forms

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """The sections the recipe drafts."""
        return running.recipe.sections or ("purpose",)

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """An item of a list section, or a new paragraph of a text section."""
        scope = scope_of(running.workshop)
        if self._forms.get(target, "text") == "text":
            add_clause(library, scope, target, text, run=running.run.id)
            return
        with library.change("clause-item", scope):
            for line in text.splitlines() or [text]:
                if line.strip():
                    add_item(library, scope, target, line, run=running.run.id)

    def count(self, reader: Reader, run: str) -> int:
        """Clauses drafted in the run."""
        return reader.count(Clause, run=run)
