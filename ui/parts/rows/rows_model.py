"""Entries as a table of cells, with an empty one behind the last, in which a new row begins.

Turned, a row stands from the top to the bottom, and the next one beside it.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.registers.run_rows import CellPlace
from app.words import Words
from ui.look.look import Look
from ui.look.text_styles import TextRole
from ui.look.themes import Tone

Index = QModelIndex | QPersistentModelIndex
HEAD: TextRole = "small-strong"
"""How the names of columns are set."""


class RowLine(msgspec.Struct, frozen=True):
    """A row in words, cell by cell; ``quiet`` where it was there before, ``remark`` what else
    whoever does not see it is told."""

    id: str
    cells: tuple[str, ...]
    quiet: bool = False
    remark: str = ""


class RowsModel(QAbstractTableModel):
    """Rows under columns, by the ids of both."""

    def __init__(
        self,
        look: Look,
        words: Words,
        columns: Sequence[tuple[str, str]],
        begins: str,
        parent: QObject,
        *,
        turned: bool = False,
    ) -> None:
        """No rows yet, but the one that begins where it says so; ``columns`` are ids with names."""
        super().__init__(parent)
        self._begins = begins
        self._look, self._words, self.turned = look, words, turned
        self.columns = tuple(columns)
        self._rows: tuple[RowLine, ...] = (self._beginning(),)

    @property
    def rows(self) -> tuple[RowLine, ...]:
        """The rows, the one that begins at the end."""
        return self._rows

    def set_rows(self, rows: Sequence[RowLine]) -> list[int]:
        """Show other rows; gives the places of those that say something else than before."""
        now, was = (*rows, self._beginning()), self._rows
        ids, before, at = [one.id for one in now], [one.id for one in was], len(was) - 1
        if ids == before:
            self._rows = now
            return self._tell(was)
        if ids[:at] == before[:at] and len(ids) == len(before) + 1:
            (self.beginInsertColumns if self.turned else self.beginInsertRows)(
                QModelIndex(), at, at
            )
            self._rows = now
            (self.endInsertColumns if self.turned else self.endInsertRows)()
            return [*self._tell(was[:at]), at]
        self.beginResetModel()
        self._rows = now
        self.endResetModel()
        return list(range(len(now)))

    def place_of(self, index: Index) -> CellPlace:
        """The cell at an index."""
        row, column = self._cell(index)
        return CellPlace(self._rows[row].id, self.columns[column][0])

    def index_of(self, place: CellPlace) -> QModelIndex:
        """Where a cell stands; no index for one that is not there."""
        ids = [one.id for one in self._rows]
        columns = [one for one, _ in self.columns]
        if place.entry not in ids or place.column not in columns:
            return QModelIndex()
        row, column = ids.index(place.entry), columns.index(place.column)
        return self.index(column, row) if self.turned else self.index(row, column)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines of cells there are from the top."""
        return 0 if parent.isValid() else len(self.columns if self.turned else self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many stand beside one another."""
        return 0 if parent.isValid() else len(self._rows if self.turned else self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be chosen; of the row that begins, the first alone. What stands is changed."""
        row, column = self._cell(index)
        begins = not self._rows[row].id
        if begins and column:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if begins else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, what whoever does not see it hears, its colour."""
        row, column = self._cell(index)
        line = self._rows[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.cells[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line, column)
        return None

    def style_of(self, index: Index) -> tuple[TextRole, Tone]:
        """How the words of a cell are set: what a row is about is strong, what was there before
        is quieter."""
        row, column = self._cell(index)
        line = self._rows[row]
        quiet = line.quiet or not line.id
        return "body" if column or quiet else "strong", "mute" if quiet else "plain"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role == Qt.ItemDataRole.FontRole:
            return self._look.font(HEAD)
        names = Qt.Orientation.Vertical if self.turned else Qt.Orientation.Horizontal
        if orientation != names or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.columns[section][1]
        return None

    def _cell(self, index: Index) -> tuple[int, int]:
        """The row and the column of the cell at an index, however the table stands."""
        return (index.column(), index.row()) if self.turned else (index.row(), index.column())

    def _spoken(self, line: RowLine, column: int) -> str:
        name, text = self.columns[column][1], line.cells[column]
        key = "rows.cell" if text else "rows.cell-empty"
        spoken = self._words(key, column=name, text=text)
        return f"{spoken}. {line.remark}" if line.remark else spoken

    def _beginning(self) -> RowLine:
        """The row that begins where something is typed."""
        return RowLine("", (self._begins, *[""] * (len(self.columns) - 1)))

    def _tell(self, was: Sequence[RowLine]) -> list[int]:
        """Tell which rows say something else than they did."""
        changed = [at for at, one in enumerate(was) if one != self._rows[at]]
        last = len(self.columns) - 1
        for at in changed:
            ends = ((0, at), (last, at)) if self.turned else ((at, 0), (at, last))
            self.dataChanged.emit(*(self.index(*one) for one in ends))
        return changed
