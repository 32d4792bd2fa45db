"""A board in the window and on the wall."""

from ui.kinds.board.canvas import BoardCanvas, dots_mode
from ui.kinds.board.free import FreeBoardCanvas, make_canvas, picture

__all__ = ["BoardCanvas", "FreeBoardCanvas", "dots_mode", "make_canvas", "picture"]
