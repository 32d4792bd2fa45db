"""Where a library is only read, nothing looks as if it could be changed.

Every button, field and list is turned off as it comes into sight, unless :func:`for_reading` was
said of it or of what it stands in: what leads somewhere, finds, shows or exports. So a screen that
nobody thought of is safe.
"""

from typing import TypeVar

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

W = TypeVar("W", bound=QWidget)

_READS = "reads"
_SEEN = (QEvent.Type.Show, QEvent.Type.EnabledChange, QEvent.Type.ReadOnlyChange)


def for_reading(widget: W, *, reads: bool = True) -> W:
    """Say that a widget, with all that stands in it, changes nothing; gives it back.

    ``reads`` false says the contrary of a part of it.
    """
    widget.setProperty(_READS, reads)
    return widget


def changes_nothing(widget: QWidget) -> bool:
    """Whether that was said of a widget, or of the nearest around it of which anything was said."""
    at: QObject | None = widget
    while at is not None:
        said = at.property(_READS)
        if said is not None:
            return bool(said)
        at = at.parent()
    return False


class OnlyReading(QObject):
    """An event filter for the whole application; to be installed where a library is only read."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn off what comes into sight, or was turned on by its screen."""
        if event.type() in _SEEN and isinstance(watched, QWidget):
            _turn_off(watched)
        return False


def _turn_off(widget: QWidget) -> None:
    # A view's own parts follow it.
    if not isinstance(widget, _CHANGING) or changes_nothing(widget):
        return
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        if not widget.isReadOnly():
            widget.setReadOnly(True)
    elif isinstance(widget, QAbstractItemView):
        widget.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        widget.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
    elif isinstance(widget, QMenu):
        for action in widget.actions():
            action.setEnabled(False)
    elif widget.isEnabled():
        widget.setEnabled(False)


_CHANGING = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
)
