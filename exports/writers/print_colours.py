"""What the colours of a diagram are in print."""

from collections.abc import Mapping

from app.colours import NOTE_INK, NOTES
from app.diagram import Colour, NoColour

_TONES: Mapping[str, str] = {
    "ink": NOTE_INK,
    "note-ink": NOTE_INK,
    "mute": "#5C6770",
    "line": "#D8CFC0",
    "control": "#857A6B",
    "paper": "#FFFFFF",
    "teal": "#1D6A6A",
    "teal-pale": "#80B5AE",
    "amber": "#E7AF4B",
    "ember": "#A83F23",
    "put-to-work": "#2F5F9E",
    "put-to-work-pale": "#B9CBE3",
    "discover": "#A83E62",
    "grow": "#8A5A0C",
    "establish": "#1D6A6A",
    "renew": "#75478A",
}
"""A hairline is a little darker than on the screen: a printer without colour must still show it."""

_PRINT: Mapping[str, str] = {str(name): value for name, value in NOTES.items()} | dict(_TONES)


def print_colour(colour: Colour | NoColour) -> str:
    """A colour as ``#RRGGBB``; empty for none."""
    return _PRINT[colour] if colour else ""
