"""The window: the rail, one screen at a time, one sentence when something needs saying."""

from collections.abc import Callable
from datetime import UTC

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.library.backup import backups
from app.library.journal import Change
from app.library.trouble import Trouble
from app.surroundings import elsewhere
from app.text_direction import join_isolated
from app.words import Words
from ui.attempt import trouble_sentence
from ui.beside import Beside
from ui.going import Going, Screens, Visit, is_of_nothing
from ui.held_room import HeldRoom
from ui.parts.rail import Rail, RailEntry
from ui.parts.reading import OnlyReading, for_reading
from ui.parts.room_keys import READ
from ui.parts.room_screen import RoomScreen
from ui.parts.screen import Screen
from ui.parts.sentences import SentenceBar
from ui.parts.shell import Shell
from ui.parts.window_bar import WindowBar
from ui.world import Tone, World

PASSING = 8000
"""Milliseconds that good news stays in sight."""
ROOM_FOR_FRAME = 0.96
"""The share of a screen that a window may take without its frame standing out of it."""
LONGEST_MEMORY = 20
"""How many screens Alt+Left can go back through."""


class Window(Going, QWidget):
    """Hearth's window; it implements ``Navigator`` and ``Notice``.

    ``notice`` is the strip over the screen with the one sentence; ``world`` is what its screens
    are handed, and there is none before :meth:`set_world`.
    """

    held_changed = Signal()
    closed = Signal()

    def __init__(self, screens: Screens) -> None:
        """A window that makes its screens with ``screens``; :meth:`set_world` fills it."""
        super().__init__()
        self._screens = screens
        self.world: World | None = None
        self._stop: Callable[[], None] | None = None
        self._screen: Screen | None = None
        self._room: HeldRoom | None = None
        self._visits: list[Visit] = []
        self._asks = True
        self._offered: Callable[[], object] | None = None
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
        self._rail = Rail(world.look, words, words("window.hearth"), rail_entries(world))
        self._rail.setAccessibleName(words("window.rail"))
        self._rail.chosen.connect(self._choose)
        self.notice = WindowBar(world.look, words)
        for part in (self._rail, self.notice):
            for_reading(part)
        self.notice.held_changed.connect(self.held_changed)
        self.notice.answered.connect(self._take_offer)
        self._shell = Shell(world.look, self._rail, self.notice)
        if not world.library.writable:
            show_only_read(self, world)
        self._layout.addWidget(self._shell)
        self._room = HeldRoom(world, self._shell)
        self._beside = Beside(self, lambda: self._screens.reading_window(world))
        self._where = where_it_is(world)
        self._stop = world.library.subscribe(self._changed)
        bind_keys(self, words)

    def stand(self, sentence: str, *controls: QWidget) -> None:
        """Say a sentence above every screen, for as long as the window is there."""
        if self.world is not None:
            standing = SentenceBar(self.world.look, self.world.words, *controls)
            standing.close_button.hide()
            # Once it has a parent: shown without one, it would flash as a window of its own.
            self._shell.add_standing(standing)
            standing.say(sentence, "amber")

    # Notice

    def say(self, sentence: str, tone: Tone = "info") -> None:
        """Show one sentence over the screen. Good news goes by itself; trouble stays."""
        self.notice.say(sentence, tone)
        if tone == "info":
            self._passing.start()
        else:
            self._passing.stop()

    def offer(self, sentence: str, button: str, act: Callable[[], object]) -> None:
        """Show a sentence and what can be done about it, until the next one."""
        self._passing.stop()
        self._offered = act
        self.notice.say(sentence, button=button)

    def _take_offer(self) -> None:
        if self._offered is not None:
            self._offered()

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

    def back(self) -> None:
        """To the screen before this one, past those of what was deleted since."""
        if self.world is None or len(self._visits) < 2 or not self._may_leave():
            return
        before = self._visits[:-1]
        while before and not before[-1].leads_somewhere(self.world.library.reader):
            before.pop()
        before = before or [self._to_home()]
        self._show(before[-1])
        self._visits = before

    def keys(self) -> None:
        """Open the page of keys over the screen shown."""
        if self.world is None or self._screen is None or self._room is None:
            return
        # Here: the first window is there sooner.
        from ui.parts.keys_page import KeysPage
        from ui.parts.told_keys import key_groups

        words, screen = self.world.words, self._screen
        beside, everywhere = (self._room.strip, self._rail), words("window.keys-everywhere")
        groups = key_groups(self, screen, beside, everywhere)
        KeysPage(self.world.look, words, groups, self).open()

    @property
    def room(self) -> RoomScreen | None:
        """The room of the workshop under way, on screen or kept beside it."""
        return self._room.screen if self._room is not None else None

    @property
    def in_room(self) -> str:
        """The id of the workshop under way in this window; or empty."""
        under_way = self._room.under_way if self._room is not None else None
        return under_way.workshop if under_way is not None else ""

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

    def show_within(self) -> None:
        """Show it in its size; where the screen has less room than that, all over it."""
        room = self.screen().availableGeometry().size()
        if self.size().boundedTo(room * ROOM_FOR_FRAME) == self.size():
            self.show()
        else:
            self.showMaximized()

    def close_now(self) -> None:
        """Close without asking; what is being typed is kept where it can be."""
        self._asks = False
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape that nothing else wanted leads back into the room; out of a field first."""
        if event.key() != Qt.Key.Key_Escape or self._room is None or self._screen is None:
            super().keyPressEvent(event)
            return
        field = QApplication.focusWidget()
        if field is not None and field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled):
            self._screen.setFocus()
            if QApplication.focusWidget() is not field:
                return
        self._room.go_back()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the screen close what it opened, then stop listening.

        Words that could not be kept hold the window open, unless the person lets them go.
        """
        if not self._may_leave():
            event.ignore()
            return
        self._turn_from()
        if self._room is not None:
            self._room.let_go()
        if self._stop is not None:
            self._stop()
        super().closeEvent(event)
        self.closed.emit()

    def _choose(self, entry: str) -> None:
        {
            "home": self.home,
            "portfolio": self.portfolio,
            "exercises": self.exercises,
            "reading": self.reading,
            "search": self.search,
            "settings": self.settings,
            "keys": self.keys,
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

    def _visit(self, visit: Visit) -> None:
        if self._may_leave():
            self._show(visit)
            self._visits = [*self._visits[-LONGEST_MEMORY:], visit]

    def _show(self, visit: Visit) -> None:
        if self.world is None or self._room is None:
            return
        self.notice.release_all()
        # Before the one on screen goes: where it cannot be made, the window is not left empty.
        screen = visit.make(self.world)
        self._turn_from()
        if visit.leaves:
            self._room.let_go()
        self._rail.setVisible(bool(visit.entry))
        self._rail.set_current(visit.entry)
        self._screen = screen
        self._shell.show_screen(screen)
        screen.setFocus()
        self._room.take_turn(screen, visit)
        self._name(screen.title)
        screen.title_changed.connect(self._name)
        self._rail.set_foot(*backup_lines(self.world, self._where))

    def _turn_from(self) -> None:
        """Put the screen away; a room under way is only out of sight."""
        old, self._screen = self._screen, None
        if old is not None:
            old.title_changed.disconnect(self._name)
            if self._room is None or old is not self._room.screen:
                self._shell.put_away(old)

    def _held(self, workshop: str) -> Screen | None:
        return self._room.of(workshop) if self._room is not None else None

    def _name(self, title: str) -> None:
        self.setWindowTitle(join_isolated((title, "Hearth"), " – "))

    def _changed(self, change: Change) -> None:
        gone = self.world is not None and is_of_nothing(self.world, self._screen, self._visits)
        for screen in {self._screen, self.room}:
            if screen is not None and not (gone and screen is self._screen):
                screen.library_changed(change)
        if gone:
            # After whoever deleted it: they may know where to go.
            QTimer.singleShot(0, self, self._leave_nothing)
        if self._room is not None:
            self._room.look()

    def _leave_nothing(self) -> None:
        if self.world is not None and is_of_nothing(self.world, self._screen, self._visits):
            (self.back if len(self._visits) > 1 else self.home)()

    def _step(self, key: str, step: Callable[[World, Screen], Change]) -> None:
        if self.world is None or self._screen is None:
            return
        words = self.world.words
        try:
            change = step(self.world, self._screen)
        except Trouble as trouble:
            self.say(trouble_sentence(words, trouble), "ember")
            return
        self.say(words(key, what=words(f"done.{change.label}")))


def bind_keys(window: Window, words: Words) -> None:
    """The keys that are the same on every screen."""
    standard = QKeySequence.StandardKey
    for keys, action, said in (
        ([QKeySequence("Alt+Left")], window.back, "window.key-back"),
        (QKeySequence.keyBindings(standard.Undo), window.undo, "window.key-undo"),
        (QKeySequence.keyBindings(standard.Redo), window.redo, "window.key-redo"),
        (QKeySequence.listFromString("Ctrl+/; F1"), window.keys, "window.keys"),
        ([QKeySequence(READ)], window.read_beside, "reading.key"),
    ):
        for key in keys:
            shortcut = QShortcut(key, window)
            shortcut.setWhatsThis(words(said))
            shortcut.activated.connect(action)


def rail_entries(world: World) -> list[RailEntry]:
    """Where the rail leads; from a rehearsal not to the settings, which are the machine's."""
    words = world.words
    entries = [
        RailEntry("home", words("window.communities"), "communities"),
        RailEntry("portfolio", words("portfolio.title"), "portfolio"),
        RailEntry("exercises", words("window.exercises"), "exercises"),
        RailEntry("reading", words("reading.title"), "reading"),
        RailEntry("search", words("window.search"), "search", "Ctrl+K"),
        RailEntry("settings", words("window.settings"), "settings"),
        RailEntry("keys", words("window.keys"), "keys", "Ctrl+/", bind=False),
    ]
    return [one for one in entries if one.id != "settings" or not world.rehearsal]


def backup_lines(world: World, where: str) -> list[str]:
    """The rail's foot: where everything is, and when it was last copied."""
    words, known = world.words, backups(world.library.path)
    lines = [where]
    if known:
        local = known[0].made.astimezone()
        now = world.moment.now().astimezone()
        day = words("window.today") if local.date() == now.date() else words.day(local.date())
        at = words.hour(known[0].made.astimezone(UTC), now.tzinfo or UTC)
        lines.append(words("window.backup", day=day, time=at))
    return lines


def where_it_is(world: World) -> str:
    """Where everything is: on this computer alone, or elsewhere as well."""
    place = elsewhere(world.library.path)
    if place is None:
        return world.words("window.on-this-computer")
    return world.words(f"window.in-{place.code}", service=place.service)


def show_only_read(window: Window, world: World) -> None:
    """Say at the top that nothing can be changed, and let nothing look as if it could."""
    window.stand(world.words("window.only-read", path=str(world.library.path)))
    application = QApplication.instance()
    if application is not None:
        application.installEventFilter(OnlyReading(window))
