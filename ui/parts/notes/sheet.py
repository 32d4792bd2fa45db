"""The sheet notes lie on: laid out, painted, scrolled, chosen among."""

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.words import Words
from ui.look.look import Look
from ui.parts.notes.flow import Laid, lay
from ui.parts.notes.items import DotsMode, Index, NoteItem, NotesModel
from ui.parts.notes.setting import Setting

Flag = QItemSelectionModel.SelectionFlag


class NotesSheet(QListView):
    """Shows the items of a :class:`NotesModel`."""

    def __init__(self, look: Look, words: Words, *, calm: bool = False) -> None:
        """An empty sheet; ``calm`` sets one wide column in larger letters."""
        super().__init__()
        self._look = look
        self._setting = Setting(look, words, calm=calm)
        self._laid = Laid()
        self._empty = ""
        self._over = False
        self.notes = NotesModel(words)
        self.setModel(self.notes)
        self.setProperty("bare", True)
        self.setFont(look.font("note"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # It paints its own ground, so that Qt need not paint everything behind it for each note.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What the view shows

    def show_items(
        self, items: list[NoteItem], dots: DotsMode = "none", *, empty: str = ""
    ) -> None:
        """Show items; ``empty`` is the sentence where there are none."""
        same = (tuple(items), dots, empty) == (self.notes.items, self.notes.dots, self._empty)
        if same:
            return
        again = dots != self.notes.dots
        current, row = self.current_item(), self.currentIndex().row()
        chosen = {item.id for item in self.chosen_items()}
        self._empty = empty
        self._setting.dots = dots
        self._setting.keep_only(items)
        self.notes.set_items(items, dots)
        if current is not None and self.notes.row_of(current.id) != self.currentIndex().row():
            at = self.notes.row_of(current.id)
            at = at if at >= 0 else min(row, len(items) - 1)
            self.make_current(at, scroll=False)
        self.choose_ids(chosen)
        # At once, and only once: Qt has put it off until it has nothing else to do.
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        if again:
            # To be counted one after the other, or read by rank: from the first on.
            self.verticalScrollBar().setValue(0)

    def current_item(self) -> NoteItem | None:
        """The item that keys act on."""
        row = self.currentIndex().row()
        return self.notes.items[row] if 0 <= row < len(self.notes.items) else None

    def chosen_items(self) -> list[NoteItem]:
        """The items that were chosen together, in their order."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.notes.items[row] for row in rows if row < len(self.notes.items)]

    def meant_items(self) -> list[NoteItem]:
        """What an act is for: the chosen items, else the current one."""
        current = self.current_item()
        return self.chosen_items() or ([current] if current else [])

    def choose_ids(self, ids: set[str]) -> None:
        """Choose exactly the items with these ids."""
        chosen = QItemSelection()
        for row, item in enumerate(self.notes.items):
            if item.id in ids:
                chosen.select(self.notes.index(row), self.notes.index(row))
        self.selectionModel().select(chosen, Flag.ClearAndSelect)
        self.viewport().update()

    def go_to_item(self, item: str) -> bool:
        """Make an item current and bring it into sight; False when it is not here."""
        row = self.notes.row_of(item)
        if row >= 0:
            self.make_current(row)
        return row >= 0

    # What Qt asks of a view

    def doItemsLayout(self) -> None:
        """Lay the items anew for the width there is."""
        width = self.viewport().width()
        self._laid = lay(self.notes.items, width, self._setting.style(), self._setting.height)
        self.updateGeometries()
        self.viewport().update()

    def updateGeometries(self) -> None:
        """Say how far can be scrolled. Who was at the end stays there: the newest is there."""
        page = self.viewport().height()
        bar = self.verticalScrollBar()
        at_end = 0 < bar.maximum() == bar.value()
        bar.setPageStep(page)
        bar.setSingleStep(self._look.size(24))
        bar.setRange(0, max(0, self._laid.height - page))
        if at_end:
            bar.setValue(bar.maximum())

    def visualRect(self, index: Index) -> QRect:
        """Where an item stands on the viewport."""
        if not 0 <= index.row() < len(self._laid.rects):
            return QRect()
        return self._laid.rects[index.row()].translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The item under a point of the viewport."""
        row = self._laid.item_at(point + QPoint(0, self.verticalOffset()))
        return self.notes.index(row) if row >= 0 else QModelIndex()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring an item into sight."""
        rect, bar, edge = self.visualRect(index), self.verticalScrollBar(), self._look.px(4)
        if rect.isNull():
            return
        if rect.top() < edge:
            bar.setValue(bar.value() + rect.top() - edge)
        elif rect.bottom() + edge > self.viewport().height():
            low = rect.bottom() + edge - self.viewport().height()
            bar.setValue(bar.value() + min(low, rect.top() - edge))

    def horizontalOffset(self) -> int:
        """Never scrolled sideways."""
        return 0

    def verticalOffset(self) -> int:
        """How far down it is scrolled."""
        return self.verticalScrollBar().value()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint anew."""
        self.viewport().update()

    def isIndexHidden(self, index: Index) -> bool:
        """Everything is shown."""
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Nothing is chosen by rectangle."""

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Where the chosen items stand."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def sizeHint(self) -> QSize:
        """As high as all notes, within reason."""
        width = self._look.size(320)
        return QSize(width, min(self._laid.height or self._look.size(80), self._look.size(400)))

    def minimumSizeHint(self) -> QSize:
        """Room for one note."""
        return QSize(self._look.size(120), self._look.size(56))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the items anew."""
        self.doItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._look.tokens.card))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.notes.items and self._empty:
            self._setting.paint_empty(painter, self.viewport().width(), self._empty)
        down = self.verticalOffset()
        for box in self._laid.boxes:
            if (place := box.rect.translated(0, -down)).intersects(event.rect()):
                self._setting.paint_box(painter, place)
        chosen = {index.row() for index in self.selectionModel().selectedRows()}
        rects = zip(self.notes.items, self._laid.rects, strict=False)
        for row, (item, rect) in enumerate(rects):
            place = rect.translated(0, -down)
            if place.adjusted(-6, -8, 8, 6).intersects(event.rect()):
                self._setting.paint(painter, place, item, chosen=row in chosen)
        current = self.current_item()
        if self.hasFocus() and current is not None:
            self._setting.paint_focus(painter, self.visualRect(self.currentIndex()), current)
        if self._over:
            painter.setPen(QColor(self._look.tokens.ember))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.viewport().rect().adjusted(1, 1, -2, -2), 8, 8)
        painter.end()

    def make_current(self, row: int, *, scroll: bool = True) -> None:
        """Let keys act on the item of a row; nothing is chosen by it."""
        index = self.notes.index(row) if row >= 0 else QModelIndex()
        self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
        if scroll and row >= 0:
            self.scrollTo(index)
        self.viewport().update()
