"""Small windows over the agenda: a block of one's own, and what was said of the workshop."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.community.today import today_of
from app.moment import day
from app.workshop.agenda import Spot
from app.workshop.planning import LONGEST_BLOCK, WorkshopFields, edit_workshop
from ui.design.agenda_actions import AgendaActions
from ui.design.fit_offer import offer_fit
from ui.design.plan import Plan
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.parts.text_places import own_block_form
from ui.parts.workshop_fields import AVAILABLE, LANGUAGES, PURPOSE, START, WHEN_AND_WHERE
from ui.world import World

WIDTH = 560
"""How wide these windows would like to be at 100 %, pixels."""
OWN_MINUTES = 15
"""A first proposal for a block of one's own."""

_FIELDS = (*WHEN_AND_WHERE, PURPOSE, LANGUAGES)

_OWN = (
    Field(key="title", kind="text", label="design.title-name", required=True, half=True),
    Field(
        key="minutes", kind="minutes", label="design.minutes-name",
        required=True, half=True, least=1, most=LONGEST_BLOCK, step=5,
    ),
)  # fmt: skip


class OwnBlockDialog(FormDialog):
    """Asks for a block of one's own, and puts it at a place."""

    wide = WIDTH

    def __init__(
        self, world: World, parent: QWidget, agenda_actions: AgendaActions, spot: Spot | None
    ) -> None:
        """For the place ``spot``, or the end."""
        words = world.words
        title, keep = words("design.own-title"), words("design.own-keep")
        super().__init__(world, parent, title, "", keep, _OWN, world.moment.now().date())
        self._agenda_actions, self._spot = agenda_actions, spot
        self.fill({"minutes": OWN_MINUTES})
        self.begin(own_block_form(agenda_actions.plan.workshop.id if agenda_actions.plan else ""))

    def keep(self) -> None:
        """Add it. Raises Trouble."""
        minutes = self.form.number("minutes") or OWN_MINUTES
        self._agenda_actions.add_own(self.form.text("title"), minutes, self._spot)


class WorkshopDialog(FormDialog):
    """Asks what is to be said otherwise of a workshop."""

    wide = WIDTH

    def __init__(self, world: World, parent: QWidget, plan: Plan) -> None:
        """With what is said of it now."""
        words = world.words
        title, keep = words("design.edit-title"), words("design.edit-keep")
        today = today_of(world.library, plan.community.id)
        super().__init__(world, parent, title, "", keep, _FIELDS, today)
        self._plan = plan
        workshop = plan.workshop
        sessions = [layout.session for layout in plan.layouts]
        self.fill(
            {
                "title": workshop.title,
                "date": day(workshop.date),
                "starts": sessions[0].starts if sessions else START,
                "minutes": sessions[0].minutes if sessions else AVAILABLE,
                "expected": workshop.expected,
                "place": workshop.place,
                "languages": workshop.languages,
                "purpose": workshop.purpose,
            }
        )
        self.begin(f"workshop:{workshop.id}")

    def keep(self) -> None:
        """Change it. Raises Trouble."""
        form, plan, world = self.form, self._plan, self.world
        when: date = form.day("date") or day(plan.workshop.date)
        wish = WorkshopFields(
            community=plan.community.id,
            purpose=form.text("purpose") or plan.workshop.purpose,
            title=form.text("title"),
            date=when.isoformat(),
            zone=plan.workshop.zone,
            starts=form.number("starts") or 0,
            minutes=form.number("minutes") or AVAILABLE,
            place=form.text("place"),
            languages=tuple((form.text("languages") or plan.workshop.languages).split(",")),
            expected=form.number("expected") or 0,
        )
        edit_workshop(world.library, world.catalogue, plan.workshop, wish)
        session = plan.layouts[0].session if plan.layouts else None
        other = wish.expected != plan.workshop.expected
        if other or (session is not None and wish.minutes != session.minutes):
            offer_fit(world, plan.workshop.id, plan.workshop.expected)
