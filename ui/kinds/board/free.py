"""A board whose notes lie where people put them, on an empty ground; and what the wall shows."""

from collections.abc import Sequence
from functools import partial

import msgspec
from PySide6.QtWidgets import QWidget

from app.colours import colour_on
from app.diagram import Box, Diagram
from app.kinds.board import free_set_up
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked, arranged
from app.library.audience import hidden
from app.library.library import Library
from app.library.rows import Note
from app.workshop.free_ground import draw_free, free_notes
from app.workshop.ground_pages import ground_pages
from app.workshop.ground_shapes import tenths
from app.workshop.placing import put_beside
from app.workshop.planning import languages_of
from app.workshop.running import Running
from app.workshop.zones import NamedZone, home_of, zones_shown
from ui.kinds.board import canvas as sorted_board
from ui.kinds.canvas import Canvas
from ui.parts.notes.ground import Ground
from ui.parts.notes.ground_canvas import GroundCanvas
from ui.parts.notes.ground_controller import FreePlacing
from ui.parts.notes.model import NoteItem
from ui.wall.wall_picture import RunSeen, WallPicture
from ui.world import World


class BesidePlacing(FreePlacing):
    """Notes lie anywhere, beside those that lie there already."""

    def put(
        self, library: Library, running: Running, notes: Sequence[Note], x: int, y: int
    ) -> None:
        """Put notes at a place, or beside what lies there."""
        put_beside(library, running, notes, x, y, as_well=lambda across, up: True)


class FreeBoardCanvas(GroundCanvas):
    """Notes that have no place yet, and the ground on which people put them."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The ground of a run."""
        super().__init__(
            kind,
            world,
            running,
            Ground(_empty),
            parent,
            tray=True,
            keypad=True,
            placing=BesidePlacing(),
        )
        self.bar.said.say(world.words("kinds.free.keys"))
        self.refresh()

    def show_zones(self, zones: Sequence[NamedZone]) -> None:
        """Every note by itself: nearness says what belongs together."""
        lying = arranged(self.world.library.reader, self.running.run.id)
        self.show_ground(zones, [Ranked(None, (note,), 0) for one in lying for note in one.notes])

    def dressed(self, note: Note, item: NoteItem) -> NoteItem:
        """A note in its colour, where it lies."""
        home = home_of(note.zone, self._zones)
        zone = next(one.colour for one in self._zones if one.id == home)
        item = msgspec.structs.replace(item, colour=colour_on(zone, note.colour))
        if note.x is None or note.y is None:
            return item
        place = self.world.words("kinds.free.place", x=tenths(note.x), y=tenths(note.y))
        return msgspec.structs.replace(item, x=note.x, y=note.y, place=place)


def _empty(width: float, height: float) -> Diagram:
    return Diagram(width, height, (Box(0.5, 0.5, width - 1, height - 1, stroke="line", radius=8),))


def make_canvas(kind: CaptureKind, world: World, running: Running, parent: QWidget) -> Canvas:
    """The board of a run: sorted in zones, or free."""
    if free_set_up(running):
        return FreeBoardCanvas(kind, world, running, parent)
    return sorted_board.BoardCanvas(kind, world, running, parent)


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """The ground as soon as a note lies on it; else, and where notes are sorted, columns."""
    reader, running = seen.reader, seen.running
    secret = hidden(reader, "room", Note, "run = ?", running.run.id)
    lying = facts_of(kind.facts(reader, running), Ranked)
    notes = [note for one in lying for note in one.notes if note.id not in secret]
    if not free_set_up(running) or all(note.x is None for note in notes):
        return sorted_board.picture(kind, seen)
    placed, waiting = free_notes(notes, zones_shown(running, languages_of(running.workshop)))
    head = seen.words[0]("kinds.ground.tray")
    texts = tuple(note.text for note in waiting)
    return WallPicture(pages=partial(ground_pages, draw_free, placed, (head, texts)))
