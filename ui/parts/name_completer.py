"""Offers names while one types, and lets Enter take the only one: in every line that takes a name.

The last line of the list is what was typed, as it was typed: so somebody new may bear a name that
begins another. Escape puts the list away, and Enter then takes the line as it stands.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit

from app.folding import fold
from app.words import Words
from ui.parts.keycaps import ENTER

_TAKEN = Qt.ItemDataRole.UserRole
"""What a line of the list puts into the field."""


class NameCompleter(QCompleter):
    """Completes a line by names, in the order in which they are given."""

    offers_changed = Signal()
    """Enter may take something else now: ``only``."""

    def __init__(self, words: Words, line: QLineEdit, find: Callable[[str], Sequence[str]]) -> None:
        """``find`` gives the names for what was typed in ``line``; it has sieved them already."""
        self._rows = QStandardItemModel(line)
        super().__init__(self._rows, line)
        self._words, self._line, self._find = words, line, find
        self._only, self._listed = "", False
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        line.textEdited.connect(self._offer)
        line.setCompleter(self)

    @property
    def only(self) -> str:
        """The one name that is offered and that Enter takes; empty where there is none."""
        return self._only if self._open() and not self._chosen() else ""

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What is put into the line: the name as it is written, or what was typed."""
        return str(index.data(_TAKEN))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the only name, wherever the machine brings the key; then the line has it."""
        if event.type() == QEvent.Type.Hide and watched is not self._line:
            self.offers_changed.emit()
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if not self._open():
            return super().eventFilter(watched, event)
        if event.key() == Qt.Key.Key_Escape:
            # Here, because a line may have an Escape of its own: the first puts the list away.
            self._put_away()
            return True
        if event.key() not in ENTER:
            return super().eventFilter(watched, event)
        only = self.only
        if only:
            self._line.setText(only)
        if watched is self._line:
            # Not at once: the list may be what hands this key on.
            QTimer.singleShot(0, self, self._put_away)
            return False
        self._put_away()
        QCoreApplication.sendEvent(self._line, event)
        return True

    def _offer(self, typed: str) -> None:
        """List the names for what was typed; the line shows them next."""
        names = list(self._find(typed)) if typed.strip() else []
        self._rows.clear()
        for name in names:
            self._add(name, name)
        exact = any(fold(name) == fold(typed) for name in names)
        if names and not exact:
            self._add(self._words("parts.names.as-typed", name=typed.strip()), typed)
        self._only = names[0] if len(names) == 1 else ""
        if not names:
            self._put_away()
        self._listed = self._listed or bool(names)
        QTimer.singleShot(0, self, self.offers_changed.emit)

    def _add(self, shown: str, taken: str) -> None:
        item = QStandardItem(shown)
        item.setData(taken, _TAKEN)
        self._rows.appendRow(item)

    def _list(self) -> QAbstractItemView | None:
        """The list; None as long as nothing was offered, because asking for it makes it."""
        return self.popup() if self._listed else None

    def _open(self) -> bool:
        listed = self._list()
        return listed is not None and listed.isVisible()

    def _chosen(self) -> bool:
        listed = self._list()
        return listed is not None and listed.selectionModel().hasSelection()

    def _put_away(self) -> None:
        listed = self._list()
        if listed is not None:
            listed.hide()
