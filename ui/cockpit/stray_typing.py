"""Words go where the eye is: what is typed anywhere in the room, and no field claims, is typed in
the capture line."""

from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from ui.cockpit.capture_line import CaptureLine

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_ALTGR = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class StrayTyping(QObject):
    """Follows what has the keyboard in the window of the room, the menus opened there too.

    A widget claims a key as Qt has it, by accepting the ``ShortcutOverride`` that comes before it:
    fields do so of all that writes, notes of digits while dots are counted. Space, which begins no
    word, is left to what it presses or chooses. Escape, and a click on what takes none, give the
    keyboard back to the line.
    """

    def __init__(self, room: QWidget, line: CaptureLine) -> None:
        """Bring to ``line`` what is typed anywhere in the window of ``room``."""
        super().__init__(room)
        self._room, self._line = room, line
        self._followed: QWidget | None = None
        room.installEventFilter(self)
        self._menu: QMenu | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
            self._follow(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take to the line a key or a composed text that nobody claims."""
        kind = event.type()
        if watched is self._room:
            if kind == QEvent.Type.MouseButtonPress:  # on what takes no click
                self._line.setFocus()
            return False
        if kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() == Qt.FocusReason.PopupFocusReason:
                self._follow_menu(QApplication.activePopupWidget())
            return False
        if watched is self._line or not isinstance(watched, QWidget) or not self._line.isVisible():
            return False
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(watched, event)
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            return self._take_composed(watched, event)
        if kind == QEvent.Type.InputMethodQuery and not _is_field(watched):
            # Dead keys and input methods compose only where text is taken.
            QCoreApplication.sendEvent(self._line, event)
            return True
        return False

    def bring_back(self) -> None:
        """Give the keyboard to the line, unless somebody writes in a field."""
        focused = QApplication.focusWidget()
        if focused is None or (self._is_in_room(focused) and not _is_field(focused)):
            self._line.setFocus()

    def _take_key(self, widget: QWidget, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and widget is not self._menu:
            # Once whoever has the keyboard has done with Escape what it does there.
            QTimer.singleShot(0, self, self.bring_back)
            return False
        pasted = event.matches(QKeySequence.StandardKey.Paste)
        if not (pasted or _writes(event)) or _is_field(widget) or _claims(widget, event):
            return False
        if widget is self._menu:
            self._menu.close()
        self._line.setFocus()
        QCoreApplication.sendEvent(self._line, event)
        return True

    def _take_composed(self, widget: QWidget, event: QInputMethodEvent) -> bool:
        if _is_field(widget):
            return False
        QCoreApplication.sendEvent(self._line, event)
        if event.commitString():
            # Not before: an input method drops what is half composed when the focus changes.
            self._line.setFocus()
        return True

    def _follow(self, before: QWidget | None, focused: QWidget | None) -> None:
        if self._followed is not None:
            with suppress(RuntimeError):  # it is being deleted
                self._followed.removeEventFilter(self)
        self._followed = None
        if focused is None:
            # What had the keyboard is gone; or another window has it, and then nothing is done.
            QTimer.singleShot(0, self, self._take_over)
        elif self._is_in_room(focused):
            self._followed = focused
            focused.installEventFilter(self)

    def _take_over(self) -> None:
        if self._room.window().isActiveWindow() and QApplication.focusWidget() is None:
            self._line.setFocus()

    def _follow_menu(self, opened: QWidget | None) -> None:
        if isinstance(opened, QMenu) and opened is not self._menu:
            around = opened.parentWidget()
            if around is not None and self._is_in_room(around):
                self._menu = opened
                opened.destroyed.connect(self._forget_menu)
                opened.installEventFilter(self)

    def _forget_menu(self) -> None:
        self._menu = None

    def _is_in_room(self, widget: QWidget) -> bool:
        return widget.window() is self._room.window() and self._room.isVisible()


def _writes(event: QKeyEvent) -> bool:
    """Whether a key writes a letter, a digit or a sign."""
    held = event.modifiers() & _COMMANDS
    text = event.text()
    plain = held in (Qt.KeyboardModifier.NoModifier, _ALTGR)
    return plain and bool(text) and text.isprintable() and not text.isspace()


def _claims(widget: QWidget, event: QKeyEvent) -> bool:
    """Whether a widget says that it wants this key for itself."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text())
    asked.ignore()
    widget.event(asked)
    return asked.isAccepted()


def _is_field(widget: QWidget) -> bool:
    """Whether a widget takes letters: it is written in."""
    letter = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a")
    return _claims(widget, letter)
