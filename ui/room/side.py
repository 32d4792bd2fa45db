"""The cockpit's side column: the agenda, what was caught, and what the wall shows."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.library.rows import Outcome
from app.workshop.outcomes import Form
from ui.parts.labels import eyebrow, small
from ui.parts.scroll_column import ScrollColumn
from ui.room.agenda_list import LINE, AgendaList
from ui.room.session import Line
from ui.world import World

FORMS: tuple[Form, ...] = ("decision", "action", "parked")
WIDTH = 232
"""Pixels at 100 % text."""
MOST = 0.3
"""The share of the cockpit's width that the column takes at most."""
LATEST = 3
"""How many of each caught thing are shown; all are read back at the closing."""


class Caught(QWidget):
    """The latest decisions, actions and parked things."""

    def __init__(self, world: World) -> None:
        """Nothing caught yet."""
        super().__init__()
        self._look, self._words = world.look, world.words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(world.look.px(2))
        self._shown: tuple[Outcome, ...] | None = None

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show the latest of each form, newest first."""
        if tuple(outcomes) == self._shown:
            return
        self._shown = tuple(outcomes)
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        keys = {
            "decision": "room.decided-so-far",
            "action": "room.actions-so-far",
            "parked": "room.parked-so-far",
        }
        for form in FORMS:
            these = [one for one in outcomes if one.form == form]
            if these:
                self._column.addSpacing(self._look.px(6))
                self._column.addWidget(eyebrow(self._look, self._words(keys[form], n=len(these))))
            for one in reversed(these[-LATEST:]):
                self._column.addWidget(small(self._look, one.text, "plain"))
        if not outcomes:
            self._column.addWidget(small(self._look, self._words("room.nothing-caught")))


class Side(QWidget):
    """The column at the left; it folds away where the window is narrow."""

    block_asked = Signal(str)
    """Id of the block to go to."""

    def __init__(self, world: World, preview: QWidget) -> None:
        """A column with the wall's ``preview`` at its foot."""
        super().__init__()
        look, words = world.look, world.words
        self._look = look
        self.agenda = AgendaList(look, words)
        self.agenda.activated.connect(self._ask)
        self.agenda.clicked.connect(self._ask)
        self.agenda.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.caught = Caught(world)
        self._scroll = ScrollColumn(look, gap=4)
        self._scroll.add(self.agenda)
        self._scroll.add(self.caught)
        self._scroll.body.setContentsMargins(0, look.px(8), 0, look.px(8))
        self.caught.setContentsMargins(look.px(16), 0, look.px(12), 0)
        below = QVBoxLayout()
        below.setContentsMargins(look.px(10), 0, look.px(10), look.px(10))
        below.setSpacing(look.px(4))
        below.addWidget(preview)
        below.addWidget(small(look, words("room.on-the-wall")), 0, Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._scroll, 1)
        column.addLayout(below)
        self.setFixedWidth(look.size(WIDTH))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the agenda whole; the column scrolls, the list does not."""
        self.agenda.show_lines(lines)

    def take_share(self, width: int) -> None:
        """Be as wide as the text size asks, but leave most of ``width`` pixels to the middle."""
        self.setFixedWidth(min(self._look.size(WIDTH), round(width * MOST)))

    def sizeHint(self) -> QSize:
        """As wide as the text size asks."""
        return QSize(self._look.size(WIDTH), 400)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sunk ground and the hairline at its right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.tokens.sunk))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(self._look.tokens.line))
        painter.end()

    def _ask(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if isinstance(line, Line):
            self.block_asked.emit(line.block.id)
