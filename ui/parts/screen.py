"""What every screen is: a title, and a picture of the library that is drawn anew when stale."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from app.library.journal import Change, Scope


class Screen(QWidget):
    """A screen of the window.

    The window tells every screen of every change. One that it touches is drawn anew at once when
    the screen is visible, or else when it is next shown; no screen tells another anything.
    """

    title_changed = Signal(str)

    says_gone = False
    """Whether it says itself that what it shows was deleted; else the window leaves it."""

    def __init__(self, title: str = "") -> None:
        """A screen that has never been drawn: it is when first shown."""
        super().__init__()
        self._stale = True
        self._title = ""
        self.set_title(title)

    @property
    def title(self) -> str:
        """What the window and screen readers call this screen."""
        return self._title

    def set_title(self, title: str) -> None:
        """Call the screen otherwise."""
        if title != self._title:
            self._title = title
            self.setAccessibleName(title)
            self.title_changed.emit(title)

    @property
    def stale(self) -> bool:
        """Whether the screen shows an older library than there is."""
        return self._stale

    def touches(self, change: Change) -> bool:
        """Whether the change alters what this screen shows; every change does, unless a screen
        knows better."""
        return True

    def scope(self) -> Scope:
        """What Ctrl+Z on this screen may undo: the whole library's own changes, unless a screen
        belongs to a community or a workshop."""
        return Scope()

    def keys_told(self) -> Mapping[str, str]:
        """Words for the keys of this screen that no button shows, for the page of keys."""
        return {}

    def reads(self) -> str:
        """The key of the page that is read beside this screen: the one that fits what it shows."""
        return ""

    def may_leave(self) -> bool:
        """Whether nothing would be lost if the screen went away now.

        What is typed in fields is the autosaves' to keep (``ui.parts.autosave``); a screen's own
        is what is kept only by leaving. Trouble is said where it is met.
        """
        return True

    def leave(self) -> None:
        """Put away what the screen opened besides itself; called once, before it is gone."""

    def refresh(self) -> None:
        """Draw the library as it is now. Each screen has its own."""
        raise NotImplementedError

    def library_changed(self, change: Change) -> None:
        """Hear of a change: draw anew at once, or remember to. What is half typed draws nothing."""
        if change.tables != {"draft"} and self.touches(change):
            self.mark_stale()

    def mark_stale(self) -> None:
        """Draw anew at once when visible, or else when next shown."""
        self._stale = True
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw anew what went stale while hidden."""
        if self._stale:
            self._draw()
        super().showEvent(event)

    def _draw(self) -> None:
        # Before the drawing, so that a change made meanwhile is not forgotten.
        self._stale = False
        self.refresh()


def give_back_keyboard(widget: QWidget) -> None:
    """Give the keyboard to the screen around a widget, which hands it on; in the room, to the line.

    Qt gives it to whatever comes next in the order of Tab, and the next letters would change that.
    """
    screen: QWidget | None = widget
    while screen is not None and not isinstance(screen, Screen):
        screen = screen.parentWidget()
    if screen is not None:
        screen.setFocus()
