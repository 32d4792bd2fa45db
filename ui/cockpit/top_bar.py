"""The bar above the cockpit: ahead or behind, saved, and the switches of the wall."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.words import Words
from app.workshop.catching_up import aim_of
from app.workshop.course import Course
from app.workshop.titles import block_name
from ui.cockpit.cockpit_state import CockpitState
from ui.parts.buttons import Button, KeyButton
from ui.parts.key_menu import KeyMenu
from ui.parts.keycaps import key_text
from ui.parts.labels import ElidedLabel
from ui.parts.pace_text import pace_text
from ui.parts.pill import PillButton
from ui.parts.room_keys import BLANK, CATCH_UP, FREEZE, MONITOR, SIDE, STAND_BACK
from ui.parts.room_screen import UnderWay
from ui.wall.wall_control import WallControl
from ui.world import World

TITLE = 130
"""The least width of the title, pixels at 100 % text."""


Offer = tuple[str, str, Callable[[], object]]
"""What an entry of the menu says, its key, and what it does."""


class TopBar(QWidget):
    """Shows how the day runs; asks the cockpit for everything.

    Always one row: where it would be too wide, first the foreseen end goes, then the title, then
    the switches fold into one menu, each with its key.
    """

    back_asked = Signal()
    agenda_asked = Signal()
    pace_asked = Signal()
    stand_back_asked = Signal()
    wall_asked = Signal()

    def __init__(self, world: World, wall: WallControl) -> None:
        """A bar over ``wall``'s switches."""
        super().__init__()
        look, words = world.look, world.words
        self._look, self._words, self._wall = look, words, wall
        self._narrow_side = False
        self.offered: Callable[[], Sequence[Offer]] = tuple
        """What the menu holds; the cockpit says."""
        self.leave = Button(look, words("room.leave"), "link")
        self.leave.clicked.connect(self.back_asked)
        self.title = ElidedLabel(look, "", "strong")
        self.pace = PillButton(look, "", "teal")
        self.pace.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.pace.setAccessibleDescription(key_text(words, CATCH_UP))
        self.pace.clicked.connect(self.pace_asked)
        self._course: Course | None = None
        self.would_end = ElidedLabel(look, "", "small", "mute")
        self.saved = ElidedLabel(look, "", "small", "mute")
        self.agenda = self._switch("room.agenda", SIDE, self.agenda_asked.emit)
        self.stand_back = self._switch("room.stand-back", STAND_BACK, self.stand_back_asked.emit)
        self.freeze = self._switch("room.freeze", FREEZE, wall.toggle_freeze)
        self.blank = self._switch("room.blank", BLANK, wall.toggle_blank)
        self.monitor = self._switch("room.wall-none", MONITOR, self.wall_asked.emit)
        self.more = Button(look, words("room.more-menu"), small=True)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.clicked.connect(self._offer)
        self._lay_out()
        self.show_saved(True)
        self.show_wall()

    def _switch(self, key: str, shown: str, action: Callable[[], object]) -> KeyButton:
        button = KeyButton(self._look, self._words, self._words(key), shown, small=True, bind=False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(action)
        return button

    def _switches(self) -> tuple[Button, ...]:
        return (self.agenda, self.stand_back, self.freeze, self.blank, self.monitor)

    def _lay_out(self) -> None:
        look = self._look
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(20), look.px(9), look.px(20), look.px(9))
        row.setSpacing(look.px(8))
        middle = Qt.AlignmentFlag.AlignVCenter
        row.addWidget(self.leave, 0, middle)
        row.addWidget(self.title, 0, middle)
        row.addWidget(self.pace, 0, middle)
        row.addWidget(self.would_end, 0, middle)
        row.addStretch(1)
        row.addWidget(self.saved, 0, middle)
        for button in (*self._switches(), self.more):
            row.addWidget(button, 0, middle)

    def show_agenda_button(self, shown: bool) -> None:
        """Whether the side column is folded, and needs a button to be seen."""
        self._narrow_side = shown
        self._fold()

    def show_course(self, course: Course | None) -> None:
        """Say in words how the day runs."""
        words, before = self._words, self._course
        self.pace.setVisible(course is not None)
        if course is not None and before is not None:
            if (course.pace, aim_of(course)) == (before.pace, aim_of(before)):
                return
        self._course = course
        if course is not None:
            text, tone = pace_text(words, course)
            self.pace.set_text(f"{text}  {key_text(words, CATCH_UP)}", tone)
            self.pace.setAccessibleName(text)
            self.pace.setMinimumWidth(self.pace.sizeHint().width())
        sentence = end_text(words, course)
        if sentence != self.would_end.text():
            self.would_end.setText(sentence)
            self._fold()

    def show_saved(self, saved: bool) -> None:
        """Say whether the last thing done is safe on the disk."""
        self._say_saved("room.saved" if saved else "room.not-saved")

    def show_caught(self, form: str) -> None:
        """Say which kind of thing was just kept."""
        self._say_saved(f"room.caught-{form}")

    def _say_saved(self, key: str) -> None:
        """Whole, however long the title: of the two it is the one that must be believed."""
        self.saved.setText(self._words(key))
        self.saved.setMinimumWidth(self.saved.sizeHint().width())

    def show_wall(self) -> None:
        """Say what the wall does."""
        words, wall = self._words, self._wall
        self.freeze.setText(words("room.unfreeze" if wall.frozen else "room.freeze"))
        self.blank.setText(words("room.unblank" if wall.blank else "room.blank"))
        for button in (self.freeze, self.blank):
            button.setEnabled(bool(wall.monitor))
        named = words("room.wall", name=wall.monitor) if wall.monitor else words("room.wall-none")
        self.monitor.setText(named)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        """Narrow: it folds."""
        return QSize(self._look.size(320), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold for the new width."""
        super().resizeEvent(event)
        self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the white ground and the hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._look.theme.line))
        painter.end()

    def _fold(self) -> None:
        switches = [
            button for button in self._switches() if button is not self.agenda or self._narrow_side
        ]
        gap = self._look.px(8)
        room = self.width() - 2 * self._look.px(20) - 4 * gap

        def wide(*widgets: QWidget) -> int:
            return sum(widget.sizeHint().width() + gap for widget in widgets)

        needed = wide(self.leave, self.pace, self.saved, self.more) + self._look.size(TITLE)
        whole = needed + wide(*switches)
        menu = whole - self._look.size(TITLE) > room
        for button in self._switches():
            button.setVisible(not menu and button in switches)
        rest = needed if menu else whole
        self.title.setVisible(rest <= room)
        # Whole beside the whole title, or not at all.
        beyond = max(0, self.title.sizeHint().width() - self._look.size(TITLE))
        self.would_end.setVisible(rest + beyond + wide(self.would_end) <= room)

    def _offer(self) -> None:
        """Every act of the room as a menu, with its key."""
        menu = KeyMenu(self._look, self._words, self)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, key, act in self.offered():
            menu.add(text, key, act)
        menu.exec(self.more.mapToGlobal(self.more.rect().bottomLeft()))


def end_text(words: Words, course: Course | None) -> str:
    """What would be missed as things go, or when all would end; nothing on time."""
    aim = aim_of(course) if course is not None else None
    if aim is None or not aim.late:
        return ""
    at, due = words.clock(aim.due + aim.late), words.clock(aim.due)
    if aim.fixed is None:
        return words("room.would-end", end=at, planned=due)
    name = block_name(words, aim.fixed)
    return words("room.would-begin", block=name, at=at, planned=due)


def under_way_of(words: Words, moment: CockpitState) -> UnderWay | None:
    """A workshop's state for the strip above other screens; None when it is not under way."""
    place, row = moment.place, moment.workshop
    if place is None or row.state != "running":
        return None
    title = block_name(words, place.part.block)
    sentence, tone = pace_text(words, moment.course)
    return UnderWay(row.id, row.community, title, sentence, tone)
