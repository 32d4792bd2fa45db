"""A facilitator's hands on the one line of the cockpit, for the demo."""

from PySide6.QtCore import Qt

from app.workshop.outcomes import Form
from ui.cockpit.cockpit import Cockpit
from ui.demo.robot import Robot

CONTROL = Qt.KeyboardModifier.ControlModifier
MOST_ZONES = 12
"""Presses of Tab after which a zone is not found."""


class TypingHands:
    """Types into the line of a cockpit, and presses its keys."""

    def __init__(self, robot: Robot, cockpit: Cockpit) -> None:
        """Type into ``cockpit``."""
        self._robot, self._cockpit = robot, cockpit

    def go_to(self, zone: str) -> bool:
        """Tab to a zone; False where there is none of that name."""
        for _ in range(MOST_ZONES):
            canvas = self._cockpit.canvas
            if canvas is None or canvas.target() == zone:
                return canvas is not None
            self._robot.key(self._cockpit.bottom.line, Qt.Key.Key_Tab)
        return False

    def enter(self, text: str) -> None:
        """Type a note, and keep it."""
        self._robot.write(self._cockpit.bottom.line, text)
        self._robot.key(self._cockpit.bottom.line, Qt.Key.Key_Return)

    def catch(self, form: Form, text: str) -> None:
        """Type a decision, an action or a parked thing, and press its key."""
        keys = {"decision": Qt.Key.Key_D, "action": Qt.Key.Key_T, "parked": Qt.Key.Key_P}
        self._robot.write(self._cockpit.bottom.line, text)
        self._robot.key(self._cockpit.bottom.line, keys[form], CONTROL)
