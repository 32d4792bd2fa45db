"""Type: what each kind of text is set in, by the role it plays."""

from collections.abc import Mapping
from typing import Literal

import msgspec

Family = Literal["serif", "sans"]

Role = Literal[
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


class Face(msgspec.Struct, frozen=True):
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


FACES: Mapping[Role, Face] = {
    "body": Face("sans", 15),
    "strong": Face("sans", 15, 600),
    "small": Face("sans", 13, pitch=1.45),
    "small-strong": Face("sans", 13, 600, pitch=1.45),
    "eyebrow": Face("sans", 13, 600, capitals=True),
    "button": Face("sans", 15, 600, pitch=1.3),
    "key": Face("sans", 13, pitch=1.3),
    "note": Face("sans", 15, pitch=1.35),
    "heading1": Face("serif", 28, 600, pitch=1.22),
    "heading2": Face("serif", 19, 600, pitch=1.3),
    "heading3": Face("serif", 16, 600, pitch=1.35),
    "brand": Face("serif", 23, 600, pitch=1.3),
    "say": Face("serif", 28, 600, pitch=1.28),
    "quote": Face("serif", 15, pitch=1.5),
    "charter": Face("serif", 18, pitch=1.55),
    "charter-strong": Face("serif", 18, 600, pitch=1.55),
    "clock": Face("sans", 44, 700, pitch=1.1, tabular=True),
}
"""Every role's face at 100 %."""
