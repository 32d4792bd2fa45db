"""A pulse in the room: asked in private, counted, and shown once it is closed."""

from ui.kinds.pulse.canvas import PulseCanvas
from ui.kinds.pulse.picture import picture

__all__ = ["PulseCanvas", "picture"]
