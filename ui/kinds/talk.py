"""Talk on the second floor: a few things worth keeping, large and calm; and the wall's picture."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.catalogue import Catalogue
from app.kinds.ranked import arranged
from app.kinds.talk import Talk
from app.kinds.zones import told_in, zones_in
from app.library.reading import Reader
from app.library.rows import Run
from app.words import Words
from app.workshop.running import Running, running_of
from ui.parts.notes.desk import Desk, Manner
from ui.parts.notes.wall import wall_columns
from ui.wall.picture import WallPicture
from ui.world import World


class TalkCanvas(QObject):
    """What is worth keeping of what people say (``ui.kinds.canvas.Canvas``)."""

    def __init__(self, world: World, running: Running, parent: QWidget) -> None:
        """The notes of a run."""
        self.widget = QWidget(parent)
        super().__init__(self.widget)
        self._world, self._running = world, running
        manner = Manner(calm=True, gathers=False, empty="kinds.empty-talk")
        self.desk = Desk(world, running, manner, self.widget)
        self.desk.changed.connect(self.refresh)
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        self.widget.setFocusProxy(self.desk)
        self.refresh()

    def target(self) -> str:
        """The zone where Enter puts the next line."""
        return self.desk.target

    def target_name(self) -> str:
        """Its name; empty when there is only one."""
        return self.desk.target_name()

    def move_target(self, step: int) -> None:
        """To the next zone, or the one before."""
        self.desk.move_target(step)

    def go_to(self, target: str) -> None:
        """To this zone."""
        self.desk.go_to(target)

    def hint(self) -> str:
        """The line says enough."""
        return ""

    def completions(self, typed: str) -> list[str]:
        """Nothing: what people say is theirs."""
        return []

    def enter(self, text: str) -> None:
        """A note a line. Raises Trouble."""
        Talk().capture(self._world.library, self._running, self.target(), text)
        self.desk.see_last()

    def enter_strongly(self, text: str) -> None:
        """As Enter."""
        self.enter(text)

    def refresh(self) -> None:
        """Show the rows as they now are."""
        reader = self._world.library.reader
        if reader.find(Run, self._running.run.id) is None:
            return
        self._running = self.desk.running = running_of(reader, self._running.run.id)
        zones = zones_in(self._running, (told_in(self._world.words, self._running),))
        self.desk.show_notes(zones, arranged(reader, self._running.run.id), "none")


def picture(
    reader: Reader, catalogue: Catalogue, running: Running, zone: str, words: Words
) -> WallPicture:
    """The notes as they come, by zone where there are several."""
    lying = arranged(reader, running.run.id)
    return WallPicture(columns=wall_columns(reader, running, lying, dots=False))
