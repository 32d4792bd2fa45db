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

    def __init__(self, look: Look, words: Words, *controls: QWidget) -> None:
        """A strip with nothing to say; ``controls`` stand before its button."""
        super().__init__()
        self._look = look
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

    def clear(self) -> None:
        """Take the sentence away."""
        self.put_away()

    def put_away(self) -> None:
        """Take the strip away, whatever it said."""
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
        self._column = column = QVBoxLayout(self)
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

    def add_link(self, link: QWidget) -> None:
        """Offer something else under the button."""
        self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)


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
