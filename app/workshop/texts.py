"""Text as people type or paste it: trimmed, bounded, and refused with a sentence when it is not."""

from app.library.trouble import Trouble

LONGEST_LINE = 2000
"""Characters of a note, a title, a name. What people say in a room is shorter."""

LONGEST_TEXT = 9000
"""Characters of a longer text: a clause, remarks."""


def clean_line(text: str, longest: int = LONGEST_LINE) -> str:
    """One line without white space around it. Raises Trouble (``empty``, ``too-long``)."""
    line = " ".join(text.split())
    if not line:
        raise Trouble("empty")
    if len(line) > longest:
        raise Trouble("too-long", longest=longest, length=len(line))
    return line


def clean_text(text: str, longest: int = LONGEST_TEXT) -> str:
    """Text of several lines, its line ends made one kind. Raises Trouble (``too-long``)."""
    whole = "\n".join(line.rstrip() for line in text.splitlines()).strip()
    if len(whole) > longest:
        raise Trouble("too-long", longest=longest, length=len(whole))
    return whole


def lines_of(text: str) -> list[str]:
    """What was pasted, as lines worth keeping: bullets and numbers before them taken off."""
    return [line for line in (_bare(line) for line in text.splitlines()) if line]


def _bare(line: str) -> str:
    return line.strip().lstrip("•◦▪–—*-").strip()
