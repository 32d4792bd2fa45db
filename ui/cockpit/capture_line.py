"""The one line where everything people say is typed: Enter keeps it, the focus stays."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.pasted_cells import Pasted
from ui.parts.clipboard import text_of
from ui.parts.keycaps import ENTER
from ui.parts.text_edits import LineEdit
from ui.parts.window_bar import say_cut

MOST_LINES = 200
"""Lines that are pasted at once: each becomes a note, and each is drawn on the wall."""


class CaptureLine(LineEdit):
    """A line edit that tells pasted lines apart and leaves Ctrl+Z to the room when it is empty."""

    entered = Signal(str)
    """Enter: what stands in the line."""
    entered_strongly = Signal(str)
    """Ctrl+Enter."""
    lines_pasted = Signal(str)
    """Several lines were pasted; what stood in the line comes before them."""
    moved = Signal(int)
    """Tab (1), Shift+Tab (-1)."""
    walked = Signal(int)
    """Down (1), Up (-1)."""
    escaped = Signal()
    """Escape."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty line."""
        super().__init__(parent)
        self.cells_apart = False
        """Whether tables are pasted with tabs between their cells."""
        self.setProperty("bare", True)

    def event(self, event: QEvent) -> bool:
        """Take Tab before Qt moves the focus; leave undo to the room when there is none here."""
        if isinstance(event, QKeyEvent):
            tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
            if event.type() == QEvent.Type.KeyPress and tab and not _command(event):
                self.moved.emit(-1 if event.key() == Qt.Key.Key_Backtab else 1)
                return True
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if event.type() == QEvent.Type.ShortcutOverride and (undo or redo):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Ctrl+Enter, arrows up and down, Escape; LineEdit knows pasting."""
        key = event.key()
        if key in ENTER:
            strongly = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.entered_strongly if strongly else self.entered).emit(self.text())
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not _command(event):
            self.walked.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for what it says while it is empty."""
        hint = super().minimumSizeHint()
        shown = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(max(hint.width(), shown + 8), hint.height())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu: its own Paste would join the lines of what is pasted."""
        event.accept()

    def take(self, text: str) -> None:
        """Show ``text`` as if nothing had been typed before it: Ctrl+Z does not bring it back."""
        self.setText(text)

    def insert_pasted(self, pasted: Pasted) -> None:
        """One line is typed on; several are each kept, the first behind what stands here."""
        table = self.cells_apart and pasted.shaped and not pasted.single
        said = pasted.tabbed() if table else text_of(pasted)
        lines = [line for line in said.splitlines() if line.strip()]
        if len(lines) > 1 or table:
            self.lines_pasted.emit(self._as_many_as_fit(lines, cut=pasted.cut))
        else:
            super().insert_pasted(pasted)

    def _as_many_as_fit(self, lines: list[str], *, cut: bool) -> str:
        """The lines that are taken in at once, behind what stands here; says what is cut."""
        # The last line of what was cut may be half of one.
        fitting = lines[: min(MOST_LINES, len(lines) - cut)]
        taken = "\n".join(fitting)
        if len(fitting) < len(lines):
            say_cut(self, len(taken))
        return f"{self.text()}{taken}"


def _command(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    return bool(held)
