"""Text as people type or paste it: trimmed, bounded, and refused with a sentence when it is not."""

import re

from app.library.trouble import Trouble

LONGEST_LINE = 2000
"""Characters of a note, a title, a name. What people say in a room is shorter."""

LONGEST_TEXT = 9000
"""Characters of a longer text: a clause, remarks."""

LONGEST_NAME = 200
"""Characters of a name: of a person, a place, a meeting."""

_BULLET = re.compile(r"^(?:[•◦▪]+\s*|[–—*-]+(?:\s+|$))")
_NUMBER = re.compile(r"^\d{1,3}[.)]\s+")


def clean_line(text: str, longest: int = LONGEST_LINE) -> str:
    """One line without white space around it. Raises Trouble (``empty``, ``too-long``)."""
    line = " ".join(text.split())
    if not line:
        raise Trouble("empty")
    if len(line) > longest:
        raise Trouble("too-long", longest=longest, length=len(line))
    return line


def clean_name(text: str) -> str:
    """A name on one line, which may be empty. Raises Trouble (``too-long``)."""
    return clean_line(text, LONGEST_NAME) if text.strip() else ""


def clean_text(text: str, longest: int = LONGEST_TEXT) -> str:
    """Text of several lines, its line ends made one kind. Raises Trouble (``too-long``)."""
    whole = "\n".join(line.rstrip() for line in text.splitlines()).strip()
    if len(whole) > longest:
        raise Trouble("too-long", longest=longest, length=len(whole))
    return whole


def lines_of(text: str) -> list[str]:
    """What was pasted, as lines worth keeping, without bullets; and without the numbers of a list.

    A number before a single line belongs to what it says.
    """
    lines = [_BULLET.sub("", line.strip()) for line in text.splitlines()]
    found = [line for line in lines if line]
    if len(found) > 1 and all(_NUMBER.match(line) for line in found):
        found = [_NUMBER.sub("", line) for line in found]
    return found
