"""What the canvases of notes share: zones of notes, and the capture line's way to them."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kinds.kind import CaptureKind
from app.kinds.ranked import Ranked
from app.library.audience import readable
from app.library.rows import Note, Run
from app.workshop.running import Running, running_of
from app.workshop.titles import prompt_language
from app.workshop.zones import NamedZone, zones_shown
from ui.parts.notes.controller import NotesController
from ui.parts.notes.model import DotsMode
from ui.parts.notes.zones_view import ZonesStyle, ZonesView
from ui.world import World


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
        *above: QWidget,
        gathers: bool = True,
    ) -> None:
        """The zones of a run, with ``above`` over them. They are shown by :meth:`refresh`.

        ``gathers``: whether notes can be gathered in groups.
        """
        self.widget = QWidget(parent)
        super().__init__(self.widget)
        self.kind, self.world, self.running = kind, world, running
        self.zones_view = ZonesView(world, style, self.widget)
        self.controller = NotesController(world, running, self.zones_view, gathers=gathers)
        self.controller.changed.connect(self.refresh)
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(world.look.px(8))
        for widget in above:
            column.addWidget(widget)
        column.addWidget(self.zones_view, 1)
        self.widget.setFocusProxy(self.zones_view)

    def show_zones(self, zones: Sequence[NamedZone]) -> None:
        """Show what lies in the zones. Each kind has its own order."""
        raise NotImplementedError

    def show_notes(
        self, zones: Sequence[NamedZone], ranked: Sequence[Ranked], dots: DotsMode
    ) -> None:
        """Show zones and what lies in them, in its order; dots as ``dots`` says."""
        self.zones_view.show_notes(zones, ranked, dots)
        self.controller.show_rows(ranked)

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
        return self.zones_view.meant_item() or next((note.id for note in newest), "")

    def refresh(self) -> None:
        """Show the rows as they now are."""
        reader = self.world.library.reader
        if reader.find(Run, self.running.run.id) is None:
            return
        self.running = self.controller.running = running_of(reader, self.running.run.id)
        language = prompt_language(self.running.workshop, self.world.words.language)
        self.show_zones(zones_shown(self.running, (language,)))
