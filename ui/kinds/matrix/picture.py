"""What the wall shows of a matrix."""

from functools import partial

from app.kinds.kind import CaptureKind, facts_of
from app.kinds.matrix.diagram import matrix_pages
from app.kinds.matrix.facts import NotPlaced, Reading
from app.kinds.matrix.setup import axes_of
from app.kinds.ranked import Ranked
from app.library.audience import hidden
from app.library.rows import Note
from app.workshop.ground_pages import placed_of
from app.workshop.planning import languages_of
from ui.wall.note_columns import wall_columns
from ui.wall.wall_picture import RunSeen, WallPicture


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """The ground, empty or with what lies on it; while no note is placed, those that wait."""
    reader, running = seen.reader, seen.running
    facts = kind.facts(reader, running)
    secret = hidden(reader, "room", Note, "run = ?", running.run.id)
    placed = [
        placed_of(note)
        for one in facts_of(facts, Reading)
        for note in one.notes
        if note.id not in secret
    ]
    if not placed:
        lying = facts_of(facts, Ranked)
        columns = wall_columns(reader, running, lying, dots=False, words=seen.words)
        if any(column.notes for column in columns):
            return WallPicture(columns=columns)
    waiting = tuple(
        note.text
        for one in facts_of(facts, NotPlaced)
        for note in one.notes
        if note.id not in secret
    )
    # In two languages the words would leave no room for the notes: the question has said both.
    axes = axes_of(running.recipe, languages_of(running.workshop)[:1])
    head = seen.words[0]("matrix.not-placed")
    small = tuple(one("matrix.not-placed-n", n=len(waiting)) for one in seen.words)
    return WallPicture(
        pages=partial(matrix_pages, axes, placed, (head, waiting)),
        small=small if waiting else (),
    )
