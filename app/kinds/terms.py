"""How long a role is taken on for, as people say it: a length of time, or the day it ends."""

import re
from datetime import date

from app.community.holdings import months_after
from app.folding import fold
from app.words import Words

LONGEST = 600
"""Months of the longest term that is taken for one: more is a slip."""

_LENGTH = re.compile(r"(\d{1,3}|[^\W\d]+) ?([^\W\d]+)")


def read_term(text: str, words: Words, starts: date) -> date | None:
    """The last day of a term that begins on ``starts``; None where it is not understood.

    "1 year", "6 months", "un an", "6 mois", in the language of ``words``; or a day after the first,
    written year-month-day.
    """
    ends = _day(text)
    if ends is None:
        months = _months(fold(text), words)
        ends = months_after(starts, months) if months is not None else None
    return ends if ends is not None and ends > starts else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _months(said: str, words: Words) -> int | None:
    found = _LENGTH.fullmatch(said)
    if found is None:
        return None
    number, unit = found.groups()
    in_letters = fold(words("kinds.roles.term-numbers")).split()
    if number in in_letters:
        many = in_letters.index(number) + 1
    elif number.isdecimal():
        many = int(number)
    else:
        return None
    for key, months in (("term-years", 12), ("term-months", 1)):
        if unit in fold(words(f"kinds.roles.{key}")).split():
            return many * months if many * months <= LONGEST else None
    return None
