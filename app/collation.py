"""The order of names and titles: that of the Unicode Collation Algorithm, everywhere the same.

É stands beside E, capitals behind small letters only where nothing else differs, "Community 10"
behind "Community 2". The window's languages, English and French, have no order of their own in it.
Letters of scripts that have no weights here come last, as the algorithm has it for unknown ones.
"""

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

T = TypeVar("T")

Key = tuple[tuple[int, ...], str]
"""What texts are compared by."""

LONGEST = 400
"""Letters by which two texts are compared at most."""


def sort_key(text: str) -> Key:
    """What to compare a text by; two texts are equal only if they are the same."""
    # Here: the first window has no list that needs it before it is shown.
    from app.collation_table import TABLE

    weights = _weights(unicodedata.normalize("NFD", text[:LONGEST]), TABLE)
    letters, accents, forms = (filter(None, weights[level::3]) for level in range(3))
    return (*letters, 0, *accents, 0, *forms), text


def in_order(things: Iterable[T], name: Callable[[T], str]) -> list[T]:
    """Things by their names; those of one name as they came."""
    found = list(things)
    names = [name(one) for one in found]
    keys = dict.fromkeys(names)
    # One name alone needs no weights, which are loaded with the first of them.
    if len(keys) < 2:
        return found
    weighed = {one: sort_key(one) for one in keys}
    return [one for _, one in sorted(zip(names, found, strict=True), key=lambda at: weighed[at[0]])]


def _weights(letters: str, table: Mapping[str, tuple[int, ...]]) -> list[int]:
    """Three weights after three: which letter, which accent, which form."""
    weights: list[int] = []
    if letters.isascii() and not any(map(str.isdecimal, letters)):
        for one in letters:
            weights += table.get(one) or _unknown(ord(one))
        return weights
    at = 0
    while at < len(letters):
        one = letters[at]
        pair = letters[at : at + 2]
        if one.isdecimal():
            end = at + 1
            while letters[end : end + 1].isdecimal():
                end += 1
            weights += _number(letters[at:end], table)
            at = end
        elif pair in table:
            weights += table[pair]
            at += len(pair)
        else:
            weights += table.get(one) or _unknown(ord(one))
            at += 1
    return weights


def _number(digits: str, table: Mapping[str, tuple[int, ...]]) -> list[int]:
    """A number by its size: the longer one is the larger one."""
    plain = "".join(str(unicodedata.decimal(one)) for one in digits).lstrip("0")
    weights = [*table["0"], len(plain) + 1, 0, 0]
    for one in plain:
        weights += table[one]
    return weights


def _unknown(point: int) -> tuple[int, ...]:
    """The weights of a letter without any: Chinese characters first, each by its number."""
    if 0x4E00 <= point <= 0x9FD5:
        base = 0xFB40
    elif 0x3400 <= point <= 0x4DB5 or 0x20000 <= point <= 0x2CEAF:
        base = 0xFB80
    else:
        base = 0xFBC0
    return base + (point >> 15), 0x20, 2, (point & 0x7FFF) | 0x8000, 0, 0
