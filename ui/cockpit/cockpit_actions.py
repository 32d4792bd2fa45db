"""What the cockpit's keys and buttons do, each one act of the facilitator."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.library.journal import Scope
from app.library.rows import Workshop
from app.workshop.hiding import turn_hidden
from app.workshop.running import Place, place_of
from ui.attempt import attempt
from ui.cockpit.capture_bar import CaptureBar
from ui.cockpit.capture_controller import CaptureController
from ui.cockpit.catch_up_dialog import CatchUpDialog
from ui.cockpit.centre import Centre
from ui.cockpit.clock_dialog import ClockDialog
from ui.cockpit.door_dialog import DoorDialog
from ui.cockpit.group_actions import GroupActions
from ui.cockpit.newest_large import NewestLarge
from ui.cockpit.paper_actions import PaperActions
from ui.cockpit.reading_back import ReadingBack
from ui.cockpit.run_canvas import RunCanvas
from ui.cockpit.top_bar import Offer
from ui.cockpit.workshop_controller import WorkshopController
from ui.parts import room_keys as keys
from ui.parts.keycaps import key_text
from ui.wall.instead_dialog import InsteadDialog
from ui.wall.wall_control import WallControl
from ui.world import World


class CockpitActions(QObject):
    """The acts of one cockpit; what cannot be done is said in one sentence."""

    def __init__(
        self,
        world: World,
        controller: WorkshopController,
        capturing: CaptureController,
        canvas: RunCanvas,
        centre: Centre,
        bottom: CaptureBar,
        wall: WallControl,
        window: QWidget,
    ) -> None:
        """Act through ``controller``, ``capturing``, the ``canvas`` on screen and ``wall``; what is
        on paper, and groups, are shown in ``centre`` and ``bottom``; dialogs stand over
        ``window``."""
        super().__init__(window)
        self._world, self._workshop, self._window = world, controller.workshop, window
        self.controller, self.capturing, self.wall = controller, capturing, wall
        self._canvas = canvas
        self.paper = PaperActions(world, controller, canvas, centre, bottom, window)
        self.groups = GroupActions(world, controller, bottom.harvest, wall, window)
        self.reading_back = ReadingBack(world, controller.workshop, wall, window)
        self.newest = NewestLarge(world, controller.workshop, wall, canvas.alone, QTimer(self))

    def show_place(self, place: Place) -> None:
        """Show what is on paper where the room stands, and for which group is typed."""
        self.paper.show_place(place)
        self.groups.show_place(place)

    def on_screen(self) -> Sequence[Offer]:
        """The acts that have a button of their own at any time, and no entry in the menu."""
        words = self._world.words
        return (
            (words("room.next-step"), keys.NEXT_STEP, self.next_step),
            (words("room.pause"), keys.PAUSE, self.toggle_clock),
            *((words("room.more-name"), key, self.add_minute) for key in keys.MORE_TIME),
        )

    def offered(self) -> Sequence[Offer]:
        """The acts in words, with their keys, as the menu shows them."""
        words, wall = self._world.words, self.wall
        freeze = words("room.unfreeze" if wall.frozen else "room.freeze")
        blank = words("room.unblank" if wall.blank else "room.blank")
        shows = wall.shows
        large = words("room.large-back" if shows == "large" else "room.large")
        instead = words("room.instead" if shows in ("room", "large") else "room.instead-back")
        newest = words("room.newest-off" if self.newest.on else "room.newest")
        place = place_of(self._world.library.reader, self._workshop)
        hides = place is not None and place.running.run.hidden
        hide = words("room.reveal" if hides else "room.hide")
        on_wall = words("room.wall", name=wall.monitor) if wall.monitor else words("room.wall-none")
        return (
            (on_wall, keys.MONITOR, self.choose_wall),
            (words("room.door"), keys.DOOR, self.open_door),
            (freeze, keys.FREEZE, wall.toggle_freeze),
            (blank, keys.BLANK, wall.toggle_blank),
            (instead, keys.INSTEAD, self.show_instead),
            (large, keys.LARGE, self.show_large),
            (newest, keys.NEWEST, self.newest.toggle),
            (hide, keys.HIDE, self.toggle_hidden),
            (words("room.wall-forward"), keys.NEXT_PAGE, self.next_wall_page),
            (words("room.wall-backward"), keys.PREVIOUS_PAGE, self.previous_wall_page),
            (words("room.wall-glance"), keys.ALL_NOTES, self.show_all_notes),
            *self._canvas.carrying.acts(),
            (words("room.previous-step-act"), keys.PREVIOUS_STEP, self.previous_step),
            (words("room.next-block-act"), keys.NEXT_BLOCK, self.next_block),
            (words("room.previous-block-act"), keys.PREVIOUS_BLOCK, self.previous_block),
            (words("room.again"), keys.RUN_AGAIN, self.run_again),
            (words("room.set-clock"), keys.SET_CLOCK, self.ask_clock),
            (words("room.catch-decision"), keys.CATCHES["decision"], self.catch_decision),
            (words("room.catch-action"), keys.CATCHES["action"], self.catch_action),
            (words("room.catch-parked"), keys.CATCHES["parked"], self.catch_parked),
            (words("room.catch-up"), keys.CATCH_UP, self.catch_up),
            *self.groups.acts(),
            *self.paper.acts(),
            (words("design.take-start-back"), keys.TAKE_BACK, self.take_start_back),
            (words("room.open-agenda"), keys.AGENDA, self.open_agenda),
            (words("room.open-community"), keys.COMMUNITY, self.open_community),
            (words("window.search"), keys.SEARCH, self._world.navigator.search),
        )

    def everywhere(self) -> Sequence[Offer]:
        """What has a key on every screen; the window hears it."""
        words, navigator = self._world.words, self._world.navigator
        return (
            (words("reading.beside"), keys.READ, navigator.read_beside),
            (words("window.keys"), keys.KEYS, navigator.keys),
        )

    def not_in_menu(self) -> set[str]:
        """The keys of acts that have a button in sight, or nothing to act on."""
        idle = self.paper.idle() | self.groups.idle() | self._canvas.carrying.unheard
        return {key for _, key, _ in self.on_screen()} | idle

    def back_in_time(self, scope: Scope) -> Iterator[Offer]:
        """What was done last and what was undone last, by name."""
        library, navigator, words = self._world.library, self._world.navigator, self._world.words
        for key, shortcut, label, act in (
            ("room.undo", "Ctrl+Z", library.undo_label(scope), navigator.undo),
            ("room.redo", "Ctrl+Shift+Z", library.redo_label(scope), navigator.redo),
        ):
            if label is not None:
                yield words(key, what=words(f"done.{label}")), shortcut, act

    def next_step(self) -> None:
        """The next step, over the block's edge; after the last one, the closing."""
        if self.controller.is_last():
            self.finish()
        else:
            attempt(self._world, lambda: self.controller.enter_step(1))

    def finish(self) -> None:
        """To the closing; the wall reads along."""
        self._world.navigator.closing(self._workshop)

    def leave(self) -> None:
        """The room is left for good: take the wall down."""
        self.reading_back.end()
        self.newest.stop()
        self.paper.leave()
        self.wall.close()

    def previous_step(self) -> None:
        """The step before."""
        attempt(self._world, lambda: self.controller.enter_step(-1))

    def next_block(self) -> None:
        """The next block of the agenda."""
        attempt(self._world, lambda: self.controller.enter_neighbour(1))

    def previous_block(self) -> None:
        """The block before."""
        attempt(self._world, lambda: self.controller.enter_neighbour(-1))

    def run_again(self) -> None:
        """Begin another run of the current block; the one before stays as it is."""
        place = self.controller.state().place
        if place is not None:
            block = place.part.block
            attempt(self._world, lambda: self.controller.enter_block(block, again=True))

    def toggle_clock(self) -> None:
        """Hold the clock, or let it run on."""
        attempt(self._world, self.controller.toggle_clock)

    def add_minute(self) -> None:
        """One minute more."""
        attempt(self._world, self.controller.add_minute)

    def ask_clock(self) -> None:
        """Ask for how many minutes the clock is to run."""
        ClockDialog(self._world, self._window, self.controller).open()

    def catch_decision(self) -> None:
        """What is in the line, or is typed next, is a decision."""
        self.capturing.catch("decision")

    def catch_action(self) -> None:
        """What is in the line, or is typed next, is an action."""
        self.capturing.catch("action")

    def catch_parked(self) -> None:
        """What is in the line, or is typed next, is parked."""
        self.capturing.catch("parked")

    def catch_up(self) -> None:
        """What can be done about being behind, or with time in hand."""
        moment = self.controller.state()
        if moment.course is None:
            self._world.notice.say(self._world.words("room.catch-another-day"), "amber")
            return
        CatchUpDialog(self._world, self._window, moment.workshop, moment.course).open()

    def take_start_back(self) -> None:
        """The workshop has not begun after all: out of the room, while nothing was written down."""
        attempt(self._world, self.controller.take_start_back)

    def open_agenda(self) -> None:
        """The agenda, without leaving the room: the wall stays."""
        self._world.navigator.design(self._workshop)

    def open_community(self) -> None:
        """The community's page, without leaving the room: the wall stays."""
        row = self._world.library.reader.row(Workshop, self._workshop)
        self._world.navigator.community(row.community)

    def open_door(self) -> None:
        """The door list, over the cockpit."""
        row = self._world.library.reader.row(Workshop, self._workshop)
        self.door = DoorDialog(self._world, row, self._window)
        self.door.open()

    def choose_wall(self) -> None:
        """Which monitor the wall is on."""
        self.wall.choose(self._window)

    def show_large(self) -> None:
        """What is chosen, or came last, alone on the wall; again, and the room's picture is back.

        It is also back as soon as the room goes on to another block.
        """
        if self.wall.shows == "large":
            self.wall.show_room()
            return
        place, words = self.controller.state().place, self._world.words
        view = self._canvas.large(place)
        if view is not None and self.wall.show_view(view):
            return
        if place is not None and place.running.run.hidden:
            self._world.notice.say(words("wall.large-hidden", key=keys.HIDE), "amber")
        else:
            self._world.notice.say(words("wall.nothing-large", key=keys.LARGE), "amber")

    def toggle_hidden(self) -> None:
        """Hide from the wall what the room writes, or reveal it."""
        place = self.controller.state().place
        if place is not None:
            attempt(self._world, lambda: turn_hidden(self._world.library, place.running))

    def show_instead(self) -> None:
        """Ask what is to be on the wall instead; again, and the room's picture is back."""
        if self.wall.shows in ("room", "large"):
            row = self._world.library.reader.row(Workshop, self._workshop)
            InsteadDialog(self._world, row, self.wall.show_view, self._window).open()
        else:
            self.wall.show_room()

    def next_wall_page(self) -> None:
        """The wall's next page."""
        self.wall.turn(1)

    def previous_wall_page(self) -> None:
        """The wall's page before."""
        self.wall.turn(-1)

    def show_all_notes(self) -> None:
        """All notes at a glance on the wall, where they have room on one page; again, and back."""
        found, words = self.wall.glance(), self._world.words
        if found != "shown":
            turn, back = key_text(words, keys.NEXT_PAGE), key_text(words, keys.PREVIOUS_PAGE)
            self._world.notice.say(words(f"wall.glance-{found}", turn=turn, back=back), "amber")
