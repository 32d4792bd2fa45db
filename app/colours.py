"""The colours of notes, the same in every theme, on the wall and on paper."""

from collections.abc import Iterable, Mapping
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


def colour_on(zone: NoteColour, own: str) -> NoteColour:
    """The colour of a note: its ``own``, where it has one, else that of its ``zone``."""
    return note_colour(own) if own else zone


def colour_together(zone: NoteColour, own: Iterable[str]) -> NoteColour:
    """The colour of notes shown as one: that which all of them have, else that of their zone."""
    colours = {colour_on(zone, one) for one in own}
    return colours.pop() if len(colours) == 1 else zone


def note_colour(name: str) -> NoteColour:
    """The colour of that name; yellow for a name that is none, as a later Hearth may have."""
    return next((one for one in NOTES if one == name), "yellow")
