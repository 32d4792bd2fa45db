"""Keys as people read them on their keyboard, and the little cap they are shown on."""

import sys

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from app.words import Words
from ui.look.look import Look

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Enter, among the letters and among the digits."""

_NAMED = {
    "ctrl",
    "shift",
    "alt",
    "enter",
    "tab",
    "esc",
    "space",
    "ins",
    "del",
    "backspace",
    "pgup",
    "pgdown",
    "home",
    "end",
}
_ARROWS = {"up": "↑", "down": "↓", "left": "←", "right": "→"}
_MAC = {"ctrl": "⌘", "alt": "⌥", "shift": "⇧"}


def is_enter(event: QKeyEvent) -> bool:
    """Whether a key is Enter, either of the two, with no other key held."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in ENTER and held == Qt.KeyboardModifier.NoModifier


def key_text(words: Words, key: str, platform: str = sys.platform) -> str:
    """A key sequence such as ``Ctrl+Shift+D`` as it is printed on a keyboard: "Ctrl Maj D"."""
    shown = []
    names = [name for name in key.replace("Return", "Enter").split("+") if name]
    if key.endswith("+"):
        names.append("+")  # the plus key: "Ctrl++"
    for name in names:
        code = name.lower()
        if platform == "darwin" and code in _MAC:
            shown.append(_MAC[code])
        elif code in _ARROWS:
            shown.append(_ARROWS[code])
        elif code in _NAMED:
            shown.append(words(f"parts.key.{code}"))
        else:
            shown.append(name)
    return " ".join(shown)


def keycap_size(look: Look, text: str) -> QSize:
    """The size of a cap with this text."""
    advance = look.metrics("key").horizontalAdvance(text)
    height = look.pitch("key") + look.px(2)
    return QSize(max(height, round(advance) + 2 * look.px(6)), height)


def paint_keycap(
    painter: QPainter, rect: QRectF, text: str, look: Look, on: QColor | None = None
) -> None:
    """Paint a cap; ``on`` is the colour of its letters and edge where it stands on ember."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QColor(on) if on else QColor(look.theme.line)
    if on:
        edge.setAlphaF(0.7)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if on else QColor(look.theme.card))
    box = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(box, 4, 4)
    # The thicker foot is what makes it a key.
    painter.drawLine(
        int(box.left()) + 4, int(box.bottom()) - 1, int(box.right()) - 3, int(box.bottom()) - 1
    )
    painter.setPen(on or QColor(look.theme.mute))
    painter.setFont(look.font("key"))
    painter.drawText(box.adjusted(0, 0, 0, -1), Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class Keycap(QLabel):
    """A key on its cap, beside the words that say what it does."""

    def __init__(self, look: Look, words: Words, key: str) -> None:
        """Show ``key``, written as for QKeySequence ("Ctrl+K")."""
        super().__init__(key_text(words, key))
        self._look = look
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(look.font("key"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The size of the cap."""
        return keycap_size(self._look, self.text())

    def minimumSizeHint(self) -> QSize:
        """A cap never shrinks."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        paint_keycap(painter, QRectF(self.rect()), self.text(), self._look)
        painter.end()
