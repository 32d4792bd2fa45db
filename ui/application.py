"""Builds the window's world once and hands it down; with ``commands.py``, all that constructs."""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.catalogue.load import load_catalogue
from app.library.library import Library
from app.library.opening import Later, LookedOver, open_as_may_be
from app.library.own_files import OwnFiles
from app.library.throwaway import throw_away_left
from app.library.trouble import Trouble
from app.moment import MachineMoment
from app.resources import resources_folder
from app.words import Words
from app.words_files import load_words
from app.workshop.cut_off import room_left_open
from app.workshop.own_exercises import CatalogueWithOwn
from exports.atomic_write import CannotWrite
from ui.attempt import trouble_sentence
from ui.awake import MachineAwake
from ui.ending import Ending
from ui.exception_hook import ExceptionHook
from ui.garbage import collect_here
from ui.kind_tables import make_reports, make_views
from ui.look.apply import apply_look
from ui.look.fonts import load_fonts
from ui.look.look import Look, make_look
from ui.look.system_theme import system_theme
from ui.machine import Machine, language_of
from ui.parts.composing import follow_composing
from ui.parts.deletion import delete_later
from ui.parts.said_while import SaidWhile
from ui.qt_words import speak_qt
from ui.screens import ScreenFactory, ScreenParts
from ui.settings import Settings, load_settings, own_settings, save_settings
from ui.system_dialogs import SystemDialogs
from ui.upkeep import Upkeep
from ui.wall.monitors import MachineMonitors
from ui.window import Window
from ui.world import Dialogs, World

if TYPE_CHECKING:
    from ui.rehearsal import Rehearsal

Recover = Callable[[Trouble], bool]
"""Tells why the library cannot be opened, and answers whether to try again."""
OF_LIBRARY = ("faults-found", "indexes-mended", "strange-log")
"""What was met at the opening of a library, but for why it could not be copied."""


