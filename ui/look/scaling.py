"""How lengths follow the text size: widths of text in proportion, spacings less."""

from typing import Final

LEAST_SCALE: Final = 0.8
GREATEST_SCALE: Final = 2.0
_AIR: Final = 0.4  # how much of a change in text size the spacing follows

RADIUS_CARD: Final = 12
RADIUS_CONTROL: Final = 8
RADIUS_NOTE: Final = 6


def clamp_scale(scale: float) -> float:
    """A text scale between 0.8 and 2.0."""
    return min(GREATEST_SCALE, max(LEAST_SCALE, scale))


def scaled_spacing(pixels: float, scale: float) -> int:
    """A spacing at this text scale: 16 becomes 15 at 80 %, 22 at 200 %."""
    return round(pixels * (1 + (scale - 1) * _AIR))


def scaled_length(pixels: float, scale: float) -> int:
    """A length that follows the text fully: icons, marks, the width of a column of words."""
    return round(pixels * scale)
