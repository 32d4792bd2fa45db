"""The table of rows: cells whose words wrap, one of them current, each changed in its place."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.registers.run_rows import CellPlace
from app.words import Words
from ui.look.look import Look
from ui.look.text_styles import TextRole
from ui.parts.keycaps import ENTER
from ui.parts.rows.rows_model import HEAD, RowsModel
from ui.parts.text_block import TextBlock
from ui.parts.told_keys import tell_keys

Index = QModelIndex | QPersistentModelIndex
LEAST, LEAST_TURNED, NAMES = 110, 240, 170
"""Pixels at 100 %: the least width of a column, of a row that stands upright, and what the names
at the left get beside those."""
CLOSEST = 90
"""The least width where there are many columns."""
WIDE = 3
"""How many times as much as others a column for texts has of the room that is left."""
MOST_LINES = 14
"""The lines of a cell at the most: the rest is read where it is changed."""
HIGH = 64
"""Pixels at 100 % that the table is high at least: a row is seen also where there is no room."""
KEPT = 5000
"""Cells whose words stay set."""
CHANGE, CLEAR, TAKE_OUT = "F2", "Del", "Ctrl+Del"

Editor = Callable[[CellPlace, QWidget], QWidget]
"""Makes what a cell is changed in, under a parent; it keeps by itself what is typed in it."""


class CellDelegate(QStyledItemDelegate):
    """Draws a ring round the current cell, and hands out what a cell is changed in."""

    let_go = Signal(QWidget)
    """What was typed in this editor is to be kept nowhere."""
    left = Signal(QWidget)
    """What was typed in this editor is to be kept now."""

    def __init__(self, look: Look, model: RowsModel, make: Editor, view: QTableView) -> None:
        """Cells of ``model`` in ``view``, changed in what ``make`` gives."""
        super().__init__(view)
        self._look, self._model, self._make, self._view = look, model, make, view
        self._set: dict[tuple[str, TextRole], TextBlock] = {}

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground alone: the words are set as they are everywhere."""
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The cell, and the ring while the next line goes there."""
        super().paint(painter, option, index)
        look, area = self._look, option.rect
        across, down = self._padding()
        room = area.adjusted(across, down, -across, -down)
        block = self._words(index)
        painter.save()
        painter.setClipRect(area)
        if block.lay(room.width()) > room.height() + 1:
            # More than is shown: the whole is read where it is changed.
            corner = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignBottom
            painter.setPen(look.colour("mute"))
            painter.drawText(area.adjusted(0, 0, -look.px(4), 0), corner, "…")
            painter.setClipRect(room)
        block.draw(painter, room.x(), room.y(), look.colour(self._model.style_of(index)[1]))
        if index == self._view.currentIndex():
            ring = look.theme.ring
            painter.setClipRect(area)
            painter.setPen(QPen(QColor(look.theme.ember), ring))
            inside = ring // 2 + 1
            painter.drawRect(area.adjusted(inside - 1, inside - 1, -inside, -inside))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words are in the width of their column."""
        across, down = self._padding()
        width = self._view.columnWidth(index.column())
        height = self._words(index).lay(max(1, width - 1 - 2 * across))
        most = self._look.pitch("body") * MOST_LINES
        return QSize(width, min(height, most) + 2 * down + 1)

    def _padding(self) -> tuple[int, int]:
        return self._look.px(10), self._look.px(8)

    def _words(self, index: Index) -> TextBlock:
        """The words of a cell: set once, for as long as it says the same."""
        role, _ = self._model.style_of(index)
        said = (str(index.data()), role)
        if said not in self._set:
            if len(self._set) > KEPT:
                self._set.clear()
            self._set[said] = TextBlock(self._look, said[0], role)
        return self._set[said]

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field over the cell."""
        return self._make(self._model.place_of(index), parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Nothing: the field knows what stands in its cell."""

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """Keep what was typed."""
        self.left.emit(editor)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the cell, and high enough to be written in."""
        area = option.rect
        area.setHeight(max(area.height(), editor.sizeHint().height()))
        editor.setGeometry(area)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter keeps, also in a field of several lines; Escape leaves the cell as it was."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if isinstance(editor, QWidget) and event.key() in ENTER and not shift:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
                return True
            if isinstance(editor, QWidget) and event.key() == Qt.Key.Key_Escape:
                self.let_go.emit(editor)
        return super().eventFilter(editor, event)


class RowsTable(QTableView):
    """Rows of cells; the current one is where the next line goes."""

    moved = Signal()
    """Another cell is the current one."""
    clear_asked = Signal()
    take_out_asked = Signal()
    menu_asked = Signal(QPoint)

    def __init__(
        self, look: Look, words: Words, name: str, model: RowsModel, make: Editor, wide: set[int]
    ) -> None:
        """The rows of ``model``, called ``name``; columns at the places ``wide`` hold texts."""
        super().__init__()
        self._look, self._rows, self._wide = look, model, wide
        self.setModel(model)
        self.setAccessibleName(name)
        self.delegate = CellDelegate(look, model, make, self)
        self.setItemDelegate(self.delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self._dress(self.horizontalHeader(), shown=not model.turned)
        self._dress(self.verticalHeader(), shown=model.turned)
        self.verticalHeader().setMinimumSectionSize(look.pitch("body") + look.px(14))
        self._width = 0
        self._measured: set[int] = set()
        rows, bars = self.verticalHeader(), (self.horizontalScrollBar(), self.verticalScrollBar())
        rows.setDefaultSectionSize(look.pitch("body") + 2 * look.px(8) + 1)
        rows.setResizeContentsPrecision(0)
        for bar in bars:
            bar.valueChanged.connect(self._measure_seen)
        self.setMinimumHeight(look.size(HIGH))
        keys = ((CHANGE, "change"), (CLEAR, "clear"), (TAKE_OUT, "take-out"))
        tell_keys(self, words("rows.keys"), [(key, words(f"rows.{code}")) for key, code in keys])

    @property
    def turned(self) -> bool:
        """Whether each row is read from top to bottom, beside the others."""
        return self._rows.turned

    @property
    def place(self) -> CellPlace:
        """The current cell; where a new row begins, while none is."""
        index = self.currentIndex()
        if not index.isValid():
            return CellPlace("", self._rows.columns[0][0])
        return self._rows.place_of(index)

    def go_to(self, place: CellPlace) -> None:
        """Make a cell the current one, and bring it into sight; else where a row begins."""
        index = self._rows.index_of(place)
        if not index.isValid():
            index = self._rows.index_of(CellPlace("", self._rows.columns[0][0]))
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._measure_seen()
        self.scrollTo(index)

    def change(self) -> None:
        """Write in the current cell."""
        index = self.currentIndex()
        if index.isValid() and self._rows.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def fit(self, changed: list[int]) -> None:
        """Give the rows at these places, which say something else, the height they ask for."""
        if changed and self._rows.turned:
            self._share_width()
        elif changed:
            # Those behind one that came in between have moved.
            self._measured = {row for row in self._measured if row < min(changed)}
        self._measure_seen()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell it, and draw the ring where it is now."""
        super().currentChanged(current, previous)
        self.viewport().update()
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 write in the cell, Delete empties it, with Ctrl it takes the row out."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (*ENTER, Qt.Key.Key_F2) and not held:
            self.change()
        elif event.key() == Qt.Key.Key_Delete:
            (self.take_out_asked if held else self.clear_asked).emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the cell, and with its row."""
        index = self.indexAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Mouse and index.isValid():
            self.setCurrentIndex(index)
        if self.currentIndex().isValid():
            self.menu_asked.emit(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width."""
        super().resizeEvent(event)
        if self.viewport().width() != self._width:
            self._width = self.viewport().width()
            self._share_width()
        self._measure_seen()

    def _measure_seen(self) -> None:
        """Give the rows in sight the height of their words: many more are never looked at."""
        if self._rows.turned:
            self.resizeRowsToContents()
            return
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        for row in range(max(first, 0), (last if last >= 0 else self._rows.rowCount() - 1) + 1):
            if row not in self._measured:
                self._measured.add(row)
                self.resizeRowToContents(row)

    def _dress(self, header: QHeaderView, *, shown: bool) -> None:
        header.setVisible(shown)
        header.setSectionsClickable(False)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        )
        if self._rows.turned and shown:
            header.setFixedWidth(self._look.size(NAMES))

    def _share_width(self) -> None:
        """Columns share the width; where they do not fit, the table scrolls sideways."""
        count, room = self._rows.columnCount(), self.viewport().width()
        self._measured = set()
        if self._rows.turned:
            least = self._look.size(LEAST_TURNED)
            shown = max(1, min(count, room // least))
            self.horizontalHeader().setDefaultSectionSize(max(least, room // shown))
            return
        # Many columns stand closer, before the table scrolls.
        least = max(self._look.size(CLOSEST), min(self._look.size(LEAST), room // count))
        shares = [WIDE if at in self._wide else 1 for at in range(count)]
        free = max(0, room - least * count)
        for at, share in enumerate(shares):
            self.setColumnWidth(at, least + free * share // sum(shares))
        heads = [TextBlock(self._look, name, HEAD) for _, name in self._rows.columns]
        across, down = self._look.px(10), self._look.px(9)
        tallest = max(
            head.lay(max(1, self.columnWidth(at) - 2 * across)) for at, head in enumerate(heads)
        )
        self.horizontalHeader().setFixedHeight(tallest + 2 * down)
