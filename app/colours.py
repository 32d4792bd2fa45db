"""The colours of notes, the same in every theme, on the wall and on paper."""

from collections.abc import Mapping
from typing import Literal

NoteColour = Literal["yellow", "green", "rose", "blue", "violet", "orange"]

NOTES: Mapping[NoteColour, str] = {
    "yellow": "#FFF0B8",
    "green": "#DDF0D2",
    "rose": "#FADADF",
    "blue": "#DCEAF8",
    "violet": "#E9DFF3",
    "orange": "#FFE3CC",
}
"""Each as ``#RRGGBB``. Sticky notes are paper in every theme."""

NOTE_INK = "#1F2A33"
"""What is written on a note, in every theme."""


def note_colour(name: str) -> NoteColour:
    """The colour of that name; yellow for a name that is none, as a later Hearth may have."""
    return next((one for one in NOTES if one == name), "yellow")
