"""A version of a charter, said on one line."""

from datetime import date

from app.library.rows import Version
from app.words import Words


def version_line(words: Words, version: Version) -> str:
    """Its number, where it stands, since when."""
    day = words.day(date.fromisoformat(version.date))
    return words(f"charter.line.{version.status}", number=version.number, day=day)
