"""The row above notes: how things stand; and, once notes are chosen, what can be done with them."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import KeyButton
from ui.parts.labels import WrapLabel
from ui.parts.text_block import RichText

MORE_KEY = "Shift+F10"
"""Opens the menu, as on any list."""


class Act(msgspec.Struct, frozen=True):
    """Something that can be done now: its code, a word or two, and its key."""

    code: str
    text: str
    key: str


class ActsRow(QWidget):
    """Acts side by side, each pressed or asked for by its key; the menu has what has no room."""

    asked = Signal(str, QWidget)
    """The code of an act, and the button that was pressed; "more" is the menu."""

    def __init__(self, look: Look, words: Words) -> None:
        """No acts yet."""
        super().__init__()
        self._look, self._words = look, words
        self._acts: tuple[Act, ...] = ()
        self._buttons: list[KeyButton] = []
        self.said = WrapLabel(look, "", "small-strong")
        self.more = self._button(Act("more", words("kinds.acts-more"), MORE_KEY))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(14))
        self._row.addWidget(self.said)
        self._row.addWidget(self.more)
        self._row.addStretch(1)
        self.setFixedHeight(self.more.sizeHint().height())

    def show_acts(self, said: str, acts: Sequence[Act]) -> None:
        """Say what is chosen, and offer these acts, the most wanted first."""
        self.said.setText(said)
        self.said.setVisible(bool(said))
        if tuple(acts) != self._acts:
            self._acts = tuple(acts)
            for button in self._buttons:
                self._row.removeWidget(button)
                button.hide()
                button.deleteLater()
            self._buttons = [self._button(act) for act in acts]
            for at, button in enumerate(self._buttons, start=1):
                self._row.insertWidget(at, button)
        self._fit()

    def shown(self) -> list[str]:
        """The codes of the acts that have room now."""
        pairs = zip(self._acts, self._buttons, strict=True)
        return [act.code for act, button in pairs if not button.isHidden()]

    def press(self, code: str) -> None:
        """Press the button of an act that is shown."""
        at = [act.code for act in self._acts].index(code)
        self._buttons[at].click()

    def minimumSizeHint(self) -> QSize:
        """The menu alone."""
        return QSize(self.more.sizeHint().width(), self.more.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many as have room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        gap = self._row.spacing()
        said = 0 if self.said.isHidden() else self.said.sizeHint().width() + gap
        room = self.width() - self.more.sizeHint().width() - said
        for button in self._buttons:
            room -= button.sizeHint().width() + gap
            button.setVisible(room >= 0)

    def _button(self, act: Act) -> KeyButton:
        button = KeyButton(self._look, self._words, act.text, act.key, "link", bind=False)
        # A press leaves the keyboard where the notes are.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.asked.emit(act.code, button))
        return button


class NotesBar(QWidget):
    """One row of a steady height: sentence or acts at the left, what is always offered right."""

    def __init__(self, look: Look, words: Words) -> None:
        """A bar that says nothing yet."""
        super().__init__()
        self._look, self._words = look, words
        self.said = WrapLabel(look, "", "small", "mute")
        self.said.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.acts = ActsRow(look, words)
        self._stack = QStackedLayout()
        self._right = QHBoxLayout()
        self._right.setSpacing(look.px(14))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(4), 0, look.px(2), 0)
        row.setSpacing(look.px(16))
        row.addLayout(self._stack, 1)
        # Only now: what is on top of a stack that stands nowhere is shown as a window of its own.
        self._stack.addWidget(self.said)
        self._stack.addWidget(self.acts)
        row.addLayout(self._right)

    def offer(self, text: str, key: str, act: Callable[[], object]) -> KeyButton:
        """Add what is always offered, at the right; whoever adds it listens to the key."""
        button = KeyButton(self._look, self._words, text, key, "link", bind=False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        self._right.addWidget(button)
        return button

    def say(self, text: RichText) -> None:
        """How things stand, while nothing is chosen."""
        self.said.set_text(text)

    def show_acts(self, said: str, acts: Sequence[Act]) -> None:
        """What can be done now; without acts, how things stand."""
        if acts:
            self.acts.show_acts(said, acts)
        self._stack.setCurrentWidget(self.acts if acts else self.said)

    @property
    def offers_acts(self) -> bool:
        """Whether acts are shown now."""
        return self._stack.currentWidget() is self.acts
