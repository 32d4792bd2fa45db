"""The bar above the cockpit: ahead or behind, saved, and the switches of the wall."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.workshop.agenda import Pace
from ui.parts.buttons import Button, KeyButton
from ui.parts.labels import ElidedLabel, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.pill import Pill
from ui.wall.control import WallControl
from ui.world import World


class TopBar(QWidget):
    """Shows how the day runs; asks the cockpit for everything."""

    back_asked = Signal()
    agenda_asked = Signal()
    stand_back_asked = Signal()
    wall_asked = Signal()

    def __init__(self, world: World, wall: WallControl) -> None:
        """A bar over ``wall``'s switches."""
        super().__init__()
        look, words = world.look, world.words
        self._look, self._words, self._wall = look, words, wall
        self.leave = Button(look, words("room.leave"), "link")
        self.leave.clicked.connect(self.back_asked)
        self.title = ElidedLabel(look, "", "strong")
        self.pace = Pill(look, "", "teal")
        self.would_end = small(look, "")
        self.saved = small(look, words("room.saved"))
        self.agenda = KeyButton(look, words, words("room.agenda"), "F3", small=True, bind=False)
        self.agenda.clicked.connect(self.agenda_asked)
        self.stand_back = KeyButton(
            look, words, words("room.stand-back"), "F9", small=True, bind=False
        )
        self.stand_back.clicked.connect(self.stand_back_asked)
        self.freeze = KeyButton(look, words, words("room.freeze"), "F7", small=True, bind=False)
        self.freeze.clicked.connect(wall.toggle_freeze)
        self.blank = KeyButton(look, words, words("room.blank"), "F8", small=True, bind=False)
        self.blank.clicked.connect(wall.toggle_blank)
        self.monitor = KeyButton(look, words, "", "F4", small=True, bind=False)
        self.monitor.clicked.connect(self.wall_asked)
        for button in self._buttons():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        self.show_wall()

    def _buttons(self) -> tuple[Button, ...]:
        return (self.agenda, self.stand_back, self.freeze, self.blank, self.monitor)

    def _lay_out(self) -> None:
        look = self._look
        said = FlowLayout(look.px(12), look.px(4))
        for widget in (self.pace, self.would_end):
            said.addWidget(widget)
        switches = FlowLayout(look.px(8), look.px(6))
        switches.addWidget(self.saved)
        for button in self._buttons():
            switches.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(20), look.px(9), look.px(20), look.px(9))
        row.setSpacing(look.px(12))
        row.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.title, 2)
        row.addWidget(holding(said), 2)
        row.addWidget(holding(switches), 3)

    def show_pace(self, pace: Pace | None) -> None:
        """Say in words how the day runs."""
        words = self._words
        self.pace.setVisible(pace is not None)
        self.would_end.setVisible(pace is not None and pace.behind != 0)
        if pace is None:
            return
        if pace.behind > 0:
            self.pace.say(words("room.behind", n=pace.behind), "amber")
        elif pace.behind < 0:
            self.pace.say(words("room.ahead", n=-pace.behind), "teal")
        else:
            self.pace.say(words("room.on-time"), "teal")
        self.would_end.say(
            words(
                "room.would-end",
                end=words.clock(pace.would_end),
                planned=words.clock(pace.planned_end),
            )
        )

    def show_saved(self, saved: bool) -> None:
        """Say whether the last thing done is safe on the disk."""
        self.saved.say(self._words("room.saved" if saved else "room.not-saved"))
        self.saved.set_tone("mute" if saved else "ember")

    def show_wall(self) -> None:
        """Say what the wall does."""
        words, wall = self._words, self._wall
        self.freeze.setText(words("room.unfreeze" if wall.frozen else "room.freeze"))
        self.blank.setText(words("room.unblank" if wall.blank else "room.blank"))
        for button in (self.freeze, self.blank):
            button.setEnabled(bool(wall.monitor))
        named = words("room.wall", name=wall.monitor) if wall.monitor else words("room.wall-none")
        self.monitor.setText(named)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the white ground and the hairline below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.tokens.card))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(self._look.tokens.line))
        painter.end()
