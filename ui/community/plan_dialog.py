"""Planning a workshop: how long, when, where, for how many, from a proposed agenda or nothing."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from app.catalogue.agenda_fit import fitting_agendas
from app.community.memberships import members
from app.community.today import today_of
from app.library.rows import Community
from app.working_days import working_day
from app.workshop.planning import WorkshopFields, plan_workshop
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.parts.workshop_fields import AVAILABLE, LANGUAGES, PURPOSE, START, WHEN_AND_WHERE
from ui.world import World

EMPTY = "empty"
"""The choice of an agenda without blocks."""

_AHEAD = timedelta(days=14)
"""A first proposal for the day: far enough to invite people."""

_LENGTHS = {"hour": 60, "half-day": AVAILABLE, "day": 420}
"""How long there is for each choice, minutes, where no agenda proposes one."""

_HALF_DAY, _DAY = 91, 301
"""From so many minutes on, what there is is half a day; a whole one."""

_FIELDS = (
    Field(
        key="length", kind="choice", label="community.plan.length", half=True,
        options=tuple((one, f"community.plan.length-{one}") for one in _LENGTHS),
    ),
    PURPOSE,
    Field(key="agenda", kind="choice", label="community.plan.agenda"),
    *WHEN_AND_WHERE,
    LANGUAGES,
)  # fmt: skip


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
        self._titled = self._timed = self._counted = self._measured = False
        self._wanted = ""
        there = members(world.library.reader, community, today)
        self._people = sum(not one.gone and one.membership.level != "outside" for one in there)
        self.fill({
            "length": "half-day",
            "purpose": purpose,
            "date": working_day(today + _AHEAD),
            "starts": START,
            "minutes": AVAILABLE,
            "expected": self._people,
            "languages": self._community.language,
        })  # fmt: skip
        self._follow_length()
        self.begin(f"workshop:new:{community}")

    def touch(self, key: str) -> None:
        """Follow the length, the purpose and the agenda with what the person has not set."""
        super().touch(key)
        self._titled |= key == "title"
        self._timed |= key == "starts"
        self._counted |= key == "expected"
        self._measured = key == "minutes" or (self._measured and key != "length")
        if key in {"length", "purpose"}:
            self._wanted = ""
            self._follow_length()
        elif key == "minutes":
            self.fill({"length": _length_of(self.form.number("minutes") or 0)})
            self._offer_agendas()
        elif key == "agenda":
            self._wanted = self.form.text("agenda")
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

    def _follow_length(self) -> None:
        """As long as the agenda that is meant for such a length, or as such a length usually is."""
        length, purpose = self.form.text("length"), self.form.text("purpose")
        if not self._measured:
            meant = (
                agenda.minutes
                for agenda in self.world.catalogue.agendas
                if agenda.purpose == purpose and _length_of(agenda.minutes) == length
            )
            self.fill({"minutes": next(meant, _LENGTHS[length])})
        self._offer_agendas()

    def _offer_agendas(self) -> None:
        """The catalogue's agendas that fit purpose and time, the longest first, then an empty one.

        The first is proposed, or what the person chose as long as it fits: minutes are typed digit
        by digit, and on the way there nothing may fit.
        """
        words = self.world.words
        minutes = self.form.number("minutes") or 0
        fitting = [
            (agenda.id, agenda.in_language(words.language).name)
            for agenda in fitting_agendas(self.world.catalogue, self.form.text("purpose"), minutes)
        ]
        offered = [*fitting, (EMPTY, words("community.plan.empty"))]
        self.form.set_options("agenda", offered)
        here = any(value == self._wanted for value, _ in offered)
        self.fill({"agenda": self._wanted if here else offered[0][0]})
        self._follow_agenda()

    def _follow_agenda(self) -> None:
        """The title, the time and the number of people that go with the agenda."""
        words = self.world.words
        agenda = self.world.catalogue.find_agenda(self.form.text("agenda"))
        if not self._titled:
            self.fill({"title": words(f"parts.purpose.{self.form.text('purpose')}")})
        if agenda is None:
            return
        if not self._timed:
            self.fill({"starts": agenda.first_minute})
        if not self._counted and not self._people:
            self.fill({"expected": agenda.people})


def _length_of(minutes: int) -> str:
    """How long one would say that is."""
    return "hour" if minutes < _HALF_DAY else "half-day" if minutes < _DAY else "day"
