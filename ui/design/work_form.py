"""How people work at a block: on paper, to be typed in later, or in groups."""

from PySide6.QtWidgets import QWidget

from app.workshop.agenda import BREAK, Slot
from app.workshop.on_paper import still_on_paper
from ui.design.plan import Plan
from ui.parts.buttons import KeyButton
from ui.parts.groups_dialog import GroupsDialog
from ui.parts.layouts import ShareLayout
from ui.parts.paper_dialog import PaperDialog
from ui.parts.room_keys import GROUPS, PAPER, TYPE_IN
from ui.world import World


class WorkForm(QWidget):
    """Two questions, and the way to what is still on paper; nothing of it for a break."""

    def __init__(self, world: World) -> None:
        """No block yet."""
        super().__init__()
        look, words = world.look, world.words
        self._world = world
        self._plan: Plan | None = None
        self._slot: Slot | None = None
        self.type_in = KeyButton(look, words, words("on_paper.type-in"), TYPE_IN, small=True)
        self.paper = KeyButton(look, words, words("on_paper.mark"), PAPER, small=True)
        self.groups = KeyButton(look, words, words("groups.act"), GROUPS, small=True)
        self.type_in.clicked.connect(self._type_in)
        self.paper.clicked.connect(self.ask_paper)
        self.groups.clicked.connect(self.ask_groups)
        row = ShareLayout(look.px(6), look.px(6))
        for button in (self.type_in, self.paper, self.groups):
            row.add(button, 1, button.sizeHint().width())
        self.setLayout(row)

    def show_block(self, plan: Plan, slot: Slot) -> None:
        """Offer what can be done about a block; once all is over, only what is about paper."""
        self._plan, self._slot = plan, slot
        block = slot.block
        over = plan.closed or plan.standing.begun(block.id)
        self.type_in.setVisible(still_on_paper(block) and over)
        self.groups.setVisible(not plan.closed)
        self.setVisible(block.exercise != BREAK and not plan.called_off)

    def ask_paper(self) -> None:
        """Ask whether the block is done on paper."""
        if self._plan is not None and self._slot is not None:
            PaperDialog(self._world, self, self._plan.workshop, self._slot.block).open()

    def ask_groups(self) -> None:
        """Ask how many groups there are; who is in which is seen to in the room."""
        if self._plan is not None and self._slot is not None:
            GroupsDialog(self._world, self, self._plan.workshop, self._slot.block).open()

    def _type_in(self) -> None:
        if self._slot is not None:
            self._world.navigator.type_in(self._slot.block.id)
