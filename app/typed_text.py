"""Checks and cleans text that people typed; refuses what cannot be kept."""

import re
import unicodedata

from app.library.trouble import Trouble

LONGEST_NAME = 200
"""Characters of a name: of a person, a community, a place, a meeting, a role of its own."""

LONGEST_LINE = 2000
"""Characters of a note, a title, a sentence. What people say in a room is shorter."""

LONGEST_TEXT = 9000
"""Characters of a longer text: a clause, remarks."""

_BULLET = re.compile(r"^(?:[•◦▪]+\s*|[–—*-]+(?:\s+|$))")
_NUMBER = re.compile(r"^\d{1,3}[.)]\s+")
_SPACES = re.compile(r"\s+")
_HOLDING = ("\u00a0", "\u202f")
"""Spaces that hold two words together, as French has before a colon and in "13 h"."""


def one_line(text: str, longest: int = LONGEST_LINE) -> str:
    """``text`` on one line, which may be empty; spaces that hold words together stay.

    Raises :class:`Trouble` (``too-long``).
    """
    line = _SPACES.sub(lambda run: run[0] if run[0] in _HOLDING else " ", text)
    return _within(line.strip(), longest)


def required_line(text: str, longest: int = LONGEST_LINE) -> str:
    """One line with something to see on it. Raises :class:`Trouble` (``empty``, ``too-long``)."""
    line = one_line(text, longest)
    if not visible(line):
        raise Trouble("empty")
    return line


def required_name(text: str) -> str:
    """A name: one line with something to see on it.

    Raises :class:`Trouble`: ``name-missing``, or ``too-long``.
    """
    name = one_line(text, LONGEST_NAME)
    if not visible(name):
        raise Trouble("name-missing")
    return name


def several_lines(text: str, longest: int = LONGEST_TEXT) -> str:
    """Text of several lines, its line ends made one kind. Raises Trouble (``too-long``)."""
    return _within("\n".join(line.rstrip() for line in text.splitlines()).strip(), longest)


def email_address(text: str) -> str:
    """An email address, or nothing. Raises :class:`Trouble` (``email-odd``, ``too-long``)."""
    found = one_line(text, LONGEST_NAME)
    if found and not is_address(found):
        raise Trouble("email-odd", email=found)
    return found


def is_address(text: str) -> bool:
    """Whether ``text`` has the shape of an email address: something on each side of one @."""
    before, at, after = text.partition("@")
    sides = bool(before and at and after) and "@" not in after
    return sides and not any(mark in text for mark in " \t,;<>\"'()")


def visible(text: str) -> bool:
    """Whether anything of ``text`` can be seen: not only spaces, joiners and controls."""
    return any(unicodedata.category(one)[0] not in "CZ" for one in text)


def fold(text: str) -> str:
    """``text`` as two writings of it compare: without case, accents, marks and double spaces."""
    plain = unicodedata.normalize("NFKD", text)
    kept = (one for one in plain if not unicodedata.combining(one))
    spaced = "".join(one if one.isalnum() else " " for one in kept)
    return " ".join(spaced.casefold().split())


def lines_of(text: str) -> list[str]:
    """What was pasted, as lines worth keeping, without bullets; and without the numbers of a list.

    A number before a single line belongs to what it says.
    """
    lines = [_BULLET.sub("", line.strip()) for line in text.splitlines()]
    found = [line for line in lines if line]
    if len(found) > 1 and all(_NUMBER.match(line) for line in found):
        found = [_NUMBER.sub("", line) for line in found]
    return found


def _within(text: str, longest: int) -> str:
    if len(text) > longest:
        raise Trouble("too-long", longest=longest, length=len(text))
    return text
