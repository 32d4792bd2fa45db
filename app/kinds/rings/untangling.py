"""The order of everybody on their ring in which the links between them cross least.

The barycentre method of layered drawings: ring by ring, out and back, everybody goes to where those
they are tied to stand on the average; then neighbours change places as long as that saves a
crossing. Nothing is left to chance: the same rings and links give the same order.
"""

from collections.abc import Callable, Mapping, Sequence

from app.kinds.rings.arcs import Arcs, Spot

Links = Sequence[tuple[str, str]]
"""Who is tied to whom, by their ids."""
Order = tuple[tuple[str, ...], ...]
"""Everybody by ring, from the left."""
Lay = Callable[[Order], Arcs]

SWEEPS = 8
"""Times that all rings are gone through, out and back."""
FEW = 60
"""The links up to which neighbours change places: more would take too long after each note."""


def untangled(rings: Sequence[Sequence[str]], links: Links, lay: Lay) -> Order:
    """The order with the fewest crossings that was found, the given one where none has fewer."""
    given: Order = tuple(tuple(ring) for ring in rings)
    if len(links) < 2:
        return given
    beside = _neighbours(links)
    best, fewest = given, crossings(lay(given), links)
    order = given
    for sweep in range(SWEEPS):
        if not fewest:
            return best
        rows = range(len(order)) if sweep % 2 == 0 else range(len(order) - 1, -1, -1)
        for row in rows:
            order = _with(order, row, _gone_to_middle(order[row], lay(order).spots, beside))
        count = crossings(lay(order), links)
        if count < fewest:
            best, fewest = order, count
    return _changed_places(best, fewest, links, lay) if len(links) <= FEW else best


def crossings(arcs: Arcs, links: Links) -> int:
    """How many pairs of links cross; those that meet in somebody do not."""
    lines = [
        (who, whom, arcs.spots[who], arcs.spots[whom])
        for who, whom in links
        if who in arcs.spots and whom in arcs.spots
    ]
    count = 0
    for at, (who, whom, one, two) in enumerate(lines):
        for other, another, three, four in lines[at + 1 :]:
            apart = len({who, whom, other, another}) == 4
            count += apart and _cross(one, two, three, four)
    return count


def _neighbours(links: Links) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for who, whom in links:
        found.setdefault(who, []).append(whom)
        found.setdefault(whom, []).append(who)
    return found


def _gone_to_middle(
    ring: Sequence[str], spots: Mapping[str, Spot], beside: Mapping[str, Sequence[str]]
) -> tuple[str, ...]:
    """A ring in the order of the middles of those that each is tied to; others stay about where
    they stand."""

    def wanted(one: str) -> float:
        near = [spots[other].x for other in beside.get(one, ()) if other in spots]
        return sum(near) / len(near) if near else spots[one].x

    return tuple(sorted(ring, key=wanted))


def _changed_places(order: Order, fewest: int, links: Links, lay: Lay) -> Order:
    """Neighbours change places where that saves crossings, until none does."""
    tied = {one for link in links for one in link}
    better = True
    while better and fewest:
        better = False
        for row, ring in enumerate(order):
            for at in range(len(ring) - 1):
                now = order[row]
                if not {now[at], now[at + 1]} & tied:
                    continue
                changed = (*now[:at], now[at + 1], now[at], *now[at + 2 :])
                tried = _with(order, row, changed)
                count = crossings(lay(tried), links)
                if count < fewest:
                    order, fewest, better = tried, count, True
    return order


def _with(order: Order, row: int, ring: tuple[str, ...]) -> Order:
    return (*order[:row], ring, *order[row + 1 :])


def _cross(one: Spot, two: Spot, three: Spot, four: Spot) -> bool:
    """Whether two lines cross inside both."""

    def side(a: Spot, b: Spot, c: Spot) -> float:
        return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

    return (side(one, two, three) * side(one, two, four) < 0) and (
        side(three, four, one) * side(three, four, two) < 0
    )
