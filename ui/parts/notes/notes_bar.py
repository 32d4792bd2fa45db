"""The row above notes: how things stand; and, once notes are chosen, what can be done with them."""

from collections.abc import Callable, Sequence
from math import ceil

import msgspec
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import KeyButton
from ui.parts.deletion import delete_later
from ui.parts.labels import ElidedLabel

MORE_KEY = "Shift+F10"
"""Opens the menu, as on any list."""
GAP = 8
"""Pixels at 100 % text between the parts of what is said."""


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
        self.said = ElidedLabel(look, "", "small-strong")
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
        self.said.setMinimumWidth(self.said.sizeHint().width())
        self.said.setVisible(bool(said))
        if tuple(acts) != self._acts:
            self._acts = tuple(acts)
            for button in self._buttons:
                self._row.removeWidget(button)
                button.hide()
                delete_later(button)
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


class Standing(QWidget):
    """How things stand, on one line: the fact, what is to be noticed, what else is good to know.

    Beside a fact the rest is said in whole pieces, as many as have room; by itself it is cut with
    an ellipsis, and its tooltip has it whole.
    """

    def __init__(self, look: Look) -> None:
        """Nothing is said yet."""
        super().__init__()
        self._look = look
        self._pieces: tuple[str, ...] = ()
        self._fact = ElidedLabel(look, "", "small-strong")
        self._notice = ElidedLabel(look, "", "small", "amber")
        self._rest = ElidedLabel(look, "", "small", "mute")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(GAP))
        for label in (self._fact, self._notice):
            row.addWidget(label)
        row.addWidget(self._rest, 1)

    def say(self, *rest: str, fact: str = "", notice: str = "") -> None:
        """Say the fact, the notice, and of the ``rest`` what has room, the first first."""
        self._pieces = rest
        for label, text in ((self._fact, fact), (self._notice, notice)):
            label.setText(text)
            label.setVisible(bool(text))
        self._fact.setMinimumWidth(self._fact.sizeHint().width())
        self._fit()

    def text(self) -> str:
        """All that is said where there is room."""
        said = (self._fact.text(), self._notice.text(), *self._pieces)
        return " · ".join(text for text in said if text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much as has room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        before = [one for one in (self._fact, self._notice) if one.text()]
        gap = self._look.px(GAP)
        room = self.width() - sum(one.sizeHint().width() + gap for one in before)
        said = " · ".join(self._pieces)
        for count in range(len(self._pieces), -1, -1):
            said = " · ".join(self._pieces[:count])
            if not before or ceil(self._look.metrics("small").horizontalAdvance(said)) < room:
                break
        self._rest.setText(said)
        self._rest.setVisible(bool(said))


class NotesBar(QWidget):
    """One line of a steady height: what stands, or acts, at the left; what is always offered at the
    right, as far as that leaves the left half of the line."""

    def __init__(self, look: Look, words: Words) -> None:
        """A bar that says nothing yet."""
        super().__init__()
        self._look, self._words = look, words
        self.said = Standing(look)
        self.acts = ActsRow(look, words)
        self.acts.hide()
        self._offered: dict[KeyButton, bool] = {}
        self._right = QHBoxLayout()
        self._right.setSpacing(look.px(14))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(4), 0, look.px(2), 0)
        row.setSpacing(look.px(16))
        row.addWidget(self.said, 1)
        row.addWidget(self.acts, 1)
        row.addLayout(self._right)
        self.setFixedHeight(self.acts.height())

    def offer(self, text: str, key: str, act: Callable[[], object]) -> KeyButton:
        """Add what is always offered, the more wanted the later; whoever adds it listens to the
        key, which does it also where the button has no room."""
        button = KeyButton(self._look, self._words, text, key, "link", bind=False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        self._right.addWidget(button)
        self._offered[button] = True
        self._fit()
        return button

    def show_offer(self, button: KeyButton, shown: bool, text: str = "") -> None:
        """Offer something now, or not; it may be called otherwise from now on."""
        self._offered[button] = shown
        if text:
            button.setText(text)
        self._fit()

    def show_acts(self, said: str, acts: Sequence[Act]) -> None:
        """What can be done now; without acts, how things stand."""
        if acts:
            self.acts.show_acts(said, acts)
        self.acts.setVisible(bool(acts))
        self.said.setVisible(not acts)

    @property
    def offers_acts(self) -> bool:
        """Whether acts are shown now."""
        return not self.acts.isHidden()

    def minimumSizeHint(self) -> QSize:
        """A few words."""
        return QSize(self._look.size(120), self.acts.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As much as has room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() // 2
        for button, shown in reversed(self._offered.items()):
            room -= button.sizeHint().width() + self._right.spacing()
            button.setVisible(shown and room >= 0)
            if not shown:
                room += button.sizeHint().width() + self._right.spacing()
