"""How large a photograph is on a page."""

from exports.page import Photograph

SHARE = 0.44
"""The share of the text's height that it has at most: a page holds two sheets of a flip chart."""
SHARPEST = 0.72
"""Points for a pixel at the most: a small one is not blown up."""


def photograph_size(piece: Photograph, width: float, height: float) -> tuple[float, float]:
    """The width and the height of a photograph, in points, on pages whose text is so wide and
    high."""
    scale = min(SHARPEST, width / max(piece.width, 1), height * SHARE / max(piece.height, 1))
    return piece.width * scale, piece.height * scale
