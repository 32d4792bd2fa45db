"""What is still open before an ending, in words: in the window and on paper."""

from app.registers.before_ending import StillOpen
from app.typed_text import joined_lines
from app.words import Words

NAMED = 3
"""How many are named one by one; the rest is counted."""

PEOPLE = frozenset(("people", "roles"))
"""What is open where the names are those of people; the others are sentences, and are quoted."""


def open_sentence(words: Words, one: StillOpen) -> str:
    """How many of what are open, and what the first of them are called."""
    said = words(f"ending.open-{one.code}", n=one.n)
    known = one.names
    if one.code not in PEOPLE:
        known = tuple(words("ending.quoted", text=_bare(name)) for name in known)
    names = some_of(words, known)
    if not names:
        return words("ending.open-alone", said=said)
    return words("ending.open-named", said=said, names=names)


def why_open(words: Words, one: StillOpen) -> str:
    """Why it may matter before an ending."""
    return words(f"ending.why-{one.code}")


def some_of(words: Words, names: tuple[str, ...], most: int = NAMED) -> str:
    """The first names in a series, and how many more there are; empty without a name."""
    if not names:
        return ""
    some = [_bare(one) for one in names[:most]]
    if len(names) > most:
        some.append(words("ending.more", n=len(names) - most))
    return words.series(some)


def _bare(name: str) -> str:
    """On one line; the sentence around it has a full stop of its own."""
    return joined_lines(name).rstrip(".")
