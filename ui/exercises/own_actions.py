"""What can be done with exercises of one's own: written, copied, changed, deleted, handed on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from app.catalogue.exercise_entries import Exercise
from app.catalogue.own_exercise import is_own
from app.exchange.exercise_file import encode_exercises
from app.library.own_files import OwnFiles
from app.library.rows import OwnExercise
from app.workshop.own_exercises import own_row, remove_own_exercise
from exports.atomic_write import CannotWrite, write_atomically
from exports.file_names import fit_name, shortened
from ui.attempt import attempt
from ui.exercises.bring_exercises_dialog import ENDING, ask_bring_exercises
from ui.exercises.own_exercise_dialog import OwnExerciseDialog
from ui.parts.buttons import KeyButton
from ui.parts.key_menu import KeyMenu
from ui.parts.reading import for_reading
from ui.world import World

WRITE, CHANGE, MORE = "Ctrl+N", "F4", "Ctrl+M"


class OwnActions(QObject):
    """Buttons for the exercise that is read, ``buttons``, and one for a new one.

    ``shown`` is called with the id of an exercise that was just saved.
    """

    def __init__(self, world: World, screen: QWidget, shown: Callable[[str], object]) -> None:
        """No exercise yet; the ``screen`` is where the buttons stand."""
        super().__init__(screen)
        self._screen = screen
        look, words = world.look, world.words
        self._world, self._shown = world, shown
        self._exercise: Exercise | None = None
        self.write_button = for_reading(
            KeyButton(look, words, words("own.write"), WRITE, small=True), reads=False
        )
        self.write_button.clicked.connect(self.write)
        self.change_button = for_reading(
            KeyButton(look, words, words("own.copy"), CHANGE, small=True), reads=False
        )
        self.change_button.clicked.connect(self.change)
        self.more_button = KeyButton(look, words, words("own.more"), MORE, small=True)
        self.more_button.clicked.connect(self.offer)
        self.buttons = (self.change_button, self.more_button)

    def show_exercise(self, exercise: Exercise | None) -> None:
        """What is done is done with this one."""
        self._exercise = exercise
        own = exercise is not None and is_own(exercise.id)
        self.change_button.setText(self._world.words("own.edit" if own else "own.copy"))
        self.change_button.setVisible(exercise is not None)

    def write(self) -> None:
        """Write a new one."""
        self._ask(None)

    def change(self) -> None:
        """Edit the one that is read; of the catalogue's own, a copy."""
        if self._exercise is not None:
            self._ask(self._exercise, copy=not is_own(self._exercise.id))

    def copy(self) -> None:
        """Copy the one that is read, and change the copy."""
        if self._exercise is not None:
            self._ask(self._exercise, copy=True)

    def menu(self) -> KeyMenu:
        """All that is done more seldom."""
        world, words = self._world, self._world.words
        menu = KeyMenu(world.look, words, self._screen)
        menu.aboutToHide.connect(menu.deleteLater)
        exercise, writable = self._exercise, world.library.writable
        if exercise is not None and is_own(exercise.id):
            if writable:
                menu.add(words("own.copy"), "", self.copy)
            menu.add(words("own.export-one"), "", self.export_one)
        if world.library.reader.count(OwnExercise):
            menu.add(words("own.export-all"), "", self.export_all)
        if writable:
            menu.add(words("own.import"), "", self.bring_in)
        if exercise is not None and is_own(exercise.id) and writable:
            menu.addSeparator()
            menu.add(words("own.delete"), "Del", self.delete)
        return menu

    def offer(self) -> None:
        """Open the menu below its button."""
        button = self.more_button
        self.menu().popup(button.mapToGlobal(QPoint(0, button.height())))

    def delete(self) -> None:
        """Delete the one that is read, and say how it comes back."""
        exercise, world = self._exercise, self._world
        if exercise is None or not is_own(exercise.id):
            return
        name = exercise.in_language(world.words.language).name
        if attempt(world, lambda: remove_own_exercise(world.library, exercise.id)):
            world.notice.say(world.words("own.deleted", name=name))

    def export_one(self) -> None:
        """Write the one that is read into a file."""
        exercise, reader = self._exercise, self._world.library.reader
        row = own_row(reader, exercise.id) if exercise is not None else None
        if row is not None:
            self._export([row], row.name)

    def export_all(self) -> None:
        """Write all of them into a file."""
        rows = self._world.library.reader.rows(OwnExercise, order="created")
        self._export(rows, self._world.words("own.file-name"))

    def bring_in(self) -> None:
        """Ask for a file, and show what it holds first."""
        ask_bring_exercises(self._world, self._screen)

    def _ask(self, of: Exercise | None, *, copy: bool = False) -> None:
        OwnExerciseDialog(self._world, self._screen, of, self._saved, copy=copy).open()

    def _saved(self, exercise: str) -> None:
        self._shown(exercise)

    def _export(self, rows: Sequence[OwnExercise], name: str) -> None:
        world, words = self._world, self._world.words
        suggested = fit_name(shortened(name), ENDING, words("own.file-name"))
        path = world.dialogs.save_as(self._screen, words("own.export-all"), suggested, ENDING)
        if path is None:
            return
        try:
            write_atomically(path, encode_exercises(rows), OwnFiles(world.library.path).hold)
        except CannotWrite as error:
            world.notice.say(words(f"trouble.export-{error.code}", path=error.path), "ember")
            return
        world.notice.say(words("own.exported", n=len(rows), path=path))
