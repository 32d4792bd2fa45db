"""Planning a renewal: why now, what is known and missing, and the agenda that is proposed."""

from collections.abc import Callable
from datetime import date
from functools import partial

import msgspec
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.community.facts import gather
from app.community.today import today_of
from app.library.audience import AUDIENCES
from app.library.journal import Change, Scope
from app.library.rows import Community
from app.registers.known_registers import PROMISES, STORIES
from app.renewal.brief import Brief, read_brief
from app.renewal.brief_lines import Line
from app.renewal.fitted_renewals import RENEWAL
from app.renewal.private_word import plan_word, planned_word, word_day
from app.renewal.proposal import order_agendas
from app.renewal.renewal_facts import late_with_sponsor, proposed_day, renewal_facts
from app.workshop.planning import WorkshopFields, plan_workshop
from ui.attempt import attempt
from ui.parts.agenda_choice import EMPTY
from ui.parts.buttons import Button, KeyButton, link_button
from ui.parts.card import Card
from ui.parts.deletion import clear_layout
from ui.parts.labels import eyebrow, small
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.page_header import PageHeader
from ui.parts.reading import for_reading
from ui.parts.screen import Screen
from ui.parts.scroll_column import ScrollColumn
from ui.renewal.known_cards import GroupCard, MissingCard, known_groups, missing_parts
from ui.renewal.plan_column import PlanColumn
from ui.renewal.sponsor_card import SponsorCard
from ui.renewal.why_card import WhyCard
from ui.world import World

BRIEF = "renewal-brief"
"""The document that says on paper what is known."""

IN_ENTRIES = {"stories": STORIES, "promises": PROMISES}
"""Parts whose lines are entries of a register."""


class RenewalActs(msgspec.Struct, frozen=True, eq=False):
    """What is asked in windows of other screens, each over the widget it is given, about a
    community (its id): exporting a document; exporting a sheet, of a workshop or of none; saying
    the stages; planning another workshop of a purpose, from an agenda."""

    export: Callable[[QWidget, str, str], None]
    export_sheet: Callable[[QWidget, str, str, str], None]
    read_stages: Callable[[QWidget, str], None]
    plan: Callable[[QWidget, str, str, str], None]


