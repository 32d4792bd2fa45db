"""The screen of a workshop under way, which the window keeps while others are looked at."""

from typing import Literal

import msgspec
from PySide6.QtCore import Signal

from ui.look.themes import Tone
from ui.parts.screen import Screen

Shown = Literal["room", "closing", "other"]
"""What the window shows: the room itself, where it reads everything back, or another screen."""


class UnderWay(msgspec.Struct, frozen=True):
    """A workshop under way: its id and its community's, the title of the block that the room is
    in, and how the day runs, in words and in a tone."""

    workshop: str
    community: str
    block: str
    pace: str
    tone: Tone


class RoomScreen(Screen):
    """The screen of a workshop under way.

    It goes on while another screen is shown: its clock, its wall, what is half typed in it.
    """

    under_way_changed = Signal()

    def under_way(self) -> UnderWay | None:
        """How the workshop stands; None when it is not under way, or not any more."""
        raise NotImplementedError

    def memento(self) -> object:
        """What only the room itself knows, for :meth:`restore`."""
        raise NotImplementedError

    def restore(self, memento: object) -> None:
        """Go on as the same room did, in a window that was replaced by this one."""
        raise NotImplementedError

    def take_turn(self, shown: Shown) -> None:
        """Hear what the window shows now."""
        raise NotImplementedError
