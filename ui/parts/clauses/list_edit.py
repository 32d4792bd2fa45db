"""A list edited in place: Enter adds an item, Backspace takes an empty one away, Alt moves it."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
)

from app.typed_text import lines_of
from ui.look.look import Look
from ui.parts.inline_edit import InlineEdit
from ui.parts.keycaps import ENTER

_MOVES: Mapping[Qt.Key, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ListEdit(InlineEdit):
    """Items, one a line, each with its bullet."""

    def __init__(self, look: Look) -> None:
        """One empty item."""
        self._indent_width = look.px(22)
        super().__init__(look)
        self.document().setIndentWidth(self._indent_width)

    def paragraph_gap(self) -> int:
        """Pixels below an item: few, as items stand closer together than paragraphs."""
        return self._look.px(3)

    def block_format(self) -> QTextBlockFormat:
        """Room for the bullet before every line, on the side where its script begins."""
        form = super().block_format()
        form.setIndent(1)
        return form

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the items, and a bullet before the first line of each."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        tokens = self._look.theme
        radius = self._look.size(5) / 2
        block = self.document().firstBlock()
        while block.isValid():
            painter.setBrush(QColor(tokens.ink if block.text() else tokens.control))
            painter.drawEllipse(self._bullet(block), radius, radius)
            block = block.next()
        painter.end()

    def _bullet(self, block: QTextBlock) -> QPointF:
        """The middle of an item's bullet."""
        box = self.document().documentLayout().blockBoundingRect(block)
        line = block.layout().lineAt(0)
        high = line.y() + line.height() - line.descent() - self._look.size(18) * 0.32
        away = self._indent_width * 0.36
        right = block.textDirection() == Qt.LayoutDirection.RightToLeft
        x = self.viewport().width() - away if right else away
        return QPointF(x, box.top() + high)

    def pasted(self, text: str) -> str:
        """Pasted text as items, a line each, without the bullets that they brought along."""
        whole = "\n".join(lines_of(text))
        # A piece of a line keeps the spaces around it.
        same = whole == text.strip()
        return text.replace("\n", " ") if same and "\n" not in whole else whole

    def halves(self) -> tuple[str, str]:
        """The items above the cursor's, and that one with those below."""
        at, lines = self.textCursor().blockNumber(), self.toPlainText().split("\n")
        return "\n".join(lines[:at]), "\n".join(lines[at:])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Backspace, and Alt with an arrow are for items; the rest is typing."""
        cursor = self.textCursor()
        block = cursor.block()
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key in ENTER and modifiers in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ShiftModifier,
        ):
            if block.text().strip():
                cursor.insertBlock()
                self.setTextCursor(cursor)
            return
        if modifiers == Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self.move_item(_MOVES[key])
            return
        at_start = key == Qt.Key.Key_Backspace and cursor.atBlockStart()
        if at_start and not cursor.hasSelection() and block.previous().isValid():
            # Qt would take the bullet away first, and leave a line outside the list.
            cursor.deletePreviousChar()
            self.setTextCursor(cursor)
            return
        if at_start and not cursor.hasSelection() and not self.document().isEmpty():
            self._drop_first(block)
            return
        super().keyPressEvent(event)

    def move_item(self, by: int) -> None:
        """Move the item with the cursor up (-1) or down (1), one step that Ctrl+Z takes back."""
        cursor = self.textCursor()
        block = cursor.block()
        other = block.previous() if by < 0 else block.next()
        if not other.isValid():
            return
        column = cursor.positionInBlock()
        mine, theirs = block.text(), other.text()
        cursor.beginEditBlock()
        _say(block, theirs)
        _say(other, mine)
        cursor.endEditBlock()
        at = QTextCursor(other)
        at.setPosition(other.position() + min(column, len(other.text())))
        self.setTextCursor(at)

    def _drop_first(self, block: QTextBlock) -> None:
        """Take the first item away when it is empty and others follow it."""
        if not block.text() and block.next().isValid():
            cursor = QTextCursor(block)
            cursor.deleteChar()
            self.setTextCursor(cursor)

    def _indent(self) -> int:
        return self._indent_width


def _say(block: QTextBlock, text: str) -> None:
    """Put other words into a line; its bullet stays."""
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(text)
