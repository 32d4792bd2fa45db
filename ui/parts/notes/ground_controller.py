"""What a person does with notes on a ground: put them somewhere, move them by keys and by mouse."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtWidgets import QMenu

from app.kinds.sorting import place_all
from app.library.library import Library
from app.library.rows import Note
from app.workshop.placing import nudge, place_notes
from app.workshop.running import Running
from app.workshop.zones import NamedZone
from ui.attempt import attempt
from ui.parts.notes.controller import NotesController
from ui.parts.notes.dropping import Drop
from ui.parts.notes.ground import GROUND
from ui.parts.notes.zones_view import ZonesView
from ui.world import World

TRAY = "tray"
"""Id of the zone beside a ground, for notes that have no place on it yet."""

MOVES = {"zone-before": (-1, 0), "zone-after": (1, 0), "earlier": (0, 1), "later": (0, -1)}
"""What Ctrl with an arrow does on a ground: to the right and up by so many steps."""


class Placing(Protocol):
    """What it means on a ground to lie somewhere. Each call is one change; it raises Trouble."""

    def put(
        self, library: Library, running: Running, notes: Sequence[Note], x: int, y: int
    ) -> None:
        """Put notes at a place, in thousandths."""

    def take_off(self, library: Library, running: Running, notes: Sequence[Note]) -> None:
        """Take notes off the ground, back to those without a place."""

    def move(
        self, library: Library, running: Running, notes: Sequence[Note], dx: int, dy: int
    ) -> None:
        """Move notes by steps of a key, to the right and up."""


class FreePlacing:
    """Notes lie anywhere."""

    def put(
        self, library: Library, running: Running, notes: Sequence[Note], x: int, y: int
    ) -> None:
        """Put notes at a place."""
        place_notes(library, running, [(note, x, y) for note in notes])

    def take_off(self, library: Library, running: Running, notes: Sequence[Note]) -> None:
        """Take notes off the ground."""
        place_notes(library, running, [(note, None, None) for note in notes])

    def move(
        self, library: Library, running: Running, notes: Sequence[Note], dx: int, dy: int
    ) -> None:
        """Move notes by steps."""
        nudge(library, running, notes, dx, dy)


class GroundController(NotesController):
    """Does what is asked for with notes on a ground and beside it, each gesture one change."""

    def __init__(
        self,
        world: World,
        running: Running,
        zones: ZonesView,
        placing: Placing,
        kinds: Callable[[], Sequence[NamedZone]],
    ) -> None:
        """``placing`` says what it means to lie somewhere; ``kinds`` gives the recipe's zones,
        which notes may have wherever they lie."""
        super().__init__(world, running, zones, gathers=False)
        self._placing, self._kinds = placing, kinds

    def act(self, zone: str, code: str) -> None:
        """Ctrl with an arrow moves notes on the ground; the rest as anywhere."""
        notes, _ = self._meant(zone)
        if zone == GROUND and code in MOVES:
            dx, dy = MOVES[code]
            self._placed(notes, lambda: self._placing.move(*self._there(notes), dx, dy))
        elif zone == TRAY and code == "zone-after":
            self.put(notes, 500, 500)
        elif zone != TRAY or code != "zone-before":
            super().act(zone, code)

    def put(self, notes: Sequence[Note], x: int, y: int) -> None:
        """Put notes at a place of the ground, and go on with the next that has none."""
        if not notes:
            return
        onward = self._next_without({note.id for note in notes})
        if attempt(self._world, lambda: self._placing.put(*self._there(notes), x, y)):
            self.changed.emit()
            if onward:
                self._zones.view(TRAY).setFocus()
                self._zones.view(TRAY).go_to_item(onward)
            else:
                self._zones.view(GROUND).setFocus()
                self._zones.view(GROUND).go_to_item(notes[0].id)

    def take_off(self, notes: Sequence[Note]) -> None:
        """Take notes off the ground again."""
        self._placed(notes, lambda: self._placing.take_off(*self._there(notes)))

    def give_kind(self, notes: Sequence[Note], kind: str) -> None:
        """Say that notes are of another of the recipe's zones; they lie where they lay."""
        library, running = self._world.library, self.running
        self._placed(notes, lambda: place_all(library, running, notes, kind))

    def meant_notes(self) -> list[Note]:
        """The notes that an act is for, on the ground or beside it."""
        zone = self._zones.meant_zone
        return self._meant(zone)[0] if zone is not None else []

    def zones_menu(self, zone: str) -> QMenu:
        """The recipe's zones by name: the notes meant become of the one that is chosen."""
        menu = QMenu(self._zones)
        menu.setFont(self._world.look.font("body"))
        notes, _ = self._meant(zone)
        for kind in self._kinds():
            action = menu.addAction(kind.label.replace("&", "&&"))
            action.triggered.connect(lambda _=False, to=kind.id: self.give_kind(notes, to))
        return menu

    def _there(self, notes: Sequence[Note]) -> tuple[Library, Running, Sequence[Note]]:
        return self._world.library, self.running, notes

    def _placed(self, notes: Sequence[Note], place: Callable[[], object]) -> None:
        if not notes or not attempt(self._world, place):
            return
        self.changed.emit()
        for zone in self._zones.zones:
            view = self._zones.view(zone)
            if view.go_to_item(notes[0].id):
                view.setFocus()

    def _next_without(self, placed: set[str]) -> str:
        """Id of the note after these that has no place yet; empty where all have one."""
        if TRAY not in self._zones.zones:
            return ""
        items = self._zones.view(TRAY).notes.items
        last = max((at for at, item in enumerate(items) if item.id in placed), default=-1)
        left = [item.id for item in (*items[last + 1 :], *items[: last + 1])]
        return next((one for one in left if one not in placed), "")

    def _may(self, code: str, zone: str) -> bool:
        """The order of notes is nothing that is sorted by hand here, nor are there groups."""
        if code in MOVES or code in ("gather", "ungather"):
            return False
        return super()._may(code, zone)

    def _drop(self, zone: str, ids: list[str], drop: Drop) -> None:
        notes = [self._rows.notes[one] for one in ids if one in self._rows.notes]
        if drop.x is not None and drop.y is not None:
            x, y = drop.x, drop.y
            self._placed(notes, lambda: self._placing.put(*self._there(notes), x, y))
        elif zone == TRAY:
            self.take_off(notes)

    def _type_digit(self, zone: str, digit: int) -> None:
        """A digit puts the note meant where it stands among the digits of a keypad; 0 takes it
        off."""
        notes, _ = self._meant(zone)
        if digit and notes:
            across, up = (digit - 1) % 3, (digit - 1) // 3
            self.put(notes, (1 + 2 * across) * 1000 // 6, (1 + 2 * up) * 1000 // 6)
        elif notes and zone == GROUND:
            self.take_off(notes)
