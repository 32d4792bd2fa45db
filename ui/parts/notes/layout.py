"""Layouts: where the items of a view lie. A kind of exercise brings its own; the view knows none.

A layout puts items on strips, one below the other over the whole width, each of them made of some
items that follow one another. Where items have their places on a map and not in an order, all of
them are one strip.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Protocol

import msgspec
from PySide6.QtCore import QPoint, QRect

from ui.parts.notes.model import NoteItem

Measure = Callable[[NoteItem, int], int]
"""The height of an item in so many pixels of width."""


class Box(msgspec.Struct, frozen=True):
    """The box around a group, by the group's id."""

    group: str
    rect: QRect


class Strip(msgspec.Struct, frozen=True):
    """Some items that follow one another, and their boxes, in pixels from the strip's corner.

    ``depends`` is how many items, from the strip's first on, could make it another strip if they
    were others; one more than there are, where it also depends on being the last.
    """

    rects: tuple[QRect, ...]
    height: int
    depends: int
    boxes: tuple[Box, ...] = ()


class Layout(Protocol):
    """Where items lie in a width."""

    @property
    def margin(self) -> int:
        """Pixels left free above the first strip and below the last."""

    @property
    def gap(self) -> int:
        """Pixels between two strips."""

    def strip(self, items: Sequence[NoteItem], first: int, width: int, measure: Measure) -> Strip:
        """The strip that begins with ``items[first]``, in ``width`` pixels; one item at least."""

    def smaller(self, share: float) -> "Layout":
        """The same layout for items in a ``share`` of their size."""


class Placement:
    """The strips of some items, kept while the items in them stay the same."""

    def __init__(self, layout: Layout, measure: Measure) -> None:
        """Without items yet."""
        self._layout, self._measure = layout, measure
        self._strips: list[Strip] = []
        self._firsts: list[int] = []
        self._tops: list[int] = []
        self._count, self._width = 0, -1

    def lay(self, items: Sequence[NoteItem], width: int, begin: int = 0, end: int = 0) -> int:
        """Lay items into a width, again only where they are not as they were.

        ``begin`` and ``end`` are how many items, at either end, are the same as the last time.
        Gives the y from which something may lie elsewhere or look otherwise than before.
        """
        if width != self._width:
            begin = end = 0
        kept = self._settled(begin)
        old = self._strips[kept:]
        starts = {first: at for at, first in enumerate(self._firsts[kept:])}
        more = len(items) - self._count
        del self._strips[kept:], self._firsts[kept:], self._tops[kept:]
        at = self._firsts[-1] + len(self._strips[-1].rects) if kept else 0
        while at < len(items):
            if at >= len(items) - end and at - more in starts:
                for strip in old[starts[at - more] :]:
                    at = self._add(strip, at)
                break
            at = self._add(self._layout.strip(items, at, width, self._measure), at)
        self._count, self._width = len(items), width
        return self._tops[kept] if kept < len(self._tops) else self._below()

    def _settled(self, begin: int) -> int:
        """How many strips depend on nothing but the first ``begin`` items."""
        # Those at the end first: mostly something was added there.
        for at in range(bisect_right(self._firsts, begin), 0, -1):
            if self._firsts[at - 1] + self._strips[at - 1].depends <= begin:
                return at
        return 0

    def _add(self, strip: Strip, first: int) -> int:
        """Put a strip below the others; gives the item after it."""
        self._tops.append(self._below())
        self._strips.append(strip)
        self._firsts.append(first)
        return first + len(strip.rects)

    def _below(self) -> int:
        """The y where another strip would begin."""
        if not self._strips:
            return self._layout.margin
        return self._tops[-1] + self._strips[-1].height + self._layout.gap

    @property
    def height(self) -> int:
        """The height of all strips, with the margins; 0 without any."""
        return self._below() - self._layout.gap + self._layout.margin if self._strips else 0

    @property
    def count(self) -> int:
        """How many items were laid."""
        return self._count

    def rect(self, row: int) -> QRect:
        """Where an item lies; a null rectangle when it was not laid."""
        if not 0 <= row < self._count:
            return QRect()
        at = bisect_right(self._firsts, row) - 1
        return self._strips[at].rects[row - self._firsts[at]].translated(0, self._tops[at])

    def rows(self, top: int, bottom: int) -> range:
        """The items on strips that reach into the pixels from ``top`` to ``bottom``."""
        strips = self._strips_within(top, bottom)
        if not strips:
            return range(0)
        last = strips[-1]
        return range(self._firsts[strips[0]], self._firsts[last] + len(self._strips[last].rects))

    def boxes(self, top: int, bottom: int) -> Iterator[Box]:
        """The boxes on strips that reach into the pixels from ``top`` to ``bottom``."""
        for at in self._strips_within(top, bottom):
            for box in self._strips[at].boxes:
                yield Box(box.group, box.rect.translated(0, self._tops[at]))

    def item_at(self, point: QPoint) -> int:
        """The item under a point, or -1; of several the last, which is painted over the others."""
        rows = reversed(self.rows(point.y(), point.y()))
        return next((row for row in rows if self.rect(row).contains(point)), -1)

    def box_at(self, point: QPoint) -> str:
        """The group in whose box a point lies; empty outside all of them."""
        boxes = self.boxes(point.y(), point.y())
        return next((box.group for box in boxes if box.rect.contains(point)), "")

    def beyond(self, row: int, *, down: bool) -> Iterator[range]:
        """The items of an item's own strip, then those of each strip below it or above it."""
        at = bisect_right(self._firsts, row) - 1
        for number in range(at, len(self._strips)) if down else range(at, -1, -1):
            first = self._firsts[number]
            yield range(first, first + len(self._strips[number].rects))

    def _strips_within(self, top: int, bottom: int) -> range:
        first = max(0, bisect_right(self._tops, top) - 1)
        if first < len(self._tops) and self._tops[first] + self._strips[first].height < top:
            first += 1
        return range(first, bisect_right(self._tops, bottom))
