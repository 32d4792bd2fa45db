"""A board whose notes lie where people put them, on paper: the ground with numbers, and a list."""

from collections.abc import Iterator, Sequence

from app.diagram import Diagram
from app.library.rows import Note
from app.workshop.free_ground import draw_free, free_notes
from app.workshop.ground_pages import MOST_NUMBERS, on_numbers
from app.workshop.ground_shapes import lines_taken, tenths
from app.workshop.zones import NamedZone, home_of
from exports.kinds.report import ReportedRun, listed, own_colour
from exports.page import Bullets, Figure, Heading, Piece, Span, Table

WIDTH, HEIGHT, SIZE = 500.0, 320.0, 9.0
"""Points: the figure, and what is written on it."""
WIDTHS = (0.08, 0.52, 0.2, 0.1, 0.1)


def free_pieces(
    run: ReportedRun, notes: Sequence[Note], zones: Sequence[NamedZone]
) -> Iterator[Piece]:
    """The ground and the notes on it by their numbers, then those that have no place yet."""
    placed, waiting = free_notes(notes, zones)
    lying = [note for note in notes if note.x is not None and note.y is not None]
    if placed:
        ground = draw_free(WIDTH, HEIGHT, SIZE, lines_taken)
        drawn = Diagram(WIDTH, HEIGHT, tuple(on_numbers(ground, placed, SIZE)))
        yield _figure(run, drawn, lying, zones)
        yield Bullets(
            tuple(
                (
                    Span(f"{number} · ", strong=True),
                    Span(note.text),
                    *own_colour(run.words, note),
                )
                for number, note in enumerate(lying, start=1)
            )
        )
    if waiting:
        if placed:
            yield Heading(3, run.words("paper.free-waiting"))
        yield listed(waiting, run.words)


def _figure(
    run: ReportedRun, drawn: Diagram, lying: Sequence[Note], zones: Sequence[NamedZone]
) -> Figure:
    words, labels = run.words, {zone.id: zone.label for zone in zones}
    said = "; ".join(
        words("paper.free-said", n=number, text=note.text)
        for number, note in enumerate(lying, start=1)
    )
    heads = ("free-number", "note", "zone", "free-across", "free-up")
    rows = tuple(
        (
            str(number),
            note.text,
            labels[home_of(note.zone, zones)],
            str(tenths(note.x or 0)),
            str(tenths(note.y or 0)),
        )
        for number, note in enumerate(lying, start=1)
    )
    key = "paper.free-caption-many" if len(lying) > MOST_NUMBERS else "paper.free-caption"
    return Figure(
        drawn,
        words("paper.free-alternative", said=said),
        words(key, n=len(lying), most=MOST_NUMBERS),
        Table(tuple(words(f"paper.{head}") for head in heads), rows, WIDTHS),
    )
