"""Ties between two notes of a run: who asks whom, which need an offer answers."""

from collections.abc import Sequence

from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Note, Tie
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.workshop.planning import scope_of
from app.workshop.running import Running


def ties_of(reader: Reader, run: str, form: str) -> list[Tie]:
    """The ties of one form in a run (its id), in the order in which they were made."""
    return reader.rows(Tie, run=run, form=form)


def tie_notes(library: Library, running: Running, form: str, from_note: Note, to_note: Note) -> Tie:
    """Tie a note to another; the tie that is there already stays the only one.

    Raises Trouble: ``tied-to-itself``, ``gone`` (one of them was removed).
    """
    if from_note.id == to_note.id:
        raise Trouble("tied-to-itself")
    with library.change("tie-add", scope_of(running.workshop)) as writer:
        if any(writer.find(Note, one.id) is None for one in (from_note, to_note)):
            raise Trouble("gone")
        known = writer.rows(
            Tie, run=running.run.id, form=form, from_note=from_note.id, to_note=to_note.id
        )
        return (
            known[0]
            if known
            else writer.add(
                Tie(
                    id=library.moment.new_id(),
                    run=running.run.id,
                    form=form,
                    from_note=from_note.id,
                    to_note=to_note.id,
                )
            )
        )


def ties_among(reader: Reader, run: str, form: str, notes: Sequence[Note]) -> list[Tie]:
    """The ties between these notes; those of a single one with any other."""
    meant = {note.id for note in notes}
    enough = min(2, len(meant))
    return [
        tie
        for tie in ties_of(reader, run, form)
        if len(meant & {tie.from_note, tie.to_note}) == enough
    ]


def untie_notes(library: Library, running: Running, form: str, notes: Sequence[Note]) -> None:
    """Take away the ties between these notes, or all of a single one, in one change.

    Raises Trouble (``not-tied``) where there is none.
    """
    with library.change("tie-remove", scope_of(running.workshop)) as writer:
        ties = ties_among(writer, running.run.id, form, notes)
        if not ties:
            raise Trouble("not-tied")
        for tie in ties:
            writer.remove(tie)


def remove_ties(writer: Writer, note: Note) -> None:
    """Take away every tie of a note, which is about to go itself, in a change that is open."""
    for tie in {
        one.id: one
        for one in (*writer.rows(Tie, from_note=note.id), *writer.rows(Tie, to_note=note.id))
    }.values():
        writer.remove(tie)
