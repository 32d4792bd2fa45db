"""What day it is where a community lives."""

from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo, available_timezones

from app.library.library import Library
from app.library.rows import Community
from app.library.trouble import Trouble


def zone_of(name: str) -> tzinfo:
    """The IANA time zone of that name; UTC for one this machine does not know."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return UTC


def today_in(zone: str, now: datetime) -> date:
    """The calendar date in ``zone`` at the instant ``now``."""
    return now.astimezone(zone_of(zone)).date()


def today_of(library: Library, community: str) -> date:
    """What day it is now where a community of the library lives."""
    zone = library.reader.needed(Community, community).zone
    return today_in(zone, library.moment.now())


def known_zone(name: str) -> str:
    """``name``, when it is an IANA time zone. Raises :class:`Trouble` (``zone-unknown``)."""
    wanted = name.strip()
    # The machine's own are many files to look through, and hardly ever more than these.
    if wanted not in _shipped_zones() and wanted not in available_timezones():
        raise Trouble("zone-unknown", zone=wanted)
    return wanted


def _shipped_zones() -> frozenset[str]:
    """The zones of the package tzdata; none where Hearth came without it."""
    # Not at the start: it takes time to import.
    from importlib.resources import files

    try:
        return frozenset((files("tzdata") / "zones").read_text(encoding="utf-8").split())
    except (ImportError, OSError):
        return frozenset()


def zones() -> tuple[str, ...]:
    """Every zone a person would choose, by region and city, then UTC."""
    places = (
        name for name in available_timezones() if "/" in name and not name.startswith(_NO_PLACES)
    )
    return (*sorted(places), "UTC")


_NO_PLACES = ("Etc/", "SystemV/", "US/", "posix/", "right/")
