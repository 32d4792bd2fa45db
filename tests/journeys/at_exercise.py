"""Somebody at an exercise of the only workshop, as the journeys of kinds meet them."""

from PySide6.QtCore import Qt

from app.library.rows import Workshop
from app.workshop.running import Running, place_of
from tests.journeys.person import Person


class AtExercise(Person):
    """A facilitator where the room stands."""

    @property
    def workshop(self) -> Workshop:
        """The workshop they lead."""
        (found,) = self.house.hearth.library.reader.rows(Workshop)
        return found

    @property
    def running(self) -> Running:
        """The run on screen."""
        place = place_of(self.house.hearth.library.reader, self.workshop.id)
        assert place is not None
        return place.running

    def say(self, *lines: str) -> None:
        """Type lines where the keyboard is, each with Enter."""
        for line in lines:
            self.type(line)
            self.press(Qt.Key.Key_Return)
