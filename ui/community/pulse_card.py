"""The pulse on a community's page: how often it was taken; before the first, the shortest way."""

from PySide6.QtCore import Signal

from app.kinds.pulse.years import PulseGlance
from ui.parts.buttons import quiet_button
from ui.parts.card import Card
from ui.parts.labels import small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading
from ui.world import World


class PulseCard(Card):
    """How often the pulse was taken. ``listed`` is sent when it is to be shown over the years,
    ``wanted`` when a workshop is to be planned in which it is taken."""

    listed = Signal()
    wanted = Signal()

    def __init__(self, world: World, glance: PulseGlance) -> None:
        """Show a glance at it."""
        words, look = world.words, world.look
        super().__init__(look, words("years.pulse"))
        taken = glance.last is not None
        said = words("years.pulse-none")
        if glance.last is not None:
            said = words("years.pulse-taken", n=glance.number, day=words.day(glance.last))
        self.add(small(look, said))
        self.body.addSpacing(look.px(4))
        self.years_button = for_reading(quiet_button(look, words("years.open"), small=True))
        self.years_button.setObjectName("pulse years")
        self.years_button.setAccessibleName(words("years.pulse-title"))
        self.years_button.clicked.connect(self.listed)
        if not taken:
            self.years_button.hide()
        self.plan_button = quiet_button(look, words("years.pulse-plan"), small=True)
        self.plan_button.setObjectName("plan pulse")
        self.plan_button.clicked.connect(self.wanted)
        if taken:
            self.plan_button.hide()
        buttons = FlowLayout(look.px(8), look.px(4))
        buttons.addWidget(self.years_button)
        buttons.addWidget(self.plan_button)
        self.body.addWidget(holding(buttons))
