"""Notes on a ground: numbers that do not cover one another, cards that stay where they belong."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.workshop.ground_shapes import Area, lay_cards, lines_taken, spread_marks, tenths

GROUND = Area(0, 20, 500, 300)
PLACE = st.integers(0, 1000)


def test_a_place_is_a_point_of_the_ground() -> None:
    assert GROUND.at(0, 0) == (0, 320)
    assert GROUND.at(1000, 1000) == (500, 20)
    assert [tenths(place) for place in (0, 449, 1000)] == [0, 4, 10]


@given(st.lists(st.tuples(PLACE, PLACE), max_size=40))
def test_forty_marks_do_not_cover_one_another(places: list[tuple[int, int]]) -> None:
    marks = spread_marks([GROUND.at(*place) for place in places], 8, GROUND)
    assert len(marks) == len(places)
    for one, other in combinations(marks, 2):
        assert (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 >= 15.8**2
    assert all(8 <= x <= 492 and 28 <= y <= 312 for x, y in marks)


def test_a_mark_alone_lies_in_its_place() -> None:
    assert spread_marks([GROUND.at(500, 500)], 8, GROUND) == [(250, 170)]


def test_more_marks_than_there_is_room_for_are_all_there() -> None:
    assert len(spread_marks([(250.0, 170.0)] * 600, 8, GROUND)) == 600


@given(st.lists(st.tuples(PLACE, PLACE), max_size=12))
def test_cards_lie_in_their_part_side_by_side_or_not_at_all(
    places: list[tuple[int, int]],
) -> None:
    half = Area(250, 20, 250, 300)
    wanted = []
    for place in places:
        x, y = GROUND.at(*place)
        wanted.append((Area(x - 40, y - 15, 80, 30), half))
    laid = lay_cards(wanted, 4)
    if laid is None:
        assert len(places) > 1
        return
    for card in laid:
        assert half.left <= card.left
        assert card.right <= half.right
        assert half.top <= card.top
        assert card.bottom <= half.bottom
    assert not any(one.meets(other) for one, other in combinations(laid, 2))


def test_a_card_that_is_larger_than_its_part_has_no_room() -> None:
    assert lay_cards([(Area(0, 0, 600, 10), GROUND)], 4) is None


def test_a_long_word_takes_as_many_lines_as_it_needs() -> None:
    assert lines_taken("", 100, 10) == 1
    assert lines_taken("two words", 100, 10) == 1
    assert lines_taken("x" * 100, 100, 10) == 5
    assert lines_taken("many words of some length here", 50, 10) >= 3
