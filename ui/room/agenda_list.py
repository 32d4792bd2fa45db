"""The cockpit's agenda: every block with its time, and any of them one key away."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.words import Words
from app.workshop.planning import BREAK
from app.workshop.titles import title_in
from ui.look.look import Look
from ui.parts.typeset import TextBlock
from ui.room.session import Line

Index = QModelIndex | QPersistentModelIndex
LINE = Qt.ItemDataRole.UserRole


def title_of(line: Line, words: Words) -> str:
    """A block's title as the facilitator reads it; a break has none of its own."""
    if line.block.exercise == BREAK:
        return words("parts.break")
    return title_in(line.block, words.language)


class AgendaModel(QAbstractListModel):
    """The lines of the agenda."""

    def __init__(self, words: Words) -> None:
        """An empty agenda."""
        super().__init__()
        self._words = words
        self._lines: tuple[Line, ...] = ()

    def set_lines(self, lines: Sequence[Line]) -> bool:
        """Show other lines, if they are others; the selection stays where blocks stay."""
        if tuple(lines) == self._lines:
            return False  # most changes are notes
        same = [line.block.id for line in lines] == [line.block.id for line in self._lines]
        if same:
            self._lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return True
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """How many blocks."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A line's title, its whole sentence for screen readers, or the line itself."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return title_of(line, self._words)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(
                "room.block-line",
                time=self._words.clock(line.real if line.real is not None else line.planned),
                title=title_of(line, self._words),
                n=line.block.minutes,
                state=self._words(f"room.block-{line.state}"),
            )
        return line if role == LINE else None


class AgendaDelegate(QStyledItemDelegate):
    """Paints a line: time, title over as many lines as it needs, minutes or a tick."""

    def __init__(self, look: Look, words: Words) -> None:
        """Paint in ``look``."""
        super().__init__()
        self._look, self._words = look, words
        self.width = look.size(212)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as the title set in the width there is."""
        # Qt asks before it knows the width; the list tells it instead.
        height = self._title(index).lay(self._title_width(self.width))
        return QSize(self.width, height + 2 * self._look.px(9))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line = index.data(LINE)
        if not isinstance(line, Line):
            return
        look, rect = self._look, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if line.state == "now" or focused:
            edge = QColor(look.tokens.ember if focused else look.tokens.line)
            painter.setPen(QPen(edge, look.tokens.ring if focused else 1))
            painter.setBrush(QColor(look.tokens.card if line.state == "now" else look.tokens.sunk))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 8, 8)
        tone = look.colour("mute" if line.state == "done" else "plain")
        top, pad = rect.top() + look.px(9), look.px(16)
        shown = line.real if line.real is not None else line.planned
        time = TextBlock(look, self._words.clock(shown), "small")
        time.lay(look.size(52))
        time.draw(painter, rect.left() + pad, top, look.colour("mute"))
        title = self._title(index)
        title.lay(self._title_width(rect.width()))
        title.draw(painter, rect.left() + pad + look.size(48), top, tone)
        mark = "✓" if line.state == "done" else str(line.block.minutes)
        end = TextBlock(look, mark, "small", align="right")
        end.lay(look.size(32))
        end.draw(painter, rect.right() - pad - look.size(32), top, look.colour("mute"))
        painter.restore()

    def _title(self, index: Index) -> TextBlock:
        line = index.data(LINE)
        now = isinstance(line, Line) and line.state == "now"
        return TextBlock(self._look, str(index.data()), "small-strong" if now else "small")

    def _title_width(self, width: int) -> int:
        return max(40, width - 2 * self._look.px(16) - self._look.size(48 + 36))


class AgendaList(QListView):
    """The agenda as a list: Enter or a click goes to a block."""

    def __init__(self, look: Look, words: Words) -> None:
        """An empty list in ``look``."""
        super().__init__()
        self.agenda = AgendaModel(words)
        self.setModel(self.agenda)
        self._delegate = AgendaDelegate(look, words)
        self.setItemDelegate(self._delegate)
        self.setProperty("bare", True)
        self.setAccessibleName(words("room.agenda"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the agenda; the list is as tall as its lines."""
        if self.agenda.set_lines(lines):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks titles elsewhere."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        width = self.viewport().width()
        if width != self._delegate.width:
            self._delegate.width = width
            self.scheduleDelayedItemsLayout()
        option = QStyleOptionViewItem()
        rows = range(self.agenda.rowCount())
        tall = sum(self._delegate.sizeHint(option, self.agenda.index(row)).height() for row in rows)
        if tall + 4 != self.height():
            self.setFixedHeight(tall + 4)
