"""A clause that is read as a letter and written where it stands, saved while it is typed."""

from PySide6.QtCore import QEvent, QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QTextEdit, QVBoxLayout, QWidget

from app.words import Words
from ui.look.look import Look
from ui.look.measure import RADIUS_CONTROL
from ui.parts.clauses.editors import Editor, make_editor

REST = 500
"""Milliseconds without a key after which what was typed is kept."""


class ClauseField(QFrame):
    """A clause under a person's hands: a ring while one writes, a hairline while pointed at."""

    typed = Signal(str, str)
    """Id of the clause, and its words so far."""
    entered = Signal(str)
    """Id of the clause one now writes in."""
    left = Signal(str, str)
    """Id of the clause one has left, and its words; perhaps in the midst of a change."""

    def __init__(
        self, look: Look, words: Words, clause: str, form: str, columns: tuple[str, ...], name: str
    ) -> None:
        """The field of ``clause`` (its id), called ``name`` by screen readers; a table's heads are
        ``columns``."""
        super().__init__()
        self._look, self.clause = look, clause
        self.editor: Editor
        self.editing: QWidget
        self.editor, self.editing = make_editor(look, words, form, columns, "")
        self.editing.setAccessibleName(name)
        self.setFocusProxy(self.editing)
        self.writing = False
        self._saved = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._tell)
        self.editor.edited.connect(self._changed)
        self.editor.entered.connect(self._enter)
        self.editor.left.connect(self._leave)
        self.editing.installEventFilter(self)
        column = QVBoxLayout(self)
        side = look.px(10)
        column.setContentsMargins(side, look.px(5), side, look.px(5))
        column.addWidget(self.editing)

    def show_text(self, text: str) -> None:
        """Show the words the library has; words not yet saved stay under one's hands."""
        if text == self.words():
            self._saved = text
        elif self.unsaved() is None:
            self.editor.set_text(text)
            self._saved = self.words()

    def unsaved(self) -> str | None:
        """Words that the library does not have yet, or None."""
        return self.words() if self.words() != self._saved else None

    def go_on_with(self, text: str) -> None:
        """Take over words that were not saved yet; they will be."""
        self.editor.set_text(text)
        self._changed()

    @property
    def place(self) -> int:
        """Where in the text one writes; 0 in a table, where each cell has its own."""
        return self.editing.textCursor().position() if isinstance(self.editing, QTextEdit) else 0

    def begin(self, place: int) -> None:
        """Write on at that place."""
        self.editor.begin()
        if isinstance(self.editing, QTextEdit):
            at = self.editing.textCursor()
            at.setPosition(min(place, len(self.editing.toPlainText())))
            self.editing.setTextCursor(at)

    def words(self) -> str:
        """What stands in the field, as the library would keep it; a row's first cell may be
        empty, so that its tab stays."""
        lines = self.editor.text().splitlines()
        return "\n".join(line.rstrip() for line in lines).strip(" \n")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Paint the edge anew when it is pointed at or left."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        elif event.type() == QEvent.Type.Hide and self.unsaved() is not None:
            self._leave()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge."""
        tokens = self._look.tokens
        if not self.writing and not self.underMouse():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = tokens.ring if self.writing else 1
        painter.setPen(QPen(QColor(tokens.ember if self.writing else tokens.line), ring))
        box = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.end()

    def _changed(self) -> None:
        if self.unsaved() is not None:
            self._rest.start()

    def _tell(self) -> None:
        words = self.unsaved()
        if words is not None:
            self.typed.emit(self.clause, words)

    def _enter(self) -> None:
        self.writing = True
        self.update()
        self.entered.emit(self.clause)

    def _leave(self) -> None:
        self.writing = False
        self.update()
        self._rest.stop()
        self.left.emit(self.clause, self.words())
