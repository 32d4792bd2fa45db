"""What a view of notes shows: notes and the titles of their groups, as a model of one column."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.colours import NoteColour
from app.words import Words

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole

DotsMode = Literal["none", "counting", "shown"]
"""Whether dots are left out, counted with a stepper on each note, or shown as they were given."""


class NoteItem(msgspec.Struct, frozen=True):
    """A note, or the ``title`` of a group; ``group`` is the id of the group it lies in, if any.

    A title's id is its group's, and its notes follow it. ``kept`` marks a note with a tick.
    """

    id: str
    text: str
    colour: NoteColour = "yellow"
    group: str = ""
    title: bool = False
    dots: int = 0
    kept: bool = False


class NotesModel(QAbstractListModel):
    """The items of one view. Rows that stay keep their place in selections."""

    def __init__(self, words: Words) -> None:
        """No items yet."""
        super().__init__()
        self._words = words
        self.items: tuple[NoteItem, ...] = ()
        self.dots: DotsMode = "none"

    def set_items(self, items: Sequence[NoteItem], dots: DotsMode = "none") -> None:
        """Show other items, told as the rows that went and came, not as a new beginning."""
        after = tuple(items)
        self.dots = dots
        begin, end = _alike(self.items, after)
        gone = len(self.items) - begin - end
        come = len(after) - begin - end
        if gone:
            self.beginRemoveRows(QModelIndex(), begin, begin + gone - 1)
            self.items = self.items[:begin] + self.items[begin + gone :]
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), begin, begin + come - 1)
            self.items = after
            self.endInsertRows()
        self.items = after
        if after:
            self.dataChanged.emit(self.index(0), self.index(len(after) - 1))

    def row_of(self, item: str) -> int:
        """The row of an item by its id, or -1."""
        return next((row for row, one in enumerate(self.items) if one.id == item), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """How many items."""
        return 0 if parent.isValid() else len(self.items)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Notes and titles can be chosen and dragged."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The text; for screen readers the group and the dots as well; or the item itself."""
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._told(item))
        return item if role == ITEM else None

    def _told(self, item: NoteItem) -> Iterable[str]:
        yield self._words("kinds.group", title=item.text) if item.title else item.text
        if self.dots != "none" and (item.dots or self.dots == "counting"):
            yield self._words("parts.dots", n=item.dots)
        if item.group and not item.title:
            title = next((one.text for one in self.items if one.id == item.group), "")
            if title:
                yield self._words("kinds.group", title=title)


def _alike(before: Sequence[NoteItem], after: Sequence[NoteItem]) -> tuple[int, int]:
    """How many items are the same ones at the beginning, and then at the end."""
    most = min(len(before), len(after))
    begin = 0
    while begin < most and before[begin].id == after[begin].id:
        begin += 1
    end = 0
    while end < most - begin and before[-1 - end].id == after[-1 - end].id:
        end += 1
    return begin, end
