"""What the canvases of kinds share in which places mean something: notes on a ground."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.kinds.kind import CaptureKind
from app.kinds.ranked import Ranked
from app.library.rows import Note
from app.workshop.running import Running
from app.workshop.zones import NamedZone, remember_target
from ui.attempt import attempt
from ui.parts.notes.column_layout import sticky_notes
from ui.parts.notes.ground import GROUND, Ground, GroundView
from ui.parts.notes.ground_controller import TRAY, FreePlacing, GroundController, Placing
from ui.parts.notes.model import NoteItem
from ui.parts.notes.notes_canvas import NotesCanvas
from ui.parts.notes.zone_chips import ZoneChips
from ui.parts.notes.zones_view import ZonesStyle, ZonesView
from ui.world import World

KIND_KEY = "Ctrl+Shift+Right"
"""Makes the notes meant of the next of the recipe's zones."""
OFF_KEY = "Ctrl+Shift+Left"
"""Takes the notes meant off the ground."""


class GroundCanvas(NotesCanvas):
    """A run's notes on a ground (``ui.kinds.canvas.Canvas``). Each kind says what the ground is,
    and how a note on it looks (:meth:`dressed`).

    With a ``tray``, notes that have no place yet lie beside the ground; else every note has one.
    """

    def __init__(
        self,
        kind: CaptureKind,
        world: World,
        running: Running,
        ground: Ground,
        parent: QWidget,
        *,
        tray: bool = False,
        keypad: bool = False,
        placing: Placing | None = None,
        kinds: bool = True,
    ) -> None:
        """The ground of a run. ``keypad``: a digit puts a note where it stands on a keypad.
        ``kinds``: the recipe's zones are kinds of notes, which lie anywhere, and no places."""
        self._tray = tray
        self._target = kind.targets(running, world.library.reader)[0]
        self._zones: Sequence[NamedZone] = ()
        self._placing: Placing = placing or FreePlacing()
        style = ZonesStyle(sticky_notes(world.look), ground=ground, keypad=keypad)
        super().__init__(kind, world, running, style, parent, zones=False)
        self.chips = ZoneChips(world.look)
        self.chips.asked.connect(self._choose)
        self.column.insertWidget(1, self.chips)
        words = world.words
        if kinds and len(kind.targets(running, world.library.reader)) > 1:
            self._offer(words("kinds.ground.kind"), KIND_KEY, self.next_kind)
        if tray:
            self._offer(words("kinds.ground.take-off"), OFF_KEY, self.take_off)

    def make_controller(self, zones_view: ZonesView) -> GroundController:
        """What is done on a ground."""
        return GroundController(
            self.world, self.running, zones_view, self._placing, lambda: self._zones
        )

    def dressed(self, note: Note, item: NoteItem) -> NoteItem:
        """How a note on the ground looks: its place, its colour, and its place in words."""
        raise NotImplementedError

    def show_ground(self, zones: Sequence[NamedZone], ranked: Sequence[Ranked]) -> None:
        """Show the notes of the recipe's ``zones`` on the ground, or beside it."""
        self._zones = zones
        counts: dict[str, int] = {}
        for one in ranked:
            counts[one.zone] = counts.get(one.zone, 0) + len(one.notes)
        self.chips.show_zones(zones, counts, self._target)
        self.chips.setVisible(len(zones) > 1)
        words = self.world.words
        cards = [NamedZone(id=GROUND, colour="yellow", label="")]
        if self._tray:
            label = words("kinds.ground.tray")
            cards.insert(0, NamedZone(id=TRAY, colour="yellow", label=label))
        self.show_notes(cards, ranked, "none", where=self._where, dress=self.dressed)

    def show_ground_behind(self, ground: Ground) -> None:
        """Show another picture behind the notes on the ground."""
        view = self.zones_view.view(GROUND)
        if isinstance(view, GroundView):
            view.show_ground(ground)

    def _where(self, one: Ranked) -> str:
        return TRAY if self._tray and one.notes[0].x is None else GROUND

    def next_kind(self) -> None:
        """The notes meant become of the next of the recipe's zones."""
        notes, ids = self.ground.meant_notes(), [zone.id for zone in self._zones]
        if notes and notes[0].zone in ids:
            to = ids[(ids.index(notes[0].zone) + 1) % len(ids)]
            self.ground.give_kind(notes, to)

    def take_off(self) -> None:
        """The notes meant have no place any more."""
        self.ground.take_off(self.ground.meant_notes())

    @property
    def ground(self) -> GroundController:
        """What is done on the ground."""
        controller = self.controller
        if not isinstance(controller, GroundController):
            raise TypeError("a ground has a controller of its own")
        return controller

    # Where the next line goes: to one of the recipe's zones, wherever notes lie.

    def target(self) -> str:
        """The zone of the recipe where Enter puts the next line."""
        return self._target

    def target_name(self) -> str:
        """Its name; empty where there is only one."""
        if len(self._zones) < 2:
            return ""
        return next((zone.label for zone in self._zones if zone.id == self._target), "")

    def move_target(self, step: int) -> None:
        """To the next zone of the recipe, or the one before."""
        ids = self.kind.targets(self.running, self.world.library.reader)
        self.go_to(ids[(ids.index(self._target) + step) % len(ids)])

    def go_to(self, target: str) -> None:
        """To this zone of the recipe."""
        if target in self.kind.targets(self.running, self.world.library.reader):
            self._target = target
            self.refresh()

    def enter(self, text: str) -> None:
        """A note a line. Raises Trouble."""
        self.kind.capture(self.world.library, self.running, self._target, text)

    def _choose(self, zone: str) -> None:
        self.go_to(zone)
        library, running = self.world.library, self.running
        attempt(self.world, lambda: remember_target(library, running, zone))

    def _offer(self, text: str, key: str, act: Callable[[], None]) -> None:
        self.bar.offer(text, key, act)
        QShortcut(QKeySequence(key), self.widget).activated.connect(act)
