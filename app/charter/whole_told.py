"""What is told of how people stand to the whole of a charter: nothing of one or two people alone.

Hands counted in the open, and the positions of those who wish to be named, are known to everybody
and told as they are. Of the other replies, which came in private:

- fewer than three: how many people answered, and nothing else;
- where all of them agree, wholehearted or fine: that they do, and of the two positions each by
  itself only where no other than three or more, or all of them, may stand there;
- else in places of at least three (:func:`app.workshop.spread.places_of`).

How many agree, and how many cannot yet, is a number only where it follows from the places: told
beside them, "4 agree" of places of three and four would say that one person stands at an edge. A
test goes through all counts.
"""

from collections.abc import Mapping

import msgspec

from app.charter.versions import Agreement
from app.workshop.rounds import STANCES
from app.workshop.spread import LEAST, Place, places_of

POSITIONS = STANCES[:-1]
"""The positions that people take, from the nearest to the farthest; the away take none."""

AGREEING = 2
"""So many positions, from the nearest, are an agreement."""


class WholeTold(msgspec.Struct, frozen=True):
    """How people stand to the whole, as it may be told.

    ``answered`` took a position, ``away`` none. ``places`` from 1, the nearest, to 4, are of all
    who answered; none where ``few`` replied in private. ``agreeing`` and ``cannot`` are None where
    they may not be told. ``last`` replied in private without a name, at the last of the places or,
    where ``few`` did, at all.
    """

    answered: int
    away: int
    places: tuple[Place, ...]
    agreeing: int | None
    cannot: int | None
    last: int = 0
    few: bool = False

    @property
    def exact(self) -> bool:
        """Whether each position stands by itself: only then may a bar be drawn."""
        return not self.few and all(one.low == one.high for one in self.places)


def whole_told(agreement: Agreement, *, on_paper: bool = False) -> WholeTold:
    """What may be told of an agreement.

    ``on_paper``: while replies still come in private, only how many answered; two papers with one
    reply between them would tell whose it is.
    """
    answered, away = agreement.counted, agreement.counts.get("away", 0)
    secret = by_place(agreement.unnamed)
    others = sum(secret.values())
    if 0 < others < LEAST or (on_paper and agreement.in_private and not agreement.closed):
        return WholeTold(answered, away, (), None, None, others, few=True)
    last = len(POSITIONS)
    if not others:
        groups = _apart(1, last)
    elif secret["3"] or secret["4"]:
        groups = places_of(secret, 1, last)
    else:
        groups = (*places_of(secret, 1, AGREEING), *_apart(AGREEING + 1, last))
    counts = by_place(agreement.counts)
    places = tuple(
        Place(one.low, one.high, sum(counts[str(at)] for at in range(one.low, one.high + 1)))
        for one in groups
    )
    known = any(one.high == AGREEING for one in places)
    return WholeTold(
        answered,
        away,
        tuple(one for one in places if one.number),
        sum(one.number for one in places if one.high <= AGREEING) if known else None,
        places[-1].number if places[-1].low == last else None,
        groups[-1].number,
    )


def by_place(counts: Mapping[str, int]) -> dict[str, int]:
    """Counts by position as counts by place, from 1, the nearest."""
    return {str(at): counts.get(one, 0) for at, one in enumerate(POSITIONS, start=1)}


def _apart(low: int, high: int) -> tuple[Place, ...]:
    return tuple(Place(at, at, 0) for at in range(low, high + 1))
