"""Notes beside the charter as they lay in the room: by exercise, and there by cluster or zone."""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from app.charter.sources import Source, dots_of_run, notes_seen
from app.library.reader import Reader
from app.library.rows import Block, Cluster, Note
from app.workshop.planning import recipe_of
from app.workshop.titles import title_in
from app.workshop.zones import zones_named

Place = tuple[str, str, str]
"""Where a note lies: the ids of its run and its cluster, and without one that of its zone."""


class NoteGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Notes that lie together: in a cluster, else in a zone, else in an exercise without zones.

    ``dots`` are those of the whole place, also of notes that are not among ``notes``; a cluster's
    own are among them. What was said outside of any exercise has no ``block``.
    """

    id: str
    block: Block | None
    zone: str
    title: str
    """The title the room gave a cluster; empty where it gave none."""
    gathered: bool
    """Whether it is a cluster, which people vote for as one; a zone's notes each have their own."""
    notes: tuple[Source, ...]
    dots: int

    def name(self, language: str) -> str:
        """What it is called: its title, else the zone's name, else the exercise's."""
        return self.title or self.zone_name(language) or self.exercise(language)

    def zone_name(self, language: str) -> str:
        """The name of its zone; empty where there is none."""
        if self.block is None:
            return ""
        zones = zones_named(recipe_of(self.block), language)
        return next((one.label for one in zones if one.id == self.zone), "")

    @property
    def weight(self) -> int:
        """The dots of what has the most in it: of a cluster, all of them."""
        return self.dots if self.gathered else max(one.dots for one in self.notes)

    def exercise(self, language: str) -> str:
        """What its block is called; empty outside of any."""
        return title_in(self.block, language) if self.block is not None else ""


def grouped(reader: Reader, notes: Sequence[Note]) -> list[NoteGroup]:
    """Notes by where they lie, in the order in which each place's first note comes."""
    lying: dict[Place, list[Source]] = {}
    for source in notes_seen(reader, notes):
        lying.setdefault(_place(source.note), []).append(source)
    runs = {run for run, _, _ in lying if run}
    votes = {run: _votes(reader, run) for run in runs}
    blocks = {run: _block(reader, run) for run in runs}
    groups = []
    for (run, cluster, zone), here in lying.items():
        known = reader.find(Cluster, cluster) if cluster else None
        groups.append(
            NoteGroup(
                id=cluster or f"{run}:{zone}",
                block=blocks.get(run),
                zone=known.zone if known is not None else zone,
                title=known.title if known is not None else "",
                gathered=known is not None,
                notes=tuple(here),
                dots=votes.get(run, {}).get((run, cluster, zone), 0),
            )
        )
    return groups


def ranked(groups: Sequence[NoteGroup]) -> tuple[NoteGroup, ...]:
    """Groups and their notes, those with the most dots first."""
    sorted_inside = [
        msgspec.structs.replace(
            group, notes=tuple(sorted(group.notes, key=lambda one: one.dots, reverse=True))
        )
        for group in groups
    ]
    return tuple(sorted(sorted_inside, key=lambda group: group.weight, reverse=True))


def _place(note: Note) -> Place:
    return (note.run or "", note.cluster or "", "" if note.cluster else note.zone)


def _votes(reader: Reader, run: str) -> Mapping[Place, int]:
    """The dots of each place of a run, those of a cluster itself counted in."""
    dots = dots_of_run(reader, run)
    found: Counter[Place] = Counter()
    if not dots:
        return found
    for note in reader.rows(Note, run=run):
        found[_place(note)] += dots.get(note.id, 0)
    for cluster in reader.rows(Cluster, run=run):
        found[run, cluster.id, ""] += dots.get(cluster.id, 0)
    return found


def _block(reader: Reader, run: str) -> Block:
    (block,) = reader.select(Block, "JOIN run ON run.block = block.id WHERE run.id = ?", run)
    return block
