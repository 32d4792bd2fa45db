"""Text that may run from the right: detected, and isolated from the text beside it.

What somebody typed in Arabic or Hebrew, or with a sign that turns the direction, would draw the
words beside it into its own order. Between the signs of Unicode Annex 9 that keep a text apart, it
keeps its order and leaves theirs alone.
"""

import re
import unicodedata
from collections.abc import Iterable

# Letters that run from the right, and the signs that steer direction.
_FROM_RIGHT = re.compile(
    "[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_OPENS = frozenset("\u2066\u2067\u2068")
_FIRST_STRONG = "\u2068"
_CLOSES = "\u2069"


def needs_ordering(text: str) -> bool:
    """Whether anything in the text may run from the right."""
    return _FROM_RIGHT.search(text) is not None


def close_isolates(text: str) -> str:
    """The text with its open isolates closed."""
    depth = 0
    for sign in text if needs_ordering(text) else "":
        if sign in _OPENS:
            depth += 1
        elif sign == _CLOSES and depth:
            depth -= 1
    return text + _CLOSES * depth


def isolate(text: str) -> str:
    """The text inside an isolate where it may run from the right; else unchanged."""
    return _FIRST_STRONG + close_isolates(text) + _CLOSES if needs_ordering(text) else text


def isolate_each(parts: Iterable[str]) -> list[str]:
    """Texts that will stand on one line, each kept in its own order; empty ones left out."""
    said = [part for part in parts if part]
    if any(needs_ordering(part) for part in said):
        return [_FIRST_STRONG + close_isolates(part) + _CLOSES for part in said]
    return said


def join_isolated(parts: Iterable[str], between: str = " · ") -> str:
    """Texts on one line with something between them; empty ones left out."""
    return between.join(isolate_each(parts))


def runs_from_right(text: str) -> bool:
    """Whether a paragraph of this text runs from the right: its first strong character tells.

    What is kept apart inside it tells only where there is nothing else, as between quotation marks.
    """
    inside: bool | None = None
    depth = 0
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if sign in _OPENS:
            depth += 1
        elif sign == _CLOSES:
            depth = max(depth - 1, 0)
        elif kind in ("L", "R", "AL"):
            if not depth:
                return kind != "L"
            inside = kind != "L" if inside is None else inside
    return bool(inside)
