"""A spectrum in the room: places between two ends, or a map of two poles."""

from ui.kinds.spectrum.canvas import spectrum_canvas
from ui.kinds.spectrum.picture import picture

__all__ = ["picture", "spectrum_canvas"]