class RenewalScreen(Screen):
    """The page on which a renewal of one community is planned."""

    def __init__(self, world: World, community: str, acts: RenewalActs) -> None:
        """Of the community whose id is ``community``."""
        look, words = world.look, world.words
        super().__init__(words("renewal.title"))
        self._world, self._id, self._acts = world, community, acts
        row, today = self._community(), today_of(world.library, community)
        self.header = PageHeader(look, words("renewal.title"), words("renewal.said"), row.name)
        self.header.back.connect(partial(world.navigator.community, community))
        self.export_button = for_reading(KeyButton(look, words, words("renewal.export"), "Ctrl+P"))
        self.export_button.clicked.connect(lambda: acts.export(self, BRIEF, community))
        self.plan_button = KeyButton(look, words, "", "Ctrl+Return", "primary")
        self.plan_button.clicked.connect(self.plan)
        self.header.add(self.export_button, self.plan_button)
        self.why = WhyCard(world, community, today)
        self.sponsor = SponsorCard(world, community, acts.export_sheet)
        self.sponsor.wanted.connect(self.plan_word)
        self.sponsor.opened.connect(world.navigator.design)
        self.column = PlanColumn(world, today)
        self.column.changed.connect(self._follow)
        self._known = QVBoxLayout()
        self._known.setSpacing(look.px(16))
        self.groups: dict[str, GroupCard] = {}
        self.missing: MissingCard | None = None
        self._lay_out()
        self.setFocusProxy(self.plan_button)

    def scope(self) -> Scope:
        """The community's own changes."""
        return Scope(self._id)

    def touches(self, change: Change) -> bool:
        """What belongs to this community or to none; text half typed does not."""
        return not change.kept and change.community in (None, self._id)

    def refresh(self) -> None:
        """Show what is known now; what was typed and chosen stays."""
        world = self._world
        reader, catalogue, now = world.library.reader, world.catalogue, world.moment.now()
        if reader.find(Community, self._id) is None:
            return  # it was deleted a moment ago, and whoever did so goes home
        self.header.set_crumb(self._community().name)
        brief = read_brief(reader, catalogue, self._id, AUDIENCES[0], now)
        (facts,) = gather(reader, now, self._id)
        known = renewal_facts(reader, catalogue, facts)
        self.why.show_signals(brief.signals)
        self._show_known(brief)
        late = late_with_sponsor(reader, catalogue, facts)
        word = planned_word(reader, self._id, facts.today)
        self.sponsor.show_late(len(late), word, sponsored=bool(facts.holders("sponsor")))
        day = proposed_day(reader, catalogue, facts)
        self.column.propose(order_agendas(known), known.members, day)
        self._follow()

    def plan(self) -> None:
        """Plan the renewal and go to its agenda."""
        if not self.column.ready():
            return
        form, world = self.column.form, self._world
        row, agenda = self._community(), self.column.agenda
        day = form.day("date")
        wish = WorkshopFields(
            community=row.id,
            purpose=RENEWAL,
            title=world.words(f"parts.purpose.{RENEWAL}"),
            date=day.isoformat() if day else "",
            zone=row.zone,
            starts=form.number("starts") or 0,
            minutes=form.number("minutes") or 0,
            languages=tuple(row.language.split(",")),
            expected=form.number("expected") or 0,
            agenda=None if agenda == EMPTY else agenda,
            notes=self.why.reason,
        )
        made: list[str] = []

        def keep() -> None:
            made.append(plan_workshop(world.library, world.catalogue, wish).id)

        if not attempt(world, keep):
            return
        self.why.let_go()
        world.navigator.design(made[0])

    def plan_word(self) -> None:
        """Plan the private word with the sponsor, a week before."""
        world, row, day = self._world, self._community(), self._word_day()
        title = world.words("renewal.sponsor.workshop")
        languages = row.language.split(",")
        if attempt(
            world, lambda: plan_word(world.library, world.catalogue, row, title, day, languages)
        ):
            world.notice.say(world.words("renewal.sponsor.done", day=world.words.day(day)))

    def open_place(self, part: str, line: Line) -> None:
        """Go where something that is known stands."""
        go = self._world.navigator
        if part == "stages":
            self._acts.read_stages(self, self._id)
        elif part in IN_ENTRIES:
            go.register(self._id, IN_ENTRIES[part], line.source)
        elif line.source:
            go.closing(line.source)
        elif part in {"why", "charter"}:
            go.charter(self._id)
        else:
            go.community(self._id)

    def _community(self) -> Community:
        return self._world.library.reader.row(Community, self._id)

    def _word_day(self) -> date:
        today = today_of(self._world.library, self._id)
        return word_day(self.column.form.day("date") or today, today)

    def _follow(self) -> None:
        """What depends on the day and the agenda that are chosen."""
        self.sponsor.show_day(self._word_day())
        empty = self.column.agenda == EMPTY
        code = "plan-empty" if empty else "plan"
        self.plan_button.setText(self._world.words(f"renewal.{code}"))

    def _show_known(self, brief: Brief) -> None:
        clear_layout(self._known)
        self.groups = {}
        for group, parts in known_groups(brief):
            card = self.groups[group] = GroupCard(self._world, group, parts)
            card.asked.connect(self.open_place)
            self._known.addWidget(card)
        if not self.groups:
            nothing = small(self._world.look, self._world.words("renewal.nothing-known"))
            self._known.addWidget(nothing)
        lacks = missing_parts(brief)
        self.missing = MissingCard(self._world, lacks) if lacks else None
        if self.missing is not None:
            self._known.addWidget(self.missing)

    def _lay_out(self) -> None:
        look = self._world.look
        known = QWidget()
        left = QVBoxLayout(known)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(look.px(16))
        left.addWidget(self.why)
        left.addLayout(self._known)
        left.addStretch(1)
        planned = ShareLayout(0, look.px(16))
        for card in (self.sponsor, self.column, self._instead()):
            planned.add(card, 1, look.size(300))
        scroll = ScrollColumn(look, page=True)
        scroll.add(self.header)
        scroll.add_row((known, holding(planned)), (1, 1), least=340)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _instead(self) -> Card:
        """What may come before a renewal, or in its place."""
        look, words = self._world.look, self._world.words
        card = Card(look)
        card.add(eyebrow(look, words("renewal.or-rather")))
        row = FlowLayout(look.px(16), look.px(4))
        for text, purpose, agenda in (
            (words("renewal.core-first"), "preparation", "core-prepares-renewal"),
            (words("leaving.prepare"), "closing", "ending-well"),
            (words("renewal.split"), "closing", "splitting-or-merging"),
        ):
            row.addWidget(self._link(text, purpose, agenda))
        card.add(holding(row))
        return card

    def _link(self, text: str, purpose: str, agenda: str) -> Button:
        link = link_button(self._world.look, text)
        link.setObjectName(f"instead {agenda}")
        link.clicked.connect(lambda: self._acts.plan(self, self._id, purpose, agenda))
        return link
