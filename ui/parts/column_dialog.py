"""What dialogs stand on: a column that scrolls, and under it, always in sight, how to answer."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from ui.look.look import Look
from ui.parts.dialog_size import dialog_size
from ui.parts.scroll_column import ScrollColumn


class ColumnDialog(QDialog):
    """A dialog as large as what it asks, within the window it stands over.

    ``wide`` is how wide it would like to be at 100 %, pixels.
    """

    wide = 640

    def __init__(self, look: Look, parent: QWidget, title: str) -> None:
        """An empty ``column``; :meth:`lay_out` says what stands under it."""
        super().__init__(parent)
        self._look = look
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.column = ScrollColumn(look, apart=True)

    def lay_out(self, *below: QWidget) -> None:
        """Put the column above, and ``below`` one under the other."""
        whole = QVBoxLayout(self)
        around = self._look.px(24)
        whole.setContentsMargins(around, around, around, around)
        whole.setSpacing(self._look.px(16))
        whole.addWidget(self.column, 1)
        for widget in below:
            whole.addWidget(widget)

    def first(self) -> QWidget:
        """What has the focus when it opens. Each dialog has its own."""
        raise NotImplementedError

    def wish(self) -> QSize:
        """As large as all that it holds asks: Qt would reckon without how words fold."""
        return dialog_size(self._look, self, self.column, self.wide)

    def take_room(self) -> None:
        """Take the room that it asks for now."""
        self.resize(self.wish())

    def showEvent(self, event: QShowEvent) -> None:
        """Open with the room it asks for."""
        if not event.spontaneous():
            self.take_room()
        super().showEvent(event)
        if not event.spontaneous():
            self.first().setFocus()
