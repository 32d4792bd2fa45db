"""What the canvases of notes share: zones of notes, and the capture line's way to them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.kinds.kind import CaptureKind
from app.kinds.ranked import Ranked
from app.library.audience import readable
from app.library.rows import Note, Run
from app.workshop.hiding import turn_hidden
from app.workshop.rounds import Count
from app.workshop.running import Running, running_of
from app.workshop.titles import prompt_language
from app.workshop.zones import NamedZone, zones_shown
from ui.attempt import attempt
from ui.parts.notes.controller import NotesController
from ui.parts.notes.model import DotsMode
from ui.parts.notes.note_marks_shown import NoteMarks
from ui.parts.notes.notes_bar import NotesBar
from ui.parts.notes.zone_editing import KEY as ZONES_KEY
from ui.parts.notes.zone_editing import ZoneEditing
from ui.parts.notes.zones_view import Dress, Where, ZonesStyle, ZonesView
from ui.parts.reading import for_reading
from ui.parts.room_keys import HIDE
from ui.world import World

GLANCE_KEY = "Shift+F6"
"""Makes notes as small as lets all of them be seen at once, and as they were again."""


class NotesCanvas(QObject):
    """A run's notes in zones (``ui.kinds.canvas.Canvas``); each kind says what it shows, and
    where notes lie."""

    def __init__(
        self,
        kind: CaptureKind,
        world: World,
        running: Running,
        style: ZonesStyle,
        parent: QWidget,
        *,
        gathers: bool = True,
        zones: bool = True,
    ) -> None:
        """The zones of a run, under a row of what can be done. They are shown by :meth:`refresh`.

        ``gathers``: whether notes can be gathered in groups; ``zones``: whether people may have
        other zones than the recipe's.
        """
        self.widget = QWidget(parent)
        super().__init__(self.widget)
        self.kind, self.world, self.running = kind, world, running
        self._gathers = gathers
        self.zones_view = ZonesView(world, style, self.widget)
        self.controller = self.make_controller(self.zones_view)
        self.controller.changed.connect(self.refresh)
        self.bar = NotesBar(world.look, world.words)
        self.bar.acts.asked.connect(self._act)
        self.glance = for_reading(self.bar.offer("", GLANCE_KEY, self.toggle_glance))
        QShortcut(QKeySequence(GLANCE_KEY), self.widget).activated.connect(self.toggle_glance)
        self.zone_editing = self._edit_zones() if zones else None
        self.hide = self.bar.offer("", HIDE, self._turn_hidden)
        # Once, whatever changes at one press of a key.
        self._chosen = QTimer(self)
        self._chosen.setSingleShot(True)
        self._chosen.timeout.connect(self._show_acts)
        self.zones_view.chosen_changed.connect(self._chosen.start)
        self.column = QVBoxLayout(self.widget)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(world.look.px(8))
        self.column.addWidget(self.bar)
        self.column.addWidget(self.zones_view, 1)
        self.widget.setFocusProxy(self.zones_view)

    def _edit_zones(self) -> ZoneEditing:
        """People may name zones of their own."""
        editing = ZoneEditing(self.world, lambda: self.running, self.zones_view)
        editing.changed.connect(self.refresh)
        self.bar.offer(self.world.words("kinds.zone.zones"), ZONES_KEY, editing.ask)
        QShortcut(QKeySequence(ZONES_KEY), self.widget).activated.connect(editing.ask)
        return editing

    def make_controller(self, zones_view: ZonesView) -> NotesController:
        """What carries out what people ask for in the zones."""
        return NotesController(self.world, self.running, zones_view, gathers=self._gathers)

    def show_zones(self, zones: Sequence[NamedZone]) -> None:
        """Show what lies in the zones. Each kind has its own order."""
        raise NotImplementedError

    def show_notes(
        self,
        zones: Sequence[NamedZone],
        ranked: Sequence[Ranked],
        dots: DotsMode,
        count: Count | None = None,
        *,
        where: Where | None = None,
        dress: Dress | None = None,
    ) -> None:
        """Show zones and what lies in them, in its order; dots as ``dots`` says, those of
        ``count``. ``where`` says the zone of each thing, its own unless said; ``dress`` how a note
        looks."""
        world = self.world
        marks = NoteMarks.of_run(world.words, world.library.reader, self.running)
        view = self.zones_view
        view.show_notes(zones, ranked, dots, count, marks=marks, where=where, dress=dress)
        self.controller.show_rows(ranked)
        key = "kinds.glance-off" if self.zones_view.glance else "kinds.glance"
        self.bar.show_offer(self.glance, True, self.world.words(key))
        hidden = self.running.run.hidden
        said = world.words("room.reveal" if hidden else "room.hide")
        self.bar.show_offer(self.hide, hidden or not ranked, said)
        self._chosen.start()

    def _turn_hidden(self) -> None:
        """Hide from the wall what is written, or reveal it; the room hears the key."""
        attempt(self.world, lambda: turn_hidden(self.world.library, self.running))

    def toggle_glance(self) -> None:
        """All notes at a glance, as small as that asks; or as large as they were."""
        self.zones_view.set_glance(not self.zones_view.glance)
        self.refresh()

    @property
    def tallying(self) -> bool:
        """Whether how things stand matters more now than what can be done with a note."""
        return False

    def _show_acts(self) -> None:
        """What can be done with the notes that are meant, or how things stand."""
        zone = self.zones_view.meant_zone
        if zone is None or self.tallying:
            self.bar.show_acts("", ())
            return
        n = self.controller.meant_count(zone)
        said = self.world.words("kinds.chosen-n", n=n) if n > 1 else ""
        self.bar.show_acts(said, self.controller.wanted(zone))

    def _act(self, code: str, button: QWidget) -> None:
        """Do what was pressed with the notes that are meant."""
        zone = self.zones_view.meant_zone
        if zone is None:
            return
        if code == "more":
            self._open(self.controller.menu(zone), button)
        elif code == "zone-after" and len(self.zones_view.zones) > 2:
            self._open(self.controller.zones_menu(zone), button)
        else:
            self.controller.act(zone, code)

    def _open(self, menu: QMenu, button: QWidget) -> None:
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def target(self) -> str:
        """The zone where Enter puts the next line."""
        return self.zones_view.target

    def target_name(self) -> str:
        """Its name; empty when there is only one."""
        return self.zones_view.target_name()

    def move_target(self, step: int) -> None:
        """To the next zone, or the one before."""
        self.zones_view.move_target(step)

    def go_to(self, target: str) -> None:
        """To this zone."""
        self.zones_view.go_to(target)

    def hint(self) -> str:
        """Empty: the zone, or the line alone, says enough."""
        return ""

    def next_place(self) -> str:
        """The next zone."""
        return self.world.words("kinds.next-zone")

    def counted(self, n: int) -> str:
        """That ``n`` notes were kept, in words."""
        return self.world.words("kinds.notes-n", n=n)

    def completions(self, typed: str) -> list[str]:
        """No completions: what people say is theirs."""
        return []

    def enter(self, text: str) -> None:
        """A note a line. Raises Trouble."""
        self.kind.capture(self.world.library, self.running, self.target(), text)
        self.zones_view.see_last()

    def enter_strongly(self, text: str) -> None:
        """As Enter."""
        self.enter(text)

    def large(self) -> str:
        """The note or group that is chosen, else the newest note that the room may read."""
        reader, run = self.world.library.reader, self.running.run.id
        newest = readable(reader, "room", Note, "run = ? ORDER BY id DESC LIMIT 1", run)
        return self.zones_view.meant_item or next((note.id for note in newest), "")

    def go_on(self) -> None:
        """Nothing: what comes next is a line."""

    def refresh(self) -> None:
        """Show the rows as they now are."""
        reader = self.world.library.reader
        if reader.find(Run, self.running.run.id) is None:
            return
        self.running = self.controller.running = running_of(reader, self.running.run.id)
        language = prompt_language(self.running.workshop, self.world.words.language)
        self.show_zones(zones_shown(self.running, (language,)))
