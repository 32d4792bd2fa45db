"""The cards of a community's page, made anew from what the library holds."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.charter_overview import charter_overview
from app.community.actions import open_actions
from app.community.advice import role_advice
from app.community.attention import Reminder, also_ahead, reminders_of, renewal_near
from app.community.facts import CommunityFacts
from app.community.gatherings import meetings
from app.community.held_roles import roles_of
from app.community.memberships import members
from app.community.overview import MainStep
from app.community.rhythm_events import events_of
from app.community.stages import StageStory, read_story
from app.kinds.pulse.years import pulse_glance
from app.library.rows import Outcome
from app.registers.glance import glances
from app.renewal.since import last_renewed
from app.signals.signals import new_signals, set_aside
from app.workshop.recent import latest_decisions, workshop_lines
from ui.community.charter_card import CharterCard
from ui.community.next_card import NextCard
from ui.community.pulse_card import PulseCard
from ui.community.registers_card import RegistersCard
from ui.community.rhythm_card import RhythmCard
from ui.community.roles_card import RolesCard
from ui.community.signals_card import SignalsCard
from ui.community.stages_card import StagesCard
from ui.community.work_cards import (
    ActionsCard,
    DecisionsCard,
    MeetingsCard,
    WorkshopsCard,
)
from ui.look.look import Look
from ui.parts.layouts import ShareLayout, holding
from ui.parts.reminder_text import ReminderText, reminder_text
from ui.world import World


class PageCards(QWidget):
    """Every card of the page, in its place."""

    def __init__(self, world: World, facts: CommunityFacts, story: StageStory, step: MainStep):
        """Cards for ``facts``; ``step`` is what the page's filled button does."""
        super().__init__()
        reader, look, community = world.library.reader, world.look, facts.community.id
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(16))
        reminders = reminders_of(facts, world.navigator.in_room)

        def told(reminder: Reminder) -> tuple[Reminder, ReminderText]:
            return reminder, reminder_text(reminder, world.words, world.catalogue, facts.today)

        spoken = [told(reminder) for reminder in reminders]
        after = also_ahead(facts, reminders)
        later = told(after) if after is not None else None
        self.next = NextCard(look, world.words, spoken, later)
        if not reminders and after is None:
            self.next.hide()
        signals = new_signals(reader, world.catalogue, facts)
        aside = len(set_aside(reader, world.catalogue, community, facts.today))
        self.signals = SignalsCard(world, signals, aside) if signals or aside else None
        self.stages = StagesCard(world, story)
        lines = roles_of(reader, world.catalogue.roles, community, facts.today)
        advice = role_advice(
            lines,
            members(reader, community, facts.today),
            launched=facts.launched,
            renewal=renewal_near(facts),
            today=facts.today,
        )
        begun = facts.community.ended is None and (facts.launched or bool(facts.terms))
        self.roles = RolesCard(world, lines, advice if begun else (), facts.today, begun=begun)
        self.charter = CharterCard(world, charter_overview(reader, community))
        ahead, last = meetings(reader, community, facts.today)
        self.meetings = MeetingsCard(world, ahead, last, facts.today)
        events = events_of(reader, community)
        over = facts.community.ended is not None
        self.rhythm = RhythmCard(world, events, facts.today, over=over) if events else None
        recurs = [self.rhythm] if self.rhythm is not None else []
        self.promises = _actions_card(world, community, facts.today)
        decisions = latest_decisions(reader, community)
        decided = [DecisionsCard(world, decisions)] if decisions else []
        registers = glances(reader, world.catalogue.registers, community, facts.today)
        self.registers = RegistersCard(world, registers, community)
        self.pulse = PulseCard(world, pulse_glance(reader, community))
        since = last_renewed(reader, community, facts.today) is not None
        held = workshop_lines(reader, community)
        self.workshops = WorkshopsCard(world, held, first=step.code.startswith("plan"), since=since)
        self._offer_new(facts.community.ended is None)
        self._lay_out(look, decided, (*recurs, self.meetings, self.pulse, self.registers))

    def _lay_out(self, look: Look, below: Sequence[QWidget], beside: Sequence[QWidget]) -> None:
        """What is next and the stages above; under them the cards side by side, ``below`` at
        their foot, ``beside`` at their right."""
        self._column.addWidget(self.next)
        self._column.addWidget(self.stages)
        if self.signals is not None:
            self._column.addWidget(self.signals)
        # Columns rather than rows, so that a short card leaves no hole beside a tall one.
        above = ShareLayout(look.px(16), look.px(16))
        above.add(self.roles, 13, look.size(320))
        above.add(_stack(look, self.charter, self.workshops), 11, look.size(300))
        row = ShareLayout(look.px(16), look.px(16))
        row.add(_stack(look, holding(above), self.promises, *below), 24, look.size(320))
        row.add(_stack(look, *beside), 8, look.size(240))
        self._column.addWidget(holding(row))

    def _offer_new(self, lives: bool) -> None:
        """Offer nothing new in a community that has ended; what there is stays open."""
        if lives:
            return
        for button in (
            self.stages.button,
            self.roles.give_button,
            self.meetings.button,
            self.workshops.button,
            self.pulse.plan_button,
        ):
            button.hide()


def _actions_card(world: World, community: str, today: date) -> ActionsCard:
    """What is open, and the way to all that was decided, taken on and parked."""
    reader = world.library.reader
    some = reader.count(Outcome, community=community) > 0
    return ActionsCard(world, open_actions(reader, community), today, any_outcome=some)


def _stack(look: Look, *cards: QWidget) -> QWidget:
    """Cards one below the other, each as tall as what it holds."""
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(16))
    for card in cards:
        column.addWidget(card)
    return place


def story_of(world: World, community: str) -> StageStory:
    """The stages a community lived through, for the stages of the catalogue."""
    stages = [stage.id for stage in world.catalogue.stages]
    return read_story(world.library.reader, community, stages)
