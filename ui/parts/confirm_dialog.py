"""A question with two answers: it is done, or everything stays as it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import Button, KeyButton
from ui.parts.dialog_size import dialog_size
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.reading import for_reading
from ui.parts.scroll_column import ScrollColumn

WIDTH = 520
"""How wide it would like to be at 100 %, pixels."""
YES_KEY = "Ctrl+Return"


class ConfirmDialog(QDialog):
    """Asks before something is done. Escape and Enter both mean no; Ctrl+Enter means yes."""

    def __init__(self, look: Look, words: Words, parent: QWidget, question: str, yes: str) -> None:
        """``yes`` is what is done, as a verb."""
        super().__init__(parent)
        for_reading(self)  # what may not be done where a library is only read is not asked
        self._look = look
        self.setWindowTitle(yes)
        self.setAccessibleName(yes)
        self.question = WrapLabel(look, question, "body")
        self.column = ScrollColumn(look, apart=True)
        self.column.add(self.question)
        self.yes_button = KeyButton(look, words, yes, YES_KEY)
        self.yes_button.clicked.connect(self.accept)
        self.no_button = Button(look, words("parts.not-now"))
        self.no_button.clicked.connect(self.reject)
        answers = FlowLayout(look.px(12), look.px(8))
        answers.addWidget(self.no_button)
        answers.addWidget(self.yes_button)
        buttons = ShareLayout(look.px(16), look.px(12), middle=True)
        buttons.add(QWidget(), 1)
        buttons.add(holding(answers), 0)
        whole = QVBoxLayout(self)
        around = look.px(24)
        whole.setContentsMargins(around, around, around, around)
        whole.setSpacing(look.px(16))
        whole.addWidget(self.column, 1)
        whole.addWidget(holding(buttons))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room the question needs; Enter says no."""
        if not event.spontaneous():
            self.resize(dialog_size(self._look, self, self.column, WIDTH))
        super().showEvent(event)
        if not event.spontaneous():
            self.no_button.setFocus()
