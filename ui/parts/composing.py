"""Text being composed by an input method is committed before anything reads its field.

While kana, hanzi or an accent are being composed, they stand in the field and are not yet its text.
Qt commits them when the focus goes elsewhere; many buttons and all shortcuts leave it where it is.
"""

from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow

from ui.parts.keycaps import ENTER

_PROPERTY = "composing"
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_MODIFIERS = frozenset(
    (Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_Shift, Qt.Key.Key_AltGr)
)


class Composing(QObject):
    """Follows what is composed in whatever has the focus, and commits it in time: before a click,
    before a key that is a command, before a screen or a window is left.

    It watches the window and the object that have the focus, and no other: a filter over the whole
    application would be asked at every event.
    """

    def __init__(self, application: QGuiApplication) -> None:
        """Of ``application``, from now on."""
        super().__init__(application)
        self._object: QObject | None = None
        self._window: QWindow | None = None
        self._composed = ""
        application.focusObjectChanged.connect(self._follow_object)
        application.focusWindowChanged.connect(self._follow_window)
        self._follow_object(QGuiApplication.focusObject())
        self._follow_window(QGuiApplication.focusWindow())

    def commit(self) -> None:
        """Make what is being composed text of its field."""
        if not self._composed:
            return
        QGuiApplication.inputMethod().commit()
        composed, self._composed = self._composed, ""
        if composed and self._object is not None:
            # This input method leaves it to the program.
            event = QInputMethodEvent()
            event.setCommitString(composed)
            with suppress(RuntimeError):  # the field is being deleted
                QCoreApplication.sendEvent(self._object, event)
            QGuiApplication.inputMethod().reset()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of what is composed; commit it before a click or a command."""
        kind = event.type()
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            if watched is self._object:
                self._composed = event.preeditString()
        elif self._composed and watched is self._window:
            command = isinstance(event, QKeyEvent) and _is_command(event)
            if command or kind in (QEvent.Type.MouseButtonPress, QEvent.Type.Close):
                self.commit()
        return False

    def _follow_object(self, focused: QObject | None) -> None:
        self.commit()
        self._watch(self._object, focused)
        self._object = focused

    def _follow_window(self, focused: QWindow | None) -> None:
        self._watch(self._window, focused)
        self._window = focused

    def _watch(self, before: QObject | None, focused: QObject | None) -> None:
        if before is not None:
            with suppress(RuntimeError):  # it is being deleted
                before.removeEventFilter(self)
        if focused is not None:
            focused.installEventFilter(self)


def follow_composing(application: QGuiApplication) -> None:
    """Commit what is composed in the windows of ``application``, from now on."""
    if _of(application) is None:
        application.setProperty(_PROPERTY, Composing(application))


def commit_composed() -> None:
    """Make what is being composed anywhere text of its field, as before fields are read."""
    application = QGuiApplication.instance()
    composing = _of(application) if application is not None else None
    if composing is not None:
        composing.commit()


def _of(application: QObject) -> Composing | None:
    # Not by looking for it among the children, which takes PySide up to 65 ms the first time.
    found = application.property(_PROPERTY)
    return found if isinstance(found, Composing) else None


def _is_command(event: QKeyEvent) -> bool:
    """Whether a key does something besides writing."""
    if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
        return False
    key = event.key()
    if key in _MODIFIERS:
        return False
    named = Qt.Key.Key_F1 <= key <= Qt.Key.Key_F35
    paged = key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
    leads_on = named or paged or key in ENTER or key == Qt.Key.Key_Escape
    return leads_on or bool(event.modifiers() & _COMMANDS)
