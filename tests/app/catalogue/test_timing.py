"""How long an exercise takes with so many people, against times worked out by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.exercise_entries import Groups, Pace, Step
from app.catalogue.timing import group_count, spoken_minutes, step_minutes, turn_seconds, turns

TRIOS = Groups(size=3, mix="units", writes="group", report=8)
CIRCLES = Groups(size=6, least=13, mix="units", writes="helper")


@pytest.mark.parametrize(
    ("groups", "people", "count"),
    [(None, 40, 1), (TRIOS, 6, 2), (TRIOS, 7, 3), (TRIOS, 40, 14), (CIRCLES, 12, 1),
     (CIRCLES, 13, 3), (CIRCLES, 18, 3)],
)  # fmt: skip
def test_groups_are_counted(groups: Groups | None, people: int, count: int) -> None:
    """As many as it takes for all, and one while people stay together."""
    assert group_count(groups, people) == count


@pytest.mark.parametrize(
    ("pace", "groups", "people", "expected"),
    [
        (Pace(each="person"), None, 18, 18),
        (Pace(each="member"), CIRCLES, 18, 6),
        (Pace(each="member"), CIRCLES, 12, 12),
        (Pace(each="group"), TRIOS, 18, 6),
        (Pace(each="group"), TRIOS, 40, 8),  # no more report
    ],
)
def test_turns_are_counted(pace: Pace, groups: Groups | None, people: int, expected: int) -> None:
    """Every person, every member of the largest group, or every group that reports."""
    assert turns(pace, groups, people) == expected


def test_a_turn_is_what_happens_in_it() -> None:
    """Talking, 70 words read (half a minute), two things typed, and the next one finding words."""
    assert turn_seconds(Pace(each="group", seconds=20, reads=70, types=2, handover=5)) == 71


def test_a_step_adds_up_its_turns() -> None:
    """Eighteen people at a minute each are eighteen minutes, and one to begin with."""
    pace = Pace(each="person", plus=60, seconds=55, handover=5)
    step = Step(id="round", minutes=19, does="talk", pace=pace)
    assert step_minutes(step, None, 18) == 19
    assert step_minutes(step, None, 6) == 7
    assert step_minutes(Step(id="see", minutes=4, does="talk"), None, 40) == 4


@given(st.integers(1, 200), st.integers(1, 200))
def test_more_people_never_take_less_time(one: int, other: int) -> None:
    """In no step, however people are grouped."""
    fewer, more = sorted((one, other))
    for each in ("person", "group"):
        step = Step(id="s", minutes=1, does="talk", pace=Pace(each=each, seconds=30))
        for groups in (None, TRIOS, CIRCLES):
            assert step_minutes(step, groups, fewer) <= step_minutes(step, groups, more)


def test_a_voice_says_140_words_a_minute() -> None:
    """Seventy words are half a minute."""
    assert spoken_minutes("word " * 70) == 0.5
