"""The closing of a workshop in the demo: shown, pressed, and shown again."""

from ui.application import Hearth
from ui.closing.closing_screen import ClosingScreen
from ui.demo.robot import Robot


def close_workshop(hearth: Hearth, robot: Robot, workshop: str) -> None:
    """Close a workshop (its id) on its screen. Raises RuntimeError where that does not open."""
    window = hearth.window
    window.closing(workshop)
    closing = window.screen_shown
    if not isinstance(closing, ClosingScreen):
        raise RuntimeError("the closing did not open")
    robot.picture(window, "closing")
    robot.press(closing.close_button)
    robot.picture(window, "closed")
