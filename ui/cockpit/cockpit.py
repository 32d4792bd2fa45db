"""The cockpit: what to say, the canvas, one capture line, the clock, the day beside them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.library.journal import Change, Scope
from app.library.rows import Community, Workshop
from app.text_direction import join_isolated
from app.workshop.agenda_order import opens_session
from app.workshop.attendance import in_the_room
from app.workshop.outcomes import outcomes_of
from app.workshop.planning import scope_of
from ui.attempt import attempt
from ui.cockpit.capture_bar import CaptureBar
from ui.cockpit.capture_controller import CaptureController
from ui.cockpit.centre import Centre
from ui.cockpit.clock_panel import ClockPanel
from ui.cockpit.cockpit_actions import CockpitActions
from ui.cockpit.cockpit_state import CockpitState, page_of
from ui.cockpit.heartbeats import Heartbeats
from ui.cockpit.place_text import onward_text, title_here
from ui.cockpit.run_canvas import RunCanvas
from ui.cockpit.shortcuts import bind_shortcuts
from ui.cockpit.side_column import SideColumn
from ui.cockpit.stand_back import StandBack
from ui.cockpit.step_view import StepView
from ui.cockpit.stray_typing import StrayTyping
from ui.cockpit.time_question import TimeQuestion
from ui.cockpit.top_bar import Offer, TopBar, under_way_of
from ui.cockpit.workshop_controller import WorkshopController
from ui.kinds.canvas import Canvas
from ui.kinds.kind_view import KindViews
from ui.parts import room_keys as keys
from ui.parts.room_screen import RoomScreen, Shown, UnderWay
from ui.parts.sentences import EmptyState
from ui.wall.wall_control import WallControl
from ui.wall.wall_view import WallState
from ui.world import World

TICK = 250
"""Milliseconds between two looks at the clock."""
FOLDED = 1180
"""Pixels (at 100 % text) under which the side column folds away."""


class Cockpit(RoomScreen):
    """A running workshop."""

    def __init__(self, world: World, workshop: str, views: KindViews, wall: WallControl) -> None:
        """The cockpit of ``workshop`` (its id), its wall handed in."""
        row = world.library.reader.row(Workshop, workshop)
        super().__init__(world.words("room.title", workshop=row.title))
        self._world, self._workshop = world, workshop
        self.wall = wall
        self.controller = WorkshopController(world, workshop)
        self._told: UnderWay | None = None
        self._asked_for_side: bool | None = None
        self.top = TopBar(world, wall)
        self.side = SideColumn(world, wall)
        self.step_view = StepView(world)
        self.timing = ClockPanel(world)
        self.bottom = CaptureBar(world)
        self.centre = Centre(world.look, self.step_view, self.timing, self.bottom)
        self.run_canvas = RunCanvas(world, views, self.centre)
        self.capturing = CaptureController(
            world, row, self.controller, self.bottom, self.run_canvas.current
        )
        shown = (self.run_canvas, self.centre, self.bottom)
        self.cockpit_actions = CockpitActions(
            world, self.controller, self.capturing, *shown, wall, self
        )
        self.time_question = TimeQuestion(world, self.controller)
        self.empty = self._empty_agenda()
        self.stand_back = StandBack(world)
        StrayTyping(self, self.bottom.line)
        self._lay_out()
        self._connect()
        bind_shortcuts(self, {key: act for _, key, act in self._acts()})
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK)
        self._ticks.timeout.connect(self.show_time)
        self.heartbeats = Heartbeats(world, self.controller, self)
        self._begin()

    @property
    def canvas(self) -> Canvas | None:
        """The canvas of the run on screen."""
        return self.run_canvas.current()

    def scope(self) -> Scope:
        """This workshop's own changes."""
        return scope_of(self._world.library.reader.row(Workshop, self._workshop))

    def touches(self, change: Change) -> bool:
        """Whatever happens in this workshop or its community."""
        return change.workshop in (None, self._workshop)

    def refresh(self) -> None:
        """Show the room as it now is."""
        moment = self.controller.state()
        if moment.place is None and self._told is not None:
            # Its start was taken back, or undone: there is no room any more.
            QTimer.singleShot(0, self, self._room_gone)
            return
        community = self._world.library.reader.row(Community, moment.workshop.community)
        names = (community.name, moment.workshop.title)
        self.top.title.show_text(join_isolated(names), shorter=names[1])
        self.side.show_lines(moment.lines)
        self.side.show_outcomes(outcomes_of(self._world.library.reader, self._workshop))
        self._show_place(moment)
        self._show_time(moment)

    def library_changed(self, change: Change) -> None:
        """Say that it is saved, unless something typed is not; then show it."""
        self._show_saved()
        super().library_changed(change)

    def show_time(self) -> None:
        """The clock, the pace: what changes by itself."""
        self._show_time(self.controller.state())

    def under_way(self) -> UnderWay | None:
        """The block the room is in, and how the day runs."""
        there = self._world.library.reader.find(Workshop, self._workshop) is not None
        return under_way_of(self._world.words, self.controller.state()) if there else None

    def reads(self) -> str:
        """The page of the charter section that the exercise in the room feeds."""
        return page_of(self._world.catalogue, self.controller.state())

    def memento(self) -> object:
        """What the wall shows: blank, frozen, a message."""
        return self.wall.state()

    def restore(self, memento: object) -> None:
        """Have the wall show what it did."""
        if isinstance(memento, WallState):
            self.wall.restore(memento)

    def take_turn(self, shown: Shown) -> None:
        """People look at the wall, whatever the facilitator looks at."""
        if self.under_way() is not None:
            self._world.awake.hold(self._world.words("room.under-way"))
        if shown == "closing":
            self.cockpit_actions.reading_back.begin()
        else:
            self.cockpit_actions.reading_back.end()

    def _show_time(self, moment: CockpitState) -> None:
        self.top.show_course(moment.course)
        self.side.show_lines(moment.lines)
        under_way = under_way_of(self._world.words, moment)
        if under_way != self._told:
            self._told = under_way
            self.under_way_changed.emit()
        if moment.place is None:
            return
        reading = self.controller.read_clock(moment)
        self.timing.show_clock(reading, self._world.words.clock(moment.ends))
        self.stand_back.show_clock(reading)

    def leave(self) -> None:
        """Stop the clock's ticking; take the wall down; the screen may sleep."""
        self._ticks.stop()
        self.heartbeats.stop()
        self.time_question.stop()
        self._world.awake.let_go()
        self.cockpit_actions.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the side column and the head where the window is narrow."""
        super().resizeEvent(event)
        self._fold()

    def toggle_side(self) -> None:
        """Show or fold the side column, whatever the width says."""
        self._asked_for_side = not self.side.isVisible()
        self._fold()

    def toggle_stand_back(self) -> None:
        """The cockpit seen from two metres, and back."""
        standing = self.stand_back.isHidden()
        self.stand_back.setVisible(standing)
        self.top.setVisible(not standing)
        self.centre.show_parts(not standing)
        self._fold()
        self.bottom.line.setFocus()

    def leave_line(self) -> None:
        """F6: from the capture line into the canvas, and from anywhere back to the line."""
        if self.bottom.line.hasFocus() and self.canvas is not None:
            self.canvas.widget.setFocus()
        else:
            self.bottom.line.setFocus()

    # Inside

    def _begin(self) -> None:
        woken = False

        def open_room() -> None:
            nonlocal woken
            woken = self.controller.open()

        attempt(self._world, open_room)
        self.capturing.restore()
        if woken:
            # In the place of the sentence about the line: it tells of all that is back.
            self._world.notice.say(self._world.words("room.welcome-back"))
        self._ticks.start()
        self.heartbeats.start()
        self.take_turn("room")
        self.setFocusProxy(self.bottom.line)

    def keys_told(self) -> Mapping[str, str]:
        """What each key of the room does."""
        return {key: text for text, key, _ in self._acts()}

    def _acts(self) -> Sequence[Offer]:
        """Everything that has a key in the room."""
        words = self._world.words
        return (
            (words("room.agenda"), keys.SIDE, self.toggle_side),
            (words("room.gone-by"), keys.GONE_BY, self.time_question.answer),
            (words("parts.recipe.fails"), keys.UNFOLD, self.step_view.toggle),
            *self.cockpit_actions.on_screen(),
            *self.cockpit_actions.offered(),
            (words("room.stand-back"), keys.STAND_BACK, self.toggle_stand_back),
            (words("room.leave-line"), keys.LEAVE_LINE, self.leave_line),
        )

    def _offered(self) -> Sequence[Offer]:
        """What the menu offers now; the window itself hears the keys of the first and the last."""
        idle = {keys.GONE_BY: self.time_question.isHidden(), keys.UNFOLD: not self.step_view.more}
        left_out = self.cockpit_actions.not_in_menu() | {key for key, off in idle.items() if off}
        return (
            *self.cockpit_actions.back_in_time(self.scope()),
            *(act for act in self._acts() if act[1] not in left_out),
            *self.cockpit_actions.everywhere(),
        )

    def _connect(self) -> None:
        self.top.back_asked.connect(self._leave_room)
        self.top.pace_asked.connect(self.cockpit_actions.catch_up)
        self.top.agenda_asked.connect(self.toggle_side)
        self.top.stand_back_asked.connect(self.toggle_stand_back)
        self.stand_back.back_asked.connect(self.toggle_stand_back)
        self.top.wall_asked.connect(self.cockpit_actions.choose_wall)
        self.top.offered = self._offered
        self.wall.changed.connect(self.top.show_wall)
        self.wall.changed.connect(self.side.show_wall)
        self.side.block_asked.connect(self._enter)
        self.bottom.line.walked.connect(self._walk)
        self.timing.next_asked.connect(self.cockpit_actions.next_step)
        self.timing.pause_asked.connect(self.cockpit_actions.toggle_clock)
        self.timing.more_asked.connect(self.cockpit_actions.add_minute)
        self.timing.clock_asked.connect(self.cockpit_actions.ask_clock)
        self.bottom.catch_asked.connect(self.capturing.catch)
        self.bottom.door_asked.connect(self.cockpit_actions.open_door)
        self._world.notice.held_changed.connect(self._show_saved)
        self.capturing.caught.connect(self.top.show_caught)

    def _lay_out(self) -> None:
        self.centre.add(self.stand_back)
        self.centre.add(self.empty)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.side)
        below.addWidget(self.centre, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        # A place of its own, so that it never covers the clock or what is pressed.
        column.addWidget(self.time_question)
        column.addLayout(below, 1)

    def _empty_agenda(self) -> EmptyState:
        words = self._world.words
        said = (words("room.empty-agenda"), words("room.to-agenda"))
        empty = EmptyState(self._world.look, "", *said)
        empty.asked.connect(self._leave_room)
        return empty

    def _show_place(self, moment: CockpitState) -> None:
        place = moment.place
        self.empty.setVisible(place is None)
        self.centre.show_parts(place is not None and self.stand_back.isHidden())
        self.bottom.setVisible(place is not None)
        if place is None:
            return
        words = self._world.words
        title, onward = title_here(words, moment, place), onward_text(words, moment, place)
        opens = opens_session(self._world.library.reader, place.part.block)
        self.step_view.show_place(place, title, words.clock(moment.ends), opens=opens)
        self.timing.show_step(self.step_view.eyebrow.text())
        self.timing.show_next(onward)
        said = self.step_view.back or self.step_view.say.text()
        self.stand_back.show_place(place, title, said, onward)
        if self.run_canvas.show(place):
            self.bottom.line.setFocus()
        self.bottom.line.cells_apart = self.run_canvas.takes_cells(place)
        self.capturing.show_target(self.run_canvas.targets(place))
        self.cockpit_actions.show_place(place)
        people = in_the_room(self._world.library.reader, self._workshop)
        self.bottom.show_counts(self.run_canvas.captured(place), people)

    def _walk(self, by: int) -> None:
        """Up and down in the line: through what has no room, or to another place."""
        if self.stand_back.scrolls:
            self.stand_back.scroll_on(by)
        elif not self.cockpit_actions.paper.scroll_on(by):
            self.capturing.move(by)

    def _enter(self, block: str) -> None:
        line = self.controller.state().line_of(block)
        if line is not None:
            attempt(self._world, lambda: self.controller.enter_block(line.block))

    def _room_gone(self) -> None:
        self._leave_room()
        self._world.notice.say(self._world.words("design.start-taken-back"))

    def _leave_room(self) -> None:
        self._world.navigator.leave_room(self._workshop)

    def _show_saved(self) -> None:
        """The word speaks for all that was typed here, whatever was saved last."""
        self.top.show_saved(not self._world.notice.holds)

    def _fold(self) -> None:
        wide = self.width() >= self._world.look.size(FOLDED)
        shown = self._asked_for_side if self._asked_for_side is not None else wide
        shown = shown and self.stand_back.isHidden()
        self.side.take_share(self.width())
        self.side.setVisible(shown)
        self.top.show_agenda_button(not wide)
