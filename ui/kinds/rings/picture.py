"""What the wall shows of rings: the picture, as long as the back row can read it; then lists."""

from collections.abc import Callable, Iterator, Sequence

from app.diagram import Diagram
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.rings.diagram import RingRow, rings_diagram
from app.kinds.rings.kind import Asks, Placed
from app.kinds.rings.setup import rings_setup
from app.kinds.rings.untangling import Links
from app.library.audience import hidden
from app.library.rows import Note
from app.text_direction import join_isolated
from app.workshop.planning import languages_of
from app.workshop.zones import zones_shown
from exports.kinds.rings.report import ring_rows
from ui.wall.wall_picture import RunSeen, WallPicture, WallText

READABLE = 44.0
"""The least size of text on a wall of 1080 pixels that the back row reads."""
ROOM = (1728.0, 690.0)
"""About how wide and how high a picture may be there."""
FILLS = 0.34
"""The least height of the picture, in parts of its width: a wall is filled."""

A_LINE, WHOLE = 3, 30
"""Names on a line of a list, and the letters up to which one is not broken."""
NO_BREAK = "\N{NO-BREAK SPACE}"


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """Rings with everybody in them and who asks whom, named in the first language; where that is
    too much to be read, those in each ring by their names alone, on as many pages as it needs."""
    reader, running = seen.reader, seen.running
    if running.block.audience == "facilitator":
        return WallPicture()
    secret = hidden(reader, "room", Note, "run = ?", running.run.id)
    facts = kind.facts(reader, running)
    placed = [one for one in facts_of(facts, Placed) if one.note.id not in secret]
    links = [
        (one.who.id, one.whom.id)
        for one in facts_of(facts, Asks)
        if one.who.id not in secret and one.whom.id not in secret
    ]
    small = _counts(seen, placed, len(links))
    zones = zones_shown(running, languages_of(running.workshop)[:1])
    rows = ring_rows(running.recipe, zones, placed)
    if rings_diagram(rows, links, ROOM[0], READABLE).height <= ROOM[1]:
        return WallPicture(diagram=_filling(rows, links), small=small)
    texts = tuple(WallText(row.name, tuple(_lines(row))) for row in rows if row.people)
    return WallPicture(texts=texts, small=small)


def _counts(seen: RunSeen, placed: Sequence[Placed], links: int) -> tuple[str, ...]:
    """How many take part and whom one could invite; where no ring lies beyond, how many links."""
    if not rings_setup(seen.running.recipe).beyond:
        return tuple(words("rings.links-n", n=links) for words in seen.words) if links else ()
    here = sum(one.here for one in placed)
    counts = [
        (words("rings.here-n", n=here), words("rings.beyond-n", n=len(placed) - here))
        for words in seen.words
    ]
    return tuple(join_isolated(both) for both in counts) if placed else ()


def _lines(row: RingRow) -> Iterator[str]:
    """Those in a ring, a few a line, so that a list goes on from page to page; a name that is not
    long is kept whole."""
    names = [
        one.text.replace(" ", NO_BREAK) if len(one.text) <= WHOLE else one.text
        for one in row.people
    ]
    for at in range(0, len(names), A_LINE):
        yield join_isolated(names[at : at + A_LINE])


def _filling(rows: Sequence[RingRow], links: Links) -> Callable[[float, float], Diagram]:
    """The picture for a width and a size of text, as high as a wall has room for."""

    def drawn(width: float, size: float) -> Diagram:
        return rings_diagram(rows, links, width, size, least=width * FILLS)

    return drawn
