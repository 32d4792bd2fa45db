"""A list of small cards to choose from: exercises to add, exercises to read.

A model with a delegate. Lines of headings stand between the cards and cannot be chosen.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import (
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui.look.look import Look
from ui.look.themes import Tone
from ui.parts.card import paint_card
from ui.parts.plain_list import LINE, Index, PlainListModel, PlainListView
from ui.parts.text_block import TextBlock


class CardLine(msgspec.Struct, frozen=True, kw_only=True):
    """A card by its id: its name, a few words at the right of it, a remark and a reason below.

    ``muted`` is for what is there already. Without an id it is a heading, and only its name is
    shown.
    """

    name: str
    id: str = ""
    right: str = ""
    under: str = ""
    reason: str = ""
    muted: bool = False

    @property
    def whole(self) -> str:
        """The card as a sentence, for whoever does not see it."""
        parts = (self.name, self.right, self.under, self.reason)
        return ", ".join(part for part in parts if part)


class CardModel(PlainListModel[CardLine]):
    """The cards and headings."""

    def __init__(self, mime: str = "") -> None:
        """Nothing yet; with ``mime`` a card can be dragged, its id as data of that type."""
        super().__init__()
        self._mime = mime

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A card can be chosen, and dragged where there is somewhere to drag it."""
        flags = Qt.ItemFlag.NoItemFlags
        if index.isValid() and self._lines[index.row()].id:
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if self._mime:
                flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        """The MIME type of a dragged card."""
        return [self._mime] if self._mime else []

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged card's id."""
        data = QMimeData()
        for index in indexes[:1]:
            data.setData(self._mime, self._lines[index.row()].id.encode())
        return data


class CardDelegate(QStyledItemDelegate):
    """Paints a card, as tall as what it says."""

    def __init__(self, look: Look, view: QListView) -> None:
        """Paint cards of ``view``."""
        super().__init__(view)
        self._look, self._view = look, view
        self._heights: dict[tuple[CardLine, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list."""
        width = self._view.viewport().width()
        line = index.data(LINE)
        return QSize(width, self._height(line, width) if isinstance(line, CardLine) else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card or heading."""
        line = index.data(LINE)
        if not isinstance(line, CardLine):
            return
        look, rect = self._look, QRect(option.rect)
        painter.save()
        if line.id:
            states = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
            chosen = bool(option.state & states)
            ground = QRectF(rect).adjusted(0, 0, 0, -look.px(8))
            paint_card(painter, ground, look, chosen=chosen)
        across, down = self._padding(line)
        top = float(rect.top() + down)
        right = TextBlock(look, line.right, "small")
        right.lay(right.natural_width)
        edge = rect.right() + 1 - across - right.natural_width
        right.draw(painter, edge, top + look.px(1), look.colour("mute"))
        for block, tone, height in self._blocks(line, rect.width()):
            block.draw(painter, rect.left() + across, top, look.colour(tone))
            top += height
        painter.restore()

    def _blocks(self, line: CardLine, width: int) -> list[tuple[TextBlock, Tone, int]]:
        """The name, the remark and the reason, laid out, each with its tone and height."""
        look = self._look
        room = max(1, width - 2 * self._padding(line)[0])
        if not line.id:
            head = TextBlock(look, line.name, "eyebrow")
            return [(head, "mute", head.lay(room))]
        beside = room
        if line.right:
            taken = TextBlock(look, line.right, "small").natural_width + look.px(12)
            beside = max(1, room - taken)
        name = TextBlock(look, line.name, "strong")
        found: list[tuple[TextBlock, Tone, int]] = [
            (name, "mute" if line.muted else "plain", name.lay(beside))
        ]
        for text, tone in ((line.under, "mute"), (line.reason, "amber")):
            if text:
                block = TextBlock(look, text, "small")
                under_tone: Tone = "mute" if line.muted or tone == "mute" else "amber"
                found.append((block, under_tone, block.lay(room)))
        return found

    def _padding(self, line: CardLine) -> tuple[int, int]:
        """Pixels from the edge to the words, across and down."""
        look = self._look
        return (look.px(14), look.px(10)) if line.id else (0, look.px(4))

    def _height(self, line: CardLine, width: int) -> int:
        """The height of a card: a view asks for that of all its cards again and again."""
        height = self._heights.get((line, width))
        if height is None:
            words = sum(height for _block, _tone, height in self._blocks(line, width))
            height = words + 2 * self._padding(line)[1] + (self._look.px(8) if line.id else 0)
            self._heights[line, width] = height
        return height


class CardList(PlainListView):
    """The cards. ``chosen`` is sent with the id of the card a person goes to, ``asked`` with that
    of the one they take by Enter or a double click."""

    chosen = Signal(str)
    asked = Signal(str)

    def __init__(self, look: Look, name: str, mime: str = "") -> None:
        """An empty list, called ``name`` by screen readers; ``mime`` lets cards be dragged."""
        self.cards = CardModel(mime)
        super().__init__(name, self.cards)
        self._look = look
        self.setItemDelegate(CardDelegate(look, self))
        self.viewport().setAutoFillBackground(False)
        if mime:
            self.setDragDropMode(QListView.DragDropMode.DragOnly)
            self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self._showing = False
        self.activated.connect(self._ask)
        self.selectionModel().currentChanged.connect(self._current_changed)

    @property
    def current(self) -> str:
        """The id of the chosen card, or nothing."""
        line = self.currentIndex().data(LINE)
        return line.id if isinstance(line, CardLine) else ""

    def show_cards(self, lines: Sequence[CardLine]) -> None:
        """List cards; the one chosen stays so where it is still listed. Nobody is told."""
        before = self.current
        self._showing = True
        self.cards.set_lines(lines)
        self.choose(before)
        self._showing = False
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def choose(self, card: str) -> bool:
        """Choose a card, or none when it is not listed; gives whether it is."""
        row = self.cards.row_of(card) if card else None
        if row is None:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
            return False
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.cards.index(row), flags)
        self.scrollTo(self.cards.index(row))
        return True

    def choose_first(self) -> bool:
        """Choose the first card; gives whether there is one."""
        first = next((line.id for line in self.cards.lines if line.id), "")
        return bool(first) and self.choose(first)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin at the first card when none is chosen."""
        down = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up)
        if down and not self.current and self.choose_first():
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words anew for another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as all cards."""
        return QSize(self._look.size(200), self.height_of_all() + 2)

    def minimumSizeHint(self) -> QSize:
        """Room for one card."""
        return QSize(self._look.size(160), 4 * self._look.pitch("small"))

    def _ask(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if isinstance(line, CardLine) and line.id:
            self.asked.emit(line.id)

    def _current_changed(self, current: QModelIndex, before: QModelIndex) -> None:
        line = current.data(LINE)
        if not self._showing and isinstance(line, CardLine) and line.id:
            self.chosen.emit(line.id)
