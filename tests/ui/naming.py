"""What a person who does not see a window, or has no mouse, needs of it.

``nameless(window)`` lists the controls without an accessible name, ``rivals(window)`` the keys that
two things answer to at once (Qt then gives them to neither), ``filled(window)`` the filled buttons.
"""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)

_FIELDS_OWN = ("Ctrl+E", "Ctrl+U")
"""Keys that a line one types in keeps for itself on X11 (tried): no command may have them."""


def nameless(window: QWidget) -> list[str]:
    """Controls in sight, and whatever else takes the focus, without a name."""
    return [
        f"{type(widget).__name__} {widget.objectName()!r} has no accessible name"
        for widget in _parts(window)
        if _is_control(widget) and not _name(widget).strip()
    ]


def rivals(window: QWidget) -> list[str]:
    """Keys with two answers, or with none from within a field."""
    keys = Counter(
        shortcut.key().toString()
        for shortcut in window.findChildren(QShortcut)
        if shortcut.isEnabled() and _listens(shortcut, window)
    )
    kept = [f"{key} never leaves a field on X11" for key in keys if key in _FIELDS_OWN]
    return [f"{key} has {n} answers" for key, n in keys.items() if n > 1] + kept


def filled(window: QWidget) -> list[str]:
    """The filled buttons in sight, by their words."""
    return [
        widget.text()
        for widget in _parts(window)
        if isinstance(widget, QAbstractButton) and widget.property("role") == "primary"
    ]


def _parts(window: QWidget) -> list[QWidget]:
    return [
        one for one in window.findChildren(QWidget) if one.isVisible() and one.window() is window
    ]


def _is_control(widget: QWidget) -> bool:
    inside = widget.parentWidget()
    if widget.objectName().startswith("qt_") or isinstance(inside, QAbstractSpinBox | QComboBox):
        return False
    stops = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()
    return isinstance(widget, _CONTROLS) or (stops and not isinstance(widget, QScrollArea))


def _name(widget: QWidget) -> str:
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name)


def _listens(shortcut: QShortcut, window: QWidget) -> bool:
    parent = shortcut.parent()
    return (
        shortcut.context() == Qt.ShortcutContext.WindowShortcut
        and isinstance(parent, QWidget)
        and parent.isVisible()
        and parent.isEnabled()
        and parent.window() is window
    )
