"""Why now: what the record says, each with its reason, and the coordinator's own words."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.library.journal import Scope
from app.signals.signals import Given
from ui.parts.autosave import Autosave
from ui.parts.card import Card
from ui.parts.deletion import delete_later
from ui.parts.fields import Field
from ui.parts.form import FieldForm
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import ShareLayout, holding
from ui.parts.text_places import TextPlace, form_place
from ui.world import World

REASON = Field(
    key="reason", kind="long", label="renewal.reason", hint="renewal.reason-hint", lines=2
)


class WhyCard(Card):
    """The signals that speak for renewing, and a field for a reason of one's own; what is typed
    there is kept aside until the renewal is planned."""

    def __init__(self, world: World, community: str, today: date) -> None:
        """No signal yet. ``community`` is an id."""
        look = world.look
        super().__init__(look, world.words("brief.why-now"), edge="amber")
        self._world = world
        self._place = QVBoxLayout()
        self._told: QWidget | None = None
        self.form = FieldForm((REASON,), world.words, look, today)
        field = self.form.text_fields()[REASON.key]
        place = TextPlace(
            key=form_place(f"renewal:{community}", REASON.key), scope=Scope(community)
        )
        self._autosave = Autosave(world, field, place)
        self._autosave.show("")
        self.body.addLayout(self._place)
        self.body.addSpacing(look.px(12))
        self.add(self.form)

    def show_signals(self, signals: Sequence[Given]) -> None:
        """Show these."""
        if self._told is not None:
            self._told.hide()
            delete_later(self._told)
        look, words = self._world.look, self._world.words
        row = ShareLayout(look.px(24), look.px(12))
        for given in signals:
            why = given.signal.in_language(words.language).why
            row.add(_signal(self._world, given.fact(words.language), why), 1, look.size(230))
        if not signals:
            row.add(small(look, words("brief.no-signal")))
        self._told = holding(row)
        self._place.addWidget(self._told)

    @property
    def reason(self) -> str:
        """The coordinator's own words."""
        return self.form.text(REASON.key)

    def let_go(self) -> None:
        """The reason is kept with its workshop."""
        self._autosave.let_go()
        self.form.set_values({REASON.key: ""})
        self._autosave.show("")


def _signal(world: World, fact: str, why: str) -> QWidget:
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(world.look.px(2))
    column.addWidget(WrapLabel(world.look, fact, "strong"))
    column.addWidget(small(world.look, why))
    return place
