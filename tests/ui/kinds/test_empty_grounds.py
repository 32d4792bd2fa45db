"""What the wall shows of a ground on which nothing lies yet: its words, to be told one by one."""

import pytest

from app.diagram import Label
from app.workshop.ground_shapes import lines_taken
from app.workshop.planning import add_exercise
from tests.ui.fitting import settle
from tests.ui.kinds.room import Room


@pytest.mark.parametrize(
    ("exercise", "words"),
    [
        ("near-without-steering", ("↑ close by", "Near, without steering", "Left alone")),
        ("our-road-so-far", ("the beginning", "Firsts", "Absences")),
    ],
)
def test_an_empty_ground_is_on_the_wall_with_its_words(
    room: Room, exercise: str, words: tuple[str, ...]
) -> None:
    """A facilitator shows and names it before anybody writes."""
    add_exercise(room.library, room.house.hearth.catalogue, room.workshop, exercise)
    settle()
    room.go_to(exercise)
    pages = room.picture().pages
    assert pages is not None
    (page,) = pages(1400, 700, 40, lines_taken)
    said = "\n".join(shape.text for shape in page.shapes if isinstance(shape, Label))
    assert all(word in said for word in words)
