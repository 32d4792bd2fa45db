"""Planning a workshop: when, where, for how many, from a proposed agenda or from nothing."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from app.catalogue.entries import Agenda
from app.community.memberships import members
from app.community.today import today_of
from app.library.rows import Community
from app.workshop.planning import WorkshopFields, plan_workshop
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.parts.workshop_fields import AVAILABLE, LANGUAGES, PURPOSE, START, WHEN_AND_WHERE
from ui.world import World

EMPTY = "empty"
"""The choice of an agenda without blocks."""

_AHEAD = timedelta(days=14)
"""A first proposal for the day: far enough to invite people."""

_FIELDS = (
    PURPOSE,
    LANGUAGES,
    Field(key="agenda", kind="choice", label="community.plan.agenda"),
    *WHEN_AND_WHERE,
)


class PlanDialog(FormDialog):
    """Asks for a workshop, plans it and opens its agenda."""

    def __init__(self, world: World, parent: QWidget, community: str, purpose: str) -> None:
        """``purpose`` is proposed first."""
        words = world.words
        self._community = world.library.reader.row(Community, community)
        today = today_of(world.library, community)
        super().__init__(
            world,
            parent,
            words(f"community.plan-title.{purpose}"),
            words("community.plan-said"),
            words("community.plan-keep"),
            _FIELDS,
            today,
        )
        self._titled = self._timed = self._counted = False
        there = members(world.library.reader, community, today)
        self._people = sum(not one.gone and one.membership.level != "outside" for one in there)
        self.fill({
            "purpose": purpose,
            "date": today + _AHEAD,
            "starts": START,
            "minutes": AVAILABLE,
            "expected": self._people,
            "languages": self._community.language,
        })  # fmt: skip
        self._offer_agendas()
        self.begin(f"workshop:new:{community}")

    def touch(self, key: str) -> None:
        """Follow the purpose and the agenda with what the person has not set themselves."""
        super().touch(key)
        self._titled |= key == "title"
        self._timed |= key in {"minutes", "starts"}
        self._counted |= key == "expected"
        if key == "purpose":
            self._offer_agendas()
        elif key == "agenda":
            self._follow_agenda()

    def keep(self) -> None:
        """Plan it and go to its agenda. Raises Trouble."""
        form = self.form
        day = form.day("date")
        wish = WorkshopFields(
            community=self._community.id,
            purpose=form.text("purpose"),
            title=form.text("title"),
            date=day.isoformat() if day else "",
            zone=self._community.zone,
            starts=form.number("starts") or 0,
            minutes=form.number("minutes") or AVAILABLE,
            place=form.text("place"),
            languages=tuple(form.text("languages").split(",")),
            expected=form.number("expected") or 0,
            agenda=None if form.text("agenda") == EMPTY else form.text("agenda"),
        )
        workshop = plan_workshop(self.world.library, self.world.catalogue, wish)
        self.world.navigator.design(workshop.id)

    def _offer_agendas(self) -> None:
        """The catalogue's agendas for the purpose, then an empty one."""
        words = self.world.words
        fitting = [
            (agenda.id, agenda.in_language(words.language).name)
            for agenda in self.world.catalogue.agendas
            if agenda.purpose == self.form.text("purpose")
        ]
        self.form.set_options("agenda", [*fitting, (EMPTY, words("community.plan.empty"))])
        self._follow_agenda()

    def _follow_agenda(self) -> None:
        """The title, the time and the number of people that go with the agenda."""
        words = self.world.words
        agenda: Agenda | None = self.world.catalogue.find_agenda(self.form.text("agenda"))
        if not self._titled:
            self.fill({"title": words(f"parts.purpose.{self.form.text('purpose')}")})
        if agenda is not None and not self._timed:
            self.fill({"minutes": agenda.minutes, "starts": agenda.first_minute})
        if agenda is not None and not self._counted and not self._people:
            self.fill({"expected": agenda.people})
