"""The rail at the left of the window: the house's name, where one can go, two lines at its foot."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.words import Words
from ui.look.icons import IconName, paint_icon
from ui.look.look import Look
from ui.look.scaling import RADIUS_CONTROL
from ui.parts.keycaps import key_text, keycap_size, paint_keycap
from ui.parts.labels import WrapLabel
from ui.parts.push_button import PushButton
from ui.parts.text_block import TextBlock

_GREATEST_PART = 0.2  # of the window; a rail that would take more is folded to its signs


class RailEntry(msgspec.Struct, frozen=True):
    """Somewhere to go: an id, its words, its sign for the folded rail, and a key if it has one;
    ``bind`` false only shows it, for a key that somebody else listens to."""

    id: str
    text: str
    icon: IconName
    key: str = ""
    bind: bool = True


class Rail(QWidget):
    """The rail. ``chosen`` is sent with the id of the entry that was pressed."""

    chosen = Signal(str)

    def __init__(self, look: Look, words: Words, brand: str, entries: Sequence[RailEntry]) -> None:
        """A rail with the house's name and entries; none is current."""
        super().__init__()
        self._look, self._folded = look, False
        self._foot = ("", "")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(look.px(2))
        self._brand = _Brand(look, brand)
        self._column.addWidget(self._brand)
        self._column.addSpacing(look.px(14))
        self._entries: dict[str, _EntryButton] = {}
        for entry in entries:
            button = _EntryButton(look, words, entry)
            button.clicked.connect(self._press)
            self._entries[entry.id] = button
            self._column.addWidget(button)
        self._column.addStretch(1)
        self._lines = WrapLabel(look, "", "small", "mute")
        self._below = QHBoxLayout()
        self._below.addWidget(self._lines)
        self._column.addLayout(self._below)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._arrange()

    @property
    def folded(self) -> bool:
        """Whether only the signs are shown, their words as tooltips."""
        return self._folded

    @property
    def current(self) -> str:
        """The id of the current entry, or nothing."""
        return next((name for name, button in self._entries.items() if button.current), "")

    def set_current(self, entry: str) -> None:
        """Mark the entry of this id as where one is; an unknown id marks none."""
        for each, button in self._entries.items():
            button.set_current(each == entry)

    def set_foot(self, first: str, second: str = "") -> None:
        """Show two small sentences at the foot."""
        self._foot = (first, second)
        self._lines.setText("\n".join(line for line in self._foot if line))
        self._brand.setToolTip(self._lines.text() if self._folded else "")

    def fit(self, window: int) -> None:
        """Fold or unfold for a window of so many pixels across."""
        folded = self._open_width() > window * _GREATEST_PART
        if folded != self._folded:
            self._folded = folded
            self._arrange()

    def entry(self, entry: str) -> QPushButton:
        """The button of an entry. Raises KeyError for an unknown id."""
        return self._entries[entry]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sunk ground and the hairline at the right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.sunk))
        edge = QRect(self.width() - 1, 0, 1, self.height())
        painter.fillRect(edge, QColor(self._look.theme.line))
        painter.end()

    def _press(self) -> None:
        sender = self.sender()
        if isinstance(sender, _EntryButton):
            self.chosen.emit(sender.entry.id)

    def _arrange(self) -> None:
        """Lay the rail out open or folded."""
        look = self._look
        side = look.px(12)
        self._column.setContentsMargins(side, look.px(22), side + 1, look.px(24))
        self._brand.set_folded(self._folded)
        for button in self._entries.values():
            button.set_folded(self._folded)
        self._below.setContentsMargins(look.px(12), 0, 0, 0)
        self._lines.setVisible(not self._folded)
        self._brand.setToolTip(self._lines.text() if self._folded else "")
        self.setFixedWidth(self._folded_width() if self._folded else self._open_width())

    def _open_width(self) -> int:
        """The width with words."""
        widest = max((button.open_width() for button in self._entries.values()), default=0)
        return max(self._look.size(208), widest + 2 * self._look.px(12) + 1)

    def _folded_width(self) -> int:
        return self._look.size(20) + 2 * self._look.px(12) + 2 * self._look.px(12) + 1


