"""A journey on paper: the line with numbered moments, the history as a table, and an empty line."""

from collections.abc import Sequence
from math import ceil

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.kinds.journey.diagram import (
    drawn_moments,
    kinds_of,
    line_of_time,
    numbered_line,
    with_legend,
)
from app.kinds.journey.kind import History
from app.kinds.journey.setup import JourneyWords, absences_zone, ends_of
from app.kinds.kind import CaptureKind, facts_of
from app.library.rows import Note
from app.words import Words
from app.workshop.ground_shapes import tenths
from app.workshop.zones import NamedZone, zones_named
from exports.kinds.report import ReportedRun, zone_among, zones_of
from exports.page import Figure, Piece, Table
from exports.writers.table_widths import TO_WRITE_IN

WIDTH, HEIGHT, SIZE = 500.0, 190.0, 9.0
"""Points: a figure, and what is written on it."""
EACH = 30
"""The moments of one figure: more of them are too close to have numbers."""
TO_FILL = 270.0
"""The height of the empty line of time."""
LINES = 8
"""Lines below it, each for two moments."""


class JourneyReport:
    """The line of time in figures of some moments each, and all of them in a table."""

    def __init__(self, kind: CaptureKind) -> None:
        """Report the facts of ``kind``."""
        self._kind = kind

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """The figures and the table; nothing where nothing was said."""
        readable, facts = run.readable(Note), self._kind.facts(run.reader, run.running)
        notes = [
            note
            for history in facts_of(facts, History)
            for note in history.moments
            if note.id in readable
        ]
        if not notes:
            return ()
        zones = zones_of(run, [note.zone for note in notes])
        missing = absences_zone(run.recipe)
        ends = ends_of(run.recipe, (run.words.language,))
        # As many on each, so that the last is not a few alone.
        each = ceil(len(notes) / ceil(len(notes) / EACH))
        figures = []
        for first in range(0, len(notes), each):
            part = notes[first : first + each]
            begins = ends.begins if not first else ""
            last = ends.ends if first + each >= len(notes) else ""
            own = msgspec.structs.replace(ends, begins=begins, ends=last)
            figures.append(_figure(run.words, own, zones, missing, part, first + 1))
        return (*figures, _history(run.words, zones, notes))

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """An empty line of time, and numbered lines for the moments on it."""
        ends = ends_of(recipe, (words.language,))
        kinds = kinds_of(zones_named(recipe, words.language), absences_zone(recipe))
        heads = (words("journey.number"), words("journey.moment")) * 2
        rows = tuple(
            (str(at), TO_WRITE_IN, str(at + LINES), TO_WRITE_IN) for at in range(1, LINES + 1)
        )
        line = Figure(
            with_legend(line_of_time(ends, WIDTH, TO_FILL, SIZE), kinds, SIZE, hollow=True),
            words("journey.alternative-empty"),
            words("journey.worksheet-how"),
            Table(("↓", "↑"), ((ends.low, ends.high),), (0.5, 0.5)),
        )
        return (line, Table(heads, rows, (0.07, 0.43, 0.07, 0.43)))


def _figure(
    words: Words,
    ends: JourneyWords,
    zones: Sequence[NamedZone],
    missing: str,
    notes: Sequence[Note],
    first: int,
) -> Figure:
    moments = drawn_moments(notes, zones, missing)
    energies = [str(tenths(one.y)) for one in moments]
    said = "; ".join(
        words("journey.said", n=number, text=one.text, energy=energy)
        for number, (one, energy) in enumerate(zip(moments, energies, strict=True), start=first)
    )
    caption = words("journey.caption", n=len(moments))
    rows = tuple((str(number), energy) for number, energy in enumerate(energies, start=first))
    return Figure(
        with_legend(
            numbered_line(ends, moments, first, WIDTH, HEIGHT, SIZE),
            kinds_of(zones, missing),
            SIZE,
            hollow=True,
        ),
        words("journey.alternative", said=said),
        caption,
        Table((words("journey.number"), words("journey.energy")), rows, (0.3, 0.7)),
    )


def _history(words: Words, zones: Sequence[NamedZone], notes: Sequence[Note]) -> Table:
    labels = {zone.id: zone.label for zone in zones}
    heads = (words("journey.number"), words("journey.moment"), words("journey.kind"))
    rows = tuple(
        (str(number), note.text, labels[zone_among(zones, note.zone)])
        for number, note in enumerate(notes, start=1)
    )
    return Table(heads, rows, (0.08, 0.67, 0.25))
