"""A note or a group of notes that the wall shows alone."""

from app.colours import colour_on
from app.kinds.kind import CaptureKind
from app.library.audience import hidden
from app.library.rows import Cluster, Note
from app.workshop.planning import languages_of
from app.workshop.zones import home_of, zones_shown
from ui.wall.note_columns import own_colour_said
from ui.wall.wall_picture import RunSeen, WallColumn, WallNote, WallPicture, WallText


def large_note(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """The note in its colour, or what a group holds under its title, as the room may read it."""
    reader, running = seen.reader, seen.running
    secret = hidden(reader, "room", Note, "run = ?", running.run.id)
    group = reader.find(Cluster, seen.of)
    if group is not None:
        notes = reader.rows(Note, order="position", cluster=group.id)
        lines = tuple(note.text for note in notes if note.id not in secret)
        texts = (WallText(group.title, lines, listed=True),) if lines else ()
        return WallPicture(texts=texts)
    note = reader.find(Note, seen.of)
    if note is None or note.id in secret:
        return WallPicture()
    zones = zones_shown(running, languages_of(running.workshop))
    home = home_of(note.zone, zones)
    colour = next(zone.colour for zone in zones if zone.id == home)
    mark = own_colour_said((note.colour,), seen.words)
    shown = WallNote(note.text, colour_on(colour, note.colour), mark=mark)
    return WallPicture(columns=(WallColumn("", (shown,)),))
