"""Planning a workshop: how long, when, where, for how many, from a proposed agenda or nothing."""

from collections import Counter
from datetime import timedelta

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.agenda_fit import fit_agenda
from app.catalogue.proposing import Asked, Proposal, best_of, propose
from app.community.facts import gather
from app.community.memberships import members
from app.community.stages import read_story
from app.community.today import today_of
from app.library.rows import Community
from app.working_days import working_day
from app.workshop.planning import WorkshopFields, plan_workshop
from ui.parts.agenda_choice import EMPTY, AgendaChoice, AgendaShown
from ui.parts.fields import Field
from ui.parts.fit_text import fit_text
from ui.parts.form_dialog import FormDialog
from ui.parts.labels import eyebrow
from ui.parts.layouts import ShareLayout, holding
from ui.parts.workshop_fields import AVAILABLE, LANGUAGES, PURPOSE, START, WHEN_AND_WHERE
from ui.world import World

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
    *WHEN_AND_WHERE,
    LANGUAGES,
)  # fmt: skip


class PlanDialog(FormDialog):
    """Asks for a workshop, plans it and opens its agenda: one that is proposed, or an empty one."""

    wide = 1180

    def __init__(
        self, world: World, parent: QWidget, community: str, purpose: str, agenda: str = ""
    ) -> None:
        """``purpose`` is proposed first, and of its agendas the one whose id is given, if any."""
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
        self._titled = self._timed = self._counted = self._measured = self._sized = False
        (facts,) = gather(world.library.reader, world.moment.now(), community)
        self._begins = not facts.launched
        self._wanted = ""
        self._proposals: tuple[Proposal, ...] = ()
        self._lit = read_story(
            world.library.reader, community, [stage.id for stage in world.catalogue.stages]
        ).lit
        self.choice = AgendaChoice(world.look, words)
        self.choice.chosen.connect(self._take)
        self.shown = AgendaShown(world)
        look = world.look
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(eyebrow(look, words("fit.proposal.title")))
        column.addWidget(self.choice)
        column.addStretch(1)
        beside = ShareLayout(look.px(28), look.px(16))
        beside.add(self.form, 4, look.size(300))
        beside.add(left, 3, look.size(260))
        beside.add(self.shown, 4, look.size(300))
        self.column.add(holding(beside))
        there = members(world.library.reader, community, today)
        self._people = sum(not one.gone and one.membership.level != "outside" for one in there)
        self.fill({
            "length": self._usual_length(purpose),
            "purpose": purpose,
            "date": working_day(today + _AHEAD),
            "starts": START,
            "minutes": AVAILABLE,
            "expected": self._people,
            "languages": self._community.language,
        })  # fmt: skip
        wanted = world.catalogue.find_agenda(agenda)
        if wanted is not None:
            self._wanted, self._measured = wanted.id, True
            self.fill({"length": _length_of(wanted.minutes), "minutes": wanted.minutes})
        self._follow_length()
        self.begin(f"workshop:new:{community}")

    def touch(self, key: str) -> None:
        """Follow what the person says with what they have not set, and with what is proposed."""
        super().touch(key)
        self._titled |= key == "title"
        self._timed |= key == "starts"
        self._counted |= key == "expected"
        self._measured = key == "minutes" or (self._measured and key != "length")
        self._sized |= key in {"length", "minutes"}
        if key == "purpose":
            title = self.world.words(f"community.plan-title.{self.form.text('purpose')}")
            self.title.setText(title)
            self.setWindowTitle(title)
        if key == "purpose" and not self._sized:
            self.fill({"length": self._usual_length(self.form.text("purpose"))})
        if key in {"length", "purpose"}:
            self._wanted = ""
            self._follow_length()
        elif key == "minutes":
            self.fill({"length": _length_of(self.form.number("minutes") or 0)})
            self._offer_agendas()
        elif key == "expected":
            self._offer_agendas()
        elif key == "starts":
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
            agenda=None if self.agenda == EMPTY else self.agenda,
        )
        world = self.world
        workshop = plan_workshop(world.library, world.catalogue, wish)
        world.navigator.design(workshop.id)
        if wish.agenda is not None:
            agenda = world.catalogue.agenda(wish.agenda)
            fit = fit_agenda(world.catalogue, agenda, wish.minutes, wish.expected)
            said = fit_text(world.words, world.catalogue, fit)
            if said:
                world.notice.say(said)

    @property
    def agenda(self) -> str:
        """The id of the agenda that is begun from; that of an empty one."""
        return self.choice.current or EMPTY

    def _usual_length(self, purpose: str) -> str:
        """How long most agendas for a purpose are meant to last."""
        agendas = (one for one in self.world.catalogue.agendas if one.purpose == purpose)
        lengths = Counter(_length_of(one.minutes) for one in agendas)
        return max(lengths, key=lambda one: lengths[one], default="half-day")

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
        """The catalogue's agendas for purpose, people and time, the best first, then an empty one.

        The first that has time enough is chosen, or what the person chose: minutes are typed digit
        by digit, and on the way there nothing may fit.
        """
        # A number that only came along with an agenda speaks for no other.
        known = self._counted or self._people
        asked = Asked(
            purpose=self.form.text("purpose"),
            minutes=self.form.number("minutes") or 0,
            people=(self.form.number("expected") or 0) if known else 0,
            stages=self._lit,
            begins=self._begins,
        )
        self._proposals = propose(self.world.catalogue, asked)
        self.choice.show_proposals(self.world.catalogue, self._proposals)
        best = best_of(self._proposals)
        if not self.choice.choose(self._wanted):
            self.choice.choose(EMPTY if best is None else best.agenda.id)
        self._follow_agenda()

    def _take(self, agenda: str) -> None:
        """Begin from an agenda that the person goes to."""
        self._wanted = agenda
        self.dirty = True
        self._follow_agenda()

    def _follow_agenda(self) -> None:
        """The title, the time and the number of people that go with the agenda; and the agenda."""
        words = self.world.words
        if not self._titled:
            self.fill({"title": words(f"parts.purpose.{self.form.text('purpose')}")})
        chosen = next((one for one in self._proposals if one.agenda.id == self.agenda), None)
        if chosen is not None and not self._timed:
            self.fill({"starts": chosen.agenda.first_minute})
        if chosen is not None and not self._counted and not self._people:
            self.fill({"expected": chosen.agenda.people})
        self.shown.show_proposal(chosen, self.form.number("starts") or 0)


def _length_of(minutes: int) -> str:
    """How long one would say that is."""
    return "hour" if minutes < _HALF_DAY else "half-day" if minutes < _DAY else "day"
