"""Asks what is meant where a workshop is begun on another day than it was planned for."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.library.rows import Workshop
from app.workshop.starting import OtherDay, hold_today, other_day, take_start_back
from ui.attempt import attempt
from ui.parts.buttons import KeyButton
from ui.parts.form_dialog import QuestionDialog
from ui.world import World

TODAY, REHEARSE = "Ctrl+T", "Ctrl+R"


class StartDialog(QuestionDialog):
    """Today instead, a rehearsal, or not yet; of a day that is over: written up, or held today."""

    wide = 620

    def __init__(self, world: World, parent: QWidget, workshop: Workshop, found: OtherDay) -> None:
        """For a workshop that is planned for another day."""
        words = world.words
        planned, today = words.day(found.planned, "long"), words.day(found.today, "long")
        kind = "past" if found.past else "ahead"
        super().__init__(
            world,
            parent,
            words("design.start-other-day", day=planned),
            words(f"design.start-{kind}", day=planned, today=today),
            words("design.start-write-up" if found.past else "design.start-today"),
        )
        self._workshop, self._found = workshop, found
        look = world.look
        self.cancel_button.setText(words("design.start-not-yet"))
        if found.past:
            self.today_button = KeyButton(look, words, words("design.start-today"), TODAY)
            self.today_button.clicked.connect(self._hold_today)
            self.add_left(self.today_button)
        self.rehearse_button = KeyButton(look, words, words("design.rehearse"), REHEARSE)
        self.rehearse_button.clicked.connect(self._rehearse)
        self.add_left(self.rehearse_button)

        # Once this window is gone, so that the keyboard is back in the one the room is in.
        self.accepted.connect(partial(world.navigator.cockpit, workshop.id))

    def keep(self) -> None:
        """Begin: today, or as it was held. Raises Trouble."""
        if not self._found.past:
            hold_today(self.world.library, self._workshop)

    def _hold_today(self) -> None:
        if attempt(self.world, lambda: hold_today(self.world.library, self._workshop)):
            self.accept()

    def _rehearse(self) -> None:
        self.reject()
        self.world.navigator.rehearse(self._workshop.id)


def start(world: World, parent: QWidget, workshop: Workshop) -> None:
    """Into the room; first, where the workshop is planned for another day, what is meant."""
    found = other_day(world.library, workshop)
    if found is None:
        world.navigator.cockpit(workshop.id)
    else:
        StartDialog(world, parent, workshop, found).open()


def take_back(world: World, workshop: Workshop) -> None:
    """The workshop has not begun after all; says why where it has."""
    if attempt(world, lambda: take_start_back(world.library, workshop)):
        world.notice.say(world.words("design.start-taken-back"))
