"""The facts of a workshop that was held: what was decided, who does what, what was said when."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.library.audience import readable
from app.library.reader import Reader
from app.library.rows import Block, Community, Outcome, RoomGroup, Run, Workshop
from app.moment import instant
from app.workshop.agenda_order import sessions_of
from app.workshop.attendance import who_came
from app.workshop.closing import next_meeting
from app.workshop.history import typed_in_later
from app.workshop.parts import gathering_run
from app.workshop.planning import BREAK, layouts, recipe_of
from app.workshop.titles import told_block
from exports.facts.dates import date_or_none, time_in
from exports.facts.workshop import WorkshopFacts, read_workshop


class OutcomeFacts(msgspec.Struct, frozen=True):
    """A decision, an action or something parked; ``owner`` is a name, empty for nobody yet."""

    text: str
    owner: str
    due: date | None
    done: bool


class MeetingFacts(msgspec.Struct, frozen=True):
    """When people meet next; ``starts`` in minutes since midnight, None when not yet known."""

    day: date
    starts: int | None
    minutes: int
    title: str
    place: str


class RunFacts(msgspec.Struct, frozen=True):
    """A block as it happened: from when to when, in which group, and what was decided in it.

    ``ended`` is None while it runs. Of a day held on paper and typed in later these are the times
    that were planned.
    """

    block: Block
    run: Run
    recipe: Recipe
    group: str
    began: datetime
    ended: datetime | None
    decisions: tuple[OutcomeFacts, ...]


class SummaryFacts(msgspec.Struct, frozen=True):
    """All that a summary says to an audience, but for what each kind of exercise gathered.

    ``days`` and ``places`` are those of its sessions, each once.
    """

    workshop: WorkshopFacts
    days: tuple[date, ...]
    places: tuple[str, ...]
    came: int
    decisions: tuple[OutcomeFacts, ...]
    actions: tuple[OutcomeFacts, ...]
    parked: tuple[OutcomeFacts, ...]
    next: MeetingFacts | None
    thanks: str
    runs: tuple[RunFacts, ...]


def read_summary(reader: Reader, workshop: str, audience: str) -> SummaryFacts:
    """A workshop's summary for an audience. Raises KeyError for a workshop there is not."""
    row = reader.row(Workshop, workshop)
    community = reader.row(Community, row.community)
    over = (row.closed or row.date)[:10]
    # What was dropped later on was agreed here all the same.
    where = "outcome.workshop = ? AND (state <> 'dropped' OR settled > ?) ORDER BY position, id"
    outcomes = readable(reader, audience, Outcome, where, workshop, over)
    sessions = sessions_of(reader, workshop)
    planned = _planned(reader, row) if typed_in_later(reader, workshop) else {}
    return SummaryFacts(
        workshop=read_workshop(row, community),
        days=tuple(dict.fromkeys(date.fromisoformat(one.date) for one in sessions)),
        places=tuple(dict.fromkeys(one.place or row.place for one in sessions)),
        came=who_came(reader, workshop),
        decisions=_of_form(outcomes, "decision"),
        actions=_of_form(outcomes, "action"),
        parked=tuple(
            _outcome(one) for one in outcomes if one.form == "parked" and one.state == "open"
        ),
        next=_meeting(reader, row),
        thanks=row.thanks,
        runs=tuple(
            _run(reader, row, block, run, outcomes, planned)
            for block in readable(
                reader, audience, Block, "block.workshop = ? ORDER BY position, id", workshop
            )
            if block.exercise != BREAK
            for run in reader.rows(Run, order="number", block=block.id)
            if gathering_run(reader, run).id == run.id
        ),
    )


def told_summary(facts: SummaryFacts, catalogue: Catalogue, language: str) -> SummaryFacts:
    """The same facts with the catalogue's own words in a language."""

    def told(run: RunFacts) -> RunFacts:
        block = told_block(run.block, catalogue, language)
        return msgspec.structs.replace(run, block=block, recipe=recipe_of(block))

    return msgspec.structs.replace(facts, runs=tuple(told(run) for run in facts.runs))


def _of_form(outcomes: list[Outcome], form: str) -> tuple[OutcomeFacts, ...]:
    return tuple(_outcome(one) for one in outcomes if one.form == form)


def _outcome(row: Outcome) -> OutcomeFacts:
    return OutcomeFacts(row.text, row.owner_name, date_or_none(row.due), row.state == "done")


def _meeting(reader: Reader, workshop: Workshop) -> MeetingFacts | None:
    found = next_meeting(reader, workshop)
    if found is None:
        return None
    day = date.fromisoformat(found.date)
    return MeetingFacts(day, found.starts, found.minutes, found.title, found.place)


def _planned(reader: Reader, workshop: Workshop) -> dict[str, tuple[datetime, datetime]]:
    """From when to when each block (by its id) was planned."""
    zone = ZoneInfo(workshop.zone)
    found = {}
    for layout in layouts(reader, workshop.id):
        midnight = datetime.combine(date.fromisoformat(layout.session.date), time(), zone)
        for slot in layout.slots:
            begins = midnight + timedelta(minutes=slot.starts)
            found[slot.block.id] = begins, begins + timedelta(minutes=slot.block.minutes)
    return found


def _run(
    reader: Reader,
    workshop: Workshop,
    block: Block,
    run: Run,
    outcomes: list[Outcome],
    planned: Mapping[str, tuple[datetime, datetime]],
) -> RunFacts:
    zone = ZoneInfo(workshop.zone)
    group = run.room_group or block.room_group
    apart = reader.find(RoomGroup, group) if group else None
    here = [one for one in outcomes if one.run == run.id]
    began, ended = planned.get(
        block.id, (instant(run.started).astimezone(zone), time_in(zone, run.ended))
    )
    return RunFacts(
        block=block,
        run=run,
        recipe=recipe_of(block),
        group=apart.name if apart else "",
        began=began,
        ended=ended,
        decisions=_of_form(here, "decision"),
    )
