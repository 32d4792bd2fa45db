"""A rehearsal: a workshop played in a copy of the library, which is thrown away with its window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from app.library.library import Library
from app.library.rows import Workshop
from app.library.throwaway import Throwaway
from app.library.trouble import Trouble
from app.moment import Moment
from app.workshop.starting import hold_now
from ui.attempt import attempt
from ui.parts.buttons import KeyButton
from ui.parts.deletion import delete_later
from ui.parts.reading import for_reading
from ui.window import Window

END = "Ctrl+W"
"""The key that ends a rehearsal."""


class Rehearsal(QObject):
    """One rehearsal, in a window that says so above every screen."""

    def __init__(
        self,
        library: Library,
        workshop: str,
        moment: Moment,
        open_copy: Callable[[Path, Moment], Library],
        open_window: Callable[[Library], Window],
    ) -> None:
        """Begin a workshop of ``library`` in a copy, as if it were held now. Raises Trouble."""
        super().__init__()
        self._copy = Throwaway(library.path)
        self._library: Library | None = None
        window: Window | None = None
        try:
            copy = self._library = open_copy(self._copy.path, moment)
            hold_now(copy, copy.reader.row(Workshop, workshop))
            window = self.window = open_window(copy)
            self._tell()
            window.cockpit(workshop)
        except BaseException:
            if window is not None:
                window.close_now()
                delete_later(window)
            self._throw_away()
            raise
        window.closed.connect(self._end)

    def _tell(self) -> None:
        """Say above every screen what this is, and how it is ended."""
        world = self.window.world
        if world is not None:
            end = for_reading(
                KeyButton(world.look, world.words, world.words("room.end-rehearsal"), END)
            )
            end.clicked.connect(self.window.close_now)
            self.window.stand(world.words("room.rehearsal"), end)

    @property
    def over(self) -> bool:
        """Whether it was ended."""
        return self._library is None

    def close(self) -> None:
        """End it, if it is not over: nothing of it is left."""
        if not self.over:
            self.window.close_now()
            self._throw_away()

    def _end(self) -> None:
        delete_later(self.window)
        # After the event that closed the window: it may still look at its library.
        QTimer.singleShot(0, self, self._throw_away)

    def _throw_away(self) -> None:
        if self._library is not None:
            self._library.close()
            self._library = None
        self._copy.throw_away()


def rehearse(
    before: Rehearsal | None,
    window: Window,
    workshop: str,
    open_copy: Callable[[Path, Moment], Library],
    open_window: Callable[[Library], Window],
) -> Rehearsal | None:
    """Begin a rehearsal over ``window``, or go to the one that is not over; says why there is none
    where the copy cannot be made, or a room is open: there is one projector, and it is taken."""
    world = window.world
    if before is not None and not before.over:
        before.window.activateWindow()
        return before
    begun: list[Rehearsal] = []
    if world is not None:
        library, moment = world.library, world.moment

        def begin() -> None:
            if window.room is not None:
                raise Trouble("rehearsal-room-open")
            begun.append(Rehearsal(library, workshop, moment, open_copy, open_window))

        attempt(world, begin)
    for one in begun:
        one.window.setGeometry(window.geometry())
        one.window.show()
        return one
    return None
