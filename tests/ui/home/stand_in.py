"""A world for tests of Home and of a community's pages: a real library, and stand-ins at its edge.

The window is a stand-in only in where it would take a person and in what it would say.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QWidget

from app.catalogue.load import load_catalogue
from app.library.library import Library
from app.resources import resources_folder
from app.words_files import load_words
from tests.ui.dress import dress
from ui.awake import MachineAwake
from ui.look.themes import ThemeName
from ui.settings import Settings
from ui.world import Tone, World


@dataclass
class Went:
    """Where a person was taken: (place, id), the latest last."""

    places: list[tuple[str, str]] = field(default_factory=list)
    in_room: str = ""

    def home(self) -> None:
        """To the communities."""
        self.places.append(("home", ""))

    def community(self, community: str) -> None:
        """To a community's page."""
        self.places.append(("community", community))

    def people(self, community: str) -> None:
        """To a community's people."""
        self.places.append(("people", community))

    def renewal(self, community: str) -> None:
        """To where a renewal is planned."""
        self.places.append(("renewal", community))

    def design(self, workshop: str) -> None:
        """To the agenda of a workshop."""
        self.places.append(("design", workshop))

    def cockpit(self, workshop: str) -> None:
        """Into the room."""
        self.places.append(("room", workshop))

    def type_in(self, block: str) -> None:
        """To a block that was done on paper."""
        self.places.append(("type_in", block))

    def charter(self, community: str) -> None:
        """To a community's charter."""
        self.places.append(("charter", community))

    def rehearse(self, workshop: str) -> None:
        """To a rehearsal."""
        self.places.append(("rehearse", workshop))

    def leave_room(self, workshop: str) -> None:
        """Out of the room."""
        self.places.append(("leave_room", workshop))

    def closing(self, workshop: str) -> None:
        """To the closing of a workshop."""
        self.places.append(("closing", workshop))

    def register(self, community: str, register: str, entry: str = "") -> None:
        """To a register of a community."""
        self.places.append(("register", f"{community} {register} {entry}".strip()))

    def settings(self) -> None:
        """To the settings."""
        self.places.append(("settings", ""))

    def search(self) -> None:
        """To the search."""
        self.places.append(("search", ""))

    def portfolio(self, community: str = "") -> None:
        """To the domains of communities."""
        self.places.append(("portfolio", community))

    def exercises(self, exercise: str = "") -> None:
        """To the exercises."""
        self.places.append(("exercises", exercise))

    def reading(self, entry: str = "") -> None:
        """To what is there to be read."""
        self.places.append(("reading", entry))

    def read_beside(self, entry: str = "") -> None:
        """The same beside the work."""
        self.places.append(("read_beside", entry))

    def keys(self) -> None:
        """To the page of keys."""
        self.places.append(("keys", ""))

    def undo(self) -> None:
        """Back in time."""
        self.places.append(("undo", ""))

    def redo(self) -> None:
        """And forward again."""
        self.places.append(("redo", ""))


class Said(QObject):
    """What the window said; empty after it was taken away."""

    held_changed = Signal()

    def __init__(self) -> None:
        """Nothing yet."""
        super().__init__()
        self.sentence = self.tone = ""
        self._held: dict[object, str] = {}

    @property
    def holds(self) -> bool:
        """Whether something typed is not kept."""
        return bool(self._held)

    def say(self, sentence: str, tone: Tone = "info") -> None:
        """Keep the sentence."""
        self.sentence, self.tone = sentence, tone

    def offer(self, sentence: str, button: str, act: Callable[[], object]) -> None:
        """Keep the sentence."""
        self.say(sentence)

    def clear(self) -> None:
        """Forget it."""
        self.sentence = self.tone = ""

    def clear_trouble(self) -> None:
        """Forget it, if it tells of trouble."""
        if self.tone == "ember":
            self.clear()

    def take_back(self, sentence: str) -> None:
        """Forget it, if it is this one."""
        if self.sentence == sentence:
            self.clear()

    def hold(self, owner: object, sentence: str) -> None:
        """Keep it for its owner."""
        self._held[owner] = sentence
        self.say(sentence, "ember")

    def release(self, owner: object) -> None:
        """Forget what was kept for an owner."""
        self.take_back(self._held.pop(owner, ""))


@dataclass
class Answers:
    """What a person chooses in the machine's own dialogs."""

    file: Path | None = None
    yes: bool = True
    asked: list[str] = field(default_factory=list)

    def save_as(self, parent: QWidget, title: str, suggested: str, endings: str) -> Path | None:
        """The file."""
        return self.file

    def open_file(self, parent: QWidget, title: str, endings: str) -> Path | None:
        """The file."""
        return self.file

    def folder(self, parent: QWidget, title: str) -> Path | None:
        """The file."""
        return self.file

    def confirm(self, parent: QWidget, question: str, yes: str) -> bool:
        """The answer, and what was asked."""
        self.asked.append(question)
        return self.yes

    def open_written(self, path: Path) -> bool:
        """Opened."""
        self.file = path
        return True


class OneScreen(QObject):
    """A machine with one screen, which stays as it is."""

    settled = Signal()

    def all(self) -> list[QScreen]:
        """That screen."""
        return QApplication.screens()


@dataclass(frozen=True)
class Stage:
    """A world and the stand-ins at its edge."""

    world: World
    went: Went
    said: Said
    answers: Answers


def make_stage(
    library: Library, *, language: str = "en", theme: ThemeName = "light", text: int = 100
) -> Stage:
    """A world in a language, a theme and a text size, worn by the application."""
    resources = resources_folder()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    look = dress(application, theme, text)
    catalogue = load_catalogue(resources)
    went, said, answers = Went(), Said(), Answers()
    world = World(
        library=library,
        known=lambda: catalogue,
        words=load_words(resources, language),
        words_in=lambda code: load_words(resources, code),
        look=look,
        moment=library.moment,
        chosen=Settings,
        keep_settings=lambda settings: None,
        wall_look=look,
        resources=resources,
        window=QWidget(),
        navigator=went,
        notice=said,
        dialogs=answers,
        monitors=OneScreen(),
        awake=MachineAwake(()),
    )
    return Stage(world, went, said, answers)


def settle() -> None:
    """Let layouts that were only posted be done."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()
