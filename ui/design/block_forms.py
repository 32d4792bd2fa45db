"""A block's numbers, each kept as soon as it is given: how long, its start, who may read it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.library.audience import AUDIENCES
from app.workshop.agenda import DAY, Slot
from app.workshop.interludes import is_optional
from app.workshop.planning import LONGEST_BLOCK
from ui.design.agenda_actions import AgendaActions
from ui.design.agenda_delegate import MINUTES_STEP
from ui.parts.controls import Choice, Tick
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout
from ui.parts.typed_fields import MinutesField, TimeField
from ui.world import World


class TimeForm(QWidget):
    """How long a block takes, whether it begins at a fixed time, and whether it may be left out."""

    def __init__(self, world: World, agenda_actions: AgendaActions) -> None:
        """No block yet."""
        super().__init__()
        look, words = world.look, world.words
        self._agenda_actions = agenda_actions
        self._block = ""
        self.minutes = MinutesField(look, words, 1, LONGEST_BLOCK, step=MINUTES_STEP)
        self.minutes.setAccessibleName(words("design.minutes-name"))
        self.lock = Tick(look, words("design.lock"))
        self.start = TimeField(look, words)
        self.start.setAccessibleName(words("design.start-at"))
        # Kept when it is given, not digit by digit.
        self.minutes.given.connect(self._keep_minutes)
        self.lock.clicked.connect(self._keep_lock)
        self.start.given.connect(self._keep_start)
        self.optional = Tick(look, words("design.optional"))
        self.optional.clicked.connect(self._keep_optional)
        row = FlowLayout(look.px(10), look.px(8))
        for widget in (self.minutes, self.lock, self.start, self.optional):
            row.addWidget(widget)
        self.setLayout(row)

    def show_block(self, slot: Slot) -> None:
        """Show a block's time."""
        other, self._block = self._block != slot.block.id, slot.block.id
        locked = slot.block.starts is not None
        if other or not self.minutes.half_typed:
            self.minutes.set_value(slot.block.minutes)
        if other or not self.start.half_typed:
            self.start.set_value(slot.starts % DAY)
        self.lock.setChecked(locked)
        self.start.setVisible(locked)
        self.optional.setChecked(is_optional(slot.block))

    def _keep_minutes(self) -> None:
        if self.minutes.value is not None:
            self._agenda_actions.set_minutes(self._block, self.minutes.value)

    def _keep_lock(self, locked: bool) -> None:
        if locked:
            self._agenda_actions.lock(self._block)
        else:
            self._agenda_actions.unlock(self._block)

    def _keep_optional(self, optional: bool) -> None:
        self._agenda_actions.set_optional(self._block, optional)

    def _keep_start(self) -> None:
        if self.start.value is not None:
            self._agenda_actions.lock(self._block, self.start.value)


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
