"""How many came over time, as a picture: each gathering at its day and as high as its people."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from app.community.attendance_diagram import (
    AttendanceSaid,
    Counted,
    attendance_diagram,
    counted_gatherings,
)
from app.community.gatherings import GatheringFields, gatherings_of, plan_gathering
from app.diagram import Box, Diagram, Dot, Label, Stroke
from app.library.library import Library
from tests.app.community.village import TODAY, found

SAID = AttendanceSaid(people="People who came", days="Day", day=date.isoformat)
START = date(2025, 9, 3)


def drawn(*came: int, days: int = 30) -> Diagram:
    """Gatherings so many days apart."""
    counted = [Counted(START + timedelta(days=days * at), one) for at, one in enumerate(came)]
    return attendance_diagram(counted, 500, 9, SAID)


def dots(diagram: Diagram) -> list[Dot]:
    """The gatherings of a picture."""
    return [one for one in diagram.shapes if isinstance(one, Dot)]


def said(diagram: Diagram) -> list[str]:
    """Its words."""
    return [one.text for one in diagram.shapes if isinstance(one, Label)]


def test_only_gatherings_at_which_somebody_was_counted(library: Library) -> None:
    """Not those that are planned, nor those of which nobody said how many came."""
    community = found(library)
    for days, held, came in ((-30, True, 5), (-60, True, 8), (-45, True, 0), (10, False, 0)):
        fields = GatheringFields(date=TODAY + timedelta(days=days), held=held, came=came)
        plan_gathering(library, community.id, fields)
    counted = counted_gatherings(gatherings_of(library.reader, community.id))
    assert counted == (
        Counted(TODAY - timedelta(days=60), 8),
        Counted(TODAY - timedelta(days=30), 5),
    )


def test_days_and_people_lie_as_they_are_apart() -> None:
    """Twice as many are twice as high over the line of nought."""
    first, second, third = dots(drawn(4, 8, 12))
    ground = max(one.y1 for one in drawn(4, 8, 12).shapes if isinstance(one, Stroke))
    assert second.x - first.x == pytest.approx(third.x - second.x)
    assert ground - second.y == pytest.approx(2 * (ground - first.y))
    assert ground - third.y == pytest.approx(3 * (ground - first.y))


def test_both_axes_say_what_they_count() -> None:
    words = said(drawn(4, 18))
    assert {"People who came", "Day", "0", "5", "20", "2025-09-03", "2025-10-03"} <= set(words)
    assert {"4", "18"} <= set(words), "each gathering has its number"


@pytest.mark.parametrize("most", [1, 2, 7, 19, 60, 450, 12_000])
def test_the_scale_has_few_lines_and_whole_numbers(most: int) -> None:
    diagram = drawn(1, most)
    numbers = [int(one.text) for one in diagram.shapes if isinstance(one, Label)
               and one.align == "right" and one.text.isdigit()]  # fmt: skip
    assert numbers[0] == 0
    assert len(numbers) <= 5
    assert numbers[-1] >= most
    assert all(0 <= one.y <= diagram.height for one in dots(diagram))


@pytest.mark.parametrize("number", [2, 12, 60, 300])
def test_however_many_there_are_no_number_lies_on_another(number: int) -> None:
    """The picture keeps its size; numbers for which there is no room are in the table."""
    diagram = drawn(*((at % 14) + 1 for at in range(number)), days=14)
    assert len(dots(diagram)) == number
    assert diagram.height < 200
    numbers = sorted(one.x for one in diagram.shapes if isinstance(one, Label) and one.strong)
    assert all(after - before >= 14 for before, after in pairwise(numbers))
    for shape in diagram.shapes:
        if isinstance(shape, Box | Label):
            assert shape.x >= 0
            assert shape.x + shape.width <= diagram.width + 0.01


def test_several_on_one_day() -> None:
    counted = [Counted(START, 4), Counted(START, 6)]
    assert len(dots(attendance_diagram(counted, 500, 9, SAID))) == 2


def test_of_one_gathering_there_is_no_picture() -> None:
    with pytest.raises(ValueError, match="more than one"):
        drawn(4)
