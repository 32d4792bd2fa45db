"""Sentences with a place of their own: a strip for one clear sentence, an empty screen, a quote."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.words import Words
from ui.look.look import Look
from ui.look.scaling import RADIUS_CONTROL
from ui.look.text_styles import TextRole
from ui.look.themes import Tone
from ui.parts.buttons import Button, IconButton
from ui.parts.labels import WrapLabel, heading
from ui.parts.layouts import FlowLayout, ShareLayout, holding

NoticeTone = Literal["info", "amber", "ember"]

_TONES: dict[NoticeTone, Tone] = {"info": "teal", "amber": "amber", "ember": "ember"}


class SentenceBar(QFrame):
    """A strip that says one clear sentence, and may offer one thing to do about it.

    Hidden until something is said. ``answered`` is sent when its button is pressed; the strip
    closes by its own button, by Escape while it has the focus, or by :meth:`clear`.
    """

    answered = Signal()
    dismissed = Signal()
    held_changed = Signal()

    def __init__(self, look: Look, words: Words, *controls: QWidget) -> None:
        """A strip with nothing to say; ``controls`` stand before its button."""
        super().__init__()
        self._held: dict[object, str] = {}
        self._cut = ""
        # A dialog may go before what was typed in it is safe.
        self.destroyed.connect(self._held.clear)
        self._look, self._words = look, words
        self._tone: NoticeTone = "info"
        self.sentence = WrapLabel(look, "", "body")
        self.button = Button(look, "", small=True)
        self.close_button = IconButton(look, "close", words("parts.dismiss"))
        self.button.clicked.connect(self.answered)
        self.close_button.clicked.connect(self._dismiss)
        row = ShareLayout(look.px(12), look.px(4), middle=True)
        row.setContentsMargins(look.px(16), look.px(6), look.px(8), look.px(6))
        row.add(self.sentence, 1, look.size(240))
        ends = FlowLayout(look.px(8))
        for widget in (*controls, self.button, self.close_button):
            ends.addWidget(widget)
        row.add(holding(ends), 0)
        self.setLayout(row)
        self.hide()

    @property
    def tone(self) -> NoticeTone:
        """The tone of what was said last."""
        return self._tone

    def say(self, sentence: str, tone: NoticeTone = "info", button: str = "") -> None:
        """Show a sentence until the next one, and a button when it has a text."""
        self._tone = tone
        self.sentence.setText(sentence)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(sentence)
        self.show()
        self.update()
        _announce(self, sentence, urgent=tone == "ember")

    def say_cut(self, most: int) -> None:
        """Say that a field took in so many characters, and no more."""
        self._cut = self._words("parts.cut", n=most)
        self.say(self._cut, "amber")

    def say_trouble(self, sentence: str) -> None:
        """Say why what was typed cannot be taken as it is."""
        self.say(self._after_cut(sentence), "ember")

    def clear(self) -> None:
        """Take the sentence away, and show again what is held."""
        if self._held:
            latest = list(self._held.values())[-1]
            if latest != self.sentence.text():
                self.say(latest, "ember")
            return
        self.put_away()

    def clear_trouble(self) -> None:
        """Take away a sentence about an act that failed; what is held stays."""
        if self._tone == "ember":
            self.clear()

    def take_back(self, sentence: str) -> None:
        """Take this sentence away if it is still the one that is shown."""
        if self.sentence.text() == sentence:
            self.clear()

    @property
    def holds(self) -> bool:
        """Whether something that was typed is not kept, and that was said."""
        return bool(self._held)

    def hold(self, owner: object, sentence: str) -> None:
        """Say what is true of something typed until its owner releases it."""
        before = self._held.pop(owner, "")
        sentence = before if before.endswith(sentence) else self._after_cut(sentence)
        self._held[owner] = sentence
        self.say(sentence, "ember")
        self.held_changed.emit()

    def release(self, owner: object) -> None:
        """What was held for an owner is not true any more."""
        sentence = self._held.pop(owner, None)
        if sentence is not None:
            if sentence not in self._held.values():
                self.take_back(sentence)
            self.held_changed.emit()

    def release_all(self) -> None:
        """Nothing that was typed here is on the screen any more."""
        self._held.clear()
        self.put_away()
        self.held_changed.emit()

    def put_away(self) -> None:
        """Take the strip away, whatever is held."""
        self.hide()
        self.sentence.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the strip."""
        if event.key() == Qt.Key.Key_Escape:
            self._dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground in the sentence's tone, with a bar at its left."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = _TONES[self._tone]
        painter.setPen(QPen(self._look.tint(tone), 1))
        painter.setBrush(self._look.background(tone))
        box = QRectF(self.contentsRect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(tone))
        bar = QRectF(box.left() + 5, box.top() + 7, 3, max(0.0, box.height() - 14))
        painter.drawRoundedRect(bar, 1.5, 1.5)
        painter.end()

    def _after_cut(self, sentence: str) -> str:
        """What was pasted was cut, and is refused as well: both are to be known."""
        cut = self._cut and self.sentence.text().startswith(self._cut)
        return f"{self._cut} {sentence}" if cut else sentence

    def _dismiss(self) -> None:
        self.put_away()
        self.dismissed.emit()


def _announce(widget: QWidget, sentence: str, *, urgent: bool) -> None:
    """Have screen readers say a sentence, when they have finished unless it is urgent."""
    # Three milliseconds that the first window does not need.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    event = QAccessibleAnnouncementEvent(widget, sentence)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


class EmptyState(QWidget):
    """What an empty screen says: what to do first, and one button that does it."""

    asked = Signal()

    def __init__(self, look: Look, title: str, sentence: str, button: str = "") -> None:
        """A title, a sentence, and the button's text; without one there is no button."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(32), 0, look.px(32))
        column.setSpacing(look.px(8))
        self.title = heading(look, title, 2)
        self.sentence = WrapLabel(look, sentence, "body", "mute")
        for label in (self.title, self.sentence):
            label.setMaximumWidth(look.size(560))
            column.addWidget(label)
        self.title.setVisible(bool(title))
        self.button = Button(look, button, "primary")
        self.button.clicked.connect(self.asked)
        column.addSpacing(look.px(8))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        # Once it has a parent: shown without one, it would flash as a window of its own.
        self.button.setVisible(bool(button))


class QuoteLabel(WrapLabel):
    """Words said aloud or to be said, in Literata and in the quotation marks of the language."""

    def __init__(
        self,
        look: Look,
        words: Words,
        text: str = "",
        role: TextRole = "quote",
        tone: Tone = "plain",
    ) -> None:
        """Quote ``text``: role ``say`` for what the facilitator says, ``quote`` for the rest."""
        self._words = words
        super().__init__(look, "", role, tone)
        self.quote(text)

    def quote(self, text: str) -> None:
        """Quote other words; nothing at all where there are none."""
        self.set_text(self._words("parts.quoted", text=text) if text else "")
