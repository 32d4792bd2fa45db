"""The plain fields of the window: a line, and several lines. What is pasted in them is read the
same way everywhere, and cut where it is too much to be shown at once."""

from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.pasted_cells import MOST_LETTERS, Pasted
from ui.parts.clipboard import on_clipboard, read_mime, text_of
from ui.parts.window_bar import say_cut


class LineEdit(QLineEdit):
    """A field of one line. It takes in more than the library does, so that too much is met with a
    sentence, and not cut in silence."""

    def __init__(self, parent: QWidget | None = None, *, lines_apart: bool = False) -> None:
        """An empty line. ``lines_apart``: whoever reads it makes something of each pasted line."""
        super().__init__(parent)
        self._between = "\n" if lines_apart else " "
        self.setMaxLength(MOST_LETTERS)
        self.inputRejected.connect(partial(say_cut, self, MOST_LETTERS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste what a spreadsheet copied as it says it, on one line; the rest is typing."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt's own menu, with the same paste."""
        menu = self.createStandardContextMenu()
        paste = menu.findChild(QAction, "edit-paste")
        if paste is not None:
            paste.triggered.disconnect()
            paste.triggered.connect(self._paste)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def insert_pasted(self, pasted: Pasted) -> None:
        """Put what was pasted where the cursor is."""
        before = len(self.text()) - len(self.selectedText())
        self.insert(self._between.join(text_of(pasted).strip("\n").splitlines()))
        if pasted.cut:
            say_cut(self, len(self.text()) - before)

    def _paste(self) -> None:
        if not self.isReadOnly():
            self.insert_pasted(read_mime(on_clipboard()))


class PlainEdit(QPlainTextEdit):
    """A field of several lines."""

    def __init__(
        self, parent: QWidget | None = None, *, most: int = MOST_LETTERS, tabbed: bool = False
    ) -> None:
        """Empty. It takes in ``most`` characters at once. ``tabbed``: whoever reads the text looks
        for cells in it, so that they stay apart."""
        super().__init__(parent)
        self._most, self._tabbed = most, tabbed

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, whatever it was."""
        pasted = read_mime(source, self._most)
        said = (pasted.text or pasted.tabbed()) if self._tabbed else text_of(pasted)
        self.insertPlainText(said)
        if pasted.cut:
            say_cut(self, len(said))
