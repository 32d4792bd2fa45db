"""Where a workshop's blocks stand: its sessions in order, its blocks in theirs, and moving them."""

from collections.abc import Sequence

import msgspec

from app.library.reader import Reader
from app.library.rows import Block, Session
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.workshop.agenda import Layout, Spot, end_of, lay_out, settled


def sessions_of(reader: Reader, workshop: str) -> list[Session]:
    """The workshop's sessions in their order."""
    return reader.rows(Session, order="date, starts, position", workshop=workshop)


def blocks_of(reader: Reader, workshop: str) -> list[Block]:
    """The workshop's blocks in their order, session after session."""
    order = "session.date, session.starts, session.position, session.id, block.position, block.id"
    return reader.select(
        Block,
        f"JOIN session ON session.id = block.session WHERE block.workshop = ? ORDER BY {order}",
        workshop,
    )


def opens_session(reader: Reader, block: Block) -> bool:
    """Whether a block is the first of its session: nobody comes back from it, people arrive."""
    here = [one for one in blocks_of(reader, block.workshop) if one.session == block.session]
    return bool(here) and here[0].id == block.id


def layouts(reader: Reader, workshop: str) -> list[Layout]:
    """Each session of the workshop with its blocks laid out."""
    blocks = blocks_of(reader, workshop)
    return [
        lay_out(session, [block for block in blocks if block.session == session.id])
        for session in sessions_of(reader, workshop)
    ]


def end_spot(reader: Reader, workshop: str) -> Spot:
    """The place after everything. Raises Trouble (``gone``) when the workshop is not there."""
    spot = end_of(layouts(reader, workshop))
    if spot is None:
        raise Trouble("gone")
    return spot


def put_blocks(writer: Writer, workshop: str, blocks: Sequence[Block], spot: Spot) -> list[Block]:
    """Put blocks, new ones or old, at a place, one after the other; gives them as they now are.

    Raises Trouble (``gone``) when the place is no longer there.
    """
    moving = {block.id for block in blocks}
    order = [one for one in blocks_of(writer, workshop) if one.id not in moving]
    at = _place_in(order, sessions_of(writer, workshop), spot)
    session = order[at - 1].session if spot.after is not None else spot.session
    places = [*order[:at], *(None for _ in blocks), *order[at:]]
    positions = settled([None if one is None else one.position for one in places])
    for one, position in zip(places, positions, strict=True):
        if one is not None:
            writer.change(one, position=position)
    placed: list[Block] = []
    for block, position in zip(blocks, positions[at:], strict=False):
        if writer.find(Block, block.id) is None:
            writer.add(msgspec.structs.replace(block, session=session, position=position))
        else:
            writer.change(block, session=session, position=position)
        placed.append(writer.row(Block, block.id))
    return placed


def settle_blocks(writer: Writer, workshop: str) -> None:
    """Keep positions in the agenda's order after the sessions' own order may have changed."""
    blocks = blocks_of(writer, workshop)
    positions = settled([block.position for block in blocks])
    for block, position in zip(blocks, positions, strict=True):
        writer.change(block, position=position)


def _place_in(order: Sequence[Block], sessions: Sequence[Session], spot: Spot) -> int:
    """How many blocks stand before a place."""
    if spot.after is not None:
        for number, block in enumerate(order, start=1):
            if block.id == spot.after:
                return number
        raise Trouble("gone")
    ids = [session.id for session in sessions]
    if spot.session not in ids:
        raise Trouble("gone")
    before = ids[: ids.index(spot.session)]
    return sum(block.session in before for block in order)