class _Brand(QWidget):
    """The house's name, or its flame when folded."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look, self._folded = look, False
        self._block = TextBlock(look, name, "brand")
        self.setAccessibleName(name)
        self.setFixedHeight(look.pitch("brand") + look.px(8))

    def set_folded(self, folded: bool) -> None:
        self._folded = folded
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._folded:
            side = self._look.size(26)
            corner = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            paint_icon(painter, corner, "hearth", self._look.colour("ember"))
        else:
            height = self._block.lay(self.width())
            left, top = self._look.px(12), (self.height() - height) / 2
            self._block.draw(painter, left, top, self._look.colour("ember"))
        painter.end()


class _EntryButton(PushButton):
    """An entry of the rail: its words and its key, or its sign when folded."""

    def __init__(self, look: Look, words: Words, entry: RailEntry) -> None:
        super().__init__()
        self.entry = entry
        self._look = look
        self._cap = key_text(words, entry.key) if entry.key else ""
        self._folded = False
        self.current = False
        self.setProperty("role", "flat")
        self.setAccessibleName(entry.text)
        self.setAccessibleDescription(self._cap)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if entry.key and entry.bind:
            self._key = QShortcut(QKeySequence(entry.key), self)
            self._key.activated.connect(self.click)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_folded(self, folded: bool) -> None:
        """Show the sign only, or the words."""
        self._folded = folded
        whole = f"{self.entry.text}  {self._cap}".strip()
        self.setToolTip(whole if folded else "")
        self.updateGeometry()
        self.update()

    def set_current(self, current: bool) -> None:
        """Mark the entry as where one is."""
        self.current = current
        self.update()

    def open_width(self) -> int:
        """The width with words and key."""
        words = TextBlock(self._look, self.entry.text, "strong").natural_width
        cap = keycap_size(self._look, self._cap).width() + self._look.px(14) if self._cap else 0
        return words + cap + 2 * self._look.px(12)

    def sizeHint(self) -> QSize:
        """One line of words with air around it."""
        width = self._look.size(20) + 2 * self._look.px(12) if self._folded else self.open_width()
        return QSize(width, self._look.pitch("body") + 2 * self._look.px(10))

    def minimumSizeHint(self) -> QSize:
        """Never less."""
        return self.sizeHint()

    def fits(self) -> bool:
        """Whether the words and the key stand whole."""
        return self._folded or self.width() >= self.open_width()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the white card of the current entry, the words, the key, the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = self._look.theme
        box = QRectF(self.rect())
        if self.current or self.underMouse():
            painter.setPen(QPen(QColor(tokens.line), 1) if self.current else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.card if self.current else tokens.paper))
            painter.drawRoundedRect(
                box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL
            )
        if self.hasFocus():
            ring = tokens.ring
            painter.setPen(QPen(QColor(tokens.ember), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inner = box.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
            painter.drawRoundedRect(inner, RADIUS_CONTROL, RADIUS_CONTROL)
        if self._folded:
            side = self._look.size(20)
            square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
            colour = QColor(tokens.ember if self.current else tokens.ink)
            paint_icon(painter, square, self.entry.icon, colour)
        else:
            self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        look = self._look
        block = TextBlock(look, self.entry.text, "strong" if self.current else "body")
        height = block.lay(block.natural_width)
        left = look.px(12)
        block.draw(painter, left, (self.height() - height) / 2, look.colour("plain"))
        if self._cap:
            size = keycap_size(look, self._cap)
            left += block.natural_width + look.px(14)
            cap = QRectF(left, (self.height() - size.height()) // 2, size.width(), size.height())
            paint_keycap(painter, cap, self._cap, look)
