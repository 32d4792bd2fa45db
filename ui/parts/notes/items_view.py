"""A view of notes without hands: laid out, painted, scrolled, chosen among."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

from app.words import Words
from ui.look.look import Look
from ui.parts.notes.dropping import Drop
from ui.parts.notes.layout import Layout, Placement
from ui.parts.notes.model import DotsMode, Index, NoteItem, NotesModel
from ui.parts.notes.painter import ItemPainter

Flag = QItemSelectionModel.SelectionFlag

_AROUND = 10
"""Pixels around an item, at 100 % text, that its ring and its tick may take."""


class ItemsView(QListView):
    """Shows the items of a :class:`NotesModel` where a layout puts them.

    What did not change is neither laid out nor painted again, and what is out of sight is not
    painted at all.
    """

    chosen_changed = Signal()
    """Other items are meant now: chosen, or current."""

    def __init__(
        self,
        look: Look,
        words: Words,
        layout: Layout,
        *,
        large: bool = False,
        longest: int = 0,
    ) -> None:
        """An empty view; ``large`` sets notes in larger letters, of which the first ``longest`` are
        shown (0: all)."""
        super().__init__()
        self._look, self._words, self._layout = look, words, layout
        self._share = 1.0
        self._paint_with = partial(ItemPainter, look, words, large=large, longest=longest)
        self._painter = self._paint_with()
        self._placement = Placement(layout, self._painter.height)
        self._around = look.size(_AROUND)
        self._laid_for = -1
        self.empty_text = ""
        self._drop: Drop | None = None
        self.notes = NotesModel(words)
        self.setModel(self.notes)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        self.selectionModel().currentChanged.connect(self.chosen_changed)
        self.setProperty("bare", True)
        self.setFont(look.font("note"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        # It paints its own ground, so that Qt need not paint everything behind it for each note,
        # and moves what is painted when it is scrolled.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What the view shows

    def show_items(
        self, items: Sequence[NoteItem], dots: DotsMode = "none", *, empty: str = ""
    ) -> None:
        """Show items; ``empty`` is the sentence where there are none."""
        same = (tuple(items), dots, empty) == (self.notes.items, self.notes.dots, self.empty_text)
        if same:
            return
        other_dots = dots != self.notes.dots
        current, row = self.current_item(), self.currentIndex().row()
        chosen = {item.id for item in self.chosen_items()}
        self._painter.dots = dots
        kept = self.notes.set_items(items, dots)
        if current is not None and self.notes.row_of(current.id) != self.currentIndex().row():
            at = self.notes.row_of(current.id)
            at = at if at >= 0 else min(row, len(items) - 1)
            self.make_current(at, scroll=False)
        if chosen != {item.id for item in self.chosen_items()}:
            self.choose_ids(chosen)
        if empty != self.empty_text:
            self.empty_text = empty
            self.viewport().update()
        # Qt has put the layout off until it has nothing else to do: once is enough.
        self._lay(kept.begin, kept.end)
        self.executeDelayedItemsLayout()
        if other_dots:
            # To be counted one after the other, or read by rank: from the first on.
            self.verticalScrollBar().setValue(0)

    def set_share(self, share: float) -> None:
        """Show items in a ``share`` of their size."""
        if share == self._share:
            return
        self._share, dots = share, self._painter.dots
        self._painter = self._paint_with(share=share)
        self._painter.dots = dots
        self.set_layout(self._layout)

    def set_layout(self, layout: Layout) -> None:
        """Lay items as another layout has them."""
        self._layout = layout
        shown = layout if self._share == 1 else layout.smaller(self._share)
        self._placement = Placement(shown, self._painter.height)
        self._laid_for = -1
        self.doItemsLayout()
        self.viewport().update()

    @property
    def shows_all(self) -> bool:
        """Whether all items are in sight at once."""
        return self._placement.height <= self.viewport().height()

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
        """Lay the items anew if there is another width, or other items that were not laid yet."""
        laid = self._placement.count == len(self.notes.items)
        if not laid or self.viewport().width() != self._laid_for:
            self._lay()

    def _lay(self, begin: int = 0, end: int = 0) -> None:
        """Lay the items anew but for the first ``begin`` and the last ``end``."""
        width = self.viewport().width()
        if width != self._laid_for:
            self._laid_for = width
            self._painter.forget()
        top = self._placement.lay(self.notes.items, width, begin, end) - self.verticalOffset()
        self.viewport().update(self.viewport().rect().adjusted(0, max(0, top - self._around), 0, 0))
        self.updateGeometries()

    def updateGeometries(self) -> None:
        """Say how far can be scrolled. Who was at the end stays there: the newest is there."""
        page = self.viewport().height()
        bar = self.verticalScrollBar()
        at_end = 0 < bar.maximum() == bar.value()
        bar.setPageStep(page)
        bar.setSingleStep(self._look.size(24))
        bar.setRange(0, max(0, self._placement.height - page))
        if at_end:
            bar.setValue(bar.maximum())

    def visualRect(self, index: Index) -> QRect:
        """Where an item stands on the viewport."""
        return self._placement.rect(index.row()).translated(0, -self.verticalOffset())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The item under a point of the viewport; of several the one on top."""
        if self.visualRect(self.currentIndex()).contains(point):
            return self.currentIndex()
        row = self._placement.item_at(point + QPoint(0, self.verticalOffset()))
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
        """Move what is painted; the ring around a view that is dropped on stays where it is."""
        if self._drop is not None:
            self.viewport().update()
        else:
            self.viewport().scroll(0, dy)

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
        high = self._placement.height or self._look.size(80)
        return QSize(width, min(high, self._look.size(400)))

    def minimumSizeHint(self) -> QSize:
        """Room for one note."""
        return QSize(self._look.size(120), self._look.size(56))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the items for the width there is."""
        self.doItemsLayout()
        self.updateGeometries()

    def empty_corner(self) -> QPoint:
        """Where the sentence of an empty place stands."""
        return QPoint(0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight and is not painted yet."""
        painter = QPainter(self.viewport())
        self.paint_ground(painter, event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.notes.items and self.empty_text:
            at = self.empty_corner()
            painter.translate(at)
            self._painter.paint_empty(painter, self.viewport().width() - at.x(), self.empty_text)
            painter.translate(-at)
        down, region = self.verticalOffset(), event.region()
        top, bottom = region.boundingRect().top() + down, region.boundingRect().bottom() + down
        for box in self._placement.boxes(top, bottom):
            if region.intersects(place := box.rect.translated(0, -down)):
                self._painter.paint_box(painter, place)
        chosen = {index.row() for index in self.selectionModel().selectedRows()}
        here = self.currentIndex().row()
        rows = self._placement.rows(top - self._around, bottom + self._around)
        # What keys act on lies on top of what it would be under.
        for row in (*(row for row in rows if row != here), *((here,) if here in rows else ())):
            place = self._placement.rect(row).translated(0, -down)
            if region.intersects(self._with_ring(place)):
                self._painter.paint(painter, place, self.notes.items[row], chosen=row in chosen)
        current = self.current_item()
        if self.hasFocus() and current is not None:
            self._painter.paint_focus(painter, self.visualRect(self.currentIndex()), current)
        if self._drop is not None:
            ring, line = (
                place.translated(0, -down) for place in (self._drop.ring, self._drop.line)
            )
            self._painter.paint_drop(painter, self.viewport().rect(), ring, line)
        painter.end()

    def paint_ground(self, painter: QPainter, area: QRect) -> None:
        """Paint what lies behind the items, in an ``area`` of the viewport."""
        painter.fillRect(area, QColor(self._look.theme.card))

    def make_current(self, row: int, *, scroll: bool = True) -> None:
        """Let keys act on the item of a row; nothing is chosen by it."""
        index = self.notes.index(row) if row >= 0 else QModelIndex()
        self._update_item(self.currentIndex())
        self.selectionModel().setCurrentIndex(index, Flag.NoUpdate)
        if scroll and row >= 0:
            self.scrollTo(index)
        self._update_item(index)

    def _update_item(self, index: Index) -> None:
        """Paint an item anew, with its ring."""
        self.viewport().update(self._with_ring(self.visualRect(index)))

    def _with_ring(self, place: QRect) -> QRect:
        out = self._around
        return place.adjusted(-out, -out, out, out)
