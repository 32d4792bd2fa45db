"""What the wall shows of an exchange: the notes as they come; then what meets, and what is open."""

from collections.abc import Mapping

from app.kinds.exchange.matching import Match, Unmatched
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import arranged
from app.library.audience import hidden
from app.library.rows import Note
from app.workshop.planning import languages_of
from app.workshop.zones import NamedZone, both, zones_shown
from ui.kinds.exchange.promises_back import promises_told
from ui.wall.note_columns import wall_columns
from ui.wall.wall_picture import RunSeen, WallColumn, WallNote, WallPicture

MEETS = "\N{LEFT RIGHT ARROW}"
"""Between the two notes of a match: neither comes first."""


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """What was answered of last time's promises, while nothing new is said; by zone until
    something meets; then the pairs in one column, in the other what is open.

    No names: who promised is said aloud, and stands on paper.
    """
    reader, running = seen.reader, seen.running
    secret = hidden(reader, "room", Note, "run = ?", running.run.id)
    facts = kind.facts(reader, running)
    told = running.block.audience != "facilitator"
    matches = [
        one
        for one in facts_of(facts, Match)
        if told and one.give.id not in secret and one.ask.id not in secret
    ]
    if not matches:
        lying = arranged(reader, running.run.id)
        back = promises_told(seen) if told and not lying else ()
        if back:
            return WallPicture(columns=back, opens="last")
        columns = wall_columns(reader, running, lying, dots=False, words=seen.words)
        return WallPicture(columns=columns)
    zones = {zone.id: zone for zone in zones_shown(running, languages_of(running.workshop))}
    met = {note.id for one in matches for note in (one.give, one.ask)}
    lost = [note for one in facts_of(facts, Match) for note in (one.give, one.ask)]
    still = [*lost, *(one.note for one in facts_of(facts, Unmatched))]
    open_notes = {
        note.id: _open(zones, note)
        for note in still
        if note.id not in secret and note.id not in met
    }
    return WallPicture(
        columns=(
            WallColumn(
                both(words("exchange.pairs") for words in seen.words),
                tuple(_pair(zones, one) for one in matches),
                "teal",
            ),
            WallColumn(
                both(words("exchange.still-open") for words in seen.words),
                tuple(open_notes.values()),
            ),
        ),
        # Pairs are read from the first; the last page is all of it at a glance.
        opens="first",
        small=tuple(words("exchange.met", n=len(matches)) for words in seen.words),
    )


def _pair(zones: Mapping[str, NamedZone], one: Match) -> WallNote:
    text = f"{one.give.text}\n{MEETS} {one.ask.text}"
    return WallNote(text, _colour(zones, one.give), holds=2)


def _open(zones: Mapping[str, NamedZone], note: Note) -> WallNote:
    """A note under the name of its zone, which says whose it is."""
    zone = zones.get(note.zone)
    return WallNote(note.text, _colour(zones, note), title=zone.label if zone else "")


def _colour(zones: Mapping[str, NamedZone], note: Note) -> str:
    zone = zones.get(note.zone)
    return zone.colour if zone else "yellow"
