"""A matrix on paper: the ground with numbers, the four readings as lists, and a ground to fill."""

from collections.abc import Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.matrix.diagram import (
    matrix_ground,
    with_numbers,
    word_lines,
)
from app.kinds.matrix.facts import NotPlaced, Reading
from app.kinds.matrix.setup import Axes, axes_of
from app.library.rows import Note
from app.words import Words
from app.workshop.ground_pages import MOST_NUMBERS, placed_of
from app.workshop.ground_shapes import tenths
from exports.kinds.report import ReportedRun, listed
from exports.page import Bullets, Figure, Heading, Piece, Span, Table
from exports.writers.table_widths import TO_WRITE_IN

WIDTH, HEIGHT, SIZE = 500.0, 340.0, 9.0
"""Points: the figure, and what is written on it."""
TO_FILL = 375.0
"""The height of the empty ground."""
LINES = 5
"""Lines below it, each for two notes."""
WIDTHS = (0.07, 0.45, 0.24, 0.12, 0.12)

Read = tuple[Reading, tuple[Note, ...]]
"""A reading, and those of its notes that may be read."""


class MatrixReport:
    """A figure of what was placed, and all notes by reading."""

    def __init__(self, kind: CaptureKind) -> None:
        """Report the facts of ``kind``."""
        self._kind = kind

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """The figure and the lists; only a list of what was said where nothing was placed."""
        readable, facts = run.readable(Note), self._kind.facts(run.reader, run.running)
        axes = axes_of(run.recipe, (run.words.language,))
        readings = [
            (one, tuple(note for note in one.notes if note.id in readable))
            for one in facts_of(facts, Reading)
        ]
        waiting = [
            note for one in facts_of(facts, NotPlaced) for note in one.notes if note.id in readable
        ]
        pieces: list[Piece] = []
        if any(notes for _, notes in readings):
            pieces.append(_figure(run.words, axes, readings))
            pieces += _lists(axes, readings)
        if waiting:
            pieces += [Heading(3, run.words("matrix.not-placed")), listed(waiting, run.words)]
        return tuple(pieces)

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """The empty ground, and numbered lines for what is placed on it."""
        axes = axes_of(recipe, (words.language,))
        lines = word_lines(axes, WIDTH, SIZE)
        says = words("matrix.alternative-empty", across=axes.across.name, up=axes.up.name)
        heads = (words("matrix.number"), words("paper.note")) * 2
        rows = tuple(
            (str(at), TO_WRITE_IN, str(at + LINES), TO_WRITE_IN) for at in range(1, LINES + 1)
        )
        table = Table(heads, rows, (0.07, 0.43, 0.07, 0.43))
        ground = matrix_ground(axes, WIDTH, TO_FILL, SIZE, lines)
        return (Figure(ground, says, words("matrix.worksheet-how"), _ends(axes)), table)


def _figure(words: Words, axes: Axes, readings: Sequence[Read]) -> Figure:
    placed = [(one, note) for one, notes in readings for note in notes]
    drawn = [placed_of(note) for _, note in placed]
    said = "; ".join(
        words("matrix.said", n=number, text=note.text, reading=axes.readings[one.id])
        for number, (one, note) in enumerate(placed, start=1)
    )
    named = {"across": axes.across.name, "up": axes.up.name}
    many = len(placed) > MOST_NUMBERS
    caption = words(
        "matrix.caption-many" if many else "matrix.caption",
        n=len(placed),
        most=MOST_NUMBERS,
        **named,
    )
    heads = (
        words("matrix.number"),
        words("paper.note"),
        words("matrix.reading"),
        words("matrix.axis-of", axis=axes.across.name),
        words("matrix.axis-of", axis=axes.up.name),
    )
    rows = tuple(
        (
            str(number),
            note.text,
            axes.readings[one.id],
            str(tenths(note.x or 0)),
            str(tenths(note.y or 0)),
        )
        for number, (one, note) in enumerate(placed, start=1)
    )
    return Figure(
        with_numbers(axes, drawn, WIDTH, HEIGHT, SIZE),
        words("matrix.alternative", said=said, **named),
        caption,
        Table(heads, rows, WIDTHS),
    )


def _lists(axes: Axes, readings: Sequence[Read]) -> list[Piece]:
    """Each reading with its notes, the highest first, under the numbers of the figure."""
    pieces: list[Piece] = []
    number = 0
    for one, notes in readings:
        if not notes:
            continue
        pieces.append(Heading(3, axes.readings[one.id]))
        items = []
        for note in notes:
            number += 1
            items.append((Span(f"{number} · ", strong=True), Span(note.text)))
        pieces.append(Bullets(tuple(items)))
    return pieces


def _ends(axes: Axes) -> Table:
    """The axes in words, where no picture can be drawn."""
    rows = tuple((one.name, one.low, one.high) for one in (axes.across, axes.up))
    return Table(("", "0", "10"), rows, (0.3, 0.35, 0.35))
