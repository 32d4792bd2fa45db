"""What people typed, made fit for a page: what no page can show left out, directions told apart.

Nothing here changes a word. All functions take and give plain text.
"""

import re
import unicodedata

from app.text_direction import self_contained

_BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
# No XML file may hold them: halves of a pair, and two points that are no characters.
_BROKEN = re.compile("[\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """The text with one kind of line break, without control characters; tabs stay.

    What is not a character at all becomes U+FFFD, so that its place is seen. A sign that turns the
    direction turns nothing of what is written after the text.
    """
    whole = _BROKEN.sub("\ufffd", _CONTROLS.sub("", _BREAKS.sub("\n", text)))
    return self_contained(whole)


def count_controls(text: str) -> int:
    """How many control characters :func:`clean` leaves out."""
    return len(_CONTROLS.findall(text))


def one_line(text: str) -> str:
    """The text cleaned, on a single line, as a heading is; spaces that never break stay so."""
    return _SPACES.sub(" ", clean(text)).strip(" ")


def by_direction(text: str, from_right: bool) -> list[tuple[str, bool]]:
    """The text as pieces of one direction, in reading order: ``(piece, runs from the right)``.

    Digits, spaces and punctuation between two pieces of one direction belong to it; elsewhere
    they follow the paragraph, which runs ``from_right`` or not.
    """
    strong = [_strong(character) for character in text]
    pieces: list[tuple[str, bool]] = []
    start = 0
    while start < len(text):
        side = strong[start]
        end = start + 1
        while end < len(text) and strong[end] is side:
            end += 1
        if side is None:
            before = strong[start - 1] if start else from_right
            after = strong[end] if end < len(text) else from_right
            side = before if before is after and before is not None else from_right
        if pieces and pieces[-1][1] is side:
            pieces[-1] = (pieces[-1][0] + text[start:end], side)
        else:
            pieces.append((text[start:end], side))
        start = end
    return pieces


def _strong(character: str) -> bool | None:
    """True for a character that runs from the right, False from the left, None for neither."""
    kind = unicodedata.bidirectional(character)
    if kind in ("R", "AL"):
        return True
    return False if kind == "L" else None
