"""A workshop opened at its agenda, in the real window over a real library."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.library.library import Library
from app.library.rows import Block, Community, Workshop
from app.workshop.agenda import BREAK
from app.workshop.agenda_order import blocks_of
from app.workshop.planning import plan_workshop
from tests.app.community.village import StandingClock, found
from tests.app.workshop.made_agendas import MADE, a_morning, with_agendas
from tests.app.workshop.plans import wish
from tests.ui.fitting import settle
from tests.ui.opened import Opened, opened
from ui.design.design_screen import DesignScreen
from ui.look.themes import ThemeName
from ui.parts.sentences import SentenceBar


@dataclass
class Desk:
    """The window, the workshop in it, and its screen."""

    house: Opened
    community: Community
    workshop: Workshop
    screen: DesignScreen

    @property
    def library(self) -> Library:
        """The library."""
        return self.house.hearth.library

    @property
    def window(self) -> QWidget:
        """The window."""
        return self.house.hearth.window

    def blocks(self) -> list[Block]:
        """The blocks in the library, in order."""
        return blocks_of(self.library.reader, self.workshop.id)

    def names(self) -> list[str]:
        """Their exercises; a block of one's own by its title."""
        return [
            one.title if one.exercise is None else "–" if one.exercise == BREAK else one.exercise
            for one in self.blocks()
        ]

    def shown(self) -> list[str]:
        """What the list shows."""
        model = self.screen.list.agenda
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def now(self) -> DesignScreen:
        """The design screen that is in the window now."""
        screen = self.house.hearth.window.screen_shown
        assert isinstance(screen, DesignScreen)
        return screen

    def activate(self) -> None:
        """Turn to the window again, after another one was closed."""
        self.window.activateWindow()
        assert QTest.qWaitForWindowActive(self.window)

    def said(self) -> str:
        """The sentence at the edge of the window."""
        bar = self.window.findChild(SentenceBar)
        assert bar is not None
        return bar.sentence.text()

    def choose(self, exercise: str) -> Block:
        """Choose the block of an exercise, as a click does, and give the list the focus."""
        block = next(one for one in self.blocks() if one.exercise == exercise)
        self.screen.list.setFocus()
        self.screen.list.choose(block.id)
        settle()
        return block

    def block(self, block: Block) -> Block:
        """A block as it now is."""
        return self.library.reader.row(Block, block.id)


@contextmanager
def at_desk(
    application: QApplication,
    folder: Path,
    *,
    agenda: str | None = MADE,
    language: str = "en",
    theme: ThemeName = "light",
    text: int = 100,
    size: tuple[int, int] = (1440, 900),
    **more: object,
) -> Iterator[Desk]:
    """The design screen of a launch whose minutes are those of a test: they change with no recipe.

    ``more`` is said of the workshop.
    """
    with opened(
        application, folder, language=language, theme=theme, text=text, moment=StandingClock()
    ) as house:
        hearth = house.hearth
        community = found(hearth.library)
        made = with_agendas(hearth.catalogue, a_morning())
        said = wish(community.id, **{"agenda": agenda, "starts": 8 * 60, "minutes": 270, **more})
        workshop = plan_workshop(hearth.library, made, said)
        hearth.window.resize(*size)
        hearth.window.design(workshop.id)
        screen = hearth.window.screen_shown
        assert isinstance(screen, DesignScreen)
        desk = Desk(house, community, workshop, screen)
        desk.activate()
        settle()
        screen.list.setFocus()
        yield desk
