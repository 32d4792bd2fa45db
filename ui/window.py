"""The window: the rail, one screen at a time, one sentence when something needs saying."""

from collections.abc import Callable
from datetime import UTC
from typing import Protocol

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.library.backup import backups
from app.library.journal import Change
from app.library.trouble import Trouble
from app.text_direction import join_isolated
from ui.attempt import trouble_sentence
from ui.parts.rail import Rail, RailEntry
from ui.parts.reading import OnlyReading, for_reading
from ui.parts.screen import Screen
from ui.parts.sentences import SentenceBar
from ui.parts.shell import Shell
from ui.world import Tone, World

ScreenMaker = Callable[[World], Screen]


class Screens(Protocol):
    """How each screen is made; the constructor knows."""

    def home(self, world: World) -> Screen:
        """The communities."""

    def community(self, world: World, community: str) -> Screen:
        """A community's page."""

    def people(self, world: World, community: str) -> Screen:
        """A community's people."""

    def design(self, world: World, workshop: str) -> Screen:
        """The agenda of a workshop."""

    def cockpit(self, world: World, workshop: str) -> Screen:
        """The cockpit of a workshop."""

    def charter(self, world: World, community: str) -> Screen:
        """A community's charter."""

    def closing(self, world: World, workshop: str) -> Screen:
        """The closing of a workshop."""

    def register(self, world: World, community: str, register: str, entry: str) -> Screen:
        """A register of a community, one of its entries in sight."""

    def exercises(self, world: World) -> Screen:
        """The catalogue of exercises."""

    def search(self, world: World) -> Screen:
        """The search over everything."""

    def settings(self, world: World) -> Screen:
        """The settings."""


PASSING = 8000
"""Milliseconds that good news stays in sight."""
LONGEST_MEMORY = 20
"""How many screens Alt+Left can go back through."""


