"""How a printed page looks: paper, margins, types and colours. Lengths are points."""

from exports.page import Paper, Voice
from exports.writers.typeset.typesetter import TextStyle

INK = "#1F2A33"
MUTE = "#5C6770"
EMBER = "#A83F23"
TEAL = "#1D6A6A"
HAIRLINE = "#D8CFC0"
"""A little darker than on the screen: a printer without colour must still show it."""

PAPERS: dict[Paper, tuple[float, float]] = {"a4": (595.276, 841.89), "letter": (612.0, 792.0)}
SIDE = 60.0
TOP = 60.0
BOTTOM = 74.0
"""Margins of the text; the foot stands inside the lower one."""
FOOT_RULE = 58.0
"""How far above the paper's lower edge the foot's hairline runs."""

TITLE = TextStyle("serif", "semibold", 28, 33, INK)
CHAPTER = TextStyle("serif", "semibold", 20.5, 26, INK)
PART = TextStyle("serif", "semibold", 14.2, 19.5, INK)
NUMBERED_PART = TextStyle("serif", "semibold", 14.2, 19.5, TEAL)
SUBPART = TextStyle("serif", "semibold", 12, 17, INK)

VOICES: dict[Voice, TextStyle] = {
    "body": TextStyle("serif", "regular", 11.6, 17.4, INK),
    "lead": TextStyle("serif", "regular", 14, 21, INK),
    "small": TextStyle("sans", "regular", 10.4, 15, MUTE),
    "eyebrow": TextStyle("sans", "bold", 10, 14, EMBER),
    "quote": TextStyle("serif", "italic", 11.6, 17.4, INK),
    "say": TextStyle("serif", "regular", 13.2, 20, INK),
}
ABOVE: dict[Voice, float] = {
    "body": 5,
    "lead": 14,
    "small": 4,
    "eyebrow": 14,
    "quote": 7,
    "say": 7,
}
"""The space above a paragraph of each voice."""
ABOVE_TITLE = 10.0
"""The space above a strong line that comes after a list or a table."""
AFTER_SAID = 11.0
"""The space above what comes after something said aloud."""
BARS: dict[Voice, str] = {"quote": HAIRLINE, "say": EMBER}
"""The voices that stand beside an upright bar, and its colour."""

CELL = TextStyle("sans", "regular", 10.4, 14.6, INK)
STRONG_CELL = TextStyle("sans", "semibold", 10.4, 14.6, INK)
HEAD_CELL = TextStyle("sans", "semibold", 10.4, 14.6, MUTE)
PANEL_TITLE = TextStyle("sans", "bold", 10.4, 15.6, INK)
PANEL_LINE = TextStyle("sans", "regular", 10.4, 15.6, INK)
CAPTION = TextStyle("sans", "regular", 9.4, 13.4, MUTE)
FOOT = TextStyle("sans", "regular", 9, 12, MUTE)

TONES = {"teal": "#E0EFEE", "sunk": "#F3EEE6", "ember": "#F9E7E1", "amber": "#F8EDD2"}
