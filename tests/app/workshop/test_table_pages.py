"""Tables for the back row."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from app.diagram import LEADING, Diagram, Label, Stroke
from app.workshop.table_pages import table_pages, told_pages

WIDE, HIGH, SIZE = 1728.0, 700.0, 44.0
HEADS = ("Topic", "How we are asked", "Answering time")
WORD = "wort" * 60


def texts(page: Diagram) -> list[str]:
    """What is written on a page."""
    return [shape.text for shape in page.shapes if isinstance(shape, Label)]


def bottom(page: Diagram) -> float:
    """The lowest line that is ruled."""
    return max(shape.y2 for shape in page.shapes if isinstance(shape, Stroke))


def rows_of(count: int, said: str = "A week") -> list[tuple[str, ...]]:
    """So many rows."""
    return [(f"Topic {number}", "A message to the coordinator", said) for number in range(count)]


@pytest.mark.parametrize("count", [1, 3, 18, 500])
def test_each_row_is_told_under_the_heads_in_its_order(count: int) -> None:
    pages = table_pages(HEADS, rows_of(count), WIDE, HIGH, SIZE)
    assert all(texts(page)[:3] == list(HEADS) for page in pages)
    assert all(bottom(page) <= HIGH for page in pages)
    told = [text for page in pages for text in texts(page) if text.startswith("Topic ")]
    assert list(dict.fromkeys(told)) == [row[0] for row in rows_of(count)]


def test_the_last_page_is_filled_with_rows_of_the_one_before() -> None:
    rows = rows_of(30)
    pages = table_pages(HEADS, rows, WIDE, HIGH, SIZE)
    assert len(texts(pages[-1])) == len(texts(pages[0]))
    assert rows[-1][0] in texts(pages[-1])


@pytest.mark.parametrize("said", [WORD, "كلمة طويلة " * 40, ""])
def test_what_never_ends_stays_on_its_page(said: str) -> None:
    pages = table_pages(HEADS, rows_of(4, said), WIDE, HIGH, SIZE)
    assert all(bottom(page) <= HIGH for page in pages)


@pytest.mark.parametrize("columns", [1, 2, 9])
def test_all_columns_have_room_beside_one_another(columns: int) -> None:
    rows = [tuple(f"Cell {at}" for at in range(columns))]
    (page,) = table_pages([f"Head {at}" for at in range(columns)], rows, WIDE, HIGH, SIZE)
    cells: Sequence[Label] = [shape for shape in page.shapes if isinstance(shape, Label)][columns:]
    for one, other in pairwise(cells):
        assert one.x + one.width < other.x
    assert cells[-1].x + cells[-1].width <= WIDE + 1


def test_a_thing_is_told_in_parts_over_pages() -> None:
    parts = [("There and then", "Relief"), ("Taken along", "A name to call")] * 8
    pages = told_pages("One help", parts, WIDE, HIGH, SIZE)
    assert len(pages) > 1
    assert texts(pages[0])[0] == "One help"
    told = [text for page in pages for text in texts(page)][1:]
    assert told == [text for part in parts for text in part]
    for page in pages:
        lowest = [shape for shape in page.shapes if isinstance(shape, Label)][-1]
        assert lowest.y + lowest.size * LEADING <= HIGH
