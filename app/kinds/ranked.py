"""Notes as they lie: clusters and single notes, with their dots, and ranked by them."""

from collections.abc import Mapping

import msgspec

from app.library.reader import Reader
from app.library.rows import Cluster, Note
from app.workshop.notes import clusters_of, notes_of
from app.workshop.rounds import dots_round


class Ranked(msgspec.Struct, frozen=True):
    """A note or a cluster of notes, with its dots; the cluster's are its own and its notes'."""

    cluster: Cluster | None
    notes: tuple[Note, ...]
    dots: int
    each: Mapping[str, int] = {}
    """Dots of the cluster itself and of each note, by id; none are left out."""

    @property
    def zone(self) -> str:
        """The zone it lies in."""
        return self.notes[0].zone if self.notes else (self.cluster.zone if self.cluster else "")


def arranged(reader: Reader, run: str) -> list[Ranked]:
    """Everything as it lies: clusters, then single notes, as they came.

    Dots are as counted so far, whether the room may see them or not.
    """
    notes = notes_of(reader, run)
    count = dots_round(reader, run)
    dots: Mapping[str, int] = count.dots if count else {}
    lying = []
    for cluster in clusters_of(reader, run):
        members = tuple(note for note in notes if note.cluster == cluster.id)
        lying.append(_ranked(cluster, members, dots))
    lying += [_ranked(None, (note,), dots) for note in notes if not note.cluster]
    return lying


def ranking(reader: Reader, run: str) -> list[Ranked]:
    """What notes add up to: clusters and single notes, most dots first, then as they came.

    Dots that the room may not see yet count for nothing.
    """
    count = dots_round(reader, run)
    lying = arranged(reader, run)
    if count is None or not count.shown:
        return [msgspec.structs.replace(one, dots=0, each={}) for one in lying]
    return sorted(lying, key=lambda one: -one.dots)


def _ranked(cluster: Cluster | None, notes: tuple[Note, ...], dots: Mapping[str, int]) -> Ranked:
    ids = [note.id for note in notes] + ([cluster.id] if cluster else [])
    each = {one: dots[one] for one in ids if dots.get(one)}
    return Ranked(cluster, notes, sum(each.values()), each)
