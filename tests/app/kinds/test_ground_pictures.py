"""The pictures of a matrix and of a journey, over pages: everything is on them once, in place."""

from hypothesis import given
from hypothesis import strategies as st

from app.diagram import Box, Diagram, Dot, Label, Stroke
from app.kinds.journey.diagram import Kind, Moment, journey_pages
from app.kinds.journey.setup import JourneyWords
from app.kinds.matrix.diagram import matrix_pages, with_numbers
from app.kinds.matrix.setup import READINGS, Axes, AxisWords
from app.workshop.ground_pages import Placed
from app.workshop.ground_shapes import lines_taken

AXES = Axes(
    AxisWords(name="energy", low="push", high="pull"),
    AxisWords(name="people", low="few", high="many"),
    {one: one.upper() for one in READINGS},
)
ENDS = JourneyWords(begins="then", ends="now", low="low", high="high")
KINDS = (Kind("Firsts", "green"), Kind("Absences", "rose", missing=True))
LONG = "Donaudampfschifffahrtsgesellschaft" * 6
PLACE = st.integers(0, 1000)
BODY = (1700.0, 640.0, 44.0)


def labels(*pages: Diagram) -> list[str]:
    """Every text that is drawn, in order."""
    return [shape.text for page in pages for shape in page.shapes if isinstance(shape, Label)]


def cards(page: Diagram) -> list[Box]:
    """The notes drawn as cards."""
    return [shape for shape in page.shapes if isinstance(shape, Box) and shape.fill]


def in_sight(page: Diagram) -> bool:
    """Whether nothing is drawn beyond the page."""
    for shape in page.shapes:
        if isinstance(shape, Box) and not (
            shape.x >= -1
            and shape.y >= -1
            and shape.x + shape.width <= page.width + 1
            and shape.y + shape.height <= page.height + 1
        ):
            return False
        if isinstance(shape, Dot) and not (
            -1 <= shape.x <= page.width + 1 and -1 <= shape.y <= page.height + 1
        ):
            return False
    return True


def pages_of(notes: list[Placed], *waiting: str) -> list[Diagram]:
    """A matrix on a wall."""
    return matrix_pages(AXES, notes, ("To place", waiting), *BODY, lines_taken)


def test_few_notes_are_cards_that_can_be_read_where_they_lie() -> None:
    notes = [Placed("top right", 990, 990), Placed("bottom left", 0, 0), Placed("middle", 499, 499)]
    (page,) = pages_of(notes)
    assert set(labels(page)) >= {"top right", "bottom left", "middle", "BOTH"}
    right, left, middle = cards(page)
    assert right.x > BODY[0] / 2 > left.x + left.width
    assert middle.x + middle.width <= BODY[0] / 2, "it lies whole in its reading"
    assert in_sight(page)


@given(st.lists(st.tuples(PLACE, PLACE), min_size=25, max_size=60), st.integers(0, 9))
def test_many_are_numbers_beside_the_words_each_once(
    places: list[tuple[int, int]], waiting: int
) -> None:
    notes = [Placed(f"note {at}.", x, y) for at, (x, y) in enumerate(places)]
    pages = pages_of(notes, *(f"waiting {at}." for at in range(waiting)))
    said = labels(*pages)
    for text in (*(one.text for one in notes), *(f"waiting {at}." for at in range(waiting))):
        assert said.count(text) == 1
    for number in range(1, len(notes) + 1):
        assert said.count(str(number)) == 2, "on the ground and in the list"
    assert said.count("To place") == bool(waiting)
    assert all(in_sight(page) for page in pages)


def test_words_too_long_for_a_card_stand_beside_the_ground() -> None:
    (page,) = pages_of([Placed(LONG, 500, 500)])
    assert labels(page).count("1") == 2
    assert LONG in labels(page)


def test_on_paper_the_first_hundred_have_numbers() -> None:
    notes = [Placed("x", at % 1001, at * 7 % 1001) for at in range(500)]
    picture = with_numbers(AXES, notes, 500, 340, 9)
    assert {text for text in labels(picture) if text.isdigit()} == {
        str(number) for number in range(1, 101)
    }
    dots = [shape for shape in picture.shapes if isinstance(shape, Dot)]
    assert len(dots) == 500


def test_a_number_never_leaves_its_reading_however_many_there_are() -> None:
    notes = [Placed("x", 501, 501)] * 30 + [Placed("y", 499, 499)] * 30
    picture = with_numbers(AXES, notes, 500, 340, 9)
    dots = [shape for shape in picture.shapes if isinstance(shape, Dot)]
    middle = next(
        shape.y1 for shape in picture.shapes if isinstance(shape, Stroke) and shape.y1 == shape.y2
    )
    assert all(dot.x > 250 and dot.y < middle for dot in dots[:30])
    assert all(dot.x < 250 and dot.y > middle for dot in dots[30:])


def moments(number: int) -> list[Moment]:
    """So many moments, close together."""
    return [
        Moment(f"moment {at}.", at * 1000 // max(1, number), at * 137 % 1001, "green")
        for at in range(number)
    ]


def road(found: list[Moment]) -> list[Diagram]:
    """A journey on a wall."""
    return journey_pages(ENDS, KINDS, found, *BODY, lines_taken)


def test_three_moments_lie_where_they_were_put() -> None:
    found = [Moment(f"at {x}", x, 500, "green") for x in (0, 500, 1000)]
    (page,) = road(found)
    first, second, third = cards(page)[len(KINDS) :]
    assert first.x < second.x < third.x
    assert in_sight(page)
    assert {"Firsts", "Absences", "then", "now →", "↑ high", "↓ low"} <= set(labels(page))


@given(st.integers(8, 120))
def test_a_long_road_is_told_over_pages_in_its_order(number: int) -> None:
    found = moments(number)
    pages = road(found)
    told = [text for text in labels(*pages) if text.startswith("moment")]
    assert told == [one.text for one in found]
    assert all(in_sight(page) for page in pages)


def test_the_line_goes_on_from_page_to_page() -> None:
    pages = road(moments(14))
    assert len(pages) > 2
    ends = []
    for page in pages:
        strokes = [one for one in page.shapes if isinstance(one, Stroke) and one.line > 6]
        drawn = [one for one in strokes if one.colour == "put-to-work"]
        ends.append((drawn[0].x1, drawn[-1].x2))
    assert [left == 0 for left, _ in ends] == [False, *[True] * (len(pages) - 1)]
    assert all(right == BODY[0] for _, right in ends[:-1])


def test_a_very_long_moment_stays_on_its_page() -> None:
    assert all(in_sight(page) for page in road([Moment(LONG, 500, 1000, "rose")] * 3))
