"""What every screen is handed: the library, the catalogue, words, the look, and the machine's edge.

Made once by ``ui/application.py`` and handed down; a changed language, theme or text size makes a
new world and a new window. Protocols stand where the machine begins, so that tests hand in theirs.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Literal, Protocol

import msgspec
from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.moment import Moment
from app.words import Words
from ui.look.look import Look
from ui.settings import Settings

Tone = Literal["info", "amber", "ember"]


class Navigator(Protocol):
    """Goes to a screen, or undoes; the window implements it."""

    def home(self) -> None:
        """To the communities."""

    def community(self, community: str) -> None:
        """To a community's page."""

    def people(self, community: str) -> None:
        """To a community's people."""

    def renewal(self, community: str) -> None:
        """To what is known before a renewal of a community, where it is planned."""

    def design(self, workshop: str) -> None:
        """To the agenda of a workshop."""

    def cockpit(self, workshop: str) -> None:
        """Into the room: the cockpit of a workshop. It goes on while other screens are shown."""

    def type_in(self, block: str) -> None:
        """Into the room, to a block that was done on paper; also when its workshop is over."""

    @property
    def in_room(self) -> str:
        """The id of the workshop whose room this window holds, on screen or not; or empty."""

    def leave_room(self, workshop: str) -> None:
        """Out of the room for good, to the workshop's agenda; the wall is taken down."""

    def rehearse(self, workshop: str) -> None:
        """To a rehearsal of a workshop, in a window of its own."""

    def charter(self, community: str) -> None:
        """To a community's charter."""

    def closing(self, workshop: str) -> None:
        """To the closing of a workshop."""

    def register(self, community: str, register: str, entry: str = "") -> None:
        """To a register of a community, and there to one of its entries."""

    def portfolio(self, community: str = "") -> None:
        """To the domains of all communities, or of one."""

    def settings(self) -> None:
        """To the settings."""

    def search(self) -> None:
        """To the search over everything."""

    def exercises(self, exercise: str = "") -> None:
        """To the exercises, and there to one of them."""

    def reading(self, entry: str = "") -> None:
        """To what the catalogue knows, and there to the page of a key."""

    def read_beside(self, entry: str = "") -> None:
        """Open what the catalogue knows beside the work: the page of a key, or the one that fits
        what is on screen."""

    def keys(self) -> None:
        """To the page of keys, over the screen it tells of."""

    def undo(self) -> None:
        """Undo the latest change in the scope on screen."""

    def redo(self) -> None:
        """Redo what was undone last in the scope on screen."""


class Speaker(Protocol):
    """Where a sentence is said: the window, or the bar of a dialog."""

    def say(self, sentence: str, tone: Tone = "info") -> None:
        """Show the sentence until the next one or until dismissed."""

    def take_back(self, sentence: str) -> None:
        """Take this sentence away if it is still the one that is shown."""

    def hold(self, owner: object, sentence: str) -> None:
        """Show what is true of something that was typed and is not kept: until it is released by
        its owner, whatever else is said, cleared or succeeds meanwhile."""

    def release(self, owner: object) -> None:
        """What was held for an owner is not true any more; nothing where nothing was held."""


class Notice(Speaker, Protocol):
    """Shows one sentence over the screen."""

    held_changed: SignalInstance
    """Something is held, or was released: ``holds`` may be another."""

    @property
    def holds(self) -> bool:
        """Whether something that was typed is not kept, and that was said."""

    def offer(self, sentence: str, button: str, act: Callable[[], object]) -> None:
        """Show a sentence and the one thing that can be done about it."""

    def clear(self) -> None:
        """Take the sentence away, and show again what is held."""

    def clear_trouble(self) -> None:
        """Take away a sentence about an act that failed: another has succeeded since."""


class Dialogs(Protocol):
    """The machine's own file dialogs, and questions that need an answer."""

    def save_as(self, parent: QWidget, title: str, suggested: str, endings: str) -> Path | None:
        """Where to save; None when the person changes their mind. ``endings``: "pdf docx md"."""

    def open_file(self, parent: QWidget, title: str, endings: str) -> Path | None:
        """The file to open; None when the person changes their mind. ``endings`` as in
        :meth:`save_as`."""

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """The folder that the person chooses; None when they change their mind."""

    def confirm(self, parent: QWidget, question: str, yes: str) -> bool:
        """Whether the person says ``yes`` to the question."""

    def open_written(self, path: Path) -> bool:
        """Open a file, or a folder, with the system's own program for it; whether there is one."""


class Monitors(Protocol):
    """The screens of this machine."""

    settled: SignalInstance
    """A screen came, went or moved, and all of it is over."""

    def all(self) -> list[QScreen]:
        """Every screen, the primary one first."""


class Awake(Protocol):
    """Keeps the screen of this machine from darkening while people look at it."""

    def hold(self, reason: str) -> None:
        """Keep the screen awake from now on; the system may show why. Never blocks."""

    def let_go(self) -> None:
        """Let the screen sleep again when it likes."""


class World(msgspec.Struct, frozen=True, eq=False):
    """Everything a screen may need, handed down."""

    library: Library
    known: Callable[[], Catalogue]
    """The catalogue with the library's own exercises, as of now."""
    words: Words
    words_in: Callable[[str], Words]
    """Words of another language: a workshop's, an export's."""
    look: Look
    wall_look: Look
    """The wall's own: light, whatever the window wears, because rooms have daylight."""
    moment: Moment
    chosen: Callable[[], Settings]
    """What is chosen for this machine, as of now."""
    keep_settings: Callable[[Settings], None]
    """Keep changed settings for the next start; what is on screen stays as it is."""
    resources: Path
    window: QWidget
    """Hearth's own window: the wall keeps off its screen."""
    navigator: Navigator
    notice: Notice
    dialogs: Dialogs
    monitors: Monitors
    awake: Awake
    rehearsal: bool = False
    """Whether the library is a copy that is thrown away: what is this machine's is not chosen
    there, and nothing is restored."""

    @property
    def catalogue(self) -> Catalogue:
        """All that is written, the library's own exercises with it, as they are now."""
        return self.known()

    @property
    def settings(self) -> Settings:
        """What is chosen for this machine now; a screen opened later sees what another kept."""
        return self.chosen()
