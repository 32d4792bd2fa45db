"""What the wall shows of rings: the picture, as long as the back row can read it; then lists."""

from functools import partial

import msgspec

from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked
from app.kinds.rings.diagram import rings_diagram
from app.kinds.rings.kind import Asks, Placed
from app.library.audience import hidden
from app.library.rows import Note
from app.workshop.planning import languages_of
from app.workshop.zones import zones_shown
from exports.kinds.rings.report import ring_rows
from ui.wall.note_columns import wall_columns
from ui.wall.wall_picture import RunSeen, WallPicture

READABLE = 44.0
"""The least size of text on a wall of 1080 pixels that the back row reads."""
ROOM = (1728.0, 700.0)
"""About how wide and how high a picture may be there."""


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """Rings with everybody in them and who asks whom; where that is too much to be read, a list for
    each ring, on as many pages as it needs."""
    reader, running = seen.reader, seen.running
    secret = hidden(reader, "room", Note, "run = ?", running.run.id)
    facts = kind.facts(reader, running)
    placed = [one for one in facts_of(facts, Placed) if one.note.id not in secret]
    asks = [
        one
        for one in facts_of(facts, Asks)
        if one.who.id not in secret and one.whom.id not in secret
    ]
    if running.block.audience == "facilitator":
        return WallPicture()
    zones = zones_shown(running, languages_of(running.workshop))
    links = [(one.who.id, one.whom.id) for one in asks]
    drawn = partial(rings_diagram, ring_rows(running.recipe, zones, placed), links)
    here = sum(one.here for one in placed)
    small = tuple(
        " · ".join((words("rings.here-n", n=here), words("rings.beyond-n", n=len(placed) - here)))
        for words in seen.words
        if placed
    )
    if drawn(ROOM[0], READABLE).height <= ROOM[1]:
        return WallPicture(diagram=drawn, small=small)
    lying = [Ranked(None, (msgspec.structs.replace(one.note, zone=one.ring),), 0) for one in placed]
    columns = wall_columns(reader, running, lying, dots=False)
    return WallPicture(columns=columns, small=small)
