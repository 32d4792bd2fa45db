"""Puts slabs on pages: a slab is a strip of the page that is never cut."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from exports.writers.pdf.sheet import Sheet

_TIGHTER = ((0.9, 0.25), (0.8, 0.25), (0.7, 0.2), (0.55, 0.14))
"""Shares of the air that are tried to do without a last page that holds less than a share of one:
the emptier it stands, the more is given up for it."""

_HAIR = 0.01
"""Points that are nobody's loss: sums of lengths are seldom exact."""
_GAP = 0.15
"""A page with a larger share of it left empty, because what comes next does not quite fit, is
tightened to hold that..."""
_CLOSER = 0.7
"""...if this share of the air on it is enough."""

Draw = Callable[[Sheet, float], None]
"""Draws a slab on a page; the length is where its top edge stands."""


@dataclass(slots=True, eq=False)
class Slab:
    """A strip ``height`` points high, with ``above`` points of air unless it begins a page.

    ``keep``: it stands on the same page as the next one. ``head``: what is set again above it
    when it begins a page. ``fresh``: it begins a page.
    """

    height: float
    draw: Draw
    above: float = 0
    keep: bool = False
    head: "Slab | None" = None
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A slab and where its top edge stands on its page."""

    slab: Slab
    top: float


def keep_lines(slabs: Sequence[Slab]) -> None:
    """Let no page begin or end with a single line of these."""
    if len(slabs) > 1:
        slabs[0].keep = slabs[-2].keep = True


def paginate(slabs: Sequence[Slab], top: float, bottom: float) -> list[list[Placed]]:
    """The slabs on pages whose text runs from ``top`` down to ``bottom``; at least one page.

    What belongs together moves together to the next page, unless a whole page is too small. Where
    a page would stand nearly empty, the air on those before it is taken in, if that helps.
    """
    pages: list[list[Placed]] = []
    starts = [place for place, slab in enumerate(slabs) if slab.fresh and place]
    for start, end in pairwise((0, *starts, len(slabs))):
        pages += _stretch(slabs[start:end], top, bottom)
    return pages or [[]]


def _stretch(slabs: Sequence[Slab], top: float, bottom: float) -> list[list[Placed]]:
    """The pages of slabs that follow each other, as loose as they can be."""
    loose = _pages(slabs, top, bottom, 1.0)
    last = _last_share(loose, top, bottom)
    for air in (air for air, share in _TIGHTER if last < share):
        tight = _pages(slabs, top, bottom, air)
        if len(tight) < len(loose):
            return tight
    return loose


def _last_share(pages: Sequence[Sequence[Placed]], top: float, bottom: float) -> float:
    """How much of the last of several pages is filled; all of it where there is one page only."""
    if len(pages) < 2:
        return 1.0
    last = pages[-1][-1]
    return (last.top + last.slab.height - top) / (bottom - top)


def _pages(slabs: Sequence[Slab], top: float, bottom: float, air: float) -> list[list[Placed]]:
    """The slabs on pages, with that share of the air between them."""
    pages: list[list[Placed]] = [[]]
    at = top
    first = 0
    while first < len(slabs):
        end = first + 1
        while end < len(slabs) and slabs[end - 1].keep:
            end += 1
        group = slabs[first:end]
        height = sum(slab.above * air + slab.height for slab in group)
        close = air
        if pages[-1] and at + height > bottom and _fits(group, bottom - top):
            standing = [one.slab for one in pages[-1]]
            share = _closer([*standing, *group], bottom - top)
            if share and bottom - at > _GAP * (bottom - top):
                close = share
                pages[-1], at = _placed(standing, top, close)
            else:
                pages.append([])
                at = top
        for slab in group:
            if pages[-1] and at + slab.above * close + slab.height > bottom + _HAIR:
                pages.append([])
                at = top
            if not pages[-1] and slab.head is not None:
                pages[-1].append(Placed(slab.head, at))
                at += slab.head.height
            elif pages[-1]:
                at += slab.above * close
            pages[-1].append(Placed(slab, at))
            at += slab.height
        first = end
    return pages


def _closer(slabs: Sequence[Slab], room: float) -> float:
    """The share of the air with which these just fit on one page; 0 where that is too little."""
    between = sum(slab.above for slab in slabs[1:])
    share = (room - sum(slab.height for slab in slabs)) / between if between else 0.0
    return share if share >= _CLOSER else 0.0


def _placed(slabs: Sequence[Slab], top: float, air: float) -> tuple[list[Placed], float]:
    """Slabs on one page with that share of the air, and where they end."""
    found: list[Placed] = []
    at = top
    for slab in slabs:
        at += slab.above * air if found else 0
        found.append(Placed(slab, at))
        at += slab.height
    return found, at


def _fits(group: Sequence[Slab], room: float) -> bool:
    """Whether these fit on a page of their own."""
    head = group[0].head
    height = sum(slab.above + slab.height for slab in group) - group[0].above
    return height + (head.height if head else 0) <= room or len(group) == 1