class Window(QWidget):
    """Hearth's window; it implements ``Navigator`` and ``Notice``.

    ``notice`` is the strip above the screen with the one sentence; ``world`` is what its screens
    are handed, and there is none before :meth:`set_world`.
    """

    held_changed = Signal()

    def __init__(self, screens: Screens) -> None:
        """A window that makes its screens with ``screens``; :meth:`set_world` fills it."""
        super().__init__()
        self._screens = screens
        self.world: World | None = None
        self._stop: Callable[[], None] | None = None
        self._screen: Screen | None = None
        self._visits: list[ScreenMaker] = []
        self._asks = True
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.setInterval(PASSING)
        self._passing.timeout.connect(self.clear)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setMinimumSize(960, 600)
        self.resize(1440, 900)

    def set_world(self, world: World) -> None:
        """Take in the world: the rail in its words and look, and every change of its library."""
        self.world = world
        words = world.words
        entries = (
            RailEntry("home", words("window.communities"), "communities"),
            RailEntry("exercises", words("window.exercises"), "exercises"),
            RailEntry("search", words("window.search"), "search", "Ctrl+K"),
            RailEntry("settings", words("window.settings"), "settings"),
        )
        self._rail = Rail(world.look, words, words("window.hearth"), entries)
        self._rail.setAccessibleName(words("window.rail"))
        self._rail.chosen.connect(self._choose)
        self.notice = SentenceBar(world.look, words)
        for part in (self._rail, self.notice):
            for_reading(part)
        self.notice.held_changed.connect(self.held_changed)
        self._shell = Shell(world.look, self._rail, self.notice)
        if not world.library.writable:
            self._show_only_read(world)
        self._layout.addWidget(self._shell)
        self._stop = world.library.subscribe(self._changed)
        standard = QKeySequence.StandardKey
        for keys, action in (
            ([QKeySequence("Alt+Left")], self.back),
            (QKeySequence.keyBindings(standard.Undo), self.undo),
            (QKeySequence.keyBindings(standard.Redo), self.redo),
        ):
            for key in keys:
                QShortcut(key, self).activated.connect(action)

    def _show_only_read(self, world: World) -> None:
        """Say at the top that nothing can be changed, and let nothing look as if it could."""
        standing = SentenceBar(world.look, world.words)
        standing.close_button.hide()
        standing.say(world.words("window.only-read", path=str(world.library.path)), "amber")
        self._shell.add_standing(standing)
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(OnlyReading(self))

    # Notice

    def say(self, sentence: str, tone: Tone = "info") -> None:
        """Show one sentence above the screen. Good news goes by itself; trouble stays."""
        self.notice.say(sentence, tone)
        if tone == "info":
            self._passing.start()
        else:
            self._passing.stop()

    def clear(self) -> None:
        """Take the sentence away, and show again what is held."""
        self.notice.clear()

    def clear_trouble(self) -> None:
        """Take away a sentence about an act that failed. News stays, whatever is saved meanwhile:
        the wall that was unplugged, the workshop that is closed; so does what is held."""
        self.notice.clear_trouble()

    def take_back(self, sentence: str) -> None:
        """Take this sentence away if it is still the one that is shown."""
        self.notice.take_back(sentence)

    @property
    def holds(self) -> bool:
        """Whether something that was typed is not kept, and that was said."""
        return self.notice.holds

    def hold(self, owner: object, sentence: str) -> None:
        """Say what is true of something typed until its owner releases it."""
        self._passing.stop()
        self.notice.hold(owner, sentence)

    def release(self, owner: object) -> None:
        """What was held for an owner is not true any more."""
        self.notice.release(owner)

    # Go

    def home(self) -> None:
        """To the communities."""
        self._visit("home", self._screens.home)

    def community(self, community: str) -> None:
        """To a community's page."""
        self._visit("home", lambda world: self._screens.community(world, community))

    def people(self, community: str) -> None:
        """To a community's people."""
        self._visit("home", lambda world: self._screens.people(world, community))

    def design(self, workshop: str) -> None:
        """To the agenda of a workshop."""
        self._visit("home", lambda world: self._screens.design(world, workshop))

    def cockpit(self, workshop: str) -> None:
        """Into the room: the cockpit, without the rail."""
        self._visit("", lambda world: self._screens.cockpit(world, workshop))

    def charter(self, community: str) -> None:
        """To a community's charter."""
        self._visit("home", lambda world: self._screens.charter(world, community))

    def closing(self, workshop: str) -> None:
        """To the closing of a workshop."""
        self._visit("home", lambda world: self._screens.closing(world, workshop))

    def register(self, community: str, register: str, entry: str = "") -> None:
        """To a register of a community, and there to one of its entries."""
        self._visit("home", lambda world: self._screens.register(world, community, register, entry))

    def exercises(self) -> None:
        """To the exercises."""
        self._visit("exercises", self._screens.exercises)

    def search(self) -> None:
        """To the search over everything."""
        self._visit("search", self._screens.search)

    def settings(self) -> None:
        """To the settings."""
        self._visit("settings", self._screens.settings)

    def back(self) -> None:
        """To the screen before this one."""
        if len(self._visits) > 1 and self._may_leave():
            self._visits.pop()
            self._show(self._visits[-1])

    @property
    def screen_shown(self) -> Screen | None:
        """The screen in the window now."""
        return self._screen

    def undo(self) -> None:
        """Undo the latest change in the scope on screen."""
        self._step("window.undone", lambda world, screen: world.library.undo(screen.scope()))

    def redo(self) -> None:
        """Redo what was undone last in the scope on screen."""
        self._step("window.redone", lambda world, screen: world.library.redo(screen.scope()))

    def close_now(self) -> None:
        """Close without asking; what is being typed is kept where it can be."""
        self._asks = False
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the screen close what it opened, then stop listening.

        Words that could not be kept hold the window open, unless the person lets them go.
        """
        if not self._may_leave():
            event.ignore()
            return
        self._put_away()
        if self._stop is not None:
            self._stop()
        super().closeEvent(event)

    def _choose(self, entry: str) -> None:
        {
            "home": self.home,
            "exercises": self.exercises,
            "search": self.search,
            "settings": self.settings,
        }[entry]()

    def _may_leave(self) -> bool:
        """Whether the screen shown may go; it is asked for before anything else is shown.

        What is half typed is kept first. Words that could not be kept anywhere stay on the screen,
        unless the person lets them go.
        """
        if self._screen is None or self.world is None:
            return True
        # Here: the first window has no field yet.
        from ui.parts.autosave import abandon_all, flush_all

        kept = self._screen.may_leave()
        if flush_all(self) and kept:
            return True
        words = self.world.words
        gone = not self._asks or self.world.dialogs.confirm(
            self, words("window.leave-unsaved"), words("window.leave-unsaved-yes")
        )
        if gone:
            abandon_all(self)
        return gone

    def _visit(self, entry: str, make: ScreenMaker) -> None:
        if self.world is None or not self._may_leave():
            return

        def show(world: World) -> Screen:
            self._rail.setVisible(bool(entry))
            self._rail.set_current(entry)
            return make(world)

        self._visits = [*self._visits[-LONGEST_MEMORY:], show]
        self._show(show)

    def _show(self, make: ScreenMaker) -> None:
        if self.world is None:
            return
        self.notice.release_all()
        self._put_away()
        self._screen = make(self.world)
        self._shell.show_screen(self._screen)
        self._name(self._screen.title)
        self._screen.title_changed.connect(self._name)
        self._screen.setFocus()
        self._say_backup()

    def _put_away(self) -> None:
        old = self._screen
        self._screen = None
        if old is not None:
            old.leave()
            self._shell.screens.removeWidget(old)
            old.hide()
            old.deleteLater()

    def _name(self, title: str) -> None:
        self.setWindowTitle(join_isolated((title, "Hearth"), " – "))

    def _changed(self, change: Change) -> None:
        if self._screen is not None:
            self._screen.library_changed(change)

    def _step(self, key: str, step: Callable[[World, Screen], Change]) -> None:
        if self.world is None or self._screen is None:
            return
        words = self.world.words
        try:
            change = step(self.world, self._screen)
        except Trouble as trouble:
            self.say(trouble_sentence(words, trouble), "amber")
            return
        self.say(words(key, what=words(f"done.{change.label}")))

    def _say_backup(self) -> None:
        """The rail's foot: where everything is, and when it was last copied."""
        if self.world is None:
            return
        words = self.world.words
        known = backups(self.world.library.path)
        lines = [words("window.on-this-computer")]
        if known:
            local = known[0].made.astimezone()
            now = self.world.moment.now().astimezone()
            day = words("window.today") if local.date() == now.date() else words.day(local.date())
            at = words.hour(known[0].made.astimezone(UTC), now.tzinfo or UTC)
            lines.append(words("window.backup", day=day, time=at))
        self._rail.set_foot(*lines)
