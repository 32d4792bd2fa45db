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
_STEERED = re.compile("[\u202a-\u202e\u2066-\u2069]")
_OPENS = frozenset("\u2066\u2067\u2068")
_TURNS = frozenset("\u202a\u202b\u202d\u202e")
_FIRST_STRONG = "\u2068"
_CLOSES = "\u2069"
_TURNS_BACK = "\u202c"


def needs_ordering(text: str) -> bool:
    """Whether anything in the text may run from the right."""
    return _FROM_RIGHT.search(text) is not None


def self_contained(text: str) -> str:
    """The text with what it opens closed, so that it reaches no further than its own end.

    Isolates, embeddings and overrides are closed where a line or a cell ends; a closing sign that
    closes nothing of the text's own would close what is around it, and goes.
    """
    return _closed(text) if _STEERED.search(text) else text


def _closed(text: str) -> str:
    signs: list[str] = []
    open_: list[str] = []
    for sign in text:
        if sign in _OPENS:
            open_.append(_CLOSES)
        elif sign in _TURNS:
            open_.append(_TURNS_BACK)
        elif sign == _CLOSES:
            if _CLOSES not in open_:
                continue
            # With an isolate ends whatever was opened inside it.
            while open_.pop() != _CLOSES:
                pass
        elif sign == _TURNS_BACK:
            if open_[-1:] != [_TURNS_BACK]:
                continue
            open_.pop()
        elif sign in "\n\t":
            signs.extend(reversed(open_))
            open_.clear()
        signs.append(sign)
    return "".join((*signs, *reversed(open_)))


def isolate(text: str) -> str:
    """The text inside an isolate where it may run from the right; else unchanged."""
    return _FIRST_STRONG + self_contained(text) + _CLOSES if needs_ordering(text) else text


def isolate_each(parts: Iterable[str]) -> list[str]:
    """Texts that will stand on one line, each kept in its own order; empty ones left out."""
    said = [part for part in parts if part]
    if any(needs_ordering(part) for part in said):
        return [_FIRST_STRONG + self_contained(part) + _CLOSES for part in said]
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
