"""Controls that Qt has, made to wrap, or to be read whole."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QSizePolicy,
    QSpinBox,
    QStyledItemDelegate,
)

from ui.look.icons import paint_icon
from ui.look.look import Look
from ui.look.scaling import RADIUS_NOTE
from ui.look.text_styles import TextRole
from ui.parts.text_block import TextBlock

MOST_SEEN = 100
"""Entries of a drop-down that are seen at once, if the screen is high enough."""


class Tick(QCheckBox):
    """A box to tick whose words wrap."""

    def __init__(self, look: Look, text: str, role: TextRole = "body") -> None:
        """A box that is not ticked."""
        super().__init__(text.replace("&", "&&"))
        self._look = look
        self._block = TextBlock(look, text, role)
        self.setFont(look.font(role))
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words_top(self) -> int:
        """Where its words begin, in pixels from its top: what stands beside it begins there too."""
        return self._edge() + max(0, self._side() - self._block.pitch) // 2

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in ``width`` pixels."""
        words = self._block.lay(max(1, width - self._left() - self._edge()))
        return max(words + self.words_top, self._edge() + self._side()) + self._edge()

    def sizeHint(self) -> QSize:
        """The words on one line, or a comfortable paragraph."""
        width = min(self._block.natural_width, self._look.size(420))
        width += self._left() + self._edge()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        width = self._block.least_width() + self._left() + self._edge()
        return QSize(width, max(self._block.pitch, self._side()) + 2 * self._edge())

    def fits(self) -> bool:
        """Whether the words stand whole."""
        return self.heightForWidth(self.width()) <= self.height() + 1

    def hitButton(self, pos: QPoint) -> bool:
        """The words can be pressed as well as the box."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box beside the first line, the words, and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._look.theme
        if self.hasFocus():
            ring = tokens.ring
            painter.setPen(QPen(QColor(tokens.ember), ring))
            box = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
            painter.drawRoundedRect(box, RADIUS_NOTE, RADIUS_NOTE)
        self._paint_box(painter)
        self._block.lay(max(1, self.width() - self._left() - self._edge()))
        ink = QColor(tokens.ink if self.isEnabled() else tokens.control)
        self._block.draw(painter, self._left(), self.words_top, ink)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        """Draw the box, filled with a tick when ticked."""
        tokens = self._look.theme
        first = self._edge() + max(0, self._block.pitch - self._side()) // 2
        box = QRectF(self._edge(), first, self._side(), self._side()).adjusted(1, 1, -1, -1)
        on = self.isChecked()
        edge = tokens.ember if on or self.underMouse() else tokens.control
        ground = tokens.ember if on else tokens.card
        if not self.isEnabled():
            edge, ground = tokens.line, tokens.control if on else tokens.sunk
        painter.setPen(QPen(QColor(edge), 2))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(box, 4, 4)
        if on:
            paint_icon(painter, box.adjusted(1, 1, -1, -1), "tick", QColor(tokens.on_ember))

    def _edge(self) -> int:
        """Room for the ring."""
        return self._look.theme.ring + 2

    def _side(self) -> int:
        """The side of the box."""
        return self._look.size(18) + 2

    def _left(self) -> int:
        """Where the words begin."""
        return self._edge() + self._side() + self._look.px(8)


class Choice(QComboBox):
    """One of several, each a value and its words; the wheel never changes it by accident."""

    def __init__(self, look: Look, options: Sequence[tuple[str, str]] = ()) -> None:
        """Offer ``(value, words)`` pairs."""
        super().__init__()
        self._look = look
        self.setFont(look.font("body"))
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(MOST_SEEN)
        self.currentTextChanged.connect(self.setToolTip)
        self.set_options(options)

    @property
    def value(self) -> str:
        """The value that is chosen, or nothing."""
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def set_value(self, value: str) -> None:
        """Choose a value; one that is not offered chooses nothing."""
        self.setCurrentIndex(self.findData(value))
        self.setToolTip(self.currentText())

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer other pairs; what is chosen stays when it is offered again."""
        before = self.value
        blocked = self.blockSignals(True)
        self.clear()
        for value, words in options:
            self.addItem(words, value)
        kept = self.findData(before)
        self.setCurrentIndex(max(0, kept))
        self.blockSignals(blocked)
        self.setToolTip(self.currentText())

    def showPopup(self) -> None:
        """Open the list, every entry of it whole as far as the screen goes.

        Qt reckons without what the style sheet puts around the entries.
        """
        super().showPopup()
        view = self.view()
        box, screen = view.window(), self.screen().availableGeometry()
        place = QRect(box.geometry())
        bar = view.verticalScrollBar()
        around = view.width() - view.viewport().width()
        place.setWidth(max(place.width(), view.sizeHintForColumn(0) + around))
        place.setHeight(place.height() + bar.maximum() - bar.minimum())
        place.setSize(place.size().boundedTo(screen.size()))
        place.moveRight(min(place.right(), screen.right()))
        if place.bottom() > screen.bottom():
            # Above the field where that is enough, else wherever it goes.
            above = self.mapToGlobal(QPoint(0, 0)).y() - place.height()
            place.moveTop(above if above >= screen.top() else screen.bottom() - place.height() + 1)
        box.setGeometry(place)
        view.scrollTo(view.currentIndex())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, unless the list is meant."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def minimumSizeHint(self) -> QSize:
        """Room for a few words; longer ones are read in the tooltip and the list."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._look.size(220)), hint.height())


class NumberBox(QSpinBox):
    """A whole number; the wheel changes it only when it is meant."""

    def __init__(self, look: Look) -> None:
        """Zero."""
        super().__init__()
        self.setFont(look.font("body"))
        self.lineEdit().setTextMargins(look.px(10), 0, 0, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose all of it, also after a click: what is typed takes its place."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            QTimer.singleShot(0, self, self.selectAll)  # once the click has put the cursor

    def event(self, event: QEvent) -> bool:
        """Claim what may stand in a number, and no letters: they are words for somewhere else."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.text().isalpha():
                event.ignore()
                return False
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, unless the number is meant."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
