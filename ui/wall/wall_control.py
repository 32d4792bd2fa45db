"""What the cockpit may ask of the wall, wherever that stands."""

from typing import Literal, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from ui.wall.wall_view import Shows, WallState, WallView

Glance = Literal["shown", "one-page", "too-many"]
"""Whether all notes are seen on one page; where they are not, why not."""


class WallControl(Protocol):
    """The room's screen as the facilitator handles it.

    It shows by itself, as one more subscriber of the library; these are only the switches.
    """

    changed: SignalInstance
    """Something about the wall is other than before: its monitor, frozen, blank, what it
    shows."""

    @property
    def monitor(self) -> str:
        """The name of the monitor the wall is on; empty when it is not shown."""

    @property
    def frozen(self) -> bool:
        """Whether the wall holds its picture."""

    @property
    def blank(self) -> bool:
        """Whether the wall shows nothing."""

    @property
    def hides(self) -> bool:
        """Whether the wall says only how many notes there are, until they are revealed."""

    @property
    def shows(self) -> Shows:
        """What the wall shows, blank or not: the room's picture, or something in its place."""

    def show_view(self, view: WallView) -> bool:
        """Show something in the place of the room's picture, neither frozen nor blank. False, and
        nothing is changed, where the room may see nothing of it."""

    def lend(self, view: WallView) -> None:
        """Show something until ``give_back``, frozen or not; a wall that is blank stays blank."""

    def give_back(self) -> None:
        """Show what was shown before the wall was lent, frozen and blank as it was."""

    def state(self) -> WallState:
        """How it is now."""

    def restore(self, state: WallState) -> None:
        """Be again as it was; a view whose time is over since is not shown."""

    def show_room(self) -> None:
        """Show the room's own picture again."""

    def toggle_freeze(self) -> None:
        """Hold the picture, or let it follow again."""

    def toggle_blank(self) -> None:
        """Show nothing, or show again."""

    def turn(self, by: int) -> None:
        """To the wall's next page (1) or the one before (-1)."""

    def glance(self) -> Glance:
        """To the page with all notes, or from there back to the page before."""

    def choose(self, parent: QWidget) -> None:
        """Let the person choose a monitor by name, or none; says how to extend the desktop."""

    def preview(self) -> QWidget:
        """A small live copy of the wall for the cockpit's side column."""

    def close(self) -> None:
        """Take the wall down."""
