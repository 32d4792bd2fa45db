"""What meets: a note that gives tied to one that asks; and what is still open on both sides."""

from collections.abc import Sequence

import msgspec

from app.catalogue.register_shapes import Register
from app.kinds.exchange.promises import Promise, promises_of
from app.kinds.exchange.setup import Side, answers, exchange_setup, side_of
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Note, Tie
from app.library.trouble import Trouble
from app.workshop.notes import notes_of
from app.workshop.running import Running
from app.workshop.ties import tie_notes, ties_of

MATCH = "match"
"""The form of the ties between what is given and what is asked."""


class Match(msgspec.Struct, frozen=True):
    """Something given that answers something asked, and what was promised of it."""

    give: Note
    ask: Note
    promise: Promise | None


class Unmatched(msgspec.Struct, frozen=True):
    """A note that meets none yet; what is given may have been promised all the same."""

    note: Note
    side: Side
    promise: Promise | None = None


def match_notes(library: Library, running: Running, one: Note, other: Note) -> Tie:
    """Match two notes, in whichever order they were chosen.

    Raises Trouble: ``no-match`` where they do not stand opposite each other, ``gone``.
    """
    setup = exchange_setup(running.recipe)
    for give, ask in ((one, other), (other, one)):
        if answers(setup, give, ask):
            return tie_notes(library, running, MATCH, give, ask)
    raise Trouble("no-match")


def exchanged(
    reader: Reader, running: Running, register: Register | None
) -> list[Match | Unmatched]:
    """The matches in the order of what is given, then what is open, as it was said.

    A tie counts while its notes stand opposite each other: moved to another side, one is open.
    """
    setup, run = exchange_setup(running.recipe), running.run.id
    notes = {note.id: note for note in notes_of(reader, run)}
    promises = promises_of(reader, running, register)
    pairs = [(notes[one.from_note], notes[one.to_note]) for one in ties_of(reader, run, MATCH)]
    order = {note: place for place, note in enumerate(notes)}
    matches = [
        Match(give, ask, promises.get(give.id)) for give, ask in pairs if answers(setup, give, ask)
    ]
    matches.sort(key=lambda one: (order[one.give.id], order[one.ask.id]))
    met = matched_ids(matches)
    unmatched = [
        Unmatched(note, side, promises.get(note.id))
        for note in notes.values()
        if (side := side_of(setup, note)) is not None and note.id not in met
    ]
    return [*matches, *unmatched]


def matched_ids(matches: Sequence[Match]) -> frozenset[str]:
    """The ids of all notes that meet another."""
    return frozenset(note.id for one in matches for note in (one.give, one.ask))
