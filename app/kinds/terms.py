"""How long a role is taken on for, as people say it: a length of time, or the day it ends."""

import re
from datetime import date

from app.folding import fold
from app.moment import months_after
from app.typed_dates import read_day
from app.words import Words

LONGEST = 600
"""Months of the longest term that is taken for one: more is a slip."""

_LENGTH = re.compile(r"(\d{1,3}|[^\W\d]+) ?([^\W\d]+)")


def read_term(text: str, words: Words, starts: date) -> date | None:
    """The last day of a term that begins on ``starts``; None where it is not understood.

    "1 year", "6 months", "un an", "6 mois", in the language of ``words``; or a day after the first,
    as :func:`app.typed_dates.read_day` reads it.
    """
    months = _months(fold(text), words)
    if months is not None:
        ends: date | None = months_after(starts, months)
    else:
        # A number alone is no day here: it may be months, or years.
        ends = None if text.strip().isdecimal() else read_day(text, words, starts)
    fits = ends is not None and starts < ends <= months_after(starts, LONGEST)
    return ends if fits else None


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
