"""Sorting notes: several at once, each gesture one change that one undo takes back."""

from collections.abc import Sequence

from app.library.library import Library
from app.library.rows import Cluster, Note
from app.workshop.notes import (
    dissolve,
    dissolve_emptied,
    gather,
    merge_cluster,
    move_note,
    notes_of,
    put_in_cluster,
    remove_note,
)
from app.workshop.planning import scope_of
from app.workshop.running import Running


def place_all(
    library: Library,
    running: Running,
    notes: Sequence[Note],
    zone: str,
    *,
    clusters: Sequence[Cluster] = (),
    before: Note | None = None,
    cluster: Cluster | None = None,
) -> None:
    """Put notes into a zone, before another note or at its end, inside a cluster or in none.

    ``clusters`` go there whole, with all their notes.
    """
    whole = {one.id for one in clusters}
    with library.change("note-move", scope_of(running.workshop)) as writer:
        for one in clusters:
            writer.change(one, zone=zone)
            for note in writer.rows(Note, cluster=one.id):
                writer.change(note, zone=zone)
        for note in notes:
            standing = writer.find(Note, note.id)
            if standing is not None and standing.cluster in whole:
                continue
            if before is None or note.id != before.id:
                move_note(library, running, note, zone, before)
            put_in_cluster(library, running, note, cluster)
        dissolve_emptied(library, running, notes)


def shift_notes(library: Library, running: Running, notes: Sequence[Note], by: int) -> None:
    """Move notes one place earlier (-1) or later (1) among those of their zone and cluster."""
    moving = {note.id for note in notes}
    with library.change("note-move", scope_of(running.workshop)) as writer:
        for note in notes if by < 0 else reversed(notes):
            peers = [
                one
                for one in notes_of(writer, running.run.id)
                if (one.zone, one.cluster) == (note.zone, note.cluster)
            ]
            at = next(place for place, one in enumerate(peers) if one.id == note.id)
            to = at + by
            if not 0 <= to < len(peers) or peers[to].id in moving:
                continue
            after = to if by < 0 else to + 1
            before = peers[after] if after < len(peers) else None
            move_note(library, running, note, note.zone, before)


def gather_notes(
    library: Library,
    running: Running,
    notes: Sequence[Note],
    into: Cluster | str = "",
    clusters: Sequence[Cluster] = (),
) -> Cluster:
    """Gather notes and whole clusters into a cluster, or into a new one of that title, which may
    wait for its words. Raises Trouble (``too-long``)."""
    if isinstance(into, str):
        return gather(library, running, notes, into)
    with library.change("note-cluster", scope_of(running.workshop)) as writer:
        for one in clusters:
            if one.id != into.id and writer.find(Cluster, one.id) is not None:
                merge_cluster(library, running, one, into)
        for note in notes:
            put_in_cluster(library, running, note, into)
        dissolve_emptied(library, running, notes)
    return into


def ungather(
    library: Library, running: Running, notes: Sequence[Note], clusters: Sequence[Cluster] = ()
) -> None:
    """Take notes out of their clusters, and clusters apart; all notes stay in their zone."""
    label = "cluster-remove" if clusters else "note-cluster"
    with library.change(label, scope_of(running.workshop)):
        for note in notes:
            put_in_cluster(library, running, note, None)
        for cluster in clusters:
            dissolve(library, running, cluster)
        dissolve_emptied(library, running, notes)


def remove_notes(
    library: Library, running: Running, notes: Sequence[Note], clusters: Sequence[Cluster] = ()
) -> None:
    """Take notes away, and clusters apart. Undo brings all back."""
    label = "note-remove" if notes else "cluster-remove"
    with library.change(label, scope_of(running.workshop)):
        for note in notes:
            remove_note(library, running, note)
        for cluster in clusters:
            dissolve(library, running, cluster)
        dissolve_emptied(library, running, notes)
