"""What people promised and decided, the workshops, the meetings: a card each."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.library.rows import Gathering, Outcome, Workshop
from app.moment import instant
from app.words import Words
from app.workshop.recent import WorkshopLine
from ui.look.look import Look
from ui.parts.buttons import Button, quiet_button
from ui.parts.card import Card
from ui.parts.cell_rows import CellRows, Column, TonedCell
from ui.parts.controls import Tick
from ui.parts.labels import WrapLabel, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.marked_text import marked
from ui.parts.name_button import NameButton
from ui.parts.reading import for_reading
from ui.parts.text_block import TextRun
from ui.world import World

MOST_ACTIONS, MOST_WORKSHOPS, MOST_MEETINGS = 8, 6, 4
"""Lines a card shows; the rest is counted under them."""


class ActionsCard(Card):
    """Open actions, each with a box to tick. ``done`` is sent with the action; ``exported`` where
    all decisions, actions and parked things are to be written."""

    done = Signal(object)
    exported = Signal()

    def __init__(
        self, world: World, actions: Sequence[Outcome], today: date, *, any_outcome: bool = False
    ) -> None:
        """Show the first actions; the rest is counted. ``any_outcome``: whether anything was ever
        decided, taken on or parked."""
        words, look = world.words, world.look
        note = words("community.actions-open", n=len(actions)) if actions else ""
        super().__init__(look, words("community.actions"), note=note)
        if not actions:
            self.add(small(look, words("community.actions-none")))
        rows = CellRows(look, (Column(share=8), Column(share=3), Column(share=4)))
        self.ticks: list[_ActionTick] = []
        for action in actions[:MOST_ACTIONS]:
            tick = _ActionTick(world, action)
            tick.clicked.connect(self._tick)
            self.ticks.append(tick)
            who = TonedCell(action.owner_name or words("community.nobody-yet"), "mute")
            due = _due(world, action, today)
            rows.add(tick, *(_beside(tick, cell, look) for cell in (who, due)))
        if actions:
            self.add(rows)
        if len(actions) > MOST_ACTIONS:
            self.add(small(look, words("community.more", n=len(actions) - MOST_ACTIONS)))
        if any_outcome:
            self.body.addSpacing(look.px(4))
        self.export_button = quiet_button(look, words("outcomes.export"), small=True)
        self.export_button.setObjectName("export outcomes")
        self.export_button.clicked.connect(self.exported)
        if not any_outcome:
            self.export_button.hide()
        buttons = FlowLayout(look.px(8), look.px(4))
        buttons.addWidget(for_reading(self.export_button))
        self.body.addWidget(holding(buttons))

    def _tick(self) -> None:
        tick = self.sender()
        if isinstance(tick, _ActionTick):
            self.done.emit(tick.action)


class _ActionTick(Tick):
    """An action with a box to tick when it is done."""

    def __init__(self, world: World, action: Outcome) -> None:
        super().__init__(world.look, action.text, "small")
        self.action = action
        self.setObjectName(f"action {action.id}")


def _beside(tick: Tick, cell: TonedCell, look: Look) -> QWidget:
    """Words in the line of a tick's own."""
    label = WrapLabel(look, cell.said, "small", cell.tone)
    label.setContentsMargins(0, tick.words_top, 0, 0)
    return label


def _due(world: World, action: Outcome, today: date) -> TonedCell:
    words = world.words
    if action.due is None:
        return TonedCell(words("community.no-date"), "mute")
    due = date.fromisoformat(action.due)
    if due < today:
        was_due = words("community.was-due", day=words.near_day(due, today, "medium"))
        return TonedCell(marked(was_due, "amber"), "amber")
    return TonedCell(words("community.due", day=words.near_day(due, today, "medium")), "mute")


