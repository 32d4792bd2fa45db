"""Looking at pieces in tests: a window that holds them, and the colours that are drawn."""

from itertools import product
from typing import Protocol

from PySide6.QtWidgets import QWidget


class Show(Protocol):
    """Shows widgets in a window that stays until the test ends."""

    def __call__(self, *widgets: QWidget, width: int = 400, height: int = 400) -> QWidget:
        """The window, one widget below the other."""


def colours(widget: QWidget) -> dict[str, int]:
    """How often each colour stands on a widget, as ``#RRGGBB``."""
    image = widget.grab().toImage()
    found: dict[str, int] = {}
    for x, y in product(range(image.width()), range(image.height())):
        name = image.pixelColor(x, y).name().upper()
        found[name] = found.get(name, 0) + 1
    return found
