"""What is asked before there is a window: a title, words and ways on, one below the other."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout

from ui.look.look import Look
from ui.parts.labels import heading


class FirstDialog(QDialog):
    """A dialog as high as the words in its ``body``.

    ``wide`` is how wide it would like to be at 100 %, pixels.
    """

    wide = 560

    def __init__(self, look: Look, title: str) -> None:
        """Nothing under its title yet."""
        super().__init__()
        self._look = look
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(look.px(28), look.px(24), look.px(28), look.px(24))
        self.body.setSpacing(look.px(8))
        self.body.addWidget(heading(look, title))

    def take_room(self) -> None:
        """Take the room the words need: Qt would reckon without how they fold."""
        wide = max(self._look.size(self.wide), self.body.minimumSize().width())
        self.resize(wide, self.body.totalHeightForWidth(wide))

    def showEvent(self, event: QShowEvent) -> None:
        """Open with the room it needs."""
        if not event.spontaneous():
            self.take_room()
        super().showEvent(event)
