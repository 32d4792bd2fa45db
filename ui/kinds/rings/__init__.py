"""Rings in the room: placed by typing, keys and mouse; who asks whom tied by keys."""

from ui.kinds.rings.canvas import RingsCanvas
from ui.kinds.rings.picture import picture

__all__ = ["RingsCanvas", "picture"]
