"""Beginning a workshop on another day than planned, rehearsing it, and taking a start back."""

from datetime import date, timedelta
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
from app.workshop.agenda import DAY
from app.workshop.agenda_order import layouts, sessions_of, settle_blocks
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
    are still to come: the lunch that was ordered does not move. Nor does a later session of the day
    whose hour is still to come.
    """
    with library.change("workshop-today", scope_of(workshop)) as writer:
        moved = _to_today(library, writer, workshop)
        first = _first(writer, workshop)
        now = _minute(library, workshop)
        if first is not None and abs(now - first.starts) > NEAR:
            _to_minute(writer, workshop.id, now, keeping=True)
        return moved


def hold_now(library: Library, workshop: Workshop) -> Workshop:
    """Move a workshop so that it begins at this minute of today, and all of the day with it."""
    with library.change("workshop-today", scope_of(workshop)) as writer:
        moved = _to_today(library, writer, workshop)
        if _first(writer, workshop) is not None:
            _to_minute(writer, workshop.id, _minute(library, workshop), keeping=False)
        return moved


def said_in(reader: Reader, workshop: str) -> int:
    """How much was written down while a workshop ran: notes, decisions, dots, roles given..."""
    runs = runs_of(reader, workshop)
    return sum(
        reader.count(kind, **{column: run.id}) for kind, column in _of_runs() for run in runs
    )


def take_start_back(library: Library, workshop: Workshop) -> Workshop:
    """Have a workshop not begun after all: it is planned again, with its agenda as it now is.

    Raises Trouble: ``start-has-words`` once something was written down in it, ``start-over``
    where it is not under way.
    """
    with library.change("workshop-start-back", scope_of(workshop)) as writer:
        if writer.row(Workshop, workshop.id).state != "running":
            raise Trouble("start-over", title=workshop.title)
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


def _to_minute(writer: Writer, workshop: str, now: int, *, keeping: bool) -> None:
    """Begin the first session at a minute of its day, the others of that day as much sooner or
    later; ``keeping`` their hours where these are still to come. Their order stays."""
    plans = layouts(writer, workshop)
    first = plans[0].session
    by, before = now - first.starts, now
    for plan in plans:
        one = plan.session
        planned = (day(one.date) - day(first.date)).days * DAY + one.starts
        kept = one.date != first.date or (keeping and one.id != first.id)
        if kept and planned >= before:
            before = planned
            continue
        before = planned + by
        days, starts = divmod(before, DAY)
        moved = day(first.date) + timedelta(days=days)
        writer.change(one, date=moved.isoformat(), starts=starts)
        for slot in plan.slots:
            # Begun late, a fixed start that is still to come stays.
            if slot.block.starts is None or (
                keeping and slot.starts >= one.starts + by > one.starts
            ):
                continue
            writer.change(slot.block, starts=(slot.starts + by) % DAY)
    settle_blocks(writer, workshop)


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
