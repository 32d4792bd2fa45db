"""Where a clause came from: notes as they lay on the desk, with their colours and dots."""

from collections.abc import Sequence

import msgspec

from app.catalogue.recipe import Recipe
from app.charter.clauses import sources_of
from app.colours import NoteColour, colour_on, note_colour
from app.library.reader import Reader
from app.library.rows import Block, Note, Workshop
from app.workshop.planning import recipe_of
from app.workshop.zones import zone_colour


class Source(msgspec.Struct, frozen=True):
    """A note as it lay on the desk: its colour, the dots it was given, the day.

    Dots that are still hidden are not told. ``day`` is the workshop's, or when it was written.
    """

    note: Note
    colour: NoteColour
    dots: int
    day: str


def sources_of_clause(reader: Reader, clause: str) -> list[Source]:
    """The notes a clause came from, those with the most dots first."""
    return _sources(reader, sources_of(reader, clause))


def _sources(reader: Reader, notes: Sequence[Note]) -> list[Source]:
    """The notes with their colours, dots and days, those with the most dots first."""
    return sorted(notes_seen(reader, notes), key=lambda one: -one.dots)


def notes_seen(reader: Reader, notes: Sequence[Note]) -> list[Source]:
    """The notes with their colours, dots and days."""
    runs = {note.run for note in notes if note.run is not None}
    recipes = {run: _recipe(reader, run) for run in runs}
    dots = {run: dots_of_run(reader, run) for run in runs}
    days: dict[str, str] = {}
    found = []
    for note in notes:
        if note.workshop is not None and note.workshop not in days:
            days[note.workshop] = reader.row(Workshop, note.workshop).date
        recipe = recipes.get(note.run or "")
        colour = zone_colour(recipe, note.zone) if recipe is not None else note_colour("")
        colour = colour_on(colour, note.colour)
        given = dots.get(note.run or "", {}).get(note.id, 0)
        day = days.get(note.workshop or "", note.made[:10])
        found.append(Source(note, colour, given, day))
    return found


def _recipe(reader: Reader, run: str) -> Recipe:
    (block,) = reader.select(Block, "JOIN run ON run.block = block.id WHERE run.id = ?", run)
    return recipe_of(block)


def dots_of_run(reader: Reader, run: str) -> dict[str, int]:
    """The dots of a run's latest round, by note and cluster; none while they are hidden."""
    found = reader.cells(
        "SELECT item, number FROM dots WHERE round = (SELECT id FROM round WHERE run = ? "
        "AND form = 'dots' ORDER BY id DESC LIMIT 1) "
        "AND EXISTS (SELECT 1 FROM round WHERE id = dots.round "
        "AND (closed IS NOT NULL OR hidden = 0))",
        run,
    )
    return {str(item): int(number or 0) for item, number in found}
