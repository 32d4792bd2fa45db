"""A session of the agenda as a strip, what it adds up to, and whether it fits or how it runs."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.workshop.agenda import BREAK, Layout
from app.workshop.titles import block_name
from ui.design.plan import Plan
from ui.design.plan_text import fit_of, session_of, sum_of
from ui.look.themes import Tone
from ui.parts.exercise_text import stage_tone
from ui.parts.labels import small
from ui.parts.layouts import ShareLayout, holding
from ui.parts.pace_text import pace_text
from ui.parts.pill import Pill
from ui.parts.strips import BlockStrip, StripBlock
from ui.world import World


class SessionStrip(QWidget):
    """The session of the chosen block, in its own words when there are several."""

    def __init__(self, world: World) -> None:
        """No session yet."""
        super().__init__()
        look = world.look
        self._world = world
        self.strip = BlockStrip(look)
        self.sum = small(look, "")
        self.fit = Pill(look, "")
        status = ShareLayout(look.px(16), look.px(4))
        status.add(self.sum, 1, look.size(200))
        status.add(self.fit, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.strip)
        column.addWidget(holding(status))

    def show_session(self, plan: Plan, chosen: str) -> None:
        """Show the session that the block ``chosen`` is in, or else the first."""
        words = self._world.words
        found = plan.find(chosen)
        layout = found[0] if found is not None else next(iter(plan.layouts), None)
        self.setVisible(layout is not None)
        if layout is None:
            return
        text = sum_of(words, layout)
        if len(plan.layouts) > 1:
            text = words("design.day-sum", day=session_of(words, plan, layout), sum=text)
        self.sum.setText(text)
        fit, tone = self._fit(plan, layout)
        self.fit.set_text(fit, tone)
        self.fit.setVisible(bool(layout.slots and fit))
        blocks = [self._block(layout, at) for at in range(len(layout.slots))]
        said = f"{text}, {fit}" if fit else text
        self.strip.set_blocks(blocks, layout.session.minutes, said)
        ids = [slot.block.id for slot in layout.slots]
        self.strip.set_chosen(ids.index(chosen) if chosen in ids else None)

    def _fit(self, plan: Plan, layout: Layout) -> tuple[str, Tone]:
        """Whether it fits its time; while it runs, its pace; nothing once the workshop is over."""
        course, words = plan.standing.course, self._world.words
        if plan.closed:
            return "", "mute"
        if course is not None and course.layout.session.id == layout.session.id:
            return pace_text(words, course)
        return fit_of(words, layout)

    def _block(self, layout: Layout, at: int) -> StripBlock:
        slot = layout.slots[at]
        block = slot.block
        entry = self._world.catalogue.find_exercise(block.exercise or "")
        tone: Tone = "rest" if block.exercise == BREAK else stage_tone(entry)
        return StripBlock(slot.adds, tone, block_name(self._world.words, block))
