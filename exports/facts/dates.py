"""Days and instants of rows, as dates and times."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.moment import instant


def date_or_none(text: str | None) -> date | None:
    """The date of a column; None where it is empty."""
    return date.fromisoformat(text) if text else None


def time_in(zone: ZoneInfo, text: str | None) -> datetime | None:
    """The instant of a column as it was in a zone; None where it is empty."""
    return instant(text).astimezone(zone) if text else None
