"""The strip above other screens while a workshop is under way: how it stands, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import KeyButton
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.pill import Pill
from ui.parts.room_keys import AGENDA, COMMUNITY
from ui.parts.room_screen import UnderWay
from ui.parts.scroll_column import PAGE_SIDE


class RoomStrip(QWidget):
    """Says which block the room is in and how the day runs; one button leads back."""

    back_asked = Signal()
    agenda_asked = Signal()
    community_asked = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        """A strip out of sight."""
        super().__init__()
        self._look, self._words = look, words
        self.setAccessibleName(words("room.under-way"))
        self.sentence = WrapLabel(look, "", "body")
        self.pace = Pill(look, "", "teal")
        # Escape comes to the window, once no field wanted it.
        back = words("room.back")
        self.back = KeyButton(look, words, back, "Esc", small=True, bind=False)
        self.back.clicked.connect(self.back_asked)
        row = ShareLayout(look.px(12), look.px(4), middle=True)
        side = look.px(PAGE_SIDE)
        row.setContentsMargins(side, look.px(7), side, look.px(7))
        row.add(self.sentence, 1, look.size(240))
        ends = FlowLayout(look.px(8))
        for widget in (self.pace, self.back):
            ends.addWidget(widget)
        row.add(holding(ends), 0)
        self.setLayout(row)
        for key, asked, said in (
            (AGENDA, self.agenda_asked, "room.open-agenda"),
            (COMMUNITY, self.community_asked, "room.open-community"),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setWhatsThis(words(said))
            shortcut.activated.connect(asked)
        self.hide()

    def show_under_way(self, under_way: UnderWay, *, at_agenda: bool) -> None:
        """Show how a workshop stands; its own agenda says its pace itself."""
        self.sentence.set_text(self._words("room.strip", block=under_way.block))
        self.pace.setVisible(bool(under_way.pace) and not at_agenda)
        self.pace.set_text(under_way.pace, under_way.tone)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the white ground and the hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._look.theme.line))
        painter.end()