class Hearth:
    """The running program: one library, one window at a time."""

    def __init__(
        self,
        application: QApplication,
        library: Library,
        machine: Machine,
        recover: Recover,
        later: Sequence[Later] = (),
    ) -> None:
        """Open the window over ``library``.

        ``recover`` is asked what to do when it cannot be opened, or turns out not to be sound;
        ``later`` is what opening it left to do.
        """
        self._application, self._machine, self._recover = application, machine, recover
        self.library = library
        self.catalogue = load_catalogue(machine.resources)
        self._spoken: dict[str, Words] = {}
        self.settings = load_settings(machine.settings_file)
        self._rehearsal: Rehearsal | None = None
        self.window = self._open_main_window()
        self._upkeep = self._look_after(later)

    def speech(self, language: str) -> Words:
        """Words of a language."""
        if language not in self._spoken:
            self._spoken[language] = load_words(self._machine.resources, language)
        return self._spoken[language]

    def keep_settings(self, settings: Settings) -> None:
        """Keep settings for the next start. On a full disk the choice lasts until the end."""
        if not self._saved(settings):
            self._say_not_kept()

    def apply_settings(self, settings: Settings) -> None:
        """Keep settings and open the window anew in them, at the settings."""
        kept = self._saved(settings)
        # After the event that asked for it: the screen that sent it goes with the old window.
        QTimer.singleShot(0, self._application, partial(self._reopen, kept))

    def restore(self, backup: Path) -> None:
        """Put a backup in the library's place and open the window over it, which says so.

        What stood there is set aside. When the backup cannot be used, all is as before, and the
        window says why.
        """
        from app.library.backup import restore

        path, moment = self.library.path, self._machine.moment
        aside: Path | None = None
        met: Trouble | None = None
        self._upkeep.stop()
        self.library.close()
        try:
            aside = restore(path, backup, moment.now())
        except Trouble as trouble:
            met = trouble
        finally:
            self.library = open_as_may_be(path, moment)
            self._upkeep = self._look_after()
        QTimer.singleShot(0, self._application, partial(self._reopen_restored, aside, met))

    def show_first(self) -> None:
        """Show the communities; after a crash in a workshop, its room."""
        self.window.home()
        workshop = room_left_open(self.library)
        if workshop is not None:
            self.window.cockpit(workshop.id)

    def rehearse(self, workshop: str) -> None:
        """Play a workshop in a window over a copy of the library, thrown away with it."""
        from ui.rehearsal import rehearse

        before, window = self._rehearsal, self.window
        self._rehearsal = rehearse(before, window, workshop, open_as_may_be, self._open_window)

    def end_rehearsal(self) -> None:
        """End the rehearsal, if one is open: there is one projector, and a real room wants it."""
        if self._rehearsal is not None and not self._rehearsal.over:
            self._rehearsal.close()
            self.window.say(self.speech(language_of(self.settings))("room.rehearsal-ended"))

    def begin(self) -> None:
        """Say what the person should know of the opening, and begin what is left to do."""
        for trouble in self.library.met:
            self.say_of_library(trouble)
        self._upkeep.start()
        QTimer.singleShot(0, self._application, throw_away_left)

    def say_of_library(self, trouble: Trouble) -> None:
        """Say in one sentence what was met while the library was looked over, or not copied."""
        words = self.speech(language_of(self.settings))
        sentence = trouble_sentence(words, trouble)
        if trouble.code not in OF_LIBRARY:
            sentence = words("window.not-copied", reason=sentence)
            self._not_copied.say(sentence)
        else:
            self.window.say(sentence, "amber")

    def tell_mishap(self, report: Path | None) -> None:
        """Say in one sentence that something unexpected happened, and where its report is."""
        words = self.speech(language_of(self.settings))
        key = "window.mishap" if report else "window.mishap-unsaved"
        self.window.say(words(key, path=report or ""), "ember")

    def say_trouble(self, trouble: Trouble) -> None:
        """Say in one sentence what the disk had to say, as while something was only shown."""
        words = self.speech(language_of(self.settings))
        self.window.say(trouble_sentence(words, trouble), "ember")

    def keep_typed(self) -> None:
        """Keep what is being typed, in its place or aside; nobody is asked."""
        from ui.parts.autosave import flush_all

        flush_all(self.window)

    def close(self) -> None:
        """Close the window, then the library; once more does no harm."""
        self._close_rehearsal()
        self.window.close_now()
        self._upkeep.stop()
        self.library.close()

    def _look_after(self, later: Sequence[Later] = ()) -> Upkeep:
        moment = self._machine.moment
        upkeep = Upkeep(self.library, moment, later, self.say_of_library, self._turn_back)
        upkeep.copied.connect(self._copied)
        return upkeep

    def _copied(self) -> None:
        self._not_copied.end()

    def _close_rehearsal(self) -> None:
        if self._rehearsal is not None:
            self._rehearsal.close()

    def _turn_back(self, trouble: Trouble) -> None:
        """The library is not sound: close it, and let the person choose as at a start."""
        self._application.setQuitOnLastWindowClosed(False)
        self.close()
        while self._recover(trouble):
            try:
                self.library = open_as_may_be(self.library.path, self._machine.moment)
            except Trouble as again:
                trouble = again
            else:
                self._upkeep = self._look_after()
                self.window = self._open_main_window()
                self.window.home()
                self.begin()
                self.window.show_within()
                self._application.setQuitOnLastWindowClosed(True)
                return
        self._application.quit()

    def _saved(self, settings: Settings) -> bool:
        self.settings = settings
        try:
            own = OwnFiles(self.library.path)
            save_settings(self._machine.settings_file, settings, own.hold)
        except CannotWrite:
            return False
        self._not_kept.end()
        return True

    def _say_not_kept(self) -> None:
        words = self.speech(language_of(self.settings))
        self._not_kept.say(words("trouble.settings-not-kept"))

    def _reopen(self, kept: bool) -> None:
        room = self.window.room
        under_way = room.under_way() if room is not None else None
        memento = room.memento() if room is not None else None
        self._replace_window()
        if under_way is not None:
            self.window.cockpit(under_way.workshop)
        if self.window.room is not None:
            self.window.room.restore(memento)
        self.window.settings()
        if not kept:
            self._say_not_kept()

    def _reopen_restored(self, aside: Path | None, met: Trouble | None) -> None:
        words = self.speech(language_of(self.settings))
        self._replace_window()
        if met is None:
            self.window.home()
            self.window.say(words("preferences.restored", path=aside or ""))
        else:
            self.window.settings()
            self.window.say(trouble_sentence(words, met), "ember")

    def _replace_window(self) -> None:
        old, geometry = self.window, self.window.geometry()
        # A rehearsal goes on beside the new window.
        old.closed.disconnect(self._close_rehearsal)
        self.window = self._open_main_window()
        self.window.setGeometry(geometry)
        self.window.setWindowState(old.windowState())
        self.window.show()
        old.close_now()
        delete_later(old)

    def _open_main_window(self) -> Window:
        window = self._open_window(self.library)
        self._not_copied, self._not_kept = SaidWhile(window), SaidWhile(window)
        window.closed.connect(self._close_rehearsal)
        return window

    def _open_window(self, library: Library) -> Window:
        """A window over the library, or over the copy that a rehearsal has of it."""
        machine, settings = self._machine, self.settings
        words = self.speech(language_of(settings))
        look = look_of(self._application, settings)
        follow = settings.theme == "system"
        apply_look(self._application, look, machine.resources / "icons", follow_system=follow)
        speak_qt(self._application, words.language)
        screen_parts = ScreenParts(
            views=partial(make_views, self.catalogue),
            reports=partial(make_reports, self.catalogue),
            apply_settings=self.apply_settings,
            restore=self.restore,
            rehearse=self.rehearse,
            end_rehearsal=self.end_rehearsal,
        )
        window = Window(ScreenFactory(screen_parts))
        known = CatalogueWithOwn(self.catalogue, library)
        window.closed.connect(known.stop)
        window.set_world(
            World(
                library=library,
                known=known,
                words=words,
                words_in=self.speech,
                look=look,
                wall_look=make_look("light"),
                moment=machine.moment,
                chosen=lambda: self.settings,
                keep_settings=self.keep_settings,
                resources=machine.resources,
                window=window,
                navigator=window,
                notice=window,
                dialogs=machine.dialogs(words, look),
                monitors=machine.monitors,
                awake=machine.awake,
                rehearsal=library is not self.library,
            )
        )
        return window


