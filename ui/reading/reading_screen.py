"""The screen on which everything that the catalogue knows is read."""

from PySide6.QtWidgets import QVBoxLayout

from app.library.journal import Change
from ui.parts.reading import for_reading
from ui.parts.reading_panes import ReadingPanes
from ui.parts.screen import Screen
from ui.world import World


class ReadingScreen(Screen):
    """Essays, paradoxes, stages, sections, roles, instruments, letters and the glossary."""

    def __init__(self, world: World, entry: str = "") -> None:
        """The first page, or that of a key."""
        super().__init__(world.words("reading.title"))
        for_reading(self)
        self.panes = ReadingPanes(world.look, world.words, world.catalogue)
        self.panes.exercise_asked.connect(world.navigator.exercises)
        if entry:
            self.panes.open_entry(entry)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)
        self.setFocusProxy(self.panes)

    def touches(self, change: Change) -> bool:
        """Nothing in a library is written there."""
        return False

    def refresh(self) -> None:
        """What is read does not change."""
