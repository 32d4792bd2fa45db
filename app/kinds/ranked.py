"""Notes as they lie: clusters and single notes, with their dots, and ranked by them."""

from collections.abc import Mapping
from types import MappingProxyType

import msgspec

from app.library.reader import Reader
from app.library.rows import Cluster, Note
from app.workshop.notes import clusters_of, notes_of
from app.workshop.rounds import dots_round

_NONE: Mapping[str, int] = MappingProxyType({})


class Ranked(msgspec.Struct, frozen=True):
    """A note or a cluster of notes, with its dots; the cluster's are its own and its notes'."""

    cluster: Cluster | None
    notes: tuple[Note, ...]
    dots: int
    each: Mapping[str, int] = _NONE
    """Dots of the cluster itself and of each note, by id; none are left out."""

    @property
    def zone(self) -> str:
        """The zone it lies in."""
        if self.notes:
            return self.notes[0].zone
        return self.cluster.zone if self.cluster else ""


def arranged(reader: Reader, run: str) -> list[Ranked]:
    """Everything as it lies: clusters, then single notes, as they came.

    Dots are as counted so far, whether the room may see them or not.
    """
    count = dots_round(reader, run)
    return _lying(reader, run, count.dots if count else {})


def ranking(reader: Reader, run: str) -> list[Ranked]:
    """What notes add up to: clusters and single notes, most dots first, then as they came.

    Dots that the room may not see yet count for nothing.
    """
    count = dots_round(reader, run)
    if count is None or not count.shown:
        return _lying(reader, run, {})
    return sorted(_lying(reader, run, count.dots), key=lambda one: -one.dots)


def _lying(reader: Reader, run: str, dots: Mapping[str, int]) -> list[Ranked]:
    # After every note all of them are arranged anew: what is done for each is kept short.
    clusters = clusters_of(reader, run)
    groups: dict[str | None, list[Note]] = {cluster.id: [] for cluster in clusters}
    single: list[Note] = []
    for note in notes_of(reader, run):
        groups.get(note.cluster, single).append(note)
    grouped = [_ranked(cluster, tuple(groups[cluster.id]), dots) for cluster in clusters]
    if not dots:
        return grouped + [Ranked(None, (note,), 0) for note in single]
    return grouped + [_ranked(None, (note,), dots) for note in single]


def _ranked(cluster: Cluster | None, notes: tuple[Note, ...], dots: Mapping[str, int]) -> Ranked:
    ids = [note.id for note in notes] + ([cluster.id] if cluster else [])
    each = {one: dots[one] for one in ids if dots.get(one)}
    return Ranked(cluster, notes, sum(each.values()), each)
