"""Sharing out in the room: in private, from paper, or as piles counted on the table."""

from ui.kinds.allot.canvas import AllotCanvas
from ui.kinds.allot.picture import picture

__all__ = ["AllotCanvas", "picture"]
