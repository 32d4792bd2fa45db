"""What the wall shows of a rhythm: what was said by zone, and once something recurs, its dates."""

from collections.abc import Sequence
from functools import partial

from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked
from app.kinds.rhythm.diagram import RhythmRow, rhythm_pages
from app.kinds.rhythm.kind import Recurring, day_of
from app.library.audience import hidden
from app.library.rows import Note, RhythmEvent
from app.workshop.planning import languages_of
from app.workshop.zones import NamedZone, home_of, zones_shown
from exports.kinds.rhythm import rhythm_row, year_in
from ui.wall.note_columns import wall_columns
from ui.wall.wall_picture import RunSeen, WallPicture


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """Notes by zone; once something recurs, rows with the dates of a year, what was only said
    below them."""
    reader, running = seen.reader, seen.running
    facts = kind.facts(reader, running)
    secret = hidden(reader, "room", RhythmEvent, "run = ?", running.run.id)
    found = [one.event for one in facts_of(facts, Recurring)]
    events = [event for event in found if event.id not in secret]
    lying = facts_of(facts, Ranked)
    if not events:
        columns = wall_columns(reader, running, lying, dots=False, words=seen.words)
        return WallPicture(columns=columns)
    unseen = hidden(reader, "room", Note, "run = ?", running.run.id)
    told = {event.note for event in found}
    notes = [note for one in lying for note in one.notes]
    rest = [note for note in notes if note.id not in told and note.id not in unseen]
    rows = _rows(seen, zones_shown(running, languages_of(running.workshop)), events, rest)
    today = day_of(running)
    year = year_in(seen.words[0], today)
    small = tuple(words("rhythm.events-n", n=len(events)) for words in seen.words)
    return WallPicture(pages=partial(rhythm_pages, rows, year), small=small)


def _rows(
    seen: RunSeen,
    zones: Sequence[NamedZone],
    events: Sequence[RhythmEvent],
    notes: Sequence[Note],
) -> list[RhythmRow]:
    """The rows by zone, each under its name: what recurs, then what was only said."""
    words, today = seen.words[0], day_of(seen.running)
    rows: list[RhythmRow] = []
    for zone in zones:
        recurs = [one for one in events if home_of(one.circle, zones) == zone.id]
        said = [one for one in notes if home_of(one.zone, zones) == zone.id]
        if zone.label and (recurs or said):
            rows.append(RhythmRow(zone.label, heading=True))
        rows += [rhythm_row(words, one, today) for one in recurs]
        rows += [RhythmRow(one.text) for one in said]
    return rows
