"""Where something dragged would land: on a note, in a group, or between two notes; and its mark."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QPoint, QRect

from ui.parts.notes.layout import Placement
from ui.parts.notes.model import NoteItem

EDGE = 0.25
"""The share of a note at either side where what is let go lands beside it, and not on it."""


class Drop(msgspec.Struct, frozen=True):
    """What happens when notes are let go: they join the note ``onto`` in a new group, or the
    ``group``, or stand ``before`` a note (at the end when empty); on a ground they lie at ``x``
    and ``y``, in thousandths.

    ``ring`` is what they would join and ``line`` where they would stand, in the placement's pixels.
    """

    onto: str = ""
    group: str = ""
    before: str = ""
    ring: QRect = QRect()
    line: QRect = QRect()
    x: int | None = None
    y: int | None = None


class Dropping:
    """Finds the place under the mouse among some items as they lie."""

    def __init__(
        self, placement: Placement, items: Sequence[NoteItem], width: int, gap: int
    ) -> None:
        """``width`` pixels are filled by the items, with a ``gap`` between them."""
        self._placement, self._items, self._width, self._gap = placement, items, width, gap

    def drop_at(self, point: QPoint, carried: Sequence[str], *, gathers: bool = True) -> Drop:
        """What happens when the items ``carried`` (ids) are let go at ``point``.

        Notes land on a note where it ``gathers`` and is hit in its middle. A whole group joins
        another one, or lies where groups lie.
        """
        row = self._placement.item_at(point)
        group = self._placement.box_at(point)
        whole = any(item.title and item.id in carried for item in self._items)
        if whole:
            joins = bool(group) and group not in carried
            return Drop(group=group, ring=self._box(group, point)) if joins else Drop()
        if row < 0 or self._items[row].title:
            return self._beside_none(point, group)
        item, rect = self._items[row], self._placement.rect(row)
        if gathers and not group and item.id not in carried and self._in_middle(rect, point):
            return Drop(onto=item.id, ring=rect)
        after = self._second_half(rect, point)
        before = self._next(row + 1, group) if after else item.id
        return Drop(
            group=group,
            before=before,
            ring=self._box(group, point),
            line=self._line(rect, after=after),
        )

    def _beside_none(self, point: QPoint, group: str) -> Drop:
        """In a gap, on a title, or below everything: before the next note of that group."""
        ring = self._box(group, point)
        last = -1
        for row in range(len(self._items)) if group else self._rows_below(point):
            item, rect = self._items[row], self._placement.rect(row)
            if item.group != group or item.title:
                continue
            above = point.y() < rect.top()
            beside = rect.top() <= point.y() <= rect.bottom() and point.x() < rect.center().x()
            if above or beside:
                line = self._line(rect, after=False)
                return Drop(group=group, before=item.id, ring=ring, line=line)
            last = row
        if last < 0 and not group:
            last = self._last_single()
        line = self._line(self._placement.rect(last), after=True) if last >= 0 else QRect()
        return Drop(group=group, ring=ring, line=line)

    def _rows_below(self, point: QPoint) -> range:
        return self._placement.rows(point.y(), self._placement.height)

    def _last_single(self) -> int:
        last = len(self._items) - 1
        return last if last >= 0 and not self._items[last].group else -1

    def _next(self, row: int, group: str) -> str:
        """Id of the note of a group, or of none, at ``row``; empty when there is none."""
        if row < len(self._items):
            item = self._items[row]
            if item.group == group and not item.title:
                return item.id
        return ""

    def _box(self, group: str, point: QPoint) -> QRect:
        boxes = self._placement.boxes(point.y(), point.y())
        return next((box.rect for box in boxes if group and box.group == group), QRect())

    def _side_by_side(self, rect: QRect) -> bool:
        """Whether notes of this width stand side by side."""
        return 2 * rect.width() <= self._width

    def _in_middle(self, rect: QRect, point: QPoint) -> bool:
        far = self._share(rect, point)
        return EDGE < far < 1 - EDGE

    def _second_half(self, rect: QRect, point: QPoint) -> bool:
        return self._share(rect, point) >= 0.5

    def _share(self, rect: QRect, point: QPoint) -> float:
        """How far into a note a point is, in the direction in which notes follow one another."""
        if self._side_by_side(rect):
            return (point.x() - rect.left()) / max(1, rect.width())
        return (point.y() - rect.top()) / max(1, rect.height())

    def _line(self, rect: QRect, *, after: bool) -> QRect:
        """The gap before or after a note."""
        thick = max(3, self._gap // 2)
        off = (self._gap - thick) // 2
        if self._side_by_side(rect):
            left = rect.right() + 1 + off if after else rect.left() - off - thick
            return QRect(left, rect.top(), thick, rect.height())
        top = rect.bottom() + 1 + off if after else rect.top() - off - thick
        return QRect(rect.left(), top, rect.width(), thick)
