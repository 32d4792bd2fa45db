"""Names given for a role: a card for each, and the three columns they stand in."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

import msgspec
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.colours import NoteColour
from app.kinds.roles import Candidate
from app.words import Words
from ui.look.look import Look
from ui.look.scaling import RADIUS_CONTROL
from ui.look.themes import THEMES
from ui.parts.key_menu import KeyMenu
from ui.parts.keycaps import ENTER
from ui.parts.labels import WrapLabel, body, eyebrow
from ui.parts.layouts import ShareLayout
from ui.parts.note_card import NotePainter
from ui.parts.text_block import TextRun, plain_text
from ui.parts.told_keys import tell_keys

ANSWERED = ("asked", "not-now", "privately")
"""Answers that leave somebody among those who were asked."""

YES, TERM, REMOVE = "yes", "term", "remove"

ACT_KEYS: Mapping[str, str] = {
    "asked": "Ctrl+1",
    YES: "Ctrl+2",
    "not-now": "Ctrl+3",
    "privately": "Ctrl+4",
    TERM: "Ctrl+5",
}
"""What can be written down about somebody named, each with its key; no letter does, because names
are typed here without looking."""


def acts_on(candidate: Candidate) -> tuple[str, ...]:
    """What can be written down about somebody: every answer but the present one, and the term."""
    present = candidate.naming.answer
    return tuple(one for one in ACT_KEYS if one != present and (one != TERM or present == YES))


class NameCard(QAbstractButton):
    """Somebody named. Pressing it opens what can be written down; keys do so without."""

    chosen = Signal(str, str)
    """Id of the naming, and an answer, ``term`` or ``remove``."""
    entered = Signal(str)
    """Id of the naming whose card took the focus."""
    moved = Signal(int)
    """Down (1) or up (-1), to another name."""

    def __init__(self, look: Look, words: Words, candidate: Candidate) -> None:
        """The card of a name."""
        super().__init__()
        self._look, self._words, self.candidate = look, words, candidate
        self._current = False
        naming = candidate.naming
        remark = remark_on(candidate, words)
        parts = [TextRun(candidate.person.name)]
        if remark:
            parts.append(TextRun(f" {remark}", role="small", tone="mute"))
        self._colour: NoteColour = "green" if naming.answer == YES else "yellow"
        self._note = NotePainter(paper_look(look), parts)
        self.setText(plain_text(parts).replace("&", "&&"))
        self.setAccessibleName(plain_text(parts))
        self.setAccessibleDescription(words("kinds.roles.card-keys"))
        acts = [(key, words(f"kinds.roles.act.{one}")) for one, key in ACT_KEYS.items()]
        acts += [("Del", words(f"kinds.roles.act.{REMOVE}")), ("Return", words("kinds.keys.menu"))]
        tell_keys(self, words("kinds.keys.names"), acts)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._open)

    def set_current(self, current: bool) -> None:
        """Whether the keys mean this name, also while the capture line has the focus."""
        self._current = current
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """It is the one that is meant."""
        super().focusInEvent(event)
        self.entered.emit(self.candidate.naming.id)

    def fits(self) -> bool:
        """Whether the name stands whole on the card."""
        return self.heightForWidth(self.width()) <= self.height() + 1

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in ``width`` pixels."""
        return self._note.height(width)

    def sizeHint(self) -> QSize:
        """The name on one line."""
        width = min(self._note.natural_width, self._look.size(260))
        return QSize(width, self._note.height(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return QSize(self._note.least_width(), self._look.pitch("note") + 2 * self._look.px(9))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the name away, arrows go to another name, Enter opens the menu."""
        if event.key() == Qt.Key.Key_Delete:
            self.chosen.emit(self.candidate.naming.id, REMOVE)
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu."""
        self._open()

    def menu(self) -> KeyMenu:
        """What can be written down about the name, each with its key."""
        menu, naming = KeyMenu(self._look, self._words, self), self.candidate.naming
        named = () if naming.answer == "named" else ("named",)
        for code in (*acts_on(self.candidate), *named, REMOVE):
            label = self._words(f"kinds.roles.act.{code}")
            key = "Del" if code == REMOVE else ACT_KEYS.get(code, "")
            menu.add(label, key, partial(self.chosen.emit, naming.id, code))
        return menu

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the note, and a ring while it is the one that is meant; of ember with the focus."""
        painter, theme = QPainter(self), self._look.theme
        ring = QColor(theme.ember) if self.hasFocus() else None
        if ring is None and self._current:
            ring = QColor(theme.note_ring)
        self._note.paint(painter, QRectF(self.rect()), self._colour, ring=ring)
        painter.end()

    def _open(self) -> None:
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))


class EmptyNameCard(QFrame):
    """A dashed place where a name may stand one day."""

    def __init__(self, look: Look, sentence: str) -> None:
        """Say that nobody is here, and that it is fine."""
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(14), look.px(9), look.px(14), look.px(9))
        column.addWidget(body(look, sentence, "mute"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._look.theme.line), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.end()


class NameColumns(QWidget):
    """Named, not yet asked; asked; agreed: side by side, or stacked where it is narrow."""

    chosen = Signal(str, str)
    """Id of a naming, and an answer, ``term`` or ``remove``."""
    entered = Signal(str)
    """Id of the naming whose card took the focus."""

    def __init__(self, look: Look, words: Words) -> None:
        """Nobody named."""
        super().__init__()
        self._look, self._words = look, words
        self.cards: list[NameCard] = []
        self._row = ShareLayout(look.px(18), look.px(14))
        self.setLayout(self._row)

    def show_names(self, candidates: Sequence[Candidate], current: str) -> None:
        """Show who was named; whoever had the focus keeps it, if still there. ``current`` is the
        id of the naming that the keys mean."""
        focused = next((card.candidate.naming.id for card in self.cards if card.hasFocus()), "")
        self._row.clear()
        self.cards = []
        columns = {"named": ("named",), "asked": ANSWERED, YES: (YES,)}
        for column, answers in columns.items():
            here = [one for one in candidates if one.naming.answer in answers]
            self._row.add(self._column(column, here), 1, self._look.size(210))
        for card in self.cards:
            if card.candidate.naming.id == focused:
                card.setFocus()
        self.show_current(current)

    def show_current(self, current: str) -> None:
        """Show which naming (its id) the keys mean."""
        for card in self.cards:
            card.set_current(card.candidate.naming.id == current)

    def _column(self, code: str, candidates: Sequence[Candidate]) -> QWidget:
        words = self._words
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(8))
        head: WrapLabel = eyebrow(self._look, words(f"kinds.roles.column.{code}"))
        column.addWidget(head)
        for candidate in candidates:
            card = NameCard(self._look, words, candidate)
            card.chosen.connect(self.chosen)
            card.entered.connect(self.entered)
            card.moved.connect(self._move)
            self.cards.append(card)
            column.addWidget(card)
        if not candidates and code == YES:
            column.addWidget(EmptyNameCard(self._look, words("kinds.roles.nobody")))
        column.addStretch(1)
        return widget

    def _move(self, by: int) -> None:
        at = next((at for at, card in enumerate(self.cards) if card.hasFocus()), 0)
        if self.cards:
            self.cards[max(0, min(len(self.cards) - 1, at + by))].setFocus()


def paper_look(look: Look) -> Look:
    """The look of what is written on a note, which is light paper in every theme."""
    dark = look.theme.name == "dark"
    return msgspec.structs.replace(look, theme=THEMES["light"]) if dark else look


def remark_on(candidate: Candidate, words: Words) -> str:
    """What stands in small letters after a name."""
    naming = candidate.naming
    if naming.answer == YES:
        ends = candidate.holding.ends if candidate.holding else None
        return words("kinds.roles.until", day=words.day(date.fromisoformat(ends))) if ends else ""
    if naming.answer == "named":
        return words("kinds.roles.by", n=naming.by) if naming.by > 1 else ""
    return words(f"kinds.roles.answer.{naming.answer}")
