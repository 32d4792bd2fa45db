"""A date without its day."""

from datetime import date

from app.words import Words


def short_month(words: Words, day: date) -> str:
    """The month and the year in short, as in "Dec 2027": a date without its day."""
    return words.day(day, "short-month")