class DecisionsCard(Card):
    """The latest decisions, word for word."""

    def __init__(self, world: World, decisions: Sequence[Outcome]) -> None:
        """Show decisions, the latest first."""
        super().__init__(world.look, world.words("community.decided"))
        self.body.setSpacing(world.look.px(10))
        for decision in decisions:
            parts = [TextRun(decision.text)]
            if decision.made:
                day = world.words.day(instant(decision.made).date())
                parts.append(TextRun(f"\n{day}", tone="mute"))
            self.add(small(world.look, parts, "plain"))


class WorkshopsCard(Card):
    """Workshops, the latest first. ``asked`` is sent with the workshop; ``wanted`` for another;
    ``left`` with what becomes of one: call-off, hold or delete; ``looked_back`` where what came
    of the last launch or renewal is to be written."""

    asked = Signal(object)
    wanted = Signal()
    left = Signal(str, object)
    looked_back = Signal()

    def __init__(
        self, world: World, lines: Sequence[WorkshopLine], *, first: bool, since: bool = False
    ) -> None:
        """Show the lines; with ``first`` the page's filled button plans one already, with ``since``
        there is a launch or renewal to look back to."""
        words, look = world.words, world.look
        super().__init__(look, words("community.workshops"))
        if not lines:
            self.add(small(look, words("community.workshops-none")))
        self._world, self._lines = world, tuple(lines)
        rows = CellRows(look, (Column(share=1),))
        for line in lines[:MOST_WORKSHOPS]:
            button, more = _WorkshopButton(world, line), _MoreButton(world, line)
            button.clicked.connect(self._ask)
            more.clicked.connect(self._ask_more)
            # The title on a line of its own: beside a date and how it stands it would be cut.
            day = words.day(date.fromisoformat(line.workshop.date))
            stands = small(look, words("community.workshop-stands", day=day, how=_how(words, line)))
            stands.setToolTip(line.workshop.reason or "")
            below = FlowLayout(look.px(12), 0)
            below.addWidget(stands)
            below.addWidget(more)
            row = QVBoxLayout()
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(0)
            row.addWidget(button)
            row.addWidget(holding(below))
            rows.add(holding(row))
        if lines:
            self.add(rows)
        if len(lines) > MOST_WORKSHOPS:
            self.add(small(look, words("community.more", n=len(lines) - MOST_WORKSHOPS)))
        self.body.addSpacing(look.px(4))
        self.button = quiet_button(look, words("community.step.plan"), small=True)
        self.button.setObjectName("plan workshop")
        self.button.clicked.connect(self.wanted)
        if first:
            self.button.hide()
        self.since_button = quiet_button(look, words("since.export"), small=True)
        self.since_button.setObjectName("export since last time")
        self.since_button.clicked.connect(self.looked_back)
        if not since:
            self.since_button.hide()
        buttons = FlowLayout(look.px(8), look.px(4))
        buttons.addWidget(self.button)
        buttons.addWidget(for_reading(self.since_button))
        self.body.addWidget(holding(buttons))

    def menu_for(self, workshop: Workshop) -> QMenu:
        """What may become of a workshop."""
        menu = QMenu(self)
        for code in _acts(workshop):
            menu.addAction(self._world.words(f"community.workshop-{code}")).setData(
                (code, workshop.id)
            )
        menu.triggered.connect(self._answer)
        return menu

    def _answer(self, action: QAction) -> None:
        code, chosen = action.data()
        for line in self._lines:
            if line.workshop.id == chosen:
                self.left.emit(code, line.workshop)

    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, _WorkshopButton):
            self.asked.emit(button.line.workshop)

    def _ask_more(self) -> None:
        button = self.sender()
        if not isinstance(button, _MoreButton):
            return
        acts = _acts(button.line.workshop)
        if len(acts) == 1:
            self.left.emit(acts[0], button.line.workshop)
        else:
            place = button.mapToGlobal(button.rect().bottomLeft())
            self.menu_for(button.line.workshop).popup(place)


