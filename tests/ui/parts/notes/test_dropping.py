"""Where a note let go would land: on another, in a group, or between two; each with its mark."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect

from ui.parts.notes.column_layout import ColumnLayout
from ui.parts.notes.dropping import Drop, Dropping
from ui.parts.notes.layout import Placement
from ui.parts.notes.model import NoteItem

COLUMNS = ColumnLayout(least=100, widest=160, gap=8, padding=10, tall=900, margin=3)
WIDTH = 400


def note(name: str, group: str = "") -> NoteItem:
    """A note."""
    return NoteItem(name, name, group=group)


def title(group: str) -> NoteItem:
    """The title of a group."""
    return NoteItem(group, group, group=group, title=True)


ITEMS = (title("g"), note("a", "g"), note("b", "g"), note("c"), note("d"), note("e"))


def laid(items: Sequence[NoteItem], width: int = WIDTH) -> Placement:
    """The items in columns; each is 60 pixels high."""
    placement = Placement(COLUMNS, lambda item, width: 60)
    placement.lay(items, width)
    return placement


def dropped(
    at: QPoint, *carried: str, items: Sequence[NoteItem] = ITEMS, width: int = WIDTH,
    gathers: bool = True,
) -> Drop:  # fmt: skip
    """What letting go of ``carried`` would do at a point."""
    dropping = Dropping(laid(items, width), items, width, COLUMNS.gap)
    return dropping.drop_at(at, carried, gathers=gathers)


def rect(name: str, items: Sequence[NoteItem] = ITEMS, width: int = WIDTH) -> QRect:
    """Where an item lies."""
    return laid(items, width).rect([item.id for item in items].index(name))


def test_the_middle_of_a_note_gathers_its_edges_order() -> None:
    """A ring is around what would be joined, a line in the gap where it would stand."""
    middle = dropped(rect("d").center(), "e")
    assert (middle.onto, middle.before, middle.ring) == ("d", "", rect("d"))
    assert middle.line.isNull()
    before = dropped(rect("d").topLeft() + QPoint(4, 20), "e")
    assert (before.onto, before.before) == ("", "d")
    assert before.ring.isNull()
    assert rect("c").right() < before.line.left() < before.line.right() < rect("d").left()
    after = dropped(rect("d").topRight() + QPoint(-4, 20), "c")
    assert (after.onto, after.before) == ("", "e")


def test_below_everything_is_the_end() -> None:
    """After the last note that is in no group."""
    end = dropped(QPoint(20, 2000), "c")
    assert (end.onto, end.group, end.before) == ("", "", "")
    assert end.line.left() > rect("e").right()


def test_in_a_box_a_note_joins_the_group_at_its_place() -> None:
    """On the title at the beginning, after its last note at the end, ringed as a whole."""
    first = dropped(rect("g").center(), "d")
    assert (first.group, first.before) == ("g", "a")
    assert first.ring.contains(rect("a"))
    last = dropped(rect("b").topRight() + QPoint(-2, 4), "d")
    assert (last.group, last.before) == ("g", "")
    inside = dropped(rect("b").topLeft() + QPoint(2, 4), "d")
    assert (inside.group, inside.before, inside.onto) == ("g", "b", "")


def test_a_note_is_not_gathered_with_itself_nor_where_nothing_is_gathered() -> None:
    """It is put in order instead."""
    assert dropped(rect("d").center() - QPoint(4, 0), "d").onto == ""
    alone = dropped(rect("d").center() - QPoint(4, 0), "e", gathers=False)
    assert (alone.onto, alone.before) == ("", "d")


def test_a_whole_group_joins_another_or_none() -> None:
    """On its own box, or on a single note, it stays a group."""
    two = (title("g"), note("a", "g"), title("h"), note("b", "h"), note("c"))
    assert dropped(rect("b", two).center(), "g", items=two).group == "h"
    assert dropped(rect("a", two).center(), "g", items=two) == Drop()
    assert dropped(rect("c", two).center(), "g", items=two) == Drop()


def test_notes_one_below_the_other_are_parted_by_lines_across() -> None:
    """Where only one stands in a row, above and below are before and after."""
    some, narrow = (note("c"), note("d")), 130
    above = dropped(rect("d", some, narrow).topLeft() + QPoint(50, 3), "c", items=some,
                    width=narrow)  # fmt: skip
    assert above.before == "d"
    assert above.line.width() > above.line.height()
    assert dropped(rect("d", some, narrow).center(), "c", items=some, width=narrow).onto == "d"
