"""Offers the names that hold what is typed, whatever the case, accents and joined letters."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter

from app.folding import fold

_FOLDED = Qt.ItemDataRole.UserRole


class NameCompleter(QCompleter):
    """Completes a line by one of several names, in the order in which they are given."""

    def __init__(self, names: Iterable[str], parent: QObject) -> None:
        """``parent`` is the line, or whatever holds it."""
        model = QStandardItemModel(parent)
        for name in names:
            item = QStandardItem(name)
            item.setData(fold(name), _FOLDED)
            model.appendRow(item)
        super().__init__(model, parent)
        self.setCompletionRole(_FOLDED)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        """What is looked for when this was typed."""
        return [fold(path)]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """What is put into the line: the name as it is written."""
        return str(index.data())
