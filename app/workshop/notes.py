"""Notes: what people say in a run, kept at the speed of speech, then sorted."""

from collections.abc import Sequence

from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import ClauseSource, Cluster, Dots, Note, RhythmEvent
from app.library.writer import Writer
from app.moment import stamp
from app.typed_text import one_line, required_line
from app.workshop.agenda import STEP, settled
from app.workshop.groups import typed_for
from app.workshop.planning import languages_of, scope_of
from app.workshop.running import Running
from app.workshop.ties import remove_ties


def notes_of(reader: Reader, run: str) -> list[Note]:
    """The notes of a run in their order."""
    return reader.rows(Note, order="position", run=run)


def clusters_of(reader: Reader, run: str) -> list[Cluster]:
    """The clusters of a run in their order."""
    return reader.rows(Cluster, order="position", run=run)


def add_notes(
    library: Library, running: Running, zone: str, texts: Sequence[str], *, audience: str = ""
) -> list[Note]:
    """Keep notes in a zone: one change for one line or for many pasted ones.

    ``audience`` is the block's own unless said otherwise. Where people work in groups, they are
    notes of the group for which is typed (:mod:`app.workshop.groups`). Raises Trouble (``empty``,
    ``too-long``) with none of them kept.
    """
    lines = [required_line(text) for text in texts]
    with library.change("note-add", scope_of(running.workshop)) as writer:
        first, group = _last_position(writer, running.run.id), typed_for(writer, running.block)
        return [
            writer.add(_note(library, running, zone, line, first + number * STEP, audience, group))
            for number, line in enumerate(lines, start=1)
        ]


def edit_note(library: Library, running: Running, note: Note, text: str) -> Note:
    """Change what a note says. Raises Trouble (``empty``, ``too-long``)."""
    line = required_line(text)
    with library.change("note-edit", scope_of(running.workshop), field=f"note:{note.id}") as writer:
        return writer.change(note, text=line)


def move_note(
    library: Library, running: Running, note: Note, zone: str, before: Note | None = None
) -> Note:
    """Put a note into a zone, before another note or at its end.

    In another zone it leaves its cluster. Raises Trouble (``gone``) when the note was removed.
    """
    with library.change("note-move", scope_of(running.workshop)) as writer:
        moved = writer.change(note, zone=zone)
        if moved.cluster is not None and writer.row(Cluster, moved.cluster).zone != zone:
            moved = writer.change(moved, cluster=None)
        order: list[Note | None] = [
            one for one in notes_of(writer, running.run.id) if one.id != note.id
        ]
        ids = [one.id for one in order if one is not None]
        at = ids.index(before.id) if before is not None and before.id in ids else len(order)
        order.insert(at, None)
        positions = settled([None if one is None else one.position for one in order])
        for one, position in zip(order, positions, strict=True):
            if one is None or one.position != position:
                writer.change(one or moved, position=position)
        return writer.row(Note, note.id)


def remove_note(library: Library, running: Running, note: Note) -> None:
    """Take a note away, with its dots, its ties and its place as a source. Undo brings all back."""
    with library.change("note-remove", scope_of(running.workshop)) as writer:
        remove_ties(writer, note)
        for event in writer.rows(RhythmEvent, note=note.id):
            writer.change(event, note=None)
        for source in writer.rows(ClauseSource, note=note.id):
            writer.remove(source)
        for dots in writer.rows(Dots, item=note.id):
            writer.remove(dots)
        writer.remove(note)


def gather(library: Library, running: Running, notes: Sequence[Note], title: str = "") -> Cluster:
    """Gather notes (one at least) into a new cluster, in the zone of the first.

    It has no title until the room gives it one. Raises Trouble (``too-long``).
    """
    text, new = one_line(title), library.moment.new_id()
    scope = scope_of(running.workshop)
    with library.change("cluster-add", scope, field=cluster_field(new)) as writer:
        last = max((one.position for one in clusters_of(writer, running.run.id)), default=0)
        cluster = writer.add(
            Cluster(
                id=new,
                run=running.run.id,
                zone=notes[0].zone,
                title=text,
                position=last + STEP,
            )
        )
        for note in notes:
            writer.change(note, cluster=cluster.id, zone=cluster.zone)
        dissolve_emptied(library, running, notes)
        return cluster


def put_in_cluster(library: Library, running: Running, note: Note, cluster: Cluster | None) -> Note:
    """Put a note into a cluster (and its zone), or take it out of its own (None)."""
    with library.change("note-cluster", scope_of(running.workshop)) as writer:
        if cluster is None:
            return writer.change(note, cluster=None)
        return writer.change(note, cluster=cluster.id, zone=cluster.zone)


def rename_cluster(library: Library, running: Running, cluster: Cluster, title: str) -> Cluster:
    """Give a cluster another title, or none. Raises Trouble (``too-long``).

    A first title given straight after gathering is one change with it: one undo takes both back.
    """
    text, scope = one_line(title), scope_of(running.workshop)
    label = "cluster-title" if cluster.title else "cluster-add"
    with library.change(label, scope, field=cluster_field(cluster.id)) as writer:
        return writer.change(cluster, title=text)


def cluster_field(cluster: str) -> str:
    """What changes to a cluster's title are joined by, while they follow closely."""
    return f"cluster:{cluster}"


def merge_cluster(library: Library, running: Running, cluster: Cluster, into: Cluster) -> None:
    """Put all notes of a cluster into another; the dots on its title go along."""
    with library.change("note-cluster", scope_of(running.workshop)) as writer:
        for note in writer.rows(Note, cluster=cluster.id):
            writer.change(note, cluster=into.id, zone=into.zone)
        for dots in writer.rows(Dots, item=cluster.id):
            known = writer.rows(Dots, round=dots.round, item=into.id)
            if known:
                writer.change(known[0], number=known[0].number + dots.number)
                writer.remove(dots)
            else:
                writer.change(dots, item=into.id)
        writer.remove(cluster)


def dissolve(library: Library, running: Running, cluster: Cluster) -> None:
    """Take a cluster apart; its notes stay in the zone."""
    with library.change("cluster-remove", scope_of(running.workshop)) as writer:
        for note in writer.rows(Note, cluster=cluster.id):
            writer.change(note, cluster=None)
        for dots in writer.rows(Dots, item=cluster.id):
            writer.remove(dots)
        writer.remove(cluster)


def dissolve_emptied(library: Library, running: Running, left: Sequence[Note]) -> None:
    """Dissolve clusters without a title that these notes, as they were, ``left`` empty."""
    with library.change("note-cluster", scope_of(running.workshop)) as writer:
        for one in {note.cluster for note in left if note.cluster}:
            cluster = writer.find(Cluster, one)
            if cluster is not None and not cluster.title and not writer.rows(Note, cluster=one):
                dissolve(library, running, cluster)


def _last_position(writer: Writer, run: str) -> int:
    return writer.number("SELECT max(position) FROM note WHERE run = ?", run)


def _note(
    library: Library,
    running: Running,
    zone: str,
    text: str,
    position: int,
    audience: str,
    group: str | None,
) -> Note:
    return Note(
        id=library.moment.new_id(),
        community=running.community.id,
        workshop=running.workshop.id,
        run=running.run.id,
        room_group=group,
        kind=running.block.kind,
        zone=zone,
        position=position,
        text=text,
        audience=audience or running.block.audience,
        language=languages_of(running.workshop)[0],
        made=stamp(library.moment.now()),
    )
