"""Board: notes in zones, gathered in clusters, ranked by dots."""

import msgspec

from app.library.library import Library
from app.library.reading import Reader
from app.library.rows import Cluster, Note
from app.workshop.notes import add_notes, clusters_of, notes_of
from app.workshop.rounds import Count, dots_round
from app.workshop.running import Running
from app.workshop.texts import lines_of


class Ranked(msgspec.Struct, frozen=True):
    """A note or a cluster of notes, with its dots; the cluster's are its own and its notes'."""

    cluster: Cluster | None
    notes: tuple[Note, ...]
    dots: int

    @property
    def zone(self) -> str:
        """The zone it lies in."""
        return self.notes[0].zone if self.notes else (self.cluster.zone if self.cluster else "")


class Board:
    """Notes in the recipe's zones."""

    def targets(self, running: Running, reader: Reader) -> tuple[str, ...]:
        """The recipe's zones, in order."""
        return tuple(zone.id for zone in running.recipe.zones) or ("",)

    def capture(self, library: Library, running: Running, target: str, text: str) -> None:
        """A note a line."""
        add_notes(library, running, target, lines_of(text) or [text])

    def count(self, reader: Reader, run: str) -> int:
        """Notes."""
        return reader.count(Note, run=run)


def ranking(reader: Reader, run: str) -> list[Ranked]:
    """What a board adds up to: clusters and single notes, most dots first, then as they came."""
    notes = notes_of(reader, run)
    count: Count | None = dots_round(reader, run)
    dots = count.dots if count and count.shown else {}
    ranked: list[Ranked] = []
    for cluster in clusters_of(reader, run):
        members = tuple(note for note in notes if note.cluster == cluster.id)
        total = dots.get(cluster.id, 0) + sum(dots.get(note.id, 0) for note in members)
        ranked.append(Ranked(cluster, members, total))
    ranked += [Ranked(None, (note,), dots.get(note.id, 0)) for note in notes if not note.cluster]
    return sorted(ranked, key=lambda one: -one.dots)
