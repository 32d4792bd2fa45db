"""The workshop that was in the room when Hearth was cut off, as by a crash or a power cut."""

from datetime import timedelta

from app.library.library import Library
from app.library.rows import Heartbeat, Workshop
from app.moment import instant

_LATER = timedelta(seconds=30)
"""What is done elsewhere later than this after the last sign of life was not done in the room."""
_SAME_DAY = timedelta(hours=12)
"""How long a room is gone back to by itself."""


def room_left_open(library: Library) -> Workshop | None:
    """The running workshop whose room was open when the library was last cut off.

    None where the library was closed, where something else was done since, or long after.
    """
    beats = library.reader.rows(Heartbeat, order="at") if library.cut_off else []
    workshop = library.reader.find(Workshop, beats[-1].workshop) if beats else None
    if workshop is None or workshop.state != "running":
        return None
    last = instant(beats[-1].at)
    latest = library.reader.cells("SELECT workshop, at FROM change ORDER BY id DESC LIMIT 1")
    elsewhere = any(
        where != workshop.id and instant(str(at)) - last > _LATER for where, at in latest
    )
    long_ago = library.moment.now() - last > _SAME_DAY
    return None if elsewhere or long_ago else workshop
