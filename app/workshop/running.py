"""A workshop under way: which block, which run, which step; any block in any order."""

import msgspec

from app.catalogue.recipe import Recipe
from app.library.library import Library
from app.library.reading import Reader
from app.library.rows import Block, Community, Heartbeat, Run, Standing, Workshop
from app.library.writing import Writer
from app.moment import stamp
from app.workshop.planning import blocks_of, recipe_of, scope_of


class Running(msgspec.Struct, frozen=True):
    """A run of a block, with all that it belongs to, and the recipe it follows."""

    community: Community
    workshop: Workshop
    block: Block
    run: Run
    recipe: Recipe


class Place(msgspec.Struct, frozen=True):
    """Where a running workshop stands: a run, a step of its recipe (from 0), a zone."""

    running: Running
    step: int
    zone: str


def running_of(reader: Reader, run: str) -> Running:
    """A run with everything around it. Raises KeyError for an unknown run."""
    found = reader.row(Run, run)
    block = reader.row(Block, found.block)
    workshop = reader.row(Workshop, block.workshop)
    community = reader.row(Community, workshop.community)
    return Running(community, workshop, block, found, recipe_of(block))


def place_of(reader: Reader, workshop: str) -> Place | None:
    """Where a workshop stands, or None before it starts."""
    standing = reader.find(Standing, workshop)
    if standing is None or standing.run is None or reader.find(Run, standing.run) is None:
        return None
    return Place(running_of(reader, standing.run), standing.step, standing.zone)


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
    """Go to a block: its latest run goes on where it was; ``again`` begins another run.

    The block left behind is marked ended; nothing of it is lost, and it can be entered again.
    """
    before = place_of(library.reader, workshop.id)
    if before is not None and before.running.block.id == block.id and not again:
        return before
    now = stamp(library.moment.now())
    with library.change("block-enter", scope_of(workshop)) as writer:
        if workshop.state == "planned":
            writer.change(writer.row(Workshop, workshop.id), state="running")
        if before is not None and before.running.run.ended is None:
            writer.change(before.running.run, ended=now)
        run = _open_run(writer, library, block, now, again=again)
        stand(writer, workshop.id, run, 0, now)
    return Place(running_of(library.reader, run.id), 0, "")


def _open_run(writer: Writer, library: Library, block: Block, now: str, *, again: bool) -> Run:
    known = writer.rows(Run, order="number", block=block.id)
    if known and not again:
        return writer.change(known[-1], ended=None)
    number = known[-1].number + 1 if known else 1
    return writer.add(Run(id=library.moment.new_id(), block=block.id, number=number, started=now))


def end_block(library: Library, running: Running) -> Run:
    """Mark a run as ended, when its block is finished and nothing else begins."""
    with library.change("block-end", scope_of(running.workshop)) as writer:
        return writer.change(running.run, ended=stamp(library.moment.now()))


def enter_step(library: Library, place: Place, step: int) -> Place:
    """Go to a step of the current block; out of range stays at the nearest end."""
    last = max(0, len(place.running.recipe.steps) - 1)
    at = max(0, min(step, last))
    with library.keep(scope_of(place.running.workshop)) as writer:
        now = stamp(library.moment.now())
        stand(writer, place.running.workshop.id, place.running.run, at, now, place.zone)
    return msgspec.structs.replace(place, step=at)


def enter_zone(library: Library, place: Place, zone: str) -> Place:
    """Remember where the next typed line goes."""
    with library.keep(scope_of(place.running.workshop)) as writer:
        now = stamp(library.moment.now())
        stand(writer, place.running.workshop.id, place.running.run, place.step, now, zone)
    return msgspec.structs.replace(place, zone=zone)


def stand(writer: Writer, workshop: str, run: Run, step: int, now: str, zone: str = "") -> None:
    """Write down where a workshop stands."""
    writer.put(
        Standing(workshop=workshop, block=run.block, run=run.id, step=step, zone=zone, at=now)
    )


def beat(library: Library, workshop: Workshop) -> None:
    """Note that the workshop is on screen now: what a power cut leaves as the last sign of life."""
    with library.keep(scope_of(workshop)) as writer:
        writer.put(Heartbeat(workshop=workshop.id, at=stamp(library.moment.now())))
