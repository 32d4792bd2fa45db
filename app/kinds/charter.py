"""Charter: clauses are drafted, reservations heard, stances taken."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.recipe import Recipe
from app.catalogue.setup import Nothing, read_setup
from app.charter.clauses import add_clause, add_item, clauses_of
from app.charter.reviewing import old_clauses
from app.charter.versions import (
    draft_clauses,
    frozen_clauses,
    propose,
    reserve,
    versions_of,
)
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Clause, Note, Reservation, Version
from app.library.trouble import Trouble
from app.typed_text import lines_of
from app.workshop.history import held_on
from app.workshop.planning import languages_of, scope_of
from app.workshop.running import Running

RESERVATIONS = "reservations"
"""Where a reservation goes: a target beside the sections."""


class CharterSetup(msgspec.Struct, frozen=True, kw_only=True):
    """``agreement``: people give their word to the whole charter. What is drafted is what the
    exercise leads to, its ``sections``. ``reviews``: people go through the charter there was,
    section by section; those of its sections that are not named come after."""

    agreement: bool = False
    reviews: bool = False


class Charter:
    """Clauses in the sections the recipe names."""

    setup = CharterSetup
    setup_words = Nothing

    def __init__(self, forms: Mapping[str, str]) -> None:
        """Know the form (text, list, table) of every charter section, by its id."""
        self._forms = forms

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """Nothing more: sections are looked up for every kind."""
        return iter(())

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """The sections the recipe drafts; before them, where it agrees, the reservations."""
        sections = sections_of(reader, running)
        return (RESERVATIONS, *sections) if agrees(running) else sections

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """An item of a list section, a new paragraph of a text section, or a reservation."""
        scope = scope_of(running.workshop)
        lines = lines_of(text) or [text]
        if target == RESERVATIONS:
            keep_reservation(library, running, " ".join(lines))
        elif self._forms.get(target, "text") == "text":
            add_clause(library, scope, target, text, run=running.run.id)
        else:
            with library.change("clause-item", scope):
                for line in lines:
                    add_item(library, scope, target, line, run=running.run.id)

    def count(self, reader: Reader, run: str) -> int:
        """The number of clauses drafted in a run (its id)."""
        return reader.count(Clause, run=run)

    def facts(self, reader: Reader, running: Running) -> Sequence[Clause]:
        """The clauses drafted in the run that say something."""
        drafted = reader.rows(Clause, order="position", run=running.run.id)
        return [clause for clause in drafted if clause.text.strip()]


def sections_of(reader: Reader, running: Running) -> tuple[str, ...]:
    """The sections a block drafts; where it goes through the charter there was, all of that too."""
    sections = running.recipe.sections or ("purpose",)
    if not reviews_sections(running.recipe):
        return tuple(dict.fromkeys(sections))
    drafted: list[str] = []
    if agrees(running):
        # What is put to the room is all of it, also what is in no version yet.
        drafted = [one.section for one in clauses_of(reader, running.community.id)]
    return tuple(dict.fromkeys((*sections, *old_clauses(reader, running), *drafted)))


def reviews_sections(recipe: Recipe) -> bool:
    """Whether a recipe has people go through the charter there was."""
    return read_setup(recipe.setup, CharterSetup).reviews


def asks_agreement(recipe: Recipe) -> bool:
    """Whether a recipe asks people for their word to the whole charter."""
    return read_setup(recipe.setup, CharterSetup).agreement


def agrees(running: Running) -> bool:
    """Whether this block takes stances to the charter."""
    return asks_agreement(running.recipe)


def proposal_of(reader: Reader, running: Running) -> Version | None:
    """The version this workshop proposed or agreed to; None before one is proposed."""
    for version in versions_of(reader, running.community.id):
        if version.workshop == running.workshop.id and version.status in ("proposed", "agreed"):
            return version
    return None


def propose_here(library: Library, running: Running, reason: str = "") -> Version:
    """Freeze the draft as the next version, on the day the workshop is held; ``reason`` says what
    is new, and why. Raises Trouble."""
    return propose(
        library,
        scope_of(running.workshop),
        date=held_on(library, running.workshop).isoformat(),
        language=languages_of(running.workshop)[0],
        reason=reason,
    )


def edited_since(reader: Reader, version: Version) -> bool:
    """Whether the draft says something else than a version still proposed."""
    if version.status != "proposed":
        return False
    return frozen_clauses(version) != draft_clauses(reader, version.community)


def keep_reservation(library: Library, running: Running, text: str) -> Reservation:
    """Keep a reservation word for word, to the version that was read aloud.

    Raises Trouble: ``not-proposed`` before there is one, ``charter-agreed`` once the word is given.
    """
    version = proposal_of(library.reader, running)
    if version is None:
        raise Trouble("not-proposed")
    if version.status != "proposed":
        raise Trouble("charter-agreed", number=version.number)
    return reserve(library, scope_of(running.workshop), version, text)


def take_note(library: Library, running: Running, section: str, form: str, note: str) -> Clause:
    """Begin a section's clause with the words of a note (its id), tied to it. Raises Trouble."""
    text = library.reader.needed(Note, note).text
    return begin_clause(library, running, section, form, text, [note])


def begin_clause(
    library: Library,
    running: Running,
    section: str,
    form: str,
    text: str,
    sources: Sequence[str],
) -> Clause:
    """Begin a section's clause with a text, tied to the notes (ids) it comes from. Raises
    Trouble."""
    scope = scope_of(running.workshop)
    return add_clause(library, scope, section, text, form=form, run=running.run.id, sources=sources)
