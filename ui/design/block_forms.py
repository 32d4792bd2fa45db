"""A block's numbers, each kept as soon as it is given: how long, its start, who may read it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.library.audience import AUDIENCES
from app.workshop.agenda import DAY, Slot
from app.workshop.planning import LONGEST_BLOCK
from ui.design.agenda_actions import AgendaActions
from ui.design.agenda_delegate import MINUTES_STEP
from ui.parts.controls import Choice, NumberBox, Tick, TimeBox
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout
from ui.world import World


class TimeForm(QWidget):
    """How long a block takes, and whether it begins at a fixed time."""

    def __init__(self, world: World, agenda_actions: AgendaActions) -> None:
        """No block yet."""
        super().__init__()
        look, words = world.look, world.words
        self._agenda_actions = agenda_actions
        self._block = ""
        self.minutes = NumberBox(look)
        self.minutes.setRange(1, LONGEST_BLOCK)
        self.minutes.setSingleStep(MINUTES_STEP)
        self.minutes.setSuffix(f"\N{NO-BREAK SPACE}{words('parts.minutes-unit')}")
        self.minutes.setAccessibleName(words("design.minutes-name"))
        self.lock = Tick(look, words("design.lock"))
        self.start = TimeBox(look)
        self.start.setAccessibleName(words("design.start-at"))
        for box in (self.minutes, self.start):
            box.setKeyboardTracking(False)  # kept when it is given, not digit by digit
        self.minutes.valueChanged.connect(self._keep_minutes)
        self.lock.clicked.connect(self._keep_lock)
        self.start.timeChanged.connect(self._keep_start)
        row = FlowLayout(look.px(10), look.px(8))
        for widget in (self.minutes, self.lock, self.start):
            row.addWidget(widget)
        self.setLayout(row)

    def show_block(self, slot: Slot) -> None:
        """Show a block's time."""
        self._block = slot.block.id
        locked = slot.block.starts is not None
        for box in (self.minutes, self.start):
            box.blockSignals(True)
        self.minutes.setValue(slot.block.minutes)
        self.start.set_minutes(slot.starts % DAY)
        for box in (self.minutes, self.start):
            box.blockSignals(False)
        self.lock.setChecked(locked)
        self.start.setVisible(locked)

    def _keep_minutes(self, minutes: int) -> None:
        self._agenda_actions.set_minutes(self._block, minutes)

    def _keep_lock(self, locked: bool) -> None:
        if locked:
            self._agenda_actions.lock(self._block)
        else:
            self._agenda_actions.unlock(self._block)

    def _keep_start(self) -> None:
        self._agenda_actions.lock(self._block, self.start.minutes)


class AudienceForm(QWidget):
    """Who may read what a block gathers."""

    def __init__(self, world: World, agenda_actions: AgendaActions) -> None:
        """No block yet."""
        super().__init__()
        look, words = world.look, world.words
        self._agenda_actions = agenda_actions
        self._block = ""
        label = WrapLabel(look, words("design.audience"), "small-strong")
        options = [(one, words(f"design.audience-{one}")) for one in AUDIENCES]
        self.choice = Choice(look, options)
        self.choice.setAccessibleName(words("design.audience"))
        self.choice.activated.connect(self._keep)
        label.setBuddy(self.choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        column.addWidget(label)
        column.addWidget(self.choice)

    def show_block(self, slot: Slot) -> None:
        """Show a block's audience."""
        self._block = slot.block.id
        self.choice.set_value(slot.block.audience)

    def _keep(self) -> None:
        self._agenda_actions.set_audience(self._block, self.choice.value)
