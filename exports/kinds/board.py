"""A board on paper: the notes with most dots as a picture, then every note by zone."""

from collections.abc import Mapping, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe, ToldZone
from app.library.rows import Note
from app.words import Words
from app.workshop.notes import clusters_of
from app.workshop.rounds import Count, dots_round
from exports.kinds.telling import INK, LINE, MUTE, NOTES, Told, listed, writing_table
from exports.page import Box, Dot, Figure, Heading, Label, Piece, Shape, Stroke, Table

WIDTH = 500.0
"""Points: a little wider than the text, which it is made to fit."""
PER_ZONE = 4
"""Notes of each zone in the picture; the list below it has them all."""
ROW = 40.0
HEAD = 22.0
GAP = 8.0
MANY = 12
"""More dots than this are written as a number."""


class Item(msgspec.Struct, frozen=True):
    """A note, or a cluster with its notes, with its dots."""

    title: str
    zone: str
    dots: int
    notes: tuple[Note, ...]


class BoardTelling:
    """A figure of the notes with most dots, and all notes in their zones."""

    def pieces(self, told: Told) -> tuple[Piece, ...]:
        """Figure and lists; only lists when nobody voted."""
        notes = told.notes()
        if not notes:
            return ()
        count = dots_round(told.reader, told.run.id)
        dots = count.dots if count is not None and count.shown else {}
        items = _items(told, notes, dots)
        zones = told.recipe.zones_in(told.words.language)
        pieces: list[Piece] = []
        if dots and count is not None:
            pieces.append(_figure(told.words, zones, items, count, len(notes)))
        for zone in zones or (ToldZone(id="", colour="yellow", label=""),):
            pieces += _zone(told.words, zone, [item for item in items if item.zone == zone.id])
        return tuple(pieces)

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """A column for each zone, and one for dots where people vote."""
        heads = [zone.label for zone in recipe.zones_in(words.language)]
        if recipe.dots is not None:
            heads = [f"{head} ({words('paper.dots')})" for head in heads]
        return writing_table(heads or (words("paper.worth-keeping"),))


def _items(told: Told, notes: Sequence[Note], dots: Mapping[str, int]) -> list[Item]:
    """Clusters and single notes, those with most dots first."""
    items: list[Item] = []
    for cluster in clusters_of(told.reader, told.run.id):
        members = tuple(note for note in notes if note.cluster == cluster.id)
        if members:
            total = dots.get(cluster.id, 0) + sum(dots.get(note.id, 0) for note in members)
            items.append(Item(cluster.title, members[0].zone, total, members))
    for note in notes:
        if note.cluster is None:
            items.append(Item(note.text, note.zone, dots.get(note.id, 0), (note,)))
    return sorted(items, key=lambda item: -item.dots)


def _zone(words: Words, zone: ToldZone, items: Sequence[Item]) -> list[Piece]:
    if not items:
        return []
    pieces: list[Piece] = [Heading(3, zone.label)] if zone.label else []
    single = [item.notes[0] for item in items if len(item.notes) == 1]
    for item in items:
        if len(item.notes) > 1:
            pieces.append(Heading(3, words("paper.cluster", zone=zone.label, title=item.title)))
            pieces.append(listed(item.notes))
    if single:
        pieces.append(listed(single))
    return pieces


def _figure(
    words: Words, zones: Sequence[ToldZone], items: Sequence[Item], count: Count, notes: int
) -> Figure:
    columns = [
        (zone, [item for item in items if item.zone == zone.id and item.dots][:PER_ZONE])
        for zone in zones
    ]
    columns = [(zone, shown) for zone, shown in columns if shown] or columns[:1]
    width = (WIDTH - GAP * (len(columns) - 1)) / len(columns)
    shapes: list[Shape] = []
    for number, (zone, shown) in enumerate(columns):
        left = number * (width + GAP)
        shapes.append(Label(left, 2, width, zone.label, 9, strong=True, lines=1))
        shapes.append(Stroke(left, HEAD - 5, left + width, HEAD - 5, LINE, 1.5))
        for place, item in enumerate(shown):
            shapes += _note(left, HEAD + place * (ROW + GAP), width, zone.colour, item)
    rows = max(len(shown) for _, shown in columns)
    drawn = [(zone, item) for zone, shown in columns for item in shown]
    said = "; ".join(
        words("paper.said-with-dots", text=item.title, zone=zone.label, n=item.dots)
        for zone, item in drawn
    )
    return Figure(
        WIDTH,
        HEAD + rows * (ROW + GAP),
        tuple(shapes),
        words("paper.board-alternative", said=said),
        words("paper.board-caption", n=len(drawn), total=notes, each=count.round.each),
        Table(
            (words("paper.zone"), words("paper.note"), words("paper.dots")),
            tuple((zone.label, item.title, str(item.dots)) for zone, item in drawn),
            (0.25, 0.6, 0.15),
        ),
    )


def _note(left: float, top: float, width: float, colour: str, item: Item) -> list[Shape]:
    fill = NOTES.get(colour, NOTES["yellow"])
    shapes: list[Shape] = [
        Box(left, top, width, ROW, fill=fill, stroke=LINE, radius=4),
        Label(left + 7, top + 5, width - 14, item.title, 8, colour=INK, lines=2),
    ]
    bottom = top + ROW - 8
    if item.dots > MANY:
        shapes.append(Dot(left + 10, bottom, 3, fill=INK))
        shapes.append(Label(left + 17, bottom - 5, 60, f"× {item.dots}", 7.5, colour=MUTE, lines=1))
    else:
        shapes += [Dot(left + 10 + at * 8, bottom, 3, fill=INK) for at in range(item.dots)]
    return shapes
