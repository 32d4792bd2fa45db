"""A board on paper: what has most dots as a picture, then every note by zone."""

from collections.abc import Mapping, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.catalogue.setup import read_setup
from app.colours import colour_together
from app.kinds.board import BoardSetup, DotsCounted, answered_zones, free_set_up, late_notes
from app.kinds.hopes import REGISTER, hope_lines
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked
from app.library.rows import Note
from app.text_direction import isolate_each, join_isolated
from app.words import Words
from app.workshop.rounds import dots_round
from app.workshop.zones import NamedZone, zones_named
from exports.answer_words import answer_words
from exports.kinds.board.figure import Card, Column, most_dots
from exports.kinds.board.free import free_pieces
from exports.kinds.report import (
    ReportedRun,
    listed,
    own_colour,
    small,
    writing_table,
    zone_among,
    zones_of,
)
from exports.page import Bullets, Figure, Heading, Paragraph, Piece, Span

PER_ZONE = 4
"""What stands in the picture for each zone; the list below it has all."""
OF_ONE_ZONE = 6
"""What stands in the picture where there is one zone only."""


class Item(msgspec.Struct, frozen=True):
    """A note, or a cluster with its notes, with its dots; a cluster may have no ``title``."""

    title: str
    gathered: bool
    zone: str
    dots: int
    notes: tuple[Note, ...]

    @property
    def text(self) -> str:
        """What it is called in the picture."""
        return self.title or self.notes[0].text


class BoardReport:
    """A figure of what has most dots, and all notes in their zones."""

    def __init__(self, kind: CaptureKind) -> None:
        """Report the facts of ``kind``."""
        self._kind = kind

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """Figure and lists; only lists when nobody voted, or while the round is hidden."""
        notes, facts = run.readable(Note), self._kind.facts(run.reader, run.running)
        if not notes:
            return ()
        zones = zones_of(run, [note.zone for note in notes.values()])
        if free_set_up(run.running):
            return tuple(free_pieces(run, list(notes.values()), zones))
        items = _items(zones, notes, facts_of(facts, Ranked))
        pieces: list[Piece] = []
        for count in facts_of(facts, DotsCounted):
            figure = _figure(run.words, zones, items, len(notes), count.each)
            pieces += [figure] if figure is not None else []
            late = late_notes(notes.values(), dots_round(run.reader, run.running.run.id))
            pieces += [small(run.words("paper.dots-late", n=late))] if late else []
        became = _became(run)
        for zone in zones:
            inside = [item for item in items if item.zone == zone.id]
            pieces += _zone(run.words, zone, inside, became)
        return tuple(pieces)

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """A column for each zone, with room for dots where people vote."""
        heads = [zone.label for zone in zones_named(recipe, words.language)]
        heads = heads or [words("paper.worth-keeping")]
        if read_setup(recipe.setup, BoardSetup).dots is not None:
            heads = [words("paper.with-dots", zone=head) for head in heads]
        return writing_table(heads)


def _items(
    zones: Sequence[NamedZone], readable: Mapping[str, Note], ranked: Sequence[Ranked]
) -> list[Item]:
    """Clusters and single notes, as far as they may be read, those with most dots first."""
    items: list[Item] = []
    for one in ranked:
        notes = tuple(note for note in one.notes if note.id in readable)
        if notes:
            own = one.each.get(one.cluster.id, 0) if one.cluster else 0
            dots = own + sum(one.each.get(note.id, 0) for note in notes)
            title = one.cluster.title if one.cluster else ""
            zone = zone_among(zones, one.zone)
            items.append(Item(title, one.cluster is not None, zone, dots, notes))
    return sorted(items, key=lambda item: -item.dots)


def _became(run: ReportedRun) -> Mapping[str, str]:
    """What became of the notes of an earlier workshop that were answered, by their ids."""
    register, answered = run.catalogue.find_register(REGISTER), answered_zones(run.running)
    if register is None or not answered:
        return {}
    lines = hope_lines(run.reader, run.running, register, answered, run.audience)
    return {one.id: answer_words(run.words, register, one) for one in lines if one.state}


def _zone(
    words: Words, zone: NamedZone, items: Sequence[Item], became: Mapping[str, str]
) -> list[Piece]:
    if not items:
        return []
    pieces: list[Piece] = [Heading(3, zone.label)] if zone.label else []
    for item in items:
        if item.gathered:
            name = item.title or words("paper.group-unnamed")
            title = join_isolated((name, _dots(words, item.dots)))
            pieces.append(Paragraph((Span(title, strong=True),)))
            pieces.append(listed(item.notes, words))
    single = [item for item in items if not item.gathered]
    if single:
        if len(single) < len(items):
            pieces.append(Paragraph((Span(words("paper.not-gathered"), strong=True),)))
        pieces.append(Bullets(tuple(_item_spans(words, item, became) for item in single)))
    return pieces


def _item_spans(words: Words, item: Item, became: Mapping[str, str]) -> tuple[Span, ...]:
    said = became.get(item.notes[0].id, "")
    text, *others = isolate_each((item.text, _dots(words, item.dots), said))
    dots = (Span(f" · {one}", emphasis=True) for one in others)
    return (Span(text), *dots, *own_colour(words, item.notes[0]))


def _dots(words: Words, number: int) -> str:
    return words("paper.dots-given", n=number) if number else ""


def _card(zone: NamedZone, item: Item) -> Card:
    own = (note.colour for note in item.notes)
    return Card(item.text, item.dots, colour_together(zone.colour, own))


def _figure(
    words: Words, zones: Sequence[NamedZone], items: Sequence[Item], notes: int, each: int
) -> Figure | None:
    found = [(zone, [one for one in items if one.zone == zone.id and one.dots]) for zone in zones]
    voted = [(zone, inside) for zone, inside in found if inside]
    most = OF_ONE_ZONE if len(voted) == 1 else PER_ZONE
    columns = [
        Column(zone, tuple(_card(zone, one) for one in inside[:most])) for zone, inside in voted
    ]
    return most_dots(words, columns, notes, each) if columns else None
