"""The cockpit's side column: the agenda, what was caught, and what the wall shows."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.library.rows import Outcome
from app.workshop.course import AgendaEntry
from ui.cockpit.agenda_list import AgendaLine, AgendaList
from ui.cockpit.latest_outcomes import LatestOutcomes
from ui.parts.labels import WrapLabel
from ui.parts.plain_list import LINE
from ui.wall.wall_control import WallControl
from ui.world import World

WIDTH = 232
"""Pixels at 100 % text."""
MOST = 0.3
"""The share of the cockpit's width that the column takes at most."""
CAUGHT = 0.4
"""The share of the room above the wall's picture that what was caught has, if it needs it."""


class SideColumn(QWidget):
    """The column at the left; it folds away where the window is narrow."""

    block_asked = Signal(str)
    """Id of the block to go to."""

    def __init__(self, world: World, wall: WallControl) -> None:
        """A column with the small picture of ``wall`` at its foot."""
        super().__init__()
        look = self._look = world.look
        self._words, self._wall = world.words, wall
        self.agenda = AgendaList(look, world.words)
        self.agenda.activated.connect(self._ask)
        self.agenda.clicked.connect(self._ask)
        self.agenda.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.caught = LatestOutcomes(world)
        self.preview = wall.preview()
        self.state = WrapLabel(look, "", "small", "mute", "centre")
        aside, edge = look.px(16), look.px(10)
        texts = QVBoxLayout()
        texts.setContentsMargins(aside, 0, look.px(12), 0)
        texts.addWidget(self.caught)
        below = QVBoxLayout()
        below.setContentsMargins(edge, 0, edge, edge)
        below.setSpacing(look.px(4))
        below.addWidget(self.preview)
        below.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(8), 0, 0)
        column.setSpacing(edge)
        column.addWidget(self.agenda)
        column.addStretch(1)
        column.addLayout(texts)
        column.addLayout(below)
        self.setFixedWidth(look.size(WIDTH))
        self.show_wall()

    def show_lines(self, lines: Sequence[AgendaEntry]) -> None:
        """Show the agenda, the current block in sight."""
        if self.agenda.show_lines(lines):
            self._share()

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """Show what was caught last."""
        if self.caught.show_outcomes(outcomes):
            self._share()

    def show_wall(self) -> None:
        """Say what the small picture of the wall is a picture of."""
        wall, key = self._wall, "room.on-the-wall"
        if not wall.monitor:
            key = "room.no-wall"
        elif wall.blank:
            key = "room.wall-blank"
        elif wall.frozen:
            key = "room.wall-frozen"
        elif wall.shows != "room":
            key = f"room.wall-{wall.shows}"
        elif wall.hides:
            key = "room.wall-hides"
        self.state.set_text(self._words(key))

    def take_share(self, width: int) -> None:
        """Be as wide as the text size asks, but leave most of ``width`` pixels to the middle."""
        self.setFixedWidth(min(self._look.size(WIDTH), round(width * MOST)))

    def sizeHint(self) -> QSize:
        """As wide as the text size asks."""
        return QSize(self._look.size(WIDTH), 400)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height out anew."""
        super().resizeEvent(event)
        self._share()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sunk ground and the hairline at its right."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.sunk))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(self._look.theme.line))
        painter.end()

    def _share(self) -> None:
        """The agenda whole where that can be; what was caught in what is left, or in its share."""
        look, edge = self._look, self._look.px(10)
        across = self.width() - 2 * edge
        picture = self.preview.heightForWidth(across) + look.px(4)
        foot = picture + self.state.heightForWidth(across) + edge
        room = self.height() - look.px(8) - foot - 2 * edge
        width = self.width() - look.px(16) - look.px(12)
        asked = self.caught.height_of_all(width)
        agenda = self.agenda.height_of_all()
        given = min(asked, max(room - agenda, round(room * CAUGHT)))
        self.caught.take(width, given)
        self.agenda.setFixedHeight(max(0, min(agenda, room - self.caught.height())))
        # Times change by the minute: who is looking through the agenda goes on looking.
        if not self.agenda.underMouse():
            self.agenda.see_current()

    def _ask(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if isinstance(line, AgendaLine):
            self.block_asked.emit(line.id)
