"""The renewal to be planned: when, how long, for how many, and which agenda."""

from datetime import date

from PySide6.QtCore import Signal

from app.renewal.fitted_renewals import FittedRenewal, fitted_renewals
from app.renewal.proposal import Ranked
from ui.parts.agenda_choice import EMPTY
from ui.parts.card import Card
from ui.parts.card_list import CardLine
from ui.parts.fit_text import against_text
from ui.parts.form import FieldForm
from ui.parts.labels import eyebrow
from ui.parts.whole_card_list import WholeCardList
from ui.parts.workshop_fields import AVAILABLE, START, WHEN_AND_WHERE
from ui.renewal.agenda_shown import RenewalShown, grounds_text
from ui.world import World

FIELDS = tuple(
    one for one in WHEN_AND_WHERE if one.key in {"date", "starts", "minutes", "expected"}
)


class PlanColumn(Card):
    """The form, the agendas that are proposed, and the one that is chosen. ``changed`` is sent when
    another day or agenda is."""

    changed = Signal()

    def __init__(self, world: World, today: date) -> None:
        """Nothing proposed yet."""
        look, words = world.look, world.words
        super().__init__(look, words("renewal.when"), edge="renew")
        self._world = world
        self._ranked: tuple[Ranked, ...] = ()
        self._fitted: tuple[FittedRenewal, ...] = ()
        self._people = 0
        self._wanted = ""
        self._own: set[str] = set()
        self.form = FieldForm(FIELDS, words, look, today)
        self.form.set_values({
            "date": today,
            "starts": START,
            "minutes": AVAILABLE,
            "expected": 0,
        })  # fmt: skip
        self.form.edited.connect(self.touch)
        self.choice = WholeCardList(look, words("fit.proposal.title"))
        self.choice.chosen.connect(self._take)
        self.shown = RenewalShown(world)
        self.body.addSpacing(look.px(4))
        self.add(self.form)
        self.body.addSpacing(look.px(12))
        self.add(eyebrow(look, words("fit.proposal.title")), self.choice, self.shown)

    def propose(self, ranked: tuple[Ranked, ...], people: int, day: date) -> None:
        """Propose these for so many members on a day; what the person said or chose stays."""
        if "date" not in self._own:
            self.form.set_values({"date": day})
        self._ranked, self._people = ranked, people
        if "expected" not in self._own:
            self.form.set_values({"expected": people})
        self._offer()

    def touch(self, key: str) -> None:
        """Follow what the person says."""
        self._own.add(key)
        if key in {"minutes", "expected"}:
            self._offer()
        elif key == "starts":
            self._follow()
        self.changed.emit()

    @property
    def agenda(self) -> str:
        """The id of the agenda that is chosen; that of an empty one."""
        return self.choice.current or EMPTY

    @property
    def chosen(self) -> FittedRenewal | None:
        """The agenda that is chosen, as it would be planned; None: an empty one."""
        return next((one for one in self._fitted if one.proposal.agenda.id == self.agenda), None)

    def ready(self) -> bool:
        """Whether no needed field is empty; each says under itself what is missing."""
        missing = self.form.missing()
        self.form.show_errors(missing)
        return not missing

    def _offer(self) -> None:
        words, catalogue = self._world.words, self._world.catalogue
        measured = "minutes" in self._own
        minutes = (self.form.number("minutes") or 0) if measured else None
        known = self._people or "expected" in self._own
        people = (self.form.number("expected") or 0) if known else 0
        self._fitted = fitted_renewals(catalogue, self._ranked, minutes, people)
        lines = [
            CardLine(
                id=one.proposal.agenda.id,
                name=one.proposal.agenda.in_language(words.language).name,
                right=words.duration(one.proposal.fit.planned),
                under=grounds_text(words, one),
                reason=against_text(words, catalogue, one.proposal),
                muted=not one.reasons and one is not self._fitted[0],
            )
            for one in self._fitted
        ]
        self.choice.show_cards([*lines, CardLine(id=EMPTY, name=words("fit.proposal.empty"))])
        self.choice.take_height()
        if not self.choice.choose(self._wanted):
            best = self._fitted[0].proposal if self._fitted else None
            fits = best is not None and not best.fit.over
            self.choice.choose(best.agenda.id if best is not None and fits else EMPTY)
        self._follow()

    def _take(self, agenda: str) -> None:
        """Plan an agenda that the person goes to."""
        self._wanted = agenda
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """The time and the length that go with the agenda, where the person has said none."""
        chosen = self.chosen
        if chosen is not None:
            agenda = chosen.proposal.agenda
            goes_with = {"starts": agenda.first_minute, "minutes": agenda.minutes}
            if not self._people:
                goes_with["expected"] = agenda.people
            said = {key: value for key, value in goes_with.items() if key not in self._own}
            self.form.set_values(said)
        proposal = chosen.proposal if chosen is not None else None
        self.shown.show_proposal(proposal, self.form.number("starts") or 0)
