"""Checks and cleans text that people typed; refuses what cannot be kept."""

import re
import unicodedata

from app.library.trouble import Trouble
from app.line_marks import without_marks
from app.text_direction import self_contained

LONGEST_NAME = 200
"""Characters of a name: of a person, a community, a place, a meeting, a role of its own."""

LONGEST_LINE = 2000
"""Characters of a note, a title, a sentence. What people say in a room is shorter."""

LONGEST_TEXT = 9000
"""Characters of a longer text: a clause, remarks."""

_SPACES = re.compile(r"\s+")
_JOINERS = "\u200c\u200d"
_SEEN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2"
"""Signs of Arabic and Syriac that Unicode counts among the unseen, and that are seen."""

_HOLDING = ("\u00a0", "\u202f")
"""Spaces that hold two words together, as French has before a colon and in "13 h"."""


def one_line(text: str, longest: int = LONGEST_LINE) -> str:
    """``text`` on one line, which may be empty; spaces that hold words together stay.

    A sign that turns the direction turns no more than this line.

    Raises :class:`Trouble` (``too-long``).
    """
    return _within(self_contained(joined_lines(text)), longest)


def joined_lines(text: str) -> str:
    """``text`` on one line, however long; spaces that hold words together stay."""
    return _SPACES.sub(lambda run: run[0] if run[0] in _HOLDING else " ", text).strip()


def name_line(text: str) -> str:
    """A name on one line, which may be empty, with nothing on it that is not seen.

    A sign that turns the direction would draw whatever stands beside the name into its order; no
    name needs one, as letters know which way they run. Raises :class:`Trouble` (``too-long``).
    """
    return one_line(without_unseen(text), LONGEST_NAME)


def required_line(text: str, longest: int = LONGEST_LINE) -> str:
    """One line with something to see on it. Raises :class:`Trouble` (``empty``, ``too-long``)."""
    line = one_line(text, longest)
    if not visible(line):
        raise Trouble("empty")
    return line


def required_name(text: str) -> str:
    """A name, with something to see on it.

    Raises :class:`Trouble`: ``name-missing``, or ``too-long``.
    """
    name = name_line(text)
    if not visible(name):
        raise Trouble("name-missing")
    return name


def several_lines(text: str, longest: int = LONGEST_TEXT) -> str:
    """Text of several lines, its line ends made one kind. Raises Trouble (``too-long``)."""
    whole = "\n".join(line.rstrip() for line in text.splitlines()).strip()
    return _within(self_contained(whole), longest)


def without_unseen(text: str) -> str:
    """``text`` without what cannot be seen and came along by copying.

    Zero widths, soft hyphens, byte order marks, the signs that steer direction, other controls. A
    joiner between letters of scripts that are written joined belongs to the word and stays.
    """
    if text.isprintable():
        return text
    kept = []
    for at, sign in enumerate(text):
        unseen = unicodedata.category(sign) in ("Cf", "Cc") and sign not in _SEEN
        between = sign in _JOINERS and _joined(text[at - 1 : at]) and _joined(text[at + 1 : at + 2])
        # U+0000 is no slip of copying: the library refuses it.
        if not unseen or between or sign.isspace() or sign == "\0":
            kept.append(sign)
    return "".join(kept)


def _joined(sign: str) -> bool:
    """Whether a joiner beside this sign does something: letters from Hebrew on, pictures."""
    return sign >= "\u0590" and unicodedata.category(sign)[0] in "LMS"


def mail_address(text: str) -> str:
    """An address as people copy it, without "mailto:", brackets and what cannot be seen."""
    plain = without_unseen(text).strip().strip("<>()[]")
    if plain[:7].casefold() == "mailto:":
        plain = plain[7:].partition("?")[0]
    return plain.strip().rstrip(".")


def email_address(text: str) -> str:
    """An email address, or nothing. Raises :class:`Trouble` (``email-odd``, ``too-long``)."""
    found = one_line(mail_address(text), LONGEST_NAME)
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


def lines_of(text: str, *, named: bool = False) -> list[str]:
    """What was pasted, as lines worth keeping, without bullets; and without the numbers of a list.

    A number before a single line belongs to what it says, but not before a name (``named``).
    """
    return [line for line in without_marks(text.splitlines(), named=named) if line]


def unmarked(text: str, *, named: bool = False) -> str:
    """One line without the mark that stood before it in a list; a mark alone is what was typed."""
    return " ".join(lines_of(text, named=named)) or text


def why_unwritable(text: str) -> str:
    """Why no library keeps a text, as a code of Trouble; empty where one does.

    U+0000 ends strings in SQLite's own functions, the journal's among them; a lone surrogate (half
    a character, from a damaged copy) is no text in any encoding.
    """
    if "\0" in text:
        return "nul-character"
    if not text.isascii():
        try:
            text.encode()
        except UnicodeEncodeError:
            return "broken-character"
    return ""


def _within(text: str, longest: int) -> str:
    # Here, and not only where rows are written: in JSON, either would be written otherwise.
    if code := why_unwritable(text):
        raise Trouble(code)
    if len(text) > longest:
        raise Trouble("too-long", longest=longest, length=len(text))
    return text
