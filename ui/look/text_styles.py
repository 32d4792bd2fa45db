"""Text styles: font, size, weight and line height, by the role of the text."""

from collections.abc import Mapping
from typing import Literal

import msgspec

Family = Literal["serif", "sans"]

TextRole = Literal[
    "body",
    "strong",
    "small",
    "small-strong",
    "eyebrow",
    "button",
    "key",
    "note",
    "heading1",
    "heading2",
    "heading3",
    "brand",
    "say",
    "quote",
    "charter",
    "charter-strong",
    "clock",
]
"""What a text is for. ``say`` is what the facilitator says aloud, the largest text in the
cockpit; ``quote`` what somebody said; ``eyebrow`` the line of small capitals above a title;
``key`` the name of a key on its cap."""


class TextStyle(msgspec.Struct, frozen=True):
    """How a role is set: family, pixels at 100 %, weight, and the pitch of its lines.

    ``pitch`` is the distance from one line to the next as a multiple of the size: Literata's own
    1.48 is airy for a heading and right for a letter, so that each role says what it wants.
    """

    family: Family
    pixels: int
    weight: int = 400
    pitch: float = 1.4
    capitals: bool = False
    tabular: bool = False


TEXT_STYLES: Mapping[TextRole, TextStyle] = {
    "body": TextStyle("sans", 15),
    "strong": TextStyle("sans", 15, 600),
    "small": TextStyle("sans", 13, pitch=1.45),
    "small-strong": TextStyle("sans", 13, 600, pitch=1.45),
    "eyebrow": TextStyle("sans", 13, 600, capitals=True),
    "button": TextStyle("sans", 15, 600, pitch=1.3),
    "key": TextStyle("sans", 13, pitch=1.3),
    "note": TextStyle("sans", 15, pitch=1.35),
    "heading1": TextStyle("serif", 28, 600, pitch=1.22),
    "heading2": TextStyle("serif", 19, 600, pitch=1.3),
    "heading3": TextStyle("serif", 16, 600, pitch=1.35),
    "brand": TextStyle("serif", 23, 600, pitch=1.3),
    "say": TextStyle("serif", 28, 600, pitch=1.28),
    "quote": TextStyle("serif", 15, pitch=1.5),
    "charter": TextStyle("serif", 18, pitch=1.55),
    "charter-strong": TextStyle("serif", 18, 600, pitch=1.55),
    "clock": TextStyle("sans", 44, 700, pitch=1.1, tabular=True),
}
"""Every role's face at 100 %."""
