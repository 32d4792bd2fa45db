"""Matrix on the second floor: its canvas, and its picture on the wall."""

from ui.kinds.matrix.canvas import MatrixCanvas
from ui.kinds.matrix.picture import picture

__all__ = ["MatrixCanvas", "picture"]
