"""A workshop under way: which block, which run, which step; any block in any order."""

import msgspec

from app.catalogue.recipe import Recipe
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Block, ClockEvent, Community, Heartbeat, Run, Standing, Workshop
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.moment import stamp
from app.workshop.agenda_order import blocks_of
from app.workshop.parts import gathering_run, runs_of_parts
from app.workshop.planning import recipe_of, scope_of


class Running(msgspec.Struct, frozen=True):
    """A run of a block, with all that it belongs to, and the recipe it follows."""

    community: Community
    workshop: Workshop
    block: Block
    run: Run
    recipe: Recipe


class Place(msgspec.Struct, frozen=True):
    """Where a running workshop stands: a run, a step of its recipe (from 0), a zone.

    ``part``: the block the room is in, with its times and steps. ``running``: the run in which what
    people say is kept. They differ in a later part of an exercise in several parts only.
    """

    running: Running
    part: Running
    step: int
    zone: str


def running_of(reader: Reader, run: str) -> Running:
    """A run with everything around it. Raises KeyError for an unknown run."""
    return _around(reader, reader.row(Run, run))


def place_of(reader: Reader, workshop: str) -> Place | None:
    """Where a workshop stands, or None before it starts.

    Where it stands is kept, never undone. When entering a block was undone, that run is gone or
    ended again, and the one left for it goes on.
    """
    standing = reader.find(Standing, workshop)
    if standing is None or standing.run is None:
        return None
    run = reader.find(Run, standing.run)
    if run is None or run.ended is not None:
        going = [one for one in runs_of(reader, workshop) if one.ended is None]
        if going:
            return _place(reader, going[-1], step_reached(reader, going[-1]), "")
    return None if run is None else _place(reader, run, standing.step, standing.zone)


def step_reached(reader: Reader, run: Run) -> int:
    """The step a run was left at: the one whose clock something was last done to; else 0."""
    events = reader.rows(ClockEvent, run=run.id)
    return events[-1].step if events else 0


def runs_of(reader: Reader, workshop: str) -> list[Run]:
    """All runs of a workshop's blocks, in the order they happened."""
    return reader.select(
        Run, "JOIN block ON block.id = run.block WHERE block.workshop = ? ORDER BY run.id", workshop
    )


def start(library: Library, workshop: Workshop) -> Place | None:
    """Open the room: the first block begins, or the workshop goes on where it stood.

    None when the agenda is empty.
    """
    standing = place_of(library.reader, workshop.id)
    if standing is not None:
        return standing
    blocks = blocks_of(library.reader, workshop.id)
    return enter_block(library, workshop, blocks[0]) if blocks else None


def enter_block(
    library: Library, workshop: Workshop, block: Block, *, again: bool = False
) -> Place:
    """Go to a block: its latest run goes on at the step where it was; ``again`` begins another.

    The block left behind is marked ended; nothing of it is lost, and it can be entered again.
    In a workshop that is over a block is only gone back to, for what was not typed in: when it was
    stays as it is. Raises Trouble (``workshop-called-off``).
    """
    before = place_of(library.reader, workshop.id)
    going = before is not None and before.part.run.ended is None
    if before is not None and going and before.part.block.id == block.id and not again:
        return before
    now = stamp(library.moment.measured())
    with library.change("block-enter", scope_of(workshop)) as writer:
        known = writer.row(Workshop, workshop.id)
        if known.called_off:
            raise Trouble("workshop-called-off", title=known.title)
        if known.state == "planned":
            writer.change(workshop, state="running")
        if before is not None and going:
            writer.change(before.part.run, ended=now)
        over = known.state == "closed"
        run = _open_run(writer, library, block, now, again=again, over=over)
        step = step_reached(writer, run)
        record_place(writer, workshop.id, run, step, now)
    return _place(library.reader, run, step, "")


def _around(reader: Reader, run: Run) -> Running:
    """A run with everything around it."""
    block = reader.row(Block, run.block)
    workshop = reader.row(Workshop, block.workshop)
    community = reader.row(Community, workshop.community)
    return Running(community, workshop, block, run, recipe_of(block))


def _place(reader: Reader, run: Run, step: int, zone: str) -> Place:
    """A place in a run; a step that the recipe no longer has is its last one."""
    part, gathering = _around(reader, run), gathering_run(reader, run)
    running = part if gathering.id == run.id else _around(reader, gathering)
    return Place(running, part, max(0, min(step, len(part.recipe.steps) - 1)), zone)


def _open_run(
    writer: Writer, library: Library, block: Block, now: str, *, again: bool, over: bool
) -> Run:
    """The latest run of a block, or another one; where all is ``over``, it has ended.

    Runs of the parts of an exercise belong together by their numbers.
    """
    known = runs_of_parts(writer, block)
    latest = max((run.number for run in known), default=0)
    mine = [run for run in known if run.block == block.id and run.number == latest]
    if mine and not again:
        return mine[0] if over else writer.change(mine[0], ended=None)
    return writer.add(
        Run(
            id=library.moment.new_id(),
            block=block.id,
            number=latest + 1 if mine or not latest else latest,
            started=now,
            ended=now if over else None,
            hidden=recipe_of(block).hidden,
        )
    )


def enter_step(library: Library, place: Place, step: int) -> Place:
    """Go to a step of the current block; out of range stays at the nearest end."""
    at = max(0, min(step, len(place.part.recipe.steps) - 1))
    with library.keep(scope_of(place.running.workshop)) as writer:
        now = stamp(library.moment.now())
        record_place(writer, place.running.workshop.id, place.part.run, at, now, place.zone)
    return msgspec.structs.replace(place, step=at)


def enter_zone(library: Library, place: Place, zone: str) -> Place:
    """Remember where the next typed line goes."""
    with library.keep(scope_of(place.running.workshop)) as writer:
        now = stamp(library.moment.now())
        record_place(writer, place.running.workshop.id, place.part.run, place.step, now, zone)
    return msgspec.structs.replace(place, zone=zone)


def record_place(
    writer: Writer, workshop: str, run: Run, step: int, now: str, zone: str = ""
) -> None:
    """Write down where a workshop stands."""
    writer.put(
        Standing(workshop=workshop, block=run.block, run=run.id, step=step, zone=zone, at=now)
    )


def record_heartbeat(library: Library, workshop: Workshop) -> None:
    """Note that the workshop is on screen now: what a power cut leaves as the last sign of life."""
    with library.keep(scope_of(workshop)) as writer:
        writer.put(Heartbeat(workshop=workshop.id, at=stamp(library.moment.measured())))
