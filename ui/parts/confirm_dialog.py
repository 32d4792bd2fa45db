"""A question with two answers: it is done, or everything stays as it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import Button, KeyButton
from ui.parts.column_dialog import ColumnDialog
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading

YES_KEY = "Ctrl+Return"


class ConfirmDialog(ColumnDialog):
    """Asks before something is done. Escape and Enter both mean no; Ctrl+Enter means yes."""

    wide = 520

    def __init__(self, look: Look, words: Words, parent: QWidget, question: str, yes: str) -> None:
        """``yes`` is what is done, as a verb."""
        super().__init__(look, parent, yes)
        for_reading(self)  # what may not be done where a library is only read is not asked
        self.question = WrapLabel(look, question, "body")
        self.column.add(self.question)
        self.yes_button = KeyButton(look, words, yes, YES_KEY)
        self.yes_button.clicked.connect(self.accept)
        self.no_button = Button(look, words("parts.not-now"))
        self.no_button.clicked.connect(self.reject)
        answers = FlowLayout(look.px(12), look.px(8), right=True)
        answers.addWidget(self.no_button)
        answers.addWidget(self.yes_button)
        self.lay_out(holding(answers))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def first(self) -> QWidget:
        """The button that does nothing: Enter says no."""
        return self.no_button
