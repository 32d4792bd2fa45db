"""Asks for how many minutes the clock is to run."""

from PySide6.QtWidgets import QWidget

from ui.cockpit.workshop_controller import WorkshopController
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.world import World

USUAL, LONGEST = 5, 600
"""Minutes: what is offered, and the most."""

_FIELDS = (
    Field(key="minutes", kind="minutes", label="room.set-clock-minutes", required=True, least=1,
          most=LONGEST),
)  # fmt: skip


class ClockDialog(FormDialog):
    """One length of time, and Enter."""

    def __init__(self, world: World, parent: QWidget, controller: WorkshopController) -> None:
        """Five minutes to begin with."""
        words = world.words
        title, keep = words("room.set-clock"), words("room.set-clock-keep")
        super().__init__(world, parent, title, "", keep, _FIELDS, world.moment.now().date())
        self._controller = controller
        self.fill({"minutes": USUAL})

    def touch(self, key: str) -> None:
        """Nothing would be missed: it is left without a question."""

    def keep(self) -> None:
        """Let it run. Raises Trouble."""
        self._controller.set_clock(self.form.number("minutes") or USUAL)
