"""The model and the view that short lists are made from."""

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole
"""The role under which a model gives the line itself."""


class PlainListLine(Protocol):
    """A line of a list."""

    @property
    def id(self) -> str:
        """What the line stands for; nothing for a heading."""

    @property
    def name(self) -> str:
        """Its words."""

    @property
    def whole(self) -> str:
        """The line as a sentence, for whoever does not see it."""


L = TypeVar("L", bound=PlainListLine)


class PlainListModel(QAbstractListModel, Generic[L]):
    """Lines by their ids; while these stay as they are, so do the selection and the place."""

    def __init__(self) -> None:
        """No lines yet."""
        super().__init__()
        self._lines: tuple[L, ...] = ()

    @property
    def lines(self) -> tuple[L, ...]:
        """What is listed."""
        return self._lines

    def set_lines(self, lines: Sequence[L]) -> None:
        """List other lines."""
        if [line.id for line in lines] == [line.id for line in self._lines]:
            self._lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def row_of(self, line: str) -> int | None:
        """The row of a line's id, if it is listed."""
        return next((row for row, one in enumerate(self._lines) if one.id == line), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """How many lines."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The name, the whole as a sentence, or the line itself."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.whole
        return line if role == LINE else None


class PlainListView(QListView):
    """A read-only list view without a frame, whose lines wrap to its width."""

    def __init__(self, name: str, model: QAbstractListModel) -> None:
        """The lines of ``model``, called ``name`` by screen readers."""
        super().__init__()
        self.setModel(model)
        self.setProperty("bare", True)
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def height_of_all(self) -> int:
        """The height that shows every line at the present width."""
        model, delegate, option = self.model(), self.itemDelegate(), QStyleOptionViewItem()
        rows = range(model.rowCount())
        return sum(delegate.sizeHint(option, model.index(row, 0)).height() for row in rows)
