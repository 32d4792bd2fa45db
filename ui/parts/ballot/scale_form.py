"""Questions answered on a scale from 1 to 5, one on the screen at a time."""

from collections.abc import Callable, Mapping, Sequence

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words import Words
from app.workshop.ballots import Given
from app.workshop.scale_diagram import SCALE
from app.workshop.spread import UNKNOWN
from ui.look.look import Look
from ui.parts.ballot.ballot_form import BallotForm
from ui.parts.buttons import Button
from ui.parts.digit_keys import digit_of

_ANSWERS: Mapping[str, str] = {**{one: one for one in SCALE}, "0": UNKNOWN}


class ScaleQuestion(msgspec.Struct, frozen=True):
    """A question of a form, about an item; ``low`` and ``high`` say what 1 and 5 mean."""

    form: str
    item: str
    text: str
    low: str
    high: str


class ScaleForm(BallotForm):
    """A digit answers and leads to the next question."""

    def __init__(self, look: Look, words: Words, questions: Sequence[ScaleQuestion]) -> None:
        """The first question."""
        super().__init__()
        self._words, self._questions = words, questions
        self._at = 0
        self._given: dict[int, str] = {}
        self.buttons: dict[str, Button] = {}
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        for one in SCALE:
            self.buttons[one] = self._button(look, one)
            row.addWidget(self.buttons[one], 1)
        self.scale = QWidget()
        self.scale.setLayout(row)
        self.buttons[UNKNOWN] = self._button(look, f"0 {words('ballot.unknown')}")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(16))
        column.addWidget(self.scale)
        column.addWidget(self.buttons[UNKNOWN], 0, Qt.AlignmentFlag.AlignLeft)
        for one, button in self.buttons.items():
            button.clicked.connect(self._answering(one))

    @property
    def eyebrow(self) -> str:
        """Which question of how many."""
        return self._words("ballot.question-n", n=self._at + 1, total=len(self._questions))

    @property
    def asked(self) -> str:
        """The question."""
        return self._questions[self._at].text

    @property
    def hint(self) -> str:
        """Which keys answer."""
        return self._words("ballot.digits")

    @property
    def complete(self) -> bool:
        """Whether the last question was answered."""
        return self._at >= len(self._questions)

    def begin(self) -> None:
        """The first question, nothing answered."""
        self._at, self._given = 0, {}
        self._show()

    def go_back(self) -> bool:
        """To the question before."""
        if not self._at:
            return False
        self._at -= 1
        self._show()
        return True

    def take_key(self, event: QKeyEvent) -> bool:
        """A digit answers."""
        answer = _ANSWERS.get(digit_of(event))
        if answer is None or self.complete:
            return False
        self._answer(answer)
        return True

    def given(self) -> Given:
        """The answers by form and item."""
        found: dict[str, dict[str, str]] = {}
        for at, one in enumerate(self._questions):
            found.setdefault(one.form, {})[one.item] = self._given.get(at, UNKNOWN)
        return found

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

    def _answer(self, answer: str) -> None:
        if not self.complete:
            self._given[self._at] = answer
            self._at += 1
            self._show()

    def _show(self) -> None:
        if not self.complete:
            asked = self._questions[self._at]
            for one, end in ((SCALE[0], asked.low), (SCALE[-1], asked.high)):
                self.buttons[one].setText(f"{one} {end}".strip())
        self.turned.emit()
