"""Answering in private: the laptop goes from hand to hand, one statement on the screen at a time.

Nothing of an answer is kept before the person has given all of them, and nothing shows what others
answered. Escape ends it; what the person on turn had answered so far is forgotten.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.kinds.pulse.setup import SCALE, UNKNOWN, PulseWords
from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import Button, KeyButton
from ui.parts.digit_keys import digit_of
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout, holding

WIDTH = 900
"""How wide the column of text is at most, pixels at 100 %."""
_ANSWERS: Mapping[str, str] = {**{one: one for one in SCALE}, "0": UNKNOWN}


class AnswerDialog(QDialog):
    """Asks one person after the other.

    ``keep`` counts what one person answered, by statement; gives a sentence on why it was not, or
    nothing. What was not counted stays, to be tried again.
    """

    def __init__(
        self,
        look: Look,
        words: Words,
        statements: tuple[str, ...],
        wording: PulseWords,
        keep: Callable[[Mapping[str, str]], str],
        parent: QWidget,
    ) -> None:
        """Begin with the page that is handed to the first person."""
        super().__init__(parent)
        self._words, self._statements, self._wording, self._keep = words, statements, wording, keep
        self._answers: dict[str, str] = {}
        self._at: int | None = None
        self.setWindowTitle(words("pulse.answer-title"))
        self.setAccessibleName(words("pulse.answer-title"))
        self.eyebrow = WrapLabel(look, "", "small", "mute")
        self.text = WrapLabel(look, "", "say")
        self.hint = WrapLabel(look, "", "body", "mute")
        self.buttons: dict[str, Button] = {}
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        for number, one in enumerate(SCALE):
            ends = {0: wording.low, len(SCALE) - 1: wording.high}
            label = f"{one} {ends[number]}" if number in ends else one
            self.buttons[one] = self._button(look, label)
            row.addWidget(self.buttons[one], 1)
        self.scale = QWidget()
        self.scale.setLayout(row)
        self.buttons[UNKNOWN] = self._button(look, f"0 {words('pulse.unknown')}")
        self.back = KeyButton(look, words, words("pulse.back"), "Backspace", "link", bind=False)
        self.back.clicked.connect(self._go_back)
        self.onward = KeyButton(look, words, "", "Return", "primary", bind=False)
        self.onward.clicked.connect(self._go_on)
        self.stop = KeyButton(look, words, words("pulse.stop"), "Esc", "link", bind=False)
        self.stop.clicked.connect(self.reject)
        for one, button in self.buttons.items():
            button.clicked.connect(self._answering(one))
        self._lay_out(look)
        self._show()
        self.resize(parent.size())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer, Backspace goes back, Enter goes on."""
        key, answer = event.key(), _ANSWERS.get(digit_of(event))
        if answer is not None and self._at is not None and self._at < len(self._statements):
            self._answer(answer)
        elif key == Qt.Key.Key_Backspace:
            self._go_back()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.onward.isVisible():
            self._go_on()
        else:
            super().keyPressEvent(event)

    def _button(self, look: Look, label: str) -> Button:
        button = Button(look, label, wide=True)
        # The keyboard stays with the window: digits answer wherever somebody clicked.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAutoDefault(False)
        return button

    def _answering(self, answer: str) -> Callable[[], None]:
        def act() -> None:
            self._answer(answer)

        return act

    def _lay_out(self, look: Look) -> None:
        column = QWidget()
        column.setMaximumWidth(look.size(WIDTH))
        inside = QVBoxLayout(column)
        inside.setSpacing(look.px(16))
        inside.addStretch(1)
        inside.addWidget(self.eyebrow)
        inside.addWidget(self.text)
        inside.addWidget(self.hint)
        inside.addSpacing(look.px(12))
        inside.addWidget(self.scale)
        inside.addWidget(self.buttons[UNKNOWN], 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(2)
        foot = FlowLayout(look.px(12), look.px(8))
        for one in (self.stop, self.back, self.onward):
            foot.addWidget(one)
        inside.addWidget(holding(foot))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(look.px(32), look.px(32), look.px(32), look.px(32))
        whole.addStretch(1)
        whole.addWidget(column, 100)
        whole.addStretch(1)

    def _answer(self, answer: str) -> None:
        if self._at is not None and self._at < len(self._statements):
            self._answers[self._statements[self._at]] = answer
            self._at += 1
            self._show()

    def _go_back(self) -> None:
        if self._at:
            self._at -= 1
            self._show()

    def _go_on(self) -> None:
        """From one person to the next, or, at the end, count what was answered."""
        if self._at is None:
            self._at = 0
        elif self._at >= len(self._statements):
            why_not = self._keep(dict(self._answers))
            if why_not:
                self.hint.set_text(why_not)
                self.hint.set_tone("ember")
                return
            self._answers, self._at = {}, None
            self._show(thanks=True)
            return
        self._show()

    def _show(self, *, thanks: bool = False) -> None:
        """The page for handing on, a statement, or the page before the answers are counted."""
        words, at, number = self._words, self._at, len(self._statements)
        self.hint.set_tone("mute")
        asking = at is not None and at < number
        self.scale.setVisible(asking)
        self.buttons[UNKNOWN].setVisible(asking)
        self.back.setVisible(bool(at))
        self.onward.setVisible(not asking)
        if at is None:
            self.eyebrow.set_text(words("pulse.thanks") if thanks else "")
            self.text.set_text(words("pulse.hand-on" if thanks else "pulse.hand-over"))
            self.hint.set_text(words("pulse.private-here"))
            self.onward.setText(words("pulse.begin"))
        elif asking:
            one = self._statements[at]
            self.eyebrow.set_text(words("pulse.statement-n", n=at + 1, total=number))
            self.text.set_text(self._wording.statements.get(one, one))
            self.hint.set_text(words("pulse.digits"))
        else:
            self.eyebrow.set_text("")
            self.text.set_text(words("pulse.all-answered"))
            self.hint.set_text(words("pulse.count-me-hint"))
            self.onward.setText(words("pulse.count-me"))
        self.setFocus()
