"""Text that a person entered, made fit to keep, or refused with a reason."""

import unicodedata

from app.library.trouble import Trouble

NAME_LIMIT = 120
"""Characters of a name: of a person, a community, an organization, a role of its own."""
LINE_LIMIT = 400
"""Characters of a sentence."""
NOTES_LIMIT = 6000
"""Characters of free notes."""


def one_line(text: str, limit: int = LINE_LIMIT) -> str:
    """``text`` on one line, without space around it. Raises :class:`Trouble` (``too-long``)."""
    return _within(" ".join(text.split()), limit)


def paragraphs(text: str, limit: int = NOTES_LIMIT) -> str:
    """``text`` with its lines, without space around it. Raises :class:`Trouble` (``too-long``)."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return _within(lines, limit)


def named(text: str) -> str:
    """A name: one line with something to see on it.

    Raises :class:`Trouble`: ``name-missing``, or ``too-long``.
    """
    name = one_line(text, NAME_LIMIT)
    if not visible(name):
        raise Trouble("name-missing")
    return name


def address(text: str) -> str:
    """An email address, or nothing. Raises :class:`Trouble` (``email-odd``, ``too-long``)."""
    found = one_line(text, NAME_LIMIT)
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


def folded(text: str) -> str:
    """``text`` as two writings of it compare: without case, accents, marks and double spaces."""
    plain = unicodedata.normalize("NFKD", text)
    kept = (one for one in plain if not unicodedata.combining(one))
    spaced = "".join(one if one.isalnum() else " " for one in kept)
    return " ".join(spaced.casefold().split())


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise Trouble("too-long", length=len(text), longest=limit)
    return text
