"""The bottom of the cockpit: the capture line, and the buttons that catch what is in it."""

from typing import get_args

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.workshop.outcomes import Form
from ui.cockpit.capture_line import CaptureLine
from ui.cockpit.harvest_bar import HarvestBar
from ui.look.scaling import RADIUS_CARD
from ui.parts.buttons import KeyButton
from ui.parts.keycaps import Keycap
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.room_keys import CATCHES, DOOR
from ui.parts.text_block import TextRun
from ui.parts.told_keys import tell_keys
from ui.world import World

LINE = (
    ("Return", "enter"), ("Ctrl+Return", "strongly"), ("Tab", "tab"), ("Down", "walk"),
    ("Esc", "escape"),
)  # fmt: skip
"""Keys of the line alone, with the codes of their words."""


class CaptureFrame(QFrame):
    """The frame of the capture line: a ring of ember while it is being typed in."""

    def __init__(self, world: World, line: CaptureLine) -> None:
        """A frame around ``line``."""
        super().__init__()
        self._look, self._line = world.look, line
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The ring comes and goes with the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and the edge."""
        tokens = self._look.theme
        ring = tokens.ring if self._line.hasFocus() else 1
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tokens.ember if self._line.hasFocus() else tokens.control
        painter.setPen(QPen(QColor(edge), ring))
        painter.setBrush(QColor(tokens.card))
        box = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)
        painter.end()


class CaptureBar(QWidget):
    """The capture line with where Enter puts what is typed, and the catches below it."""

    catch_asked = Signal(str)
    door_asked = Signal()

    def __init__(self, world: World) -> None:
        """An empty foot."""
        super().__init__()
        look, words = world.look, world.words
        self._look, self._words = look, words
        self.line = CaptureLine()
        self.line.setFont(look.font("body"))
        self.line.setAccessibleName(words("room.line"))
        self.frame = CaptureFrame(world, self.line)
        self.line.selectionChanged.connect(self.frame.update)
        tell_keys(self.line, words("room.line"), [(k, words(f"room.line-{c}")) for k, c in LINE])
        self.harvest = HarvestBar(world)
        self.where = small(look, "")
        self.tab = Keycap(look, words, "Tab")
        self.tab_words = small(look, "")
        self.count = WrapLabel(look, "", "small", "mute", "right")
        self.people = KeyButton(look, words, "", DOOR, "flat", small=True, bind=False)
        self.people.clicked.connect(self.door_asked)
        self._buttons = {form: self._catch_button(world, form) for form in get_args(Form)}
        self._lay_out()

    def _catch_button(self, world: World, form: Form) -> KeyButton:
        words = self._words
        text = words(f"room.catch-{form}")
        button = KeyButton(self._look, words, text, CATCHES[form], small=True, bind=False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.catch_asked.emit(form))
        return button

    def _lay_out(self) -> None:
        look = self._look
        inside = QHBoxLayout(self.frame)
        inside.setContentsMargins(look.px(16), look.px(11), look.px(16), look.px(11))
        inside.setSpacing(look.px(10))
        inside.addWidget(self.line, 1)
        inside.addWidget(self.where, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self.tab, 0, Qt.AlignmentFlag.AlignVCenter)
        inside.addWidget(self.tab_words, 0, Qt.AlignmentFlag.AlignVCenter)
        flow = FlowLayout(look.px(8), look.px(8))
        for button in self._buttons.values():
            flow.addWidget(button)
        self.catches = QWidget()
        self._row = row = QHBoxLayout(self.catches)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        row.addWidget(holding(flow), 1)
        row.addWidget(self.count, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.people, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.harvest)
        column.addWidget(self.frame)
        column.addWidget(self.catches)

    def fold(self, catches: bool) -> None:
        """Keep the line alone where height is short; the menu at the top has the rest."""
        self.catches.setVisible(catches)
        self.harvest.fold(not catches)

    def height_for(self, width: int, *, catches: bool) -> int:
        """Pixels that the foot takes in ``width``, with or without the catches."""
        line = self.frame.sizeHint().height()
        inside = self.frame.layout()
        if inside is not None:
            # What Enter does takes a second line in large letters.
            line = max(line, inside.totalHeightForWidth(width))
        if self.harvest.says:
            line += self._look.px(8) + self.harvest.height_in(width, brief=not catches)
        if not catches:
            return line
        return line + self._look.px(8) + self._row.heightForWidth(width)

    def show_wanted(self, *, wanted: bool) -> None:
        """Say in the empty line what to type: what people say, or only what is caught."""
        self.line.setPlaceholderText(
            self._words("room.line-empty" if wanted else "room.line-catches")
        )

    def show_target(self, name: str, hint: str, onward: str = "") -> None:
        """Say where Enter puts the line, and what Tab goes ``onward`` to; or a ``hint`` instead."""
        words = self._words
        if name:
            before, _, after = words("room.enter-to", place="\0").partition("\0")
            self.where.set_text(
                [TextRun(before), TextRun(name, strong=True, tone="plain"), TextRun(after)]
            )
        else:
            self.where.set_text(words("room.enter-keeps"))
        if hint:
            self.where.set_text([TextRun(hint)])
        self.tab_words.set_text(onward)
        for part in (self.tab, self.tab_words):
            part.setVisible(bool(onward) and not hint)

    def show_offer(self, name: str, typed: str) -> None:
        """Say that Enter takes a name that is offered, and what takes the line as it stands."""
        self.where.set_text(self._words("parts.names.enter-takes", name=name, typed=typed))
        self.tab.hide()
        self.tab_words.hide()

    def show_catching(self, form: Form | None) -> None:
        """Say that the line now catches a decision, an action or a parked thing."""
        for one, button in self._buttons.items():
            role = "primary" if one == form else "quiet"
            if button.property("role") != role:
                button.setProperty("role", role)
                button.style().unpolish(button)
                button.style().polish(button)
        if form is not None:
            self.where.set_text(self._words(f"room.catching-{form}"))
            self.tab.hide()
            self.tab_words.hide()

    def show_counts(self, captured: str, people: int) -> None:
        """What this run has captured, in words, and how many people are in the room."""
        self.count.set_text(captured)
        words = self._words
        # Nobody ticked at the door is not nobody in the room.
        self.people.setText(words("room.people", n=people) if people else words("room.door"))
