"""A mark before a few words, so that more than their colour tells that they are urgent."""

from collections.abc import Mapping

from app.words import NO_BREAK
from ui.look.themes import Tone

_MARKS: Mapping[Tone, str] = {"ember": "●", "amber": "▲"}


def marked(text: str, tone: Tone) -> str:
    """The text with the mark of its tone, which no line's end parts from it."""
    mark = _MARKS.get(tone)
    return f"{mark}{NO_BREAK}{text}" if mark is not None else text
