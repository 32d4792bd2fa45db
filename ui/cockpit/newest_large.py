"""Each new note large on the wall for some seconds, where the facilitator wants that."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QTimer

from app.library.audience import readable
from app.library.journal import Change
from app.library.rows import Note
from app.workshop.running import Place, place_of
from ui.wall.wall_control import WallControl
from ui.wall.wall_view import LargeView
from ui.world import World

LASTS = 6000
"""Milliseconds for which a note is large."""
AFTER = 60
"""Milliseconds after which the wall follows: the facilitator's own note comes first."""


class NewestLarge(QObject):
    """Listens for notes that come, and shows the last one alone while nothing else is wanted.

    A wall that is frozen or blank, or shows something in the room's place, is left as it is.
    """

    def __init__(
        self,
        world: World,
        workshop: str,
        wall: WallControl,
        alone: Callable[[Place, str], LargeView],
        lasts: QTimer,
    ) -> None:
        """In the room of ``workshop`` (its id). ``alone`` gives the view of one note (its id);
        ``lasts`` tells when it was large for long enough."""
        super().__init__(lasts.parent())
        self._world, self._workshop, self._wall, self._alone = world, workshop, wall, alone
        self._shown: LargeView | None = None
        self._come: list[str] = []
        self.lasts = lasts
        lasts.setSingleShot(True)
        lasts.setInterval(LASTS)
        lasts.timeout.connect(self._give_way)
        self.follow = QTimer(self)
        self.follow.setSingleShot(True)
        self.follow.setInterval(AFTER)
        self.follow.timeout.connect(self._show)
        self.stop: Callable[[], None] = world.library.subscribe(self._hear)

    @property
    def on(self) -> bool:
        """Whether new notes are large in this room."""
        return self._world.settings.newest == self._workshop

    def toggle(self) -> None:
        """Show them so from now on, or no more; that is remembered for this workshop."""
        wanted = "" if self.on else self._workshop
        self._world.keep_settings(msgspec.structs.replace(self._world.settings, newest=wanted))
        if not wanted:
            self.lasts.stop()
            self._give_way()
        said = "wall.newest-on" if wanted else "wall.newest-off"
        self._world.notice.say(self._world.words(said))

    def _hear(self, change: Change) -> None:
        # What comes back by undo is not new.
        if self.on and change.label == "note-add" and change.undoes is None:
            self._come = [row for table, row in change.rows if table == "note"]
            self.follow.start()

    def _show(self) -> None:
        """Show the last of those that came, if the room may read it and looks at its notes."""
        reader, come = self._world.library.reader, self._come
        self._come = []
        place = place_of(reader, self._workshop)
        wall = self._wall
        free = wall.shows == "room" or wall.state().view is self._shown
        if place is None or not come or wall.frozen or wall.blank or not free:
            return
        run = place.running.run.id
        marks = ", ".join("?" * len(come))
        found = readable(reader, "room", Note, f"id IN ({marks}) AND run = ?", *come, run)
        newest = max((note.id for note in found), default="")
        view = self._alone(place, newest)
        if newest == max(come) and wall.show_view(view):
            self._shown = view
            self.lasts.start()

    def _give_way(self) -> None:
        """The room's picture again, unless something else is shown meanwhile."""
        shown, self._shown = self._shown, None
        if shown is not None and self._wall.state().view is shown:
            self._wall.show_room()
