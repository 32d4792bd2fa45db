"""A zone: its name, how many notes it has, its notes; and a line to give a name in."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import IconButton
from ui.parts.card import paint_card
from ui.parts.labels import ElidedLabel, WrapLabel
from ui.parts.naming_line import NamingLine
from ui.parts.notes.note_actions import note_keys
from ui.parts.notes.view import NotesView
from ui.parts.told_keys import tell_keys


class ZoneCard(QFrame):
    """A zone on a card; the one where Enter puts the next line is ringed."""

    menu_asked = Signal(QPoint)
    """What can be done with the zone is asked, at a point of the screen."""

    def __init__(self, look: Look, words: Words, view: NotesView) -> None:
        """A zone without a name, its notes in ``view``."""
        super().__init__()
        self._look, self._words, self._chosen = look, words, False
        self._named = True
        self.title = WrapLabel(look, "", "small-strong")
        self.title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.count = WrapLabel(look, "", "small", "mute", "right")
        self.more = IconButton(look, "more", words("kinds.zone.acts"))
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.more.clicked.connect(
            lambda: self.menu_asked.emit(self.mapToGlobal(self.menu_corner()))
        )
        self.view = view
        tell_keys(view, words("kinds.keys.notes"), note_keys(words))
        self.naming = self._naming_line()
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(look.px(8))
        head.addWidget(self.title, 1)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        side = look.px(13)
        column.setContentsMargins(side, look.px(10), side - 2, look.px(6))
        column.setSpacing(look.px(6))
        column.addWidget(self._head)
        column.addWidget(self._strip)
        column.addWidget(self.view, 1)

    def name(self, label: str, n: int, *, alone: bool) -> None:
        """Say what the zone is called and how many notes it has; ``alone`` needs no name."""
        name = label or self._words("kinds.notes")
        self.title.setText(label)
        self.count.setText(str(n))
        self.count.setAccessibleName(self._words("kinds.notes-n", n=n))
        self._named = bool(label) or not alone
        self._head.setVisible(self._named and self._strip.isHidden())
        self.setAccessibleName(name)
        self.view.setAccessibleName(name)

    def set_chosen(self, chosen: bool) -> None:
        """Ring the zone, or not."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    @property
    def chosen(self) -> bool:
        """Whether the zone is ringed."""
        return self._chosen

    def menu_corner(self) -> QPoint:
        """Where the menu of the zone opens, on the card."""
        if self.more.isVisible():
            return self.more.mapTo(self, self.more.rect().bottomLeft())
        return self.rect().topLeft()

    def ask_name(self, asked: str) -> None:
        """Ask for a name in the place of the head; one half typed stands there still."""
        self.naming.setPlaceholderText(asked)
        self.naming.setAccessibleName(asked)
        # At least as high as the head, so that notes hardly move.
        self._strip.setMinimumHeight(self._head.height())
        self._head.hide()
        self._strip.show()
        self.naming.setFocus()

    def stop_naming(self) -> None:
        """The name was given, or is not wanted."""
        self.naming.clear()
        self._strip.hide()
        self._head.setVisible(self._named)
        self.view.setFocus()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the title is a click on the zone."""
        self.view.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), self._look, chosen=self._chosen)
        painter.end()

    def _naming_line(self) -> NamingLine:
        line = NamingLine()
        line.setFont(self._look.font("body"))
        line.setMinimumWidth(self._look.size(96))
        line.let_be.connect(self.stop_naming)
        self._strip = QWidget()
        row = QHBoxLayout(self._strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(8))
        row.addWidget(line, 1)
        keys = ElidedLabel(self._look, self._words("kinds.name-keys"), "small", "mute")
        row.addWidget(keys)
        self._strip.hide()
        return line
