"""Talk on paper: the notes worth keeping."""

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked
from app.library.rows import Note
from app.words import Words
from app.workshop.zones import zones_named
from exports.kinds.report import ReportedRun, listed, writing_table, zone_among, zones_of
from exports.page import Heading, Piece


class TalkReport:
    """A list of notes, or one for each zone where there are several."""

    def __init__(self, kind: CaptureKind) -> None:
        """Report the facts of ``kind``."""
        self._kind = kind

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """The notes, word for word."""
        readable = run.readable(Note)
        facts = facts_of(self._kind.facts(run.reader, run.running), Ranked)
        notes = [note for one in facts for note in one.notes if note.id in readable]
        zones = zones_of(run, [note.zone for note in notes])
        pieces: list[Piece] = []
        for zone in zones:
            inside = [note for note in notes if zone_among(zones, note.zone) == zone.id]
            if inside and zone.label and len(zones) > 1:
                pieces.append(Heading(3, zone.label))
            if inside:
                pieces.append(listed(inside, run.words))
        return tuple(pieces)

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """A column to write in; several where there are several zones.

        Nothing where nothing is asked or to be written down, as in a block of one's own.
        """
        labels = [zone.label for zone in zones_named(recipe, words.language)]
        wording = recipe.in_language(words.language)
        if not (labels or wording.question or wording.captures):
            return ()
        return writing_table(labels if len(labels) > 1 else (words("paper.worth-keeping"),))
