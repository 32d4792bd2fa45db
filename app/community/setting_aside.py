"""What was set aside: not told before a day, because it was put off, or does not matter here.

Whatever is set aside has a ``key`` of its own, which says what it is and of which community.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from app.library.columns import MOST
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Snooze
from app.typed_text import one_line

DISMISSED = timedelta(days=365)
"""For how long what was dismissed is not told: what changes in a year is news again."""


def put_off_until(
    library: Library, community: str, key: str, until: date, *, found: int = 0
) -> None:
    """Not tell something of a community (its id) before ``until``; ``found``: its number then."""
    row = Snooze(what=key, until=until.isoformat(), found=min(found, MOST))
    with library.keep(Scope(community)) as rows:
        rows.put(row)


def dismiss_for_a_year(
    library: Library, community: str, key: str, today: date, *, word: str = "", found: int = 0
) -> None:
    """Say that something does not matter to a community (its id), in a ``word`` or without one;
    ``found``: its number then. Raises Trouble (``too-long``)."""
    row = Snooze(
        what=key,
        until=(today + DISMISSED).isoformat(),
        word=one_line(word),
        dismissed=True,
        found=min(found, MOST),
    )
    with library.keep(Scope(community)) as rows:
        rows.put(row)


def tell_again(library: Library, community: str, keys: Iterable[str]) -> None:
    """Have what was set aside be told again."""
    found = [library.reader.find(Snooze, key) for key in keys]
    aside = [row for row in found if row is not None]
    if aside:
        with library.keep(Scope(community)) as rows:
            for row in aside:
                rows.remove(row)


def set_aside_on(reader: Reader, key: str, today: date) -> Snooze | None:
    """What was said of something that is not told today; None where it is."""
    row = reader.find(Snooze, key)
    return row if row is not None and row.until > today.isoformat() else None