def look_of(application: QApplication, settings: Settings) -> Look:
    """The look of the chosen theme, or of the system's."""
    theme = settings.theme
    chosen = system_theme(application.styleHints()) if theme == "system" else theme
    return make_look(chosen, settings.text)


def machine_of(
    application: QApplication,
    *,
    settings_file: Path | None = None,
    dialogs: Callable[[Words, Look], Dialogs] = SystemDialogs,
) -> Machine:
    """This machine's own edge; settings in the person's own folder unless said otherwise."""
    return Machine(
        moment=MachineMoment(),
        dialogs=dialogs,
        monitors=MachineMonitors(application),
        awake=MachineAwake(),
        settings_file=settings_file or own_settings(),
        resources=resources_folder(),
    )


def dressed(application: QApplication, settings_file: Path, resources: Path) -> tuple[Words, Look]:
    """The words and the look of what is asked before there is a window."""
    settings = load_settings(settings_file)
    look = look_of(application, settings)
    apply_look(application, look, resources / "icons")
    return load_words(resources, language_of(settings)), look


def start(
    application: QApplication,
    path: Path,
    machine: Machine,
    recover: Recover,
    looked: LookedOver | None = None,
) -> Hearth | None:
    """Open the library and the window; ``recover`` is asked when the library cannot be opened.

    It answers whether to try again. None when there is nothing to open. ``looked``: where the
    library is being looked over already.
    """
    load_fonts(machine.resources / "fonts")
    while True:
        later: list[Later] = []
        try:
            library = open_as_may_be(path, machine.moment, looked=looked, later=later)
        except Trouble as trouble:
            if not recover(trouble):
                return None
            looked = None  # it may be another file by now
        else:
            hearth = Hearth(application, library, machine, recover, later)
            follow_composing(application)
            collect_here(application)
            return hearth


def run(application: QApplication, library: Path, *, looked: LookedOver | None = None) -> int:
    """Run Hearth over the library file until its window is closed; gives the exit code."""
    application.setApplicationName("Hearth")
    application.setDesktopFileName("hearth")
    machine = machine_of(application)
    mishaps = ExceptionHook(library, machine.moment)
    sys.excepthook = mishaps.handle

    def recover(trouble: Trouble) -> bool:
        from ui.starting.recovery_dialog import ask_what_to_do

        words, look = dressed(application, machine.settings_file, machine.resources)
        return ask_what_to_do(trouble, library, words, look, machine.moment)

    hearth = start(application, library, machine, recover, looked)
    if hearth is None:
        return 1
    mishaps.tell, mishaps.say = hearth.tell_mishap, hearth.say_trouble
    hearth.show_first()
    hearth.begin()
    hearth.window.show_within()
    ending = Ending(application, keep=hearth.keep_typed, close=hearth.close)
    try:
        return application.exec()
    finally:
        hearth.close()
        ending.forget()
