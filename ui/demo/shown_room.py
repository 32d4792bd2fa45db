"""The room in the demo: opened in its cockpit, and its pictures, on the laptop and on the wall."""

from PySide6.QtCore import QSize

from app.library.rows import Block
from ui.cockpit.cockpit import Cockpit
from ui.demo.robot import Robot
from ui.wall.wall import Wall
from ui.window import Window

BEFORE = 10
"""Minutes before it begins at which the facilitator sits down."""
WRITTEN_AFTER = 0.4
"""The share of a block's last step after which all that was said is written down."""
HALL = (1920, 1080)
"""The wall, pixels."""


def open_room(window: Window, workshop: str) -> Cockpit:
    """The cockpit of a workshop (its id). Raises RuntimeError where it does not open."""
    window.cockpit(workshop)
    cockpit = window.screen_shown
    if not isinstance(cockpit, Cockpit):
        raise RuntimeError("the cockpit did not open")
    return cockpit


def picture_room(robot: Robot, window: Window, cockpit: Cockpit, block: Block) -> None:
    """What the facilitator and the room see of a block."""
    robot.picture(window, f"room-{block.exercise}")
    if isinstance(cockpit.wall, Wall):
        robot.painted(QSize(*HALL), cockpit.wall.paint, f"wall-{block.exercise}")
