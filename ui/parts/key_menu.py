"""A menu whose entries show their keys, and answer to them while it is open."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.words import Words
from ui.look.look import Look
from ui.parts.keycaps import key_text


class KeyMenu(QMenu):
    """What Qt leaves to whoever has the keyboard once a menu is closed works in the menu too."""

    def __init__(self, look: Look, words: Words, parent: QWidget) -> None:
        """An empty menu."""
        super().__init__(parent)
        self._words = words
        self._keys: list[tuple[str, QAction]] = []
        self.setFont(look.font("body"))

    def add(self, text: str, key: str, act: Callable[[], object]) -> QAction:
        """Add an entry; ``key`` is written as for QKeySequence ("Del", "Ctrl+G"), or empty."""
        shown = text.replace("&", "&&")
        action = QAction(f"{shown}\t{key_text(self._words, key)}" if key else shown, self)
        action.triggered.connect(lambda: act())
        self.addAction(action)
        if key:
            self._keys.append((key, action))
        return action

    def event(self, event: QEvent) -> bool:
        """Claim the keys that are shown."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._action_of(event) is not None:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key that is shown says."""
        action = self._action_of(event)
        if action is None:
            super().keyPressEvent(event)
        elif action.isEnabled():
            self.close()
            action.trigger()

    def _action_of(self, event: QKeyEvent) -> QAction | None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
        return next((one for key, one in self._keys if QKeySequence(key) == pressed), None)
