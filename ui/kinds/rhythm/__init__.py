"""Rhythm on the second floor."""

from ui.kinds.rhythm.canvas import RhythmCanvas
from ui.kinds.rhythm.picture import picture

__all__ = ["RhythmCanvas", "picture"]
