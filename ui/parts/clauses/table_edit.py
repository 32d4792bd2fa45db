"""A table edited in place: simple rows of cells; Enter goes on, and adds a row at the end."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.charter.clauses import table_text
from app.pasted_cells import MOST_ACROSS, Pasted
from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import IconButton
from ui.parts.cell_rows import CellRows, Column
from ui.parts.clipboard import read_mime
from ui.parts.deletion import delete_later
from ui.parts.inline_edit import InlineEdit
from ui.parts.keycaps import ENTER
from ui.parts.window_bar import say_cut

MOST_CELLS = 120
"""Cells laid in at once: each is a field, and the window stands still until all are made."""

_USUAL = 18
"""Letters in a cell of usual length."""

_MOVES: Mapping[Qt.Key, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def shares_of(rows: Sequence[Sequence[str]], wide: int) -> list[int]:
    """How the width is shared among columns: by how much is said in them, within reason."""
    found = []
    for column in range(wide):
        lengths = [len(row[column]) for row in rows if column < len(row) and row[column]]
        mean = sum(lengths) / len(lengths) if lengths else _USUAL
        found.append(max(2, min(6, round(mean / _USUAL * 3))))
    return found


class CellEdit(InlineEdit):
    """One cell: a few words that wrap, never two lines."""

    onward = Signal()
    """Enter."""
    moved = Signal(int)
    """Alt with an arrow: the row is to move."""
    spilled = Signal(object)
    """Rows were pasted here: a table, or a column of cells."""

    def __init__(self, look: Look) -> None:
        """An empty cell."""
        super().__init__(look, "body", underlined=True)

    def paragraph_gap(self) -> int:
        """No pixels: a cell is one paragraph."""
        return 0

    def heightForWidth(self, width: int) -> int:
        """The height of the text in ``width`` pixels, with the line drawn below it."""
        return super().heightForWidth(width) + self._look.px(3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; Alt with an arrow moves the row."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key in ENTER and modifiers in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        ):
            self.onward.emit()
        elif modifiers == Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.moved.emit(_MOVES[key])
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """A pasted table spills over the cells, and lines down the column; else it is text."""
        pasted = read_mime(source)
        if pasted.single:
            super().insertFromMimeData(source)
        else:
            self.spilled.emit(pasted)

    def pasted(self, text: str) -> str:
        """Pasted text on one line, as a cell is."""
        return " ".join(text.split())


class TableEdit(QWidget):
    """Rows of cells under the section's columns. Speaks as a text: a row a line, tabs between."""

    edited = Signal()
    entered = Signal()
    left = Signal()
    emptied = Signal()
    edge_left = Signal(int)
    cursor_moved = Signal(QRect)

    def __init__(self, look: Look, words: Words, columns: Sequence[str]) -> None:
        """One empty row under ``columns``, the words of their heads."""
        super().__init__()
        self._look, self._words = look, words
        self._heads = tuple(columns) or ("",)
        self._cells: list[list[CellEdit]] = []
        self._inside = False
        self._row_meant = 0
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)
        self._rows: CellRows | None = None
        self.set_text("")
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    # What it says

    def text(self) -> str:
        """The rows, a line each; empty rows are left out."""
        return table_text(self._texts(), len(self._heads))

    def halves(self) -> tuple[str, str]:
        """The rows above the one written in last, and that one with those below."""
        texts, known = self._texts(), len(self._heads)
        at = self._row_meant if self._row_meant < len(texts) else 0
        return table_text(texts[:at], known), table_text(texts[at:], known)

    def set_text(self, text: str) -> None:
        """Show other rows."""
        at = self._cursor_place()
        lines = [line.split("\t") for line in text.split("\n") if line.strip()]
        self._build(lines or [[]])
        if at is not None:
            # It may have fewer rows than it had: what changed it came from elsewhere.
            self._focus_cell(min(at[0], len(self._cells) - 1), at[1])

    def rows_shown(self) -> list[list[CellEdit]]:
        """The cells, row by row."""
        return self._cells

    def begin(self, *, at_end: bool = False) -> None:
        """Take the focus in the first cell, or in the first of the last row."""
        self._focus_cell(len(self._cells) - 1 if at_end else 0, 0)

    def setAccessibleName(self, name: str) -> None:
        """Name the table, and each cell after its column."""
        super().setAccessibleName(name)
        self._name_cells()

    # Rows

    def add_row(self, after: int) -> None:
        """Put an empty row after another, and begin in it."""
        texts = self._texts()
        texts.insert(after + 1, [])
        self._build(texts)
        self._focus_cell(after + 1, 0)

    def remove_row(self, row: int) -> None:
        """Take a row away; the last one is emptied instead."""
        texts = self._texts()
        del texts[row]
        self._build(texts or [[]])
        self._focus_cell(min(row, len(self._cells) - 1), 0)
        self.edited.emit()

    def move_row(self, row: int, by: int, column: int = 0) -> None:
        """Move a row up (-1) or down (1)."""
        to = row + by
        texts = self._texts()
        if 0 <= to < len(texts):
            texts[row], texts[to] = texts[to], texts[row]
            self._build(texts)
            self._focus_cell(to, column)
            self.edited.emit()

    def _texts(self) -> list[list[str]]:
        return [[cell.text() for cell in row] for row in self._cells]

    def _build(self, texts: Sequence[Sequence[str]]) -> None:
        """Make the rows anew; the cells of a wider text than the heads are kept."""
        wide = max(len(self._heads), *(len(row) for row in texts))
        heads = (*self._heads, *("" for _ in range(wide - len(self._heads))))
        shares = shares_of(texts, wide)
        columns = [Column(share, head=head) for share, head in zip(shares, heads, strict=True)]
        rows = CellRows(self._look, [*columns, Column(share=0)], lines=True)
        self._cells = []
        for number, texted in enumerate(texts):
            cells = [
                self._cell(number, column, texted[column] if column < len(texted) else "")
                for column in range(wide)
            ]
            self._cells.append(cells)
            remove = IconButton(
                self._look, "close", self._words("parts.table.remove-row", n=number + 1)
            )
            remove.clicked.connect(lambda _=False, at=number: self.remove_row(at))
            rows.add(*cells, remove)
        old = self._rows
        self._rows = rows
        self._place.addWidget(rows)
        if old is not None:
            old.hide()
            self._place.removeWidget(old)
            delete_later(old)
        self._name_cells()
        self.setFocusProxy(self._cells[0][0])
        self.updateGeometry()

    def _cell(self, row: int, column: int, text: str) -> CellEdit:
        cell = CellEdit(self._look)
        cell.set_text(text)
        cell.edited.connect(self.edited)
        cell.onward.connect(lambda: self._go_on(row, column))
        cell.moved.connect(lambda by: self.move_row(row, by, column))
        cell.spilled.connect(lambda pasted: self._spill(row, column, pasted))
        cell.emptied.connect(lambda: self._backspace(row, column))
        cell.edge_left.connect(lambda by: self._step(row + by, column, by))
        cell.cursor_moved.connect(lambda place: self._tell_place(cell, place))
        return cell

    def _name_cells(self) -> None:
        for number, row in enumerate(self._cells, start=1):
            for head, cell in zip((*self._heads, *[""] * len(row)), row, strict=False):
                name = self._words(
                    "parts.table.cell", column=head or self.accessibleName(), n=number
                )
                cell.setAccessibleName(name)
                cell.show_empty(head)

    # Going about

    def _go_on(self, row: int, column: int) -> None:
        """To the next cell; after the last one, to a new row, unless this one is empty."""
        if column + 1 < len(self._cells[row]):
            self._focus_cell(row, column + 1)
        elif row + 1 < len(self._cells):
            self._focus_cell(row + 1, 0)
        elif any(cell.text().strip() for cell in self._cells[row]):
            self.add_row(row)

    def _step(self, row: int, column: int, by: int) -> None:
        if 0 <= row < len(self._cells):
            self._focus_cell(row, column)
        else:
            self.edge_left.emit(by)

    def _backspace(self, row: int, column: int) -> None:
        """In an empty cell: back one cell; in an empty row: the row goes."""
        if any(cell.text() for cell in self._cells[row]):
            if column:
                self._focus_cell(row, column - 1)
        elif len(self._cells) > 1:
            self.remove_row(row)
            if row:
                self._focus_cell(row - 1, len(self._cells[row - 1]) - 1)
        else:
            self.emptied.emit()

    def _spill(self, row: int, column: int, pasted: Pasted) -> None:
        """Lay pasted rows over the cells, from here on; rows that are missing are added."""
        texts = self._texts()
        wide = min(max(map(len, pasted.rows)), MOST_ACROSS)
        most = MOST_CELLS // max(wide, len(self._heads))
        taken = 0
        for down, cells in enumerate(pasted.rows[:most]):
            while len(texts) <= row + down:
                texts.append([])
            here = texts[row + down]
            for across, cell in enumerate(cells[:MOST_ACROSS]):
                while len(here) <= column + across:
                    here.append("")
                here[column + across] = " ".join(cell.split())
                taken += len(here[column + across])
        self._build(texts)
        self._focus_cell(row, column)
        self.edited.emit()
        if pasted.cut or len(pasted.rows) > most or max(map(len, pasted.rows)) > wide:
            say_cut(self, taken)

    def _focus_cell(self, row: int, column: int) -> None:
        cells = self._cells[row]
        cells[min(column, len(cells) - 1)].setFocus()

    def _cursor_place(self) -> tuple[int, int] | None:
        for row, cells in enumerate(self._cells):
            for column, cell in enumerate(cells):
                if cell.hasFocus():
                    return row, column
        return None

    def _tell_place(self, cell: CellEdit, place: QRect) -> None:
        self.cursor_moved.emit(QRect(cell.mapTo(self, place.topLeft()), place.size()))

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Tell when the table as a whole is entered and left."""
        inside = new is not None and self.isAncestorOf(new)
        place = self._cursor_place()
        self._row_meant = place[0] if place is not None else self._row_meant
        if inside != self._inside:
            self._inside = inside
            (self.entered if inside else self.left).emit()
