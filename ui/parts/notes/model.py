"""What a view of notes shows: notes and the titles of their groups, as a model of one column."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.colours import NoteColour
from app.words import Words
from ui.parts.equal_items import equal_first, equal_last

Index = QModelIndex | QPersistentModelIndex

DotsMode = Literal["none", "counting", "shown"]
"""Whether dots are left out, counted with a stepper on each note, or shown as they were given."""


class NoteItem(msgspec.Struct, frozen=True):
    """A note, or the ``title`` of a group; ``group`` is the id of the group it is in, if any.

    A title's id is its group's, and its notes follow it. ``kept`` marks a note with a tick,
    ``late`` one that came after the dots were given out. On a ground it lies at ``x`` and ``y``,
    in thousandths, which ``place`` says in words. ``mark`` says in small words what else it bears.
    """

    id: str
    text: str
    colour: NoteColour = "yellow"
    group: str = ""
    title: bool = False
    dots: int = 0
    kept: bool = False
    late: bool = False
    x: int | None = None
    y: int | None = None
    place: str = ""
    mark: str = ""


class Kept(msgspec.Struct, frozen=True):
    """How many items at the beginning and at the end are equal to those shown before."""

    begin: int
    end: int


class NotesModel(QAbstractListModel):
    """The items of one view. Rows that stay keep their place in selections."""

    def __init__(self, words: Words) -> None:
        """No items yet."""
        super().__init__()
        self._words = words
        self.items: tuple[NoteItem, ...] = ()
        self.dots: DotsMode = "none"
        self._rows: dict[str, int] | None = {}

    def set_items(self, items: Sequence[NoteItem], dots: DotsMode = "none") -> Kept:
        """Show other items, told as the rows that went and came, not as a new beginning."""
        before, after = self.items, tuple(items)
        kept = _kept(before, after) if dots == self.dots else Kept(0, 0)
        self.dots = dots
        begin, end = _same_ids(before, after, kept)
        gone = len(before) - begin - end
        come = len(after) - begin - end
        if gone:
            self.beginRemoveRows(QModelIndex(), begin, begin + gone - 1)
            self._hold(before[:begin] + before[begin + gone :])
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), begin, begin + come - 1)
            self._hold(after)
            self.endInsertRows()
        self._hold(after)
        if kept.begin + kept.end < begin + end:
            # Some that stay say something else now.
            self.dataChanged.emit(self.index(kept.begin), self.index(len(after) - kept.end - 1))
        return kept

    def row_of(self, item: str) -> int:
        """The row of an item by its id, or -1."""
        if self._rows is None:
            self._rows = {one.id: row for row, one in enumerate(self.items)}
        return self._rows.get(item, -1)

    def _hold(self, items: tuple[NoteItem, ...]) -> None:
        self.items, self._rows = items, None

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
        """The text; for screen readers the group and the dots as well."""
        if not index.isValid() or index.row() >= len(self.items):
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return item.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._spoken(item))
        return None

    def _spoken(self, item: NoteItem) -> Iterable[str]:
        yield self._spoken_group(item.text) if item.title else item.text
        if self.dots != "none" and (item.dots or self.dots == "counting"):
            yield self._words("parts.dots", n=item.dots)
        if item.place:
            yield item.place
        if item.kept:
            yield self._words("kinds.kept")
        if item.mark:
            yield item.mark
        if item.late:
            yield self._words("kinds.late")
        if item.group and not item.title:
            row = self.row_of(item.group)
            if row >= 0:
                yield self._spoken_group(self.items[row].text)

    def _spoken_group(self, title: str) -> str:
        return self._words("kinds.group", title=title) if title else self._words("kinds.unnamed")


def _kept(before: Sequence[NoteItem], after: Sequence[NoteItem]) -> Kept:
    """How many items at either end are equal."""
    begin = equal_first(before, after)
    most = min(len(before), len(after))
    return Kept(begin, min(most - begin, equal_last(before, after)))


def _same_ids(before: Sequence[NoteItem], after: Sequence[NoteItem], kept: Kept) -> tuple[int, int]:
    """How many items at either end are the same ones, whatever they say; ``kept`` at least."""
    most = min(len(before), len(after))
    begin, end = kept.begin, kept.end
    while begin < most - end and before[begin].id == after[begin].id:
        begin += 1
    while end < most - begin and before[-1 - end].id == after[-1 - end].id:
        end += 1
    return begin, end
