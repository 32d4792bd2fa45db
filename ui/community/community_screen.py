"""A community's page: what to do next, stages, roles, charter, promises, workshops, meetings."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from app.catalogue.reading_pages import entry_key
from app.community.actions import settle_action
from app.community.attention import Reminder, snooze
from app.community.facts import CommunityFacts, gather
from app.community.overview import MainStep, main_step
from app.community.today import today_of
from app.library.journal import Change, Scope
from app.library.rows import Community, Gathering, Outcome, RhythmEvent, Workshop
from app.workshop.calling_off import delete_workshop, hold_after_all
from app.workshop.circles import Circles
from ui.attempt import attempt
from ui.community.community_dialog import CommunityDialog
from ui.community.ending_acts import EndingActs
from ui.community.gathering_dialog import GatheringDialog
from ui.community.gatherings_dialog import ask_gatherings
from ui.community.leaving_dialogs import CallOffDialog, DeleteDialog
from ui.community.page_cards import PageCards, story_of
from ui.community.parted_line import PartedLine
from ui.community.plan_dialog import PlanDialog
from ui.community.role_acts import RoleActs
from ui.community.signal_acts import SignalActs
from ui.community.stages_dialog import StagesDialog
from ui.community.state_bar import StateBar, with_state
from ui.community.year_acts import YearActs
from ui.parts.buttons import KeyButton
from ui.parts.deletion import delete_later
from ui.parts.page_header import PageHeader
from ui.parts.reading import for_reading
from ui.parts.recurrence.event_dialog import EventDialog, asked_of
from ui.parts.screen import Screen
from ui.parts.scroll_column import ScrollColumn
from ui.world import World

RENEW_KEY = "Ctrl+Shift+R"


class CommunityScreen(Screen):
    """The page of one community."""

    def __init__(
        self,
        world: World,
        community: str,
        hand_over: Callable[[QWidget, str], None],
        export: Callable[[QWidget, str, str], None],
    ) -> None:
        """The page of the community whose id is ``community``; ``hand_over`` asks, over the widget
        it is given, how to hand one over, ``export`` how to export a document of one."""
        super().__init__(world.library.reader.row(Community, community).name)
        self._world, self._community = world, community
        look, words = world.look, world.words
        self._step = MainStep("plan")
        self.cards: PageCards | None = None
        self.signals = SignalActs(world, self, community)
        self.header = PageHeader(look, crumb=words("community.all"))
        self.header.back.connect(world.navigator.home)
        self.edit_button = KeyButton(look, words, words("community.edit"), "F2", "link")
        self.people_button = for_reading(KeyButton(look, words, "", "Ctrl+M"))
        self.main_button = KeyButton(look, words, "", "Ctrl+Return", "primary")
        self.edit_button.clicked.connect(self.edit)
        self.people_button.clicked.connect(self.people)
        self.main_button.clicked.connect(self.do_step)
        self.hand_button = for_reading(
            KeyButton(look, words, words("handing.hand-over"), "Ctrl+H", "link")
        )
        self.hand_button.clicked.connect(self.hand_over)
        self._hand_over, self._export = hand_over, export
        self.years = YearActs(world, self, community, export, self.plan)
        self.roles = RoleActs(world, self, community, export)
        self.renew = partial(world.navigator.renewal, community)
        self.renew_button = for_reading(
            KeyButton(look, words, words("renewal.open"), RENEW_KEY, "link", bind=False)
        )
        self.renew_button.clicked.connect(self.renew)
        # Where a renewal is due the button makes room for the main one; the key stays what it is.
        self.renew_key = QShortcut(QKeySequence(RENEW_KEY), self)
        self.renew_key.setWhatsThis(words("renewal.open"))
        self.renew_key.activated.connect(self.renew)
        self.ending_button = for_reading(
            KeyButton(look, words, words("leaving.prepare"), "Ctrl+Shift+E", "link")
        )
        self.ending = EndingActs(
            world, self, community, self._reveal, self._open_workshop, self.plan
        )
        self.ending_button.clicked.connect(lambda: self.ending.prepare(export))
        self.state_button = KeyButton(look, words, words("states.change"), "Ctrl+Shift+S", "link")
        self.state_button.clicked.connect(self.change_state)
        self.header.add_seldom(self.edit_button, self.state_button, self.hand_button)
        self.header.add_seldom(self.renew_button, self.ending_button)
        self.header.add(self.people_button, self.main_button)
        self.ended_bar = StateBar(world, community, self.main_button)
        self._page = ScrollColumn(look, page=True)
        self.parted = PartedLine(world, community)
        self._page.add(self.header, self.ended_bar, self.parted)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._page)
        self.setFocusProxy(self.main_button)

    def scope(self) -> Scope:
        """The community's own changes."""
        return Scope(self._community)

    def touches(self, change: Change) -> bool:
        """What belongs to this community or to none; text half typed does not."""
        if change.kept and not change.touches("snooze", "standing", "tally"):
            return False
        # Another community may have split or merged into this one.
        return change.community in (None, self._community) or change.touches("community_state")

    def refresh(self) -> None:
        """Show the community as it is now; the focus and the place on the page stay."""
        if self._world.library.reader.find(Community, self._community) is None:
            return  # it was deleted here a moment ago, and whoever did so goes home
        (facts,) = gather(self._world.library.reader, self._world.moment.now(), self._community)
        name = _name_of(self.focusWidget())
        bar = self._page.verticalScrollBar()
        scrolled = bar.value()
        self._head(facts)
        self._build(facts)
        again = self.cards.findChild(QWidget, name) if name and self.cards else None
        if again is not None:
            again.setFocus()
        if scrolled:
            QTimer.singleShot(0, bar, lambda: bar.setValue(scrolled))

    def reads(self) -> str:
        """The page of the stage that the group recognised itself in last."""
        lit = story_of(self._world, self._community).lit
        return entry_key("stage", lit[0]) if lit else ""

    def edit(self) -> None:
        """Ask what is said about the community."""
        row = self._world.library.reader.row(Community, self._community)
        dialog = CommunityDialog(self._world, self, row)
        dialog.ended.connect(lambda: self.ending.change_state("closed"))
        dialog.open()

    def change_state(self) -> None:
        """Ask what the community became."""
        self.ending.change_state()

    def hand_over(self) -> None:
        """Ask how to hand the community over, as one file."""
        self._hand_over(self, self._community)

    def people(self) -> None:
        """To the community's people."""
        self._world.navigator.people(self._community)

    def plan(self, purpose: str = "launch", agenda: str = "") -> None:
        """Ask for a workshop, from an agenda whose id is given, if any."""
        PlanDialog(self._world, self, self._community, purpose, agenda).open()

    def read_stages(self) -> None:
        """Ask in which stages the group recognises itself."""
        story = story_of(self._world, self._community)
        StagesDialog(self._world, self, self._community, story).open()

    def meet(self, gathering: Gathering | None = None) -> None:
        """Ask for a gathering, or how one went."""
        GatheringDialog(self._world, self, self._community, gathering).open()

    def list_gatherings(self) -> None:
        """Show every gathering, to open each or to write them all on paper."""
        ask_gatherings(self._world, self, self._community, self.meet, self._export)

    def ask_event(self, event: RhythmEvent) -> None:
        """Ask how something recurs, or which of its dates are otherwise."""
        circles = Circles(self._world.library.reader, self._world.words.language)
        named = tuple((one.id, one.label) for one in circles.of_run(event.run or ""))
        EventDialog(self._world, self, asked_of(event, Scope(self._community), named)).open()

    def export_rhythm(self) -> None:
        """Ask how to export what recurs: as a calendar, or on paper."""
        self._export(self, "rhythm", self._community)

    def export_since(self) -> None:
        """Ask how to write what came of the last launch or renewal."""
        self._export(self, "since-last-time", self._community)

    def export_outcomes(self) -> None:
        """Ask how to write what was decided, taken on and parked."""
        self._export(self, "outcomes", self._community)

    def do_step(self) -> None:
        """Do the one thing to do next."""
        go, step = self._world.navigator, self._step
        if step.code == "prepare" and step.workshop:
            go.design(step.workshop)
        elif step.workshop:
            go.cockpit(step.workshop)
        elif step.code == "plan-renewal":
            self.renew()
        else:
            self.plan("launch" if step.code == "plan-launch" else "check-up")

    def _head(self, facts: CommunityFacts) -> None:
        words, community = self._world.words, facts.community
        self.set_title(community.name)
        self.header.set_title(community.name)
        self.header.set_sentence(with_state(words, community.sentence, facts))
        self._step = main_step(facts)
        self.main_button.setText(words(f"community.step.{self._step.code}"))
        # The room is a key away, in the strip above.
        goes_on = self._step.workshop == self._world.navigator.in_room != ""
        self.main_button.setVisible(not facts.resting and not goes_on)
        due = self._step.code == "plan-renewal"
        self.renew_button.setVisible(not facts.resting and not due)
        self.renew_key.setEnabled(not facts.resting)
        ended = facts.community.ended is not None
        self.ending_button.setText(words("ending.page" if ended else "leaving.prepare"))
        people = words("community.people-button", n=facts.members)
        self.people_button.setText(people if facts.members else words("community.people-none"))
        self.ended_bar.tell(facts)
        self.parted.tell()

    def _build(self, facts: CommunityFacts) -> None:
        """Make every card anew."""
        story = story_of(self._world, self._community)
        cards = PageCards(self._world, facts, story, self._step)
        old, self.cards = self.cards, cards
        if old is not None:
            self._page.body.removeWidget(old)
            old.hide()
            delete_later(old)
        self._page.add(cards)
        cards.next.asked.connect(self._lead)
        cards.next.put_off.connect(self._put_off)
        cards.next.renewal_asked.connect(self.renew)
        if cards.signals is not None:
            cards.signals.exercise_asked.connect(self._world.navigator.exercises)
            cards.signals.agenda_asked.connect(self._plan_agenda)
            cards.signals.renewal_asked.connect(self.renew)
            self.signals.follow(cards.signals)
        cards.stages.asked.connect(self.read_stages)
        self.years.follow(cards)
        self.roles.follow(cards.roles)
        cards.charter.asked.connect(self._charter)
        cards.meetings.asked.connect(self.meet)
        cards.meetings.listed.connect(self.list_gatherings)
        cards.registers.asked.connect(self._register)
        if cards.rhythm is not None:
            cards.rhythm.asked.connect(self.ask_event)
            cards.rhythm.exported.connect(self.export_rhythm)
        cards.promises.done.connect(self._done)
        cards.promises.exported.connect(self.export_outcomes)
        cards.workshops.asked.connect(self._open_workshop)
        cards.workshops.wanted.connect(lambda: self.plan("check-up"))
        cards.workshops.left.connect(self._leave_workshop)
        cards.workshops.looked_back.connect(self.export_since)

    def _lead(self, reminder: Reminder) -> None:
        """Go where a reminder leads, or do it here."""
        go = self._world.navigator
        away = {
            "room": go.cockpit,
            "paper": go.type_in,
            "design": go.design,
            "charter": go.charter,
            "people": go.people,
            "renewal": go.renewal,
        }
        if reminder.place in away:
            away[reminder.place](reminder.lead)
        elif reminder.place == "plan":
            self.plan()
        elif reminder.code in {"next-none", "next-far"}:
            self.meet()
        elif reminder.code in {"actions-past", "actions-soon"}:
            self._reveal(lambda cards: cards.promises)
        elif reminder.code == "ahead-gathering":
            self._reveal(lambda cards: cards.meetings)
        else:
            self._reveal(lambda cards: cards.roles)

    def _reveal(self, pick: Callable[[PageCards], QWidget]) -> None:
        """Bring a card into view, and the focus to the first thing in it."""
        if self.cards is None:
            return
        card = pick(self.cards)
        self._page.ensureWidgetVisible(card)
        for button in card.findChildren(QAbstractButton):
            if button.objectName():
                button.setFocus()
                break

    def _put_off(self, reminder: Reminder, length: timedelta) -> None:
        until = today_of(self._world.library, self._community) + length
        attempt(self._world, lambda: snooze(self._world.library, reminder, until))

    def _plan_agenda(self, agenda: str) -> None:
        """Ask for a workshop that begins from an agenda."""
        self.plan(self._world.catalogue.agenda(agenda).purpose, agenda)

    def _done(self, action: Outcome) -> None:
        if not attempt(self._world, lambda: settle_action(self._world.library, action, "done")):
            self.mark_stale()

    def _charter(self) -> None:
        self._world.navigator.charter(self._community)

    def _register(self, register: str) -> None:
        self._world.navigator.register(self._community, register)

    def _open_workshop(self, workshop: Workshop) -> None:
        go = self._world.navigator
        away = {"planned": go.design, "running": go.cockpit}
        away.get(workshop.state, go.closing)(workshop.id)

    def _leave_workshop(self, what: str, workshop: Workshop) -> None:
        """Call a workshop off, hold it after all, or delete it."""
        world = self._world
        if what == "call-off":
            CallOffDialog(world, self, workshop).open()
        elif what == "hold":
            attempt(world, lambda: hold_after_all(world.library, workshop))
        else:
            DeleteDialog(world, self, workshop, lambda: self._delete_workshop(workshop)).open()

    def _delete_workshop(self, workshop: Workshop) -> None:
        delete_workshop(self._world.library, workshop)
        self._world.notice.say(self._world.words("community.deleted.workshop", name=workshop.title))


def _name_of(widget: QWidget | None) -> str:
    """The name under which a widget that is made anew is found again."""
    return widget.objectName() if widget is not None else ""
