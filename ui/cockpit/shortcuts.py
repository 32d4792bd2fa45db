"""The cockpit's keys. While typing, every command has a modifier or is a function key."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind_shortcuts(widget: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Make each key do its action anywhere in ``widget``, the capture line included."""
    for key, action in keys.items():
        shortcut = QShortcut(QKeySequence(key), widget)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(action)
