"""Bringing exercises in: what a file holds and what becomes of each, before anything is done."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.exchange.decode import read_file
from app.exchange.exercise_file import (
    ComingExercise,
    KeptExercise,
    coming,
    decode_exercises,
    import_exercises,
)
from ui.attempt import attempt
from ui.parts.card import Well
from ui.parts.form_dialog import QuestionDialog
from ui.parts.labels import WrapLabel
from ui.world import World

ENDING = "json"


class BringExercisesDialog(QuestionDialog):
    """Shows what a file of exercises holds, and brings it in."""

    def __init__(
        self, world: World, parent: QWidget, found: tuple[KeptExercise, ...], source: str
    ) -> None:
        """``found`` was read and looked over already, in a file called ``source``."""
        words = world.words
        super().__init__(
            world,
            parent,
            words("own.import-title"),
            words("own.import-sentence"),
            words("own.import-yes"),
        )
        self._found, self._source = found, source
        self.coming: tuple[ComingExercise, ...] = coming(world.library.reader, found)
        well = Well(world.look)
        for one in self.coming:
            line = words(f"own.fate-{one.fate}", name=one.name)
            well.add(WrapLabel(world.look, line, "small"))
        self.column.add(well)
        if all(one.fate == "same" for one in self.coming):
            # Not turned off but away: there is nothing here that a key or a click would do.
            self.keep_button.hide()
            self.cancel_button.setText(words("exporting.close"))
            self.said.setText(words("own.brought-none"))

    def ready(self) -> bool:
        """Not where all of it is here already."""
        return self.keep_button.isVisible()

    def keep(self) -> None:
        """Bring them in, and say so. Raises Trouble."""
        world = self.world
        brought = import_exercises(world.library, self._found, self._source)
        world.notice.say(world.words("own.brought", n=len(brought)))

    def first(self) -> QWidget:
        """What can be done about it."""
        return self.keep_button if self.ready() else self.cancel_button


def ask_bring_exercises(world: World, parent: QWidget) -> None:
    """Ask for a file of exercises and show what would come with it; say in one sentence what is
    wrong with one that cannot be read."""
    path = world.dialogs.open_file(parent, world.words("own.import"), ENDING)
    if path is None:
        return
    found: list[tuple[KeptExercise, ...]] = []

    def read(file: Path) -> None:
        found.append(decode_exercises(read_file(file)))

    if attempt(world, lambda: read(path)):
        BringExercisesDialog(world, parent, found[0], path.stem).open()
