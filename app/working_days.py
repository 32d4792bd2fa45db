"""The days on which people can be expected to work: what is proposed falls on one of them."""

from datetime import date, timedelta

_WEEK, _SATURDAY = 7, 6


def working_day(day: date) -> date:
    """``day`` itself, or the Monday after it where it is a Saturday or a Sunday.

    Holidays are not known: they differ from place to place, and Hearth works without a network.
    """
    weekday = day.isoweekday()
    return day if weekday < _SATURDAY else day + timedelta(days=_WEEK + 1 - weekday)
