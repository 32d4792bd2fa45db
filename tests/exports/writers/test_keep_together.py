"""What stays with what follows it, and how tables share out their width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.diagram import Diagram
from exports.page import (
    Bullets,
    Figure,
    Heading,
    NewPage,
    Panel,
    Panels,
    Paragraph,
    Piece,
    Space,
    Span,
    Table,
    paragraph,
    spans,
)
from exports.writers.keep_together import goes_on, is_title, stays
from exports.writers.table_widths import TO_WRITE_IN, at_least, by_hand, column_widths

HEADING = Heading(2, "A part")
TABLE = Table(("Head",), (("row",),))
FIGURE = Figure(Diagram(10, 10, ()), "Nothing.", "", TABLE)
LIST = Bullets((spans("item"),))
PANELS = Panels((Panel("", ("line",)),))
STRONG = Paragraph((Span("A title", strong=True),))


@pytest.mark.parametrize(
    ("piece", "before", "following", "kept"),
    [
        (paragraph("over", "eyebrow"), None, HEADING, True),
        (paragraph("over", "eyebrow"), None, paragraph("body"), False),
        (paragraph("9:05", "small"), HEADING, TABLE, True),
        (paragraph("9:05", "small"), HEADING, FIGURE, True),
        (paragraph("9:05", "small"), HEADING, HEADING, True),
        (paragraph("9:05", "small"), paragraph("body"), TABLE, False),
        (paragraph("9:05", "small"), HEADING, None, False),
        (paragraph("Who?", "quote"), HEADING, TABLE, True),
        (paragraph("plain"), HEADING, TABLE, False),
        (paragraph("as follows:"), None, LIST, True),
        (paragraph("comme suit\u00a0:"), None, LIST, True),
        (paragraph("as follows:"), None, paragraph("body"), False),
        (STRONG, None, LIST, True),
        (STRONG, None, paragraph("body"), True),
        (STRONG, None, PANELS, True),
        (STRONG, None, HEADING, False),
        (Paragraph((Span("A ", strong=True), Span("half"))), None, LIST, False),
        (paragraph("do this"), None, paragraph("aloud", "say"), True),
        (paragraph("aloud", "say"), None, paragraph("more", "say"), False),
        (paragraph("aloud", "say"), None, paragraph("to close", "small"), True),
        (paragraph("aloud", "say"), None, paragraph("go on"), False),
        (LIST, HEADING, TABLE, False),
    ],
)
def test_what_announces_stays(
    piece: Piece, before: Piece | None, following: Piece | None, kept: bool
) -> None:
    pieces = [one for one in (before, piece, following) if one is not None]
    assert stays(pieces, 0 if before is None else 1) is kept


def test_empty_space_is_looked_past_but_not_the_end_of_a_page() -> None:
    small = paragraph("9:05", "small")
    assert stays((HEADING, Space(4), small, Space(4), TABLE), 2)
    assert not stays((HEADING, small, NewPage(), TABLE), 1)
    assert not stays((HEADING, NewPage(), small, TABLE), 2)


def test_a_block_opens_whole_up_to_the_first_thing_said_aloud() -> None:
    said = paragraph("aloud", "say")
    pieces = (HEADING, paragraph("what for"), paragraph("on the wall"), paragraph("do"), said)
    assert [stays(pieces, place) for place in range(1, 4)] == [True] * 3
    assert not stays((*pieces, paragraph("do"), paragraph("more"), said), 5)
    assert not stays((HEADING, paragraph("what for"), LIST, paragraph("do"), said), 1)
    assert not stays(pieces[:4], 1)


def test_what_comes_after_something_said_stands_off_from_it() -> None:
    said = paragraph("aloud", "say")
    assert goes_on(paragraph("do"), said)
    assert not goes_on(paragraph("to close", "small"), said)
    assert not goes_on(said, said)
    assert not goes_on(paragraph("do"), HEADING)


def test_a_title_is_a_paragraph_strong_from_end_to_end() -> None:
    assert is_title(STRONG)
    assert not is_title(paragraph("plain"))
    assert not is_title(HEADING)
    assert not is_title(None)


def test_columns_of_little_text_are_narrow() -> None:
    widths = column_widths([[30, 600, 90], [40, 500, 100]], 400)
    assert widths[0] == pytest.approx(42)
    assert widths[2] == pytest.approx(100)
    assert sum(widths) == pytest.approx(400)


def test_room_to_spare_goes_to_the_widest() -> None:
    assert column_widths([[50, 100]], 400) == pytest.approx([50, 350])


def test_the_longer_column_gets_more_where_that_saves_lines() -> None:
    # Two lines in equal columns of 100, one where the longer has what it needs.
    widths = column_widths([[150, 60, 60], [150, 60, 60]], 290)
    assert widths[0] >= 150


def test_no_word_is_broken_where_there_is_room() -> None:
    lengths, words = [[700, 300, 60], [600, 300, 50]], [40.0, 40.0, 60.0]
    widths = column_widths(lengths, 300, words)
    assert widths[2] >= 60
    assert sum(widths) == pytest.approx(300)
    # All a little too long: none has what another lacks.
    assert column_widths([[50] * 6 + [90]] * 3, 280, [46] * 7) == pytest.approx([40] * 7)


def test_where_words_have_no_room_the_longest_are_broken_first() -> None:
    lengths = [[700, 300, 60], [600, 300, 50]]
    widths = column_widths(lengths, 100, [20, 30, 60])
    assert widths[0] >= 20
    assert widths[1] >= 30
    widths = column_widths([[900, 90, 60]], 300, [900, 90, 60])
    assert widths[1] >= 90
    assert widths[2] >= 60
    assert sum(widths) == pytest.approx(300)


def test_one_long_cell_squeezes_nobody() -> None:
    # Eight sentences beside short cells: these stay on their line.
    lengths = [[35, 60, 60, 60], [60, 2400, 60, 60], [65, 45, 55, 50]]
    widths = column_widths(lengths, 430, [50, 60, 40, 60])
    assert [widths[at] >= need for at, need in ((0, 65), (2, 60), (3, 60))] == [True] * 3
    # Among sentences that all take two lines it takes more lines, and they no more.
    many = [[40, 50, 380]] * 8
    assert column_widths([*many, [40, 2400, 380]], 430)[2] >= 180


def test_given_widths_give_to_the_longest_word() -> None:
    assert at_least([50, 150, 60], [40, 80, 90]) == pytest.approx([46.25, 123.75, 90])
    assert at_least([100, 100], [30, 500]) == pytest.approx([30, 170])


def test_no_columns_no_widths() -> None:
    assert column_widths([], 400) == []


@given(st.lists(st.lists(st.floats(0, 5000), min_size=1, max_size=6), min_size=1, max_size=6))
def test_widths_always_fill_the_room(lengths: list[list[float]]) -> None:
    widths = column_widths(lengths, 480)
    assert len(widths) == max(map(len, lengths))
    assert sum(widths) == pytest.approx(480)
    assert min(widths) > 0


def test_a_row_is_by_hand_where_one_cell_is() -> None:
    assert by_hand(("Coordinator", TO_WRITE_IN))
    assert not by_hand(("Coordinator", "", " "))
