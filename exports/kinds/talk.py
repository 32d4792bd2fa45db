"""Talk on paper: the notes worth keeping."""

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.words import Words
from app.workshop.zones import zones_named
from exports.kinds.telling import Told, listed, writing_table, zone_among, zones_of
from exports.page import Heading, Piece


class TalkTelling:
    """A list of notes, or one for each zone where there are several."""

    def pieces(self, told: Told) -> tuple[Piece, ...]:
        """The notes, word for word."""
        notes = told.notes()
        zones = zones_of(told, [note.zone for note in notes])
        pieces: list[Piece] = []
        for zone in zones:
            inside = [note for note in notes if zone_among(zones, note.zone) == zone.id]
            if inside and zone.label and len(zones) > 1:
                pieces.append(Heading(3, zone.label))
            if inside:
                pieces.append(listed(inside))
        return tuple(pieces)

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """A column to write in; several where there are several zones."""
        labels = [zone.label for zone in zones_named(recipe, words.language)]
        return writing_table(labels if len(labels) > 1 else (words("paper.worth-keeping"),))
