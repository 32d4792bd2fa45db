"""Where notes lie: whatever is on a board and however it came there."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from ui.parts.notes.column_layout import ColumnLayout
from ui.parts.notes.keyboard import Step, row_after
from ui.parts.notes.layout import Box, Layout, Measure, Placement, Strip
from ui.parts.notes.model import NoteItem

COLUMNS = ColumnLayout(least=100, widest=160, gap=8, padding=10, tall=90, margin=3)


def measure(item: NoteItem, width: int) -> int:
    """A line of 20 pixels for each 10 letters in 100 pixels."""
    return 20 + 20 * (len(item.text) * 10 // max(1, width))


def note(name: str, group: str = "", text: str = "") -> NoteItem:
    """A note."""
    return NoteItem(name, text or name, group=group)


def title(group: str) -> NoteItem:
    """The title of a group."""
    return NoteItem(group, group, group=group, title=True)


def laid(items: Sequence[NoteItem], width: int, layout: Layout = COLUMNS) -> Placement:
    """Items laid for the first time."""
    placement = Placement(layout, measure)
    placement.lay(items, width)
    return placement


def rects_of(placement: Placement) -> list[QRect]:
    """Where every item lies."""
    return [placement.rect(row) for row in range(placement.count)]


def boxes_of(placement: Placement) -> list[Box]:
    """The boxes of all groups."""
    return list(placement.boxes(0, placement.height))


def drawn_items(drawn: list[tuple[int, int, int]]) -> list[NoteItem]:
    """Notes and groups of some length, each with so many members (fewer than three: none)."""
    made: list[NoteItem] = []
    for name, length, members in drawn:
        if members < 3:
            made.append(note(f"n{name}", text="x" * length))
            continue
        made.append(title(f"g{name}"))
        made += [note(f"m{name}-{at}", f"g{name}", "y" * length) for at in range(members)]
    return made


drawings = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 60), st.integers(0, 5)),
    max_size=30,
    unique_by=lambda one: one[0],
)
boards = drawings.map(drawn_items)
widths = st.integers(60, 1400)


@given(boards, widths)
def test_nothing_overlaps_and_all_lies_within(items: list[NoteItem], width: int) -> None:
    """Whatever the notes and the width: notes apart from each other, groups in their boxes."""
    placement = laid(items, width)
    rects, boxes = rects_of(placement), {box.group: box.rect for box in boxes_of(placement)}
    assert len(rects) == len(items)
    for at, rect in enumerate(rects):
        assert not rect.isEmpty()
        assert rect.bottom() < placement.height
        assert rect.right() < max(width, COLUMNS.least + 2 * COLUMNS.margin)
        assert not any(rect.intersects(other) for other in rects[at + 1 :])
    for item, rect in zip(items, rects, strict=True):
        if item.group:
            assert boxes[item.group].contains(rect)
        else:
            assert not any(box.intersects(rect) for box in boxes.values())


@given(st.lists(st.tuples(boards, widths), min_size=2, max_size=5), st.booleans())
def test_laid_again_is_as_laid_for_the_first_time(
    states: list[tuple[list[NoteItem], int]], same_width: bool
) -> None:
    """However few of the items are looked at: what comes after some others lies as it would."""
    placement = Placement(COLUMNS, measure)
    before: list[NoteItem] = []
    for items, width in states:
        width = states[0][1] if same_width else width
        begin = end = 0
        most = min(len(before), len(items))
        while begin < most and before[begin] == items[begin]:
            begin += 1
        while end < most - begin and before[-1 - end] == items[-1 - end]:
            end += 1
        rects, boxes = rects_of(placement), boxes_of(placement)
        changed = placement.lay(items, width, begin, end)
        fresh = laid(items, width)
        assert rects_of(placement) == rects_of(fresh)
        assert boxes_of(placement) == boxes_of(fresh)
        assert placement.height == fresh.height
        if same_width:
            above = [rect for rect in rects if rect.bottom() < changed]
            assert above == rects_of(placement)[: len(above)]
            assert [box for box in boxes if box.rect.bottom() < changed] == [
                box for box in boxes_of(placement) if box.rect.bottom() < changed
            ]
        before = items


def test_one_more_is_measured_alone() -> None:
    """Whatever is on the board already: what stays where it is is not laid out again."""
    measured: list[str] = []

    def counting(item: NoteItem, width: int) -> int:
        measured.append(item.id)
        return measure(item, width)

    items = [note(f"{number:03}") for number in range(300)]
    placement = Placement(COLUMNS, counting)
    placement.lay(items, 700)
    measured.clear()
    placement.lay([*items, note("more")], 700, begin=300)
    assert "more" in measured
    assert set(measured) <= {"more", *(f"{number:03}" for number in range(290, 300))}


@given(boards.filter(bool), widths)
def test_arrows_reach_every_note(items: list[NoteItem], width: int) -> None:
    """Right goes through all in order; up and down never leave the board."""
    placement = laid(items, width)
    row, seen = 0, [0]
    for _ in items[1:]:
        row = row_after(placement, row, Step(across=1))
        seen.append(row)
    assert seen == list(range(len(items)))
    assert row_after(placement, row, Step(across=1)) == row
    assert row_after(placement, 0, Step(across=1, far=True)) == row
    assert row_after(placement, row, Step(across=-1, far=True)) == 0
    for start in range(len(items)):
        down, up = (row_after(placement, start, Step(down=way)) for way in (1, -1))
        assert down == start or placement.rect(down).top() > placement.rect(start).bottom()
        assert up == start or placement.rect(up).bottom() < placement.rect(start).top()


@given(boards.filter(bool), widths, st.integers(-50, 3000), st.integers(0, 500))
def test_what_is_in_sight_is_found(items: list[NoteItem], width: int, top: int, high: int) -> None:
    """Every note and box that reaches into a stretch of the board, and the note under a point."""
    placement = laid(items, width)
    rects = rects_of(placement)
    sight = QRect(0, top, 5000, high)
    rows, boxes = placement.rows(top, top + high), list(placement.boxes(top, top + high))
    assert all(row in rows for row, rect in enumerate(rects) if rect.intersects(sight))
    assert all(box in boxes for box in boxes_of(placement) if box.rect.intersects(sight))
    for row, rect in enumerate(rects):
        assert placement.item_at(rect.center()) == row
        assert placement.box_at(rect.center()) == items[row].group
    assert placement.item_at(QPoint(5, placement.height + 50)) == -1


def test_a_long_note_takes_more_columns() -> None:
    """Rather than a tower; and the widest note never more than there is."""
    short, long = rects_of(laid([note("a"), note("b", text="x" * 200)], 700))
    assert long.width() > short.width()
    assert long.width() <= 700
    assert laid([], 700).height == 0


class Corners:
    """A layout of another kind: all on one map, in its corners."""

    margin = gap = 0

    def strip(self, items: Sequence[NoteItem], first: int, width: int, measure: Measure) -> Strip:
        """The first item in a corner, the next in the one across, and so on."""
        rects = tuple(
            QRect(at % 2 * (width - 50), at // 2 * 300, 50, measure(item, 50))
            for at, item in enumerate(items[first:])
        )
        return Strip(rects, 600, depends=len(items) - first + 1)

    def smaller(self, share: float) -> "Corners":
        """A map is a map."""
        return self


def test_another_kind_brings_its_own_layout() -> None:
    """A map instead of an order: arrows lead to what lies nearest."""
    placement = laid([note("north-west"), note("north-east"), note("south-west")], 400, Corners())
    assert placement.rect(1) == QRect(350, 0, 50, 60)
    assert row_after(placement, 0, Step(down=1)) == 2
    assert row_after(placement, 2, Step(down=-1)) == 0
    assert placement.item_at(QPoint(10, 310)) == 2
    assert placement.height == 600
