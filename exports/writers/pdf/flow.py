"""Puts slabs on pages: a slab is a strip of the page that is never cut."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exports.writers.pdf.sheet import Sheet

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

    What belongs together moves together to the next page, unless a whole page is too small.
    """
    pages: list[list[Placed]] = [[]]
    at = top
    first = 0
    while first < len(slabs):
        end = first + 1
        while end < len(slabs) and slabs[end - 1].keep and not slabs[end].fresh:
            end += 1
        group = slabs[first:end]
        height = sum(slab.above + slab.height for slab in group)
        if pages[-1] and (group[0].fresh or (at + height > bottom and _fits(group, bottom - top))):
            pages.append([])
            at = top
        for slab in group:
            if pages[-1] and at + slab.above + slab.height > bottom:
                pages.append([])
                at = top
            if not pages[-1] and slab.head is not None:
                pages[-1].append(Placed(slab.head, at))
                at += slab.head.height
            elif pages[-1]:
                at += slab.above
            pages[-1].append(Placed(slab, at))
            at += slab.height
        first = end
    return pages


def _fits(group: Sequence[Slab], room: float) -> bool:
    """Whether these fit on a page of their own."""
    head = group[0].head
    height = sum(slab.above + slab.height for slab in group) - group[0].above
    return height + (head.height if head else 0) <= room or len(group) == 1
