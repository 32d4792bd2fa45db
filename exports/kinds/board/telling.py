"""A board on paper: what has most dots as a picture, then every note by zone."""

from collections.abc import Mapping, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.catalogue.setup import read_setup
from app.direction import beside, each_apart
from app.kinds.board import BoardSetup
from app.library.rows import Note
from app.words import Words
from app.workshop.notes import clusters_of
from app.workshop.rounds import dots_round
from app.workshop.zones import NamedZone, zones_named
from exports.kinds.board.figure import Card, Column, most_dots
from exports.kinds.telling import Told, writing_table, zone_among, zones_of
from exports.page import Bullets, Figure, Heading, Paragraph, Piece, Span

PER_ZONE = 4
"""What stands in the picture for each zone; the list below it has all."""
OF_ONE_ZONE = 6
"""What stands in the picture where there is one zone only."""


class Item(msgspec.Struct, frozen=True):
    """A note, or a cluster (``title``) with its notes, with its dots."""

    title: str
    zone: str
    dots: int
    notes: tuple[Note, ...]

    @property
    def text(self) -> str:
        """What it is called in the picture."""
        return self.title or self.notes[0].text


class BoardTelling:
    """A figure of what has most dots, and all notes in their zones."""

    def pieces(self, told: Told) -> tuple[Piece, ...]:
        """Figure and lists; only lists when nobody voted, or while the round is hidden."""
        notes = told.notes()
        if not notes:
            return ()
        count = dots_round(told.reader, told.run.id)
        dots = count.dots if count is not None and count.shown else {}
        zones = zones_of(told, [note.zone for note in notes])
        items = _items(told, zones, notes, dots)
        pieces: list[Piece] = []
        if count is not None:
            figure = _figure(told.words, zones, items, len(notes), count.round.each)
            pieces += [figure] if figure is not None else []
        for zone in zones:
            pieces += _zone(told.words, zone, [item for item in items if item.zone == zone.id])
        return tuple(pieces)

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """A column for each zone, with room for dots where people vote."""
        heads = [zone.label for zone in zones_named(recipe, words.language)]
        heads = heads or [words("paper.worth-keeping")]
        if read_setup(recipe.setup, BoardSetup).dots is not None:
            heads = [words("paper.with-dots", zone=head) for head in heads]
        return writing_table(heads)


def _items(
    told: Told, zones: Sequence[NamedZone], notes: Sequence[Note], dots: Mapping[str, int]
) -> list[Item]:
    """Clusters and single notes, those with most dots first."""
    items: list[Item] = []
    clusters = {cluster.id: cluster for cluster in clusters_of(told.reader, told.run.id)}
    for cluster in clusters.values():
        members = tuple(note for note in notes if note.cluster == cluster.id)
        if members:
            total = dots.get(cluster.id, 0) + sum(dots.get(note.id, 0) for note in members)
            zone = zone_among(zones, cluster.zone)
            items.append(Item(cluster.title, zone, total, members))
    for note in notes:
        if note.cluster not in clusters:
            zone = zone_among(zones, note.zone)
            items.append(Item("", zone, dots.get(note.id, 0), (note,)))
    return sorted(items, key=lambda item: -item.dots)


def _zone(words: Words, zone: NamedZone, items: Sequence[Item]) -> list[Piece]:
    if not items:
        return []
    pieces: list[Piece] = [Heading(3, zone.label)] if zone.label else []
    for item in items:
        if item.title:
            title = beside((item.title, _dots(words, item.dots)))
            pieces.append(Paragraph((Span(title, strong=True),)))
            pieces.append(Bullets(tuple((Span(note.text),) for note in item.notes)))
    single = [item for item in items if not item.title]
    if single:
        if len(single) < len(items):
            pieces.append(Paragraph((Span(words("paper.not-gathered"), strong=True),)))
        pieces.append(Bullets(tuple(_told(words, item) for item in single)))
    return pieces


def _told(words: Words, item: Item) -> tuple[Span, ...]:
    said, *others = each_apart((item.text, _dots(words, item.dots)))
    return (Span(said), *(Span(f" · {one}", emphasis=True) for one in others))


def _dots(words: Words, number: int) -> str:
    return words("paper.dots-given", n=number) if number else ""


def _figure(
    words: Words, zones: Sequence[NamedZone], items: Sequence[Item], notes: int, each: int
) -> Figure | None:
    found = [(zone, [one for one in items if one.zone == zone.id and one.dots]) for zone in zones]
    voted = [(zone, inside) for zone, inside in found if inside]
    most = OF_ONE_ZONE if len(voted) == 1 else PER_ZONE
    columns = [
        Column(zone, tuple(Card(one.text, one.dots) for one in inside[:most]))
        for zone, inside in voted
    ]
    return most_dots(words, columns, notes, each) if columns else None
