"""Puts layout boxes on pages: strips that are never cut."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from exports.writers.pdf.page_content import PageContent

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

Draw = Callable[[PageContent, float], None]
"""Draws a box on a page; the length is where its top edge stands."""


@dataclass(slots=True, eq=False)
class LayoutBox:
    """A strip ``height`` points high, with ``above`` points of air unless it begins a page.

    ``keep``: it stands on the same page as the next one. ``head``: what is set again above it
    when it begins a page. ``fresh``: it begins a page.
    """

    height: float
    draw: Draw
    above: float = 0
    keep: bool = False
    head: "LayoutBox | None" = None
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A box and where its top edge stands on its page."""

    layout_box: LayoutBox
    top: float


def keep_lines(boxes: Sequence[LayoutBox]) -> None:
    """Let no page begin or end with a single line of these."""
    if len(boxes) > 1:
        boxes[0].keep = boxes[-2].keep = True


def paginate(boxes: Sequence[LayoutBox], top: float, bottom: float) -> list[list[Placed]]:
    """The boxes on pages whose text runs from ``top`` down to ``bottom``; at least one page.

    What belongs together moves together to the next page, unless a whole page is too small. Where
    a page would stand nearly empty, the air on those before it is taken in, if that helps.
    """
    pages: list[list[Placed]] = []
    starts = [place for place, layout_box in enumerate(boxes) if layout_box.fresh and place]
    for start, end in pairwise((0, *starts, len(boxes))):
        pages += _stretch(boxes[start:end], top, bottom)
    return pages or [[]]


def _stretch(boxes: Sequence[LayoutBox], top: float, bottom: float) -> list[list[Placed]]:
    """The pages of boxes that follow each other, as loose as they can be."""
    loose = _pages(boxes, top, bottom, 1.0)
    last = _last_share(loose, top, bottom)
    for air in (air for air, share in _TIGHTER if last < share):
        tight = _pages(boxes, top, bottom, air)
        if len(tight) < len(loose):
            return tight
    return loose


def _last_share(pages: Sequence[Sequence[Placed]], top: float, bottom: float) -> float:
    """How much of the last of several pages is filled; all of it where there is one page only."""
    if len(pages) < 2:
        return 1.0
    last = pages[-1][-1]
    return (last.top + last.layout_box.height - top) / (bottom - top)


def _pages(boxes: Sequence[LayoutBox], top: float, bottom: float, air: float) -> list[list[Placed]]:
    """The boxes on pages, with that share of the air between them."""
    pages: list[list[Placed]] = [[]]
    at = top
    first = 0
    while first < len(boxes):
        end = first + 1
        while end < len(boxes) and boxes[end - 1].keep:
            end += 1
        group = boxes[first:end]
        height = sum(layout_box.above * air + layout_box.height for layout_box in group)
        close = air
        if pages[-1] and at + height > bottom and _fits(group, bottom - top):
            standing = [one.layout_box for one in pages[-1]]
            share = _closer([*standing, *group], bottom - top)
            if share and bottom - at > _GAP * (bottom - top):
                close = share
                pages[-1], at = _placed(standing, top, close)
            else:
                pages.append([])
                at = top
        for layout_box in group:
            if pages[-1] and at + layout_box.above * close + layout_box.height > bottom + _HAIR:
                pages.append([])
                at = top
            if not pages[-1] and layout_box.head is not None:
                pages[-1].append(Placed(layout_box.head, at))
                at += layout_box.head.height
            elif pages[-1]:
                at += layout_box.above * close
            pages[-1].append(Placed(layout_box, at))
            at += layout_box.height
        first = end
    return pages


def _closer(boxes: Sequence[LayoutBox], room: float) -> float:
    """The share of the air with which these just fit on one page; 0 where that is too little."""
    between = sum(layout_box.above for layout_box in boxes[1:])
    share = (room - sum(layout_box.height for layout_box in boxes)) / between if between else 0.0
    return share if share >= _CLOSER else 0.0


def _placed(boxes: Sequence[LayoutBox], top: float, air: float) -> tuple[list[Placed], float]:
    """Boxes on one page with that share of the air, and where they end."""
    found: list[Placed] = []
    at = top
    for layout_box in boxes:
        at += layout_box.above * air if found else 0
        found.append(Placed(layout_box, at))
        at += layout_box.height
    return found, at


def _fits(group: Sequence[LayoutBox], room: float) -> bool:
    """Whether these fit on a page of their own."""
    head = group[0].head
    height = sum(layout_box.above + layout_box.height for layout_box in group) - group[0].above
    return height + (head.height if head else 0) <= room or len(group) == 1
