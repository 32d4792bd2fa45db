"""Paints the agenda: a card for each block, taller the longer it takes; edits its numbers."""

from typing import Literal

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.words import DAY, Words
from app.workshop.planning import LONGEST_BLOCK
from ui.design.agenda_model import ROW, BlockRow, DayRow
from ui.look.look import Look
from ui.look.scaling import RADIUS_CARD
from ui.look.themes import Tone
from ui.parts.card import paint_card
from ui.parts.keycaps import ENTER
from ui.parts.marked_text import marked
from ui.parts.text_block import TextBlock, TextRun
from ui.parts.typed_fields import MinutesField, TimeField, TypedLine

Index = QModelIndex | QPersistentModelIndex
Editing = Literal["minutes", "start"]

_NARROW = 340  # pixels at 100 % under which the title goes below the time
_TALLEST = 80  # minutes after which a block grows no taller
MINUTES_STEP = 5


class AgendaDelegate(QStyledItemDelegate):
    """Paints rows; ``editing`` says which of a block's two numbers an editor opens on."""

    minutes_given = Signal(str, int)
    start_given = Signal(str, int)

    def __init__(self, look: Look, words: Words, view: QListView) -> None:
        """Paint rows of ``view``."""
        super().__init__(view)
        self._look, self._words, self._view = look, words, view
        self.editing: Editing = "minutes"
        self.editor: MinutesField | TimeField | None = None
        """The field that was opened last; it is gone once it is closed."""
        late = TextBlock(look, words.clock(22 * 60 + 50), "body")
        self._clock = late.natural_width
        self._lock = look.size(12)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as its words, and for a block as its minutes ask."""
        width, row = self._view.viewport().width(), index.data(ROW)
        if isinstance(row, BlockRow):
            return QSize(width, self._note_height(row) + self._card_height(row, width) + self._gap)
        if isinstance(row, DayRow):
            return QSize(width, self._day(row, width, None, QRect()))
        return QSize(width, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = index.data(ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(row, DayRow):
            self._day(row, option.rect.width(), painter, QRect(option.rect))
        elif isinstance(row, BlockRow):
            self._block(painter, option, row)
        painter.restore()

    def card_of(self, row: BlockRow, rect: QRect) -> QRect:
        """Where a block's card stands in the room of its row."""
        top = rect.top() + self._note_height(row)
        return QRect(rect.left(), top, rect.width(), rect.bottom() + 1 - self._gap - top)

    @property
    def _gap(self) -> int:
        return self._look.px(8)

    def _day(self, row: DayRow, width: int, painter: QPainter | None, rect: QRect) -> int:
        """Lay out the head of a session, and draw it with a painter; gives its height."""
        look = self._look
        above = look.px(10)
        blocks, fit = TextBlock(look, row.said, "heading3"), TextBlock(look, row.fit, "small")
        height = blocks.lay(max(1, width))
        below = fit.lay(max(1, width))
        if painter is not None:
            blocks.draw(painter, rect.left(), rect.top() + above, look.colour("plain"))
            fit.draw(painter, rect.left(), rect.top() + above + height, look.colour(row.tone))
        return above + height + below + self._gap

    def _block(self, painter: QPainter, option: QStyleOptionViewItem, row: BlockRow) -> None:
        look, rect = self._look, QRect(option.rect)
        if row.note:
            note = self._note(row, rect.width())
            note.draw(painter, rect.left() + look.px(4), rect.top(), look.colour("amber"))
        card = self.card_of(row, rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        edge: Tone = "ember" if chosen or focused else row.tone
        paint_card(painter, QRectF(card), look, edge, chosen=focused)
        if chosen and not focused:
            painter.setPen(QPen(QColor(look.theme.ember), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        left, right = self._sides(card)
        title, height = self._title(row, card.width())
        minutes = TextBlock(look, row.minutes, "body")
        minutes.lay(minutes.natural_width)
        first = look.pitch("body")
        words = height + (first if self._stacked(card.width()) else 0)
        top = card.top() + (card.height() - words) / 2
        self._time(painter, row, left, top)
        minutes.draw(painter, right - minutes.natural_width, top, look.colour("mute"))
        if self._stacked(card.width()):
            title.draw(painter, left, top + first, look.colour("plain"))
        else:
            title.draw(painter, left + self._time_room(), top, look.colour("plain"))

    def _time(self, painter: QPainter, row: BlockRow, left: int, top: float) -> None:
        """Draw when a block starts, with a lock where that is locked."""
        look = self._look
        time = TextBlock(look, row.time, "strong" if row.locked else "body")
        time.lay(time.natural_width)
        time.draw(painter, left, top, look.colour("plain"))
        if row.locked:
            side = self._lock
            box = QRectF(left + time.natural_width + look.px(5), top, side, side)
            box.moveTop(top + (look.pitch("body") - side) / 2)
            paint_lock(painter, box, look.colour("mute"))

    def _note(self, row: BlockRow, width: int) -> TextBlock:
        block = TextBlock(self._look, marked(row.note, "amber"), "small")
        block.lay(max(1, width - self._look.px(4)))
        return block

    def _note_height(self, row: BlockRow) -> int:
        if not row.note:
            return 0
        width = self._view.viewport().width()
        lines = self._note(row, width).lay(max(1, width - self._look.px(4)))
        return lines + self._look.px(4)

    def _title(self, row: BlockRow, width: int) -> tuple[TextBlock, int]:
        """The title with its detail, laid out in a card so wide, and how high that is."""
        pieces = [TextRun(row.title, strong=True)]
        if row.standing:
            said = f"\N{EM SPACE}{row.standing}"
            pieces.append(TextRun(said, strong=True, role="small", tone=row.standing_tone))
        if row.detail:
            pieces.append(TextRun(f"\N{EM SPACE}{row.detail}", role="small", tone="mute"))
        block = TextBlock(self._look, pieces, "body")
        left, right = self._sides(QRect(0, 0, width, 1))
        room = right - left
        if not self._stacked(width):
            longest = TextBlock(self._look, row.minutes, "body").natural_width
            room -= self._time_room() + longest + self._look.px(12)
        return block, block.lay(max(1, room))

    def _card_height(self, row: BlockRow, width: int) -> int:
        look = self._look
        _block, height = self._title(row, width)
        lines = height + (look.pitch("body") if self._stacked(width) else 0)
        minutes = min(row.slot.block.minutes, _TALLEST)
        return max(lines + 2 * look.px(9), look.size(24) + look.px(minutes))

    def _sides(self, card: QRect) -> tuple[int, int]:
        """Where words begin and end in a card."""
        return card.left() + self._look.px(20), card.right() + 1 - self._look.px(16)

    def _time_room(self) -> int:
        return self._clock + self._lock + self._look.px(14)

    def _stacked(self, width: int) -> bool:
        return width < self._look.size(_NARROW)

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A small field for the minutes, or for when a block starts."""
        if self.editing == "start":
            time = TimeField(self._look, self._words)
            time.setParent(parent)
            time.setAccessibleName(self._words("design.start-at"))
            self.editor = time
            return time
        box = MinutesField(self._look, self._words, 1, LONGEST_BLOCK, step=MINUTES_STEP)
        box.setParent(parent)
        box.setAccessibleName(self._words("design.minutes-name"))
        self.editor = box
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show what there is."""
        row = index.data(ROW)
        if not isinstance(row, BlockRow):
            return
        if isinstance(editor, TypedLine) and editor.hasFocus() and editor.half_typed:
            return  # what is being typed stays
        if isinstance(editor, TimeField):
            editor.set_value(row.slot.starts)
        elif isinstance(editor, MinutesField):
            editor.set_value(row.slot.block.minutes)
        if isinstance(editor, TypedLine):
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Say what was given; the screen keeps it."""
        row = index.data(ROW)
        if not isinstance(row, BlockRow):
            return
        if isinstance(editor, TimeField) and editor.value is not None:
            if editor.value != row.slot.starts % DAY or not row.locked:
                self.start_given.emit(row.id, editor.value)
        elif isinstance(editor, MinutesField) and editor.value is not None:
            if editor.value != row.slot.block.minutes:
                self.minutes_given.emit(row.id, editor.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field open whose text cannot be read; it says so. Escape closes it as ever."""
        if isinstance(watched, TypedLine) and watched.isVisible() and watched.problem():
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                if event.key() in (*ENTER, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                    watched.settle()
                    return True
            elif event.type() == QEvent.Type.FocusOut:
                return False
        return super().eventFilter(watched, event)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the number it edits."""
        row = index.data(ROW)
        if not isinstance(row, BlockRow):
            return
        card, hint = self.card_of(row, QRect(option.rect)), editor.sizeHint()
        left, right = self._sides(card)
        at = left - self._look.px(10) if isinstance(editor, TimeField) else right - hint.width()
        top = card.top() + (card.height() - hint.height()) // 2
        editor.setGeometry(QRect(at, top, hint.width(), hint.height()))


def paint_lock(painter: QPainter, box: QRectF, colour: QColor) -> None:
    """Paint a small padlock into a square."""
    line = max(1.2, box.width() / 8)
    body = box.adjusted(line / 2, box.height() * 0.48, -line / 2, 0)
    bow = QRectF(body.left() + line * 1.2, box.top() + line / 2, body.width() - 2.4 * line, 0)
    bow.setHeight(bow.width())
    path = QPainterPath(QPointF(bow.left(), body.top()))
    path.lineTo(bow.left(), bow.center().y())
    path.arcTo(bow, 180, -180)
    path.lineTo(bow.right(), body.top())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(body, line, line)
    painter.restore()
