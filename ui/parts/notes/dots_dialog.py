"""Asks how many dots each person has before they are counted."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.community.today import today_of
from app.kinds.board import DotsGiven
from app.workshop.running import Running
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.world import World

MOST = 20
"""More dots than anybody is given."""

_FIELDS = (
    Field(key="each", kind="number", label="kinds.dots.each", half=True, least=1, most=MOST,
          required=True),
    Field(key="cap", kind="number", label="kinds.dots.cap", half=True, least=1, most=MOST,
          required=True),
)  # fmt: skip


class DotsDialog(FormDialog):
    """Two numbers, as they are usually given; Enter is enough."""

    def __init__(
        self,
        world: World,
        parent: QWidget,
        running: Running,
        usual: DotsGiven,
        give: Callable[[DotsGiven], object],
    ) -> None:
        """``give`` begins the count with what was answered; it may raise Trouble."""
        words = world.words
        super().__init__(
            world,
            parent,
            words("kinds.dots.ask"),
            words("kinds.dots.ask-said"),
            words("kinds.dots.count"),
            _FIELDS,
            today_of(world.library, running.community.id),
        )
        self._give = give
        self.fill({"each": usual.each, "cap": usual.cap})
        self.begin(f"dots:{running.run.id}")

    def keep(self) -> None:
        """Begin the count; nobody can put more on one thing than they have. Raises Trouble."""
        each = self.form.number("each") or 1
        cap = self.form.number("cap") or each
        self._give(DotsGiven(each=each, cap=min(each, cap)))
