"""Marks at the start of pasted lines: bullets of Word, PDF and web pages, and numbering.

One rule for every list that is pasted: people, notes, items of a clause, names for a role. A mark
goes where it only marks; a number or a letter that belongs to what is said stays.
"""

import re
from collections.abc import Mapping, Sequence

_BULLET = re.compile(
    # Signs that nobody begins a sentence with, and the private-use signs that Word and PDF leave
    # of their symbol fonts, with or without a space; dashes and stars only before one. A single
    # letter before a tab is what is left of Courier and Wingdings.
    "(?:[•◦▪▫■□●○◆◇❖‣⁃∙⋅·➢➣➤►▶▸✓✔☐☑☒\ue000-\uf8ff]+\\s*"
    "|[–—―*-]+(?:\\s+|$)"
    "|[§oqvnlüØèà¨+>→](?:\t\\s*|$))"
)
_BESIDE_OTHERS = re.compile(r"(?:o|§(?=\s+\D))\s+")
"""What copying leaves of Word's second and third bullets: taken for them only beside others."""

_TICK_BOX = re.compile(r"\[[ xX]?\]\s+")
_NUMBER = re.compile(
    r"(?:\(?(?P<number>(?:\d{1,3}\.)*\d{1,3})[.)]|(?P<deep>(?:\d{1,2}\.)+\d{1,2})"
    r"|\(?(?P<letter>[a-zA-Z]|[ivx]{2,5}|[IVX]{2,5})[.)])(?P<gap>\s+|$)"
)
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii")


def without_marks(lines: Sequence[str], *, named: bool = False) -> list[str]:
    """The lines of a list without the marks before them, as many as there were.

    A number goes where a tab follows it, where it counts on from the first, or where every line
    has one; before a single line it belongs to what is said. With ``named`` the lines begin with
    names, before which a number is always a mark.
    """
    stripped = [line.strip() for line in lines]
    plain = [_without_bullet(line) for line in stripped]
    bulleted = [before != after for before, after in zip(stripped, plain, strict=True)]
    filled = [at for at, line in enumerate(plain) if line]
    lone = [at for at in filled if _BESIDE_OTHERS.match(plain[at])]
    if any(bulleted) or (len(lone) > 1 and lone == filled):
        for at in lone:
            plain[at] = _BESIDE_OTHERS.sub("", plain[at], count=1)
    numbers = {at: found for at in filled if (found := _NUMBER.match(plain[at]))}
    every = len(filled) > 1 and all(at in numbers or bulleted[at] for at in filled)
    counting = _counting(numbers)
    for at, found in numbers.items():
        sure = found["number"] is not None and (named or (every and len(numbers) > 1))
        tab = "\t" in found["gap"] and len(filled) > 1
        if sure or tab or _style(found) in counting:
            plain[at] = plain[at][found.end() :].strip()
    return plain


def _without_bullet(line: str) -> str:
    found = _BULLET.match(line)
    rest = line[found.end() :] if found else line
    box = _TICK_BOX.match(rest)
    return rest[box.end() :] if box else rest


def _style(found: re.Match[str]) -> str:
    """How a line is numbered: by digits, digits under digits, small or capital letters."""
    letter = found["letter"]
    if letter:
        return "capital" if letter.isupper() else "small"
    return "deep" if found["deep"] or "." in found["number"] else "digits"


def _counting(numbers: Mapping[int, re.Match[str]]) -> frozenset[str]:
    """The styles whose marks count on from the first, at least to the second."""
    by_style: dict[str, list[str]] = {}
    for found in numbers.values():
        said = found["letter"] or found["number"] or found["deep"]
        by_style.setdefault(_style(found), []).append(said.casefold().rpartition(".")[2])
    return frozenset(
        style
        for style, marks in by_style.items()
        # Two capitals may be the initials of two people.
        if len(marks) > (2 if style == "capital" else 1)
        and any(_counts_on([place(mark) for mark in marks]) for place in (_digits, _roman, _letter))
    )


def _counts_on(places: Sequence[int]) -> bool:
    """1, 2, 3: each one more than the last, or the first again."""
    steps = zip((0, *places), places, strict=False)
    return max(places) > 1 and all(now == 1 or now == before + 1 for before, now in steps)


def _digits(mark: str) -> int:
    return int(mark) if mark.isdecimal() else -1


def _roman(mark: str) -> int:
    return _ROMAN.index(mark) if mark in _ROMAN else -1


def _letter(mark: str) -> int:
    return ord(mark) - ord("a") + 1 if len(mark) == 1 and mark.isalpha() else -1
