"""What the cockpit's keys and buttons do, each one act of the facilitator."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.library.journal import Scope
from app.library.rows import Workshop
from app.workshop.running import Running
from ui.attempt import attempt
from ui.cockpit.capture_bar import KEYS
from ui.cockpit.capture_controller import CaptureController
from ui.cockpit.catch_up_dialog import CatchUpDialog
from ui.cockpit.clock_dialog import ClockDialog
from ui.cockpit.door_dialog import DoorDialog
from ui.cockpit.reading_back import BACKWARD, BLANK, FORWARD, ReadingBack
from ui.cockpit.top_bar import CATCH_UP, Offer
from ui.cockpit.workshop_controller import WorkshopController
from ui.kinds.canvas import Canvas
from ui.kinds.kind_view import KindViews
from ui.parts.keycaps import key_text
from ui.parts.room_strip import AGENDA, COMMUNITY, TAKE_BACK
from ui.wall.instead_dialog import KEY as INSTEAD_KEY
from ui.wall.instead_dialog import InsteadDialog
from ui.wall.wall_control import WallControl
from ui.wall.wall_view import LargeView
from ui.world import World

LARGE_KEY = "F12"
"""One note large on the wall, and back."""


class CockpitActions(QObject):
    """The acts of one cockpit; what cannot be done is said in one sentence."""

    def __init__(
        self,
        world: World,
        workshop: str,
        controller: WorkshopController,
        capturing: CaptureController,
        wall: WallControl,
        views: KindViews,
        canvas: Callable[[], Canvas | None],
        window: QWidget,
    ) -> None:
        """Act through ``controller``, ``capturing``, ``wall`` and the ``canvas`` on screen; dialogs
        stand over ``window``."""
        super().__init__(window)
        self._world, self._workshop, self._window = world, workshop, window
        self.controller, self.capturing, self.wall = controller, capturing, wall
        self._views, self._canvas = views, canvas
        self.reading_back = ReadingBack(world, workshop, wall, window)

    def keys(self) -> Mapping[str, Callable[[], object]]:
        """Each act's key."""
        return {
            "PgDown": self.next_step,
            "PgUp": self.previous_step,
            "Ctrl+PgDown": self.next_block,
            "Ctrl+PgUp": self.previous_block,
            FORWARD: self.next_wall_page,
            BACKWARD: self.previous_wall_page,
            "Shift+F12": self.show_all_notes,
            "Ctrl+R": self.run_again,
            "Ctrl+Space": self.toggle_clock,
            "Ctrl++": self.add_minute,
            "Ctrl+=": self.add_minute,
            "Ctrl+L": self.ask_clock,
            KEYS["decision"]: self.catch_decision,
            KEYS["action"]: self.catch_action,
            KEYS["parked"]: self.catch_parked,
            "F4": self.choose_wall,
            "F5": self.open_door,
            "F7": self.wall.toggle_freeze,
            BLANK: self.wall.toggle_blank,
            CATCH_UP: self.catch_up,
            TAKE_BACK: self.take_start_back,
            AGENDA: self.open_agenda,
            COMMUNITY: self.open_community,
            "Ctrl+K": self._world.navigator.search,
            INSTEAD_KEY: self.show_instead,
            LARGE_KEY: self.show_large,
        }

    def offered(self) -> Sequence[Offer]:
        """The acts in words, with their keys, as the menu shows them."""
        words, wall = self._world.words, self.wall
        freeze = words("room.unfreeze" if wall.frozen else "room.freeze")
        blank = words("room.unblank" if wall.blank else "room.blank")
        shows = wall.shows
        large = words("room.large-back" if shows == "large" else "room.large")
        instead = words("room.instead" if shows in ("room", "large") else "room.instead-back")
        on_wall = words("room.wall", name=wall.monitor) if wall.monitor else words("room.wall-none")
        return (
            (on_wall, "F4", self.choose_wall),
            (words("room.door"), "F5", self.open_door),
            (freeze, "F7", wall.toggle_freeze),
            (blank, BLANK, wall.toggle_blank),
            (instead, INSTEAD_KEY, self.show_instead),
            (large, LARGE_KEY, self.show_large),
            (words("room.wall-forward"), FORWARD, self.next_wall_page),
            (words("room.wall-backward"), BACKWARD, self.previous_wall_page),
            (words("room.wall-glance"), "Shift+F12", self.show_all_notes),
            (words("room.previous-step-act"), "PgUp", self.previous_step),
            (words("room.next-block-act"), "Ctrl+PgDown", self.next_block),
            (words("room.previous-block-act"), "Ctrl+PgUp", self.previous_block),
            (words("room.again"), "Ctrl+R", self.run_again),
            (words("room.set-clock"), "Ctrl+L", self.ask_clock),
            (words("room.catch-decision"), KEYS["decision"], self.catch_decision),
            (words("room.catch-action"), KEYS["action"], self.catch_action),
            (words("room.catch-parked"), KEYS["parked"], self.catch_parked),
            (words("room.catch-up"), CATCH_UP, self.catch_up),
            (words("design.take-start-back"), TAKE_BACK, self.take_start_back),
            (words("room.open-agenda"), AGENDA, self.open_agenda),
            (words("room.open-community"), COMMUNITY, self.open_community),
            (words("window.search"), "Ctrl+K", self._world.navigator.search),
        )

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
            block = place.running.block
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
        place, canvas = self.controller.state().place, self._canvas()
        item = canvas.large() if canvas is not None else ""
        if place is None or not item or not self.wall.show_view(self._large(place.running, item)):
            words = self._world.words
            self._world.notice.say(words("wall.nothing-large", key=LARGE_KEY), "amber")

    def _large(self, running: Running, item: str) -> LargeView:
        return LargeView(running.run.id, item, self._views[running.block.kind].large)

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
            turn, back = key_text(words, FORWARD), key_text(words, BACKWARD)
            self._world.notice.say(words(f"wall.glance-{found}", turn=turn, back=back), "amber")
