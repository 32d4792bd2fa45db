"""Short forms of dates."""

from datetime import date

from app.words import Words

_NEAR = 300
"""Days within which a month says enough without its year."""


def short_month(words: Words, day: date) -> str:
    """The month and the year in short, as in "Dec 2027": a date without its day."""
    return words.day(day, "medium").partition(" ")[2]


def short_day(words: Words, day: date, today: date) -> str:
    """A day in short, as in "13 Nov"; with its year where it is far from ``today``."""
    text = words.day(day, "medium")
    near = abs((day - today).days) < _NEAR
    return text.rpartition(" ")[0] if near else text