class _WorkshopButton(NameButton):
    """The title of a workshop, which opens it."""

    def __init__(self, world: World, line: WorkshopLine) -> None:
        super().__init__(world.look, line.workshop.title, strong=True)
        for_reading(self)
        self.line = line
        self.setObjectName(f"workshop {line.workshop.id}")


class _MoreButton(Button):
    """Asks what may become of a workshop."""

    def __init__(self, world: World, line: WorkshopLine) -> None:
        words, workshop = world.words, line.workshop
        asks = words(f"community.workshop-{'-or-'.join(_acts(workshop))}-asked")
        super().__init__(world.look, asks, "link", small=True)
        self.setAccessibleName(words("community.workshop-menu", asks=asks, title=workshop.title))
        self.line = line
        self.setObjectName(f"more {workshop.id}")


def _acts(workshop: Workshop) -> tuple[str, ...]:
    """What may become of a workshop, as codes."""
    if workshop.called_off is not None:
        return "hold", "delete"
    return ("call-off", "delete") if workshop.state == "planned" else ("delete",)


def _how(words: Words, line: WorkshopLine) -> str:
    if line.workshop.called_off is not None:
        return words("community.workshop-called-off")
    if line.workshop.state in {"running", "planned"}:
        return words(f"community.workshop-{line.workshop.state}")
    return words("community.people", n=line.people)


class MeetingsCard(Card):
    """What is in the calendar, and how the last one went. ``asked`` is sent with a gathering, or
    with None for a new one; ``listed`` where all of them are asked for."""

    asked = Signal(object)
    listed = Signal()

    def __init__(
        self, world: World, ahead: Sequence[Gathering], last: Gathering | None, today: date
    ) -> None:
        """Show what is ahead, and the last gathering held."""
        words, look = world.words, world.look
        super().__init__(look, words("community.meetings"))
        rows = CellRows(look, (Column(share=0, tone="mute"), Column(share=3)))
        for gathering in ahead[:MOST_MEETINGS]:
            rows.add(_when(world, gathering, today), self._button(world, gathering))
        if ahead:
            self.add(rows)
        else:
            self.add(small(look, words("community.meetings-none")))
        if last is not None:
            day = words.day(date.fromisoformat(last.date))
            sentence = words("community.last-meeting", n=last.came, day=day)
            pieces = [TextRun(sentence)]
            if last.helped:
                pieces.append(TextRun(" " + words("community.helped", text=last.helped)))
            self.add(small(look, pieces))
        self.body.addSpacing(look.px(4))
        self.button = quiet_button(look, words("community.meeting.plan"), small=True)
        self.button.setObjectName("plan meeting")
        self.button.clicked.connect(self._plan)
        self.all_button = quiet_button(look, words("gatherings.all"), small=True)
        self.all_button.setObjectName("all gatherings")
        self.all_button.clicked.connect(self.listed)
        buttons = FlowLayout(look.px(8), look.px(4))
        buttons.addWidget(self.button)
        buttons.addWidget(for_reading(self.all_button))
        self.body.addWidget(holding(buttons))

    def _button(self, world: World, gathering: Gathering) -> NameButton:
        button = _MeetingButton(world, gathering)
        button.clicked.connect(self._ask)
        return button

    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, _MeetingButton):
            self.asked.emit(button.gathering)

    def _plan(self) -> None:
        self.asked.emit(None)


class _MeetingButton(NameButton):
    """What a gathering is called, which opens it."""

    def __init__(self, world: World, gathering: Gathering) -> None:
        title = gathering.title or world.words("community.meeting.untitled")
        super().__init__(world.look, title, strong=True)
        for_reading(self)
        self.gathering = gathering
        self.setObjectName(f"meeting {gathering.id}")


def _when(world: World, gathering: Gathering, today: date) -> str:
    words = world.words
    day = words.near_day(date.fromisoformat(gathering.date), today, "medium")
    if gathering.starts is None:
        return day
    return words("attention.at", day=day, time=words.clock(gathering.starts))
