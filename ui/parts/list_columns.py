"""Which columns of a list stand where, and which fold away where it is narrow."""

from collections.abc import Sequence

import msgspec

from ui.look.look import Look
from ui.parts.stage_marks import stage_marks_size


class ListColumn(msgspec.Struct, frozen=True, kw_only=True):
    """A column: its head, its least width at 100 %, its share of what is left.

    Columns with the greatest ``folds`` fold first, those with 0 never; one with ``under`` then
    goes under the name, the others are left out. The first column is the name.
    """

    id: str
    head: str
    least: int = 0
    share: int = 1
    folds: int = 0
    under: bool = False
    stages: bool = False


class ColumnPlace(msgspec.Struct, frozen=True):
    """A column and where it stands, in pixels from the left edge of the list."""

    column: ListColumn
    left: int
    width: int


class PlacedColumns(msgspec.Struct, frozen=True):
    """The columns that are shown, and the ids of those that stand under the name instead."""

    places: tuple[ColumnPlace, ...]
    under: tuple[str, ...]


def lay_columns(look: Look, columns: Sequence[ListColumn], width: int) -> PlacedColumns:
    """The columns of a list ``width`` pixels wide."""
    gap, margin = look.px(20), look.px(20)
    room = width - 2 * margin
    kept = list(columns)
    order = sorted((one for one in columns if one.folds), key=lambda one: -one.folds)
    while order and _needed(look, kept, gap) > room:
        kept.remove(order.pop(0))
    leasts = [_least(look, column) for column in kept]
    free = max(0, room - _needed(look, kept, gap))
    shares = sum(column.share for column in kept if not column.stages) or 1
    places = []
    left = margin
    for column, least in zip(kept, leasts, strict=True):
        wide = least if column.stages else least + free * column.share // shares
        places.append(ColumnPlace(column, left, min(wide, room)))
        left += wide + gap
    under = tuple(one.id for one in columns if one.under and one not in kept)
    return PlacedColumns(tuple(places), under)


def _needed(look: Look, columns: Sequence[ListColumn], gap: int) -> int:
    return sum(_least(look, column) for column in columns) + gap * (len(columns) - 1)


def _least(look: Look, column: ListColumn) -> int:
    return stage_marks_size(look).width() if column.stages else look.size(column.least)
