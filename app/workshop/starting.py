"""Beginning a workshop on another day than planned, rehearsing it, and taking a start back."""

from datetime import date
from zoneinfo import ZoneInfo

import msgspec

from app.community.today import today_in
from app.library.library import Library
from app.library.reader import Reader
from app.library.row import Row
from app.library.rows import COLUMNS, JOURNALED, Run, Session, Workshop
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.moment import day
from app.workshop.agenda_order import blocks_of, sessions_of, settle_blocks
from app.workshop.course import minute_of
from app.workshop.planning import scope_of
from app.workshop.running import runs_of

NEAR = 30
"""Minutes before or after its hour at which a workshop begins as it was planned."""


class OtherDay(msgspec.Struct, frozen=True):
    """A workshop that is begun on another day than it was planned for."""

    planned: date
    today: date

    @property
    def past(self) -> bool:
        """Whether its day is over: it may have been held, and be written up only now."""
        return self.planned < self.today


def other_day(library: Library, workshop: Workshop) -> OtherDay | None:
    """The day a workshop was planned for, where it has not begun and that is not today."""
    dates = [day(one.date) for one in sessions_of(library.reader, workshop.id)]
    today = today_in(workshop.zone, library.moment.now())
    if workshop.state != "planned" or not dates or today in dates:
        return None
    return OtherDay(dates[0], today)


def hold_today(library: Library, workshop: Workshop) -> Workshop:
    """Move a workshop so that its first day is today; later days move with it.

    Where another hour was planned for it, it begins now. Begun late, it keeps the fixed starts that
    are still to come: the lunch that was ordered does not move.
    """
    with library.change("workshop-today", scope_of(workshop)) as writer:
        moved = _to_today(library, writer, workshop)
        first = _first(writer, workshop)
        now = _minute(library, workshop)
        if first is None or abs(now - first.starts) <= NEAR:
            return moved
        return _to_minute(writer, moved, first, now, now if now > first.starts else None)


def hold_now(library: Library, workshop: Workshop) -> Workshop:
    """Move a workshop so that it begins at this minute of today, fixed starts with it."""
    with library.change("workshop-today", scope_of(workshop)) as writer:
        moved = _to_today(library, writer, workshop)
        first = _first(writer, workshop)
        if first is None:
            return moved
        return _to_minute(writer, moved, first, _minute(library, workshop))


def said_in(reader: Reader, workshop: str) -> int:
    """How much was written down while a workshop ran: notes, decisions, dots, roles given..."""
    runs = runs_of(reader, workshop)
    return sum(
        reader.count(kind, **{column: run.id}) for kind, column in _of_runs() for run in runs
    )


def take_start_back(library: Library, workshop: Workshop) -> Workshop:
    """Have a workshop not begun after all: it is planned again, with its agenda as it now is.

    Raises Trouble (``start-has-words``) once something was written down in it.
    """
    with library.change("workshop-start-back", scope_of(workshop)) as writer:
        said = said_in(writer, workshop.id)
        if said:
            raise Trouble("start-has-words", n=said)
        for run in runs_of(writer, workshop.id):
            writer.remove(run)
        return writer.change(writer.row(Workshop, workshop.id), state="planned")


def _to_today(library: Library, writer: Writer, workshop: Workshop) -> Workshop:
    today = today_in(workshop.zone, library.moment.now())
    sessions = sessions_of(writer, workshop.id)
    for one in sessions:
        moved = day(one.date) + (today - day(sessions[0].date))
        writer.change(one, date=moved.isoformat())
    settle_blocks(writer, workshop.id)
    return writer.change(writer.row(Workshop, workshop.id), date=today.isoformat())


def _to_minute(
    writer: Writer, workshop: Workshop, first: Session, minute: int, stays: int | None = None
) -> Workshop:
    """Begin the first session at a minute of its day; what is fixed from ``stays`` on stays."""
    by = minute - first.starts
    writer.change(first, starts=minute)
    for block in blocks_of(writer, workshop.id):
        if block.session == first.id and block.starts is not None:
            if stays is None or block.starts < stays:
                writer.change(block, starts=max(0, block.starts + by))
    return workshop


def _first(reader: Reader, workshop: Workshop) -> Session | None:
    return next(iter(sessions_of(reader, workshop.id)), None)


def _minute(library: Library, workshop: Workshop) -> int:
    return minute_of(library.moment.now(), ZoneInfo(workshop.zone))


def _of_runs() -> list[tuple[type[Row], str]]:
    """Every table whose rows name a run, and the column that does."""
    return [
        (kind, column.name)
        for kind in JOURNALED
        for column in COLUMNS[kind]
        if column.ref is not None and column.ref.table == Run.table
    ]
