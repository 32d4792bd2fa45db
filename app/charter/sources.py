"""Where a clause came from: notes with their dots and colours, and what was said but not taken."""

from collections.abc import Sequence

import msgspec

from app.catalogue.recipe import Recipe
from app.charter.clauses import sources_of
from app.colours import NoteColour, colour_on, note_colour
from app.library.reader import Reader
from app.library.rows import Block, ClauseSource, Note, Workshop
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


class Offered(msgspec.Struct, frozen=True):
    """Notes of one block that no clause came from yet; ``block`` names it."""

    block: Block
    notes: tuple[Source, ...]


def sources_of_clause(reader: Reader, clause: str) -> list[Source]:
    """The notes a clause came from, those with the most dots first."""
    return _sources(reader, sources_of(reader, clause))


def sources_of_notes(reader: Reader, notes: Sequence[str]) -> list[Source]:
    """The notes of a version's clauses, by their ids, as far as they are still there."""
    found = [reader.find(Note, note) for note in dict.fromkeys(notes)]
    return _sources(reader, [note for note in found if note is not None])


def untied_sources(reader: Reader, community: str, sections: Sequence[str]) -> list[Source]:
    """What was said where these sections were drafted, and no clause came from.

    Those are the notes of every block whose recipe leads to one of the sections. What was said to
    the facilitator alone is left out: a charter is read by others.
    """
    blocks = reader.select(
        Block,
        "JOIN workshop ON workshop.id = block.workshop "
        "WHERE workshop.community = ? AND block.audience != 'facilitator' "
        "ORDER BY workshop.date, block.workshop, block.position",
        community,
    )
    wanted = [one.id for one in blocks if not set(sections).isdisjoint(recipe_of(one).sections)]
    marks = ", ".join("?" * len(wanted))
    taken = {row.note for row in reader.rows(ClauseSource)}
    notes = reader.select(
        Note,
        "JOIN run ON run.id = note.run WHERE note.audience != 'facilitator' "
        f"AND run.block IN ({marks}) ORDER BY note.id",
        *wanted,
    )
    return _sources(reader, [note for note in notes if note.id not in taken])


def offered_in(reader: Reader, workshop: str, section: str) -> list[Offered]:
    """Notes of a workshop that no clause came from, by the block they were said in.

    Blocks that were meant to lead to ``section`` come first, then all in their order. What was
    said to the facilitator alone is left out here too.
    """
    taken = {source.note for source in reader.rows(ClauseSource)}
    found = []
    for block in reader.rows(Block, order="position", workshop=workshop):
        notes = reader.select(
            Note,
            "JOIN run ON run.id = note.run WHERE run.block = ? AND note.audience != 'facilitator' "
            "ORDER BY note.position, note.id",
            block.id,
        )
        free = [note for note in notes if note.id not in taken]
        if free and block.audience != "facilitator":
            found.append(Offered(block, tuple(_seen(reader, free))))
    return sorted(found, key=lambda one: section not in recipe_of(one.block).sections)


def _sources(reader: Reader, notes: Sequence[Note]) -> list[Source]:
    """The notes with their colours, dots and days, those with the most dots first."""
    return sorted(_seen(reader, notes), key=lambda one: -one.dots)


def _seen(reader: Reader, notes: Sequence[Note]) -> list[Source]:
    """The notes with their colours, dots and days."""
    runs = {note.run for note in notes if note.run is not None}
    recipes = {run: _recipe(reader, run) for run in runs}
    dots = {run: _dots(reader, run) for run in runs}
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


def _dots(reader: Reader, run: str) -> dict[str, int]:
    """The dots of a run's latest round, by note; none while they are hidden."""
    found = reader.cells(
        "SELECT item, number FROM dots WHERE round = (SELECT id FROM round WHERE run = ? "
        "AND form = 'dots' ORDER BY id DESC LIMIT 1) "
        "AND EXISTS (SELECT 1 FROM round WHERE id = dots.round "
        "AND (closed IS NOT NULL OR hidden = 0))",
        run,
    )
    return {str(item): int(number or 0) for item, number in found}
