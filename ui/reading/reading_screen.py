"""The screen on which everything that the catalogue knows is read."""

from PySide6.QtWidgets import QVBoxLayout

from app.library.journal import Change
from ui.parts.reading import for_reading
from ui.parts.reading_panes import ReadingPanes
from ui.parts.screen import Screen
from ui.reading.template_filler import ExportTemplate, TemplateFiller
from ui.world import World


class ReadingScreen(Screen):
    """Essays, paradoxes, stages, sections, roles, instruments, letters and the glossary."""

    def __init__(self, world: World, export: ExportTemplate, entry: str = "") -> None:
        """The first page, or that of a key; ``export`` asks how to export a letter."""
        super().__init__(world.words("reading.title"))
        for_reading(self)
        self.panes = ReadingPanes(world.look, world.words, world.catalogue)
        self.panes.exercise_asked.connect(world.navigator.exercises)
        self.letters = TemplateFiller(world, self.panes.page, export)
        if entry:
            self.panes.open_entry(entry)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panes)
        self.setFocusProxy(self.panes)

    def touches(self, change: Change) -> bool:
        """What letters are filled with; text half typed does not."""
        return not change.kept

    def refresh(self) -> None:
        """Fill the letter that is read anew; nothing else there changes."""
        self.letters.refresh()
