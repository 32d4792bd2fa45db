"""Agendas that fit the time there is: shortened in proportion, never below what is proposed."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.agenda_fit import fitted_minutes, fitting_agendas, most_planned, share
from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.resources import resources_folder


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """What Hearth brings along."""
    return load_catalogue(resources_folder())


@pytest.mark.parametrize(
    ("minutes", "first"),
    [
        (60, "one-hour-launch"),
        (90, "one-hour-launch"),
        (180, "one-hour-launch"),
        (210, "half-day-launch"),
        (270, "half-day-launch"),
        (450, "one-day-launch"),
    ],
)
def test_the_longest_agenda_that_fits_comes_first(
    catalogue: Catalogue, minutes: int, first: str
) -> None:
    assert fitting_agendas(catalogue, "launch", minutes)[0].id == first


def test_nothing_fits_in_too_little_or_for_another_purpose(catalogue: Catalogue) -> None:
    assert fitting_agendas(catalogue, "launch", 30) == []
    assert fitting_agendas(catalogue, "closing", 450) == []


@given(minutes=st.integers(15, 600))
def test_each_block_keeps_at_least_its_shortest(catalogue: Catalogue, minutes: int) -> None:
    """And what is left over of the time is at least a tenth, as proposed."""
    for agenda in catalogue.agendas:
        lengths = fitted_minutes(catalogue, agenda, minutes)
        shortest = [
            catalogue.exercise(block.exercise).minutes.short if block.exercise else block.minutes
            for block in agenda.blocks
        ]
        if lengths is None:
            assert sum(shortest) > most_planned(minutes)
            continue
        assert sum(lengths) == min(agenda.planned_minutes, most_planned(minutes))
        for length, least, block in zip(lengths, shortest, agenda.blocks, strict=True):
            assert least <= length <= block.minutes


def test_what_is_taken_is_taken_in_proportion(catalogue: Catalogue) -> None:
    """From what each exercise can give; breaks give nothing."""
    agenda = catalogue.agenda("half-day-launch")
    lengths = fitted_minutes(catalogue, agenda, 240)
    assert lengths is not None
    over = agenda.planned_minutes - most_planned(240)
    gives = {
        at: block.minutes - catalogue.exercise(block.exercise).minutes.short
        for at, block in enumerate(agenda.blocks)
        if block.exercise
    }
    for at, block in enumerate(agenda.blocks):
        due = gives.get(at, 0) * over / sum(gives.values())
        assert abs(block.minutes - lengths[at] - due) < 1


def test_each_length_of_a_launch_has_an_agenda_of_its_own(catalogue: Catalogue) -> None:
    """An hour, a morning, a day: real exercises, a real end."""
    ends = {
        agenda.id: timedelta(minutes=agenda.first_minute + agenda.planned_minutes)
        for agenda in catalogue.agendas
    }
    assert ends["one-hour-launch"] <= timedelta(hours=9, minutes=54)
    assert ends["half-day-launch"] == timedelta(hours=12)
    assert ends["one-day-launch"] <= timedelta(hours=16)


@given(
    st.lists(st.tuples(st.integers(1, 120), st.integers(0, 60)), max_size=12), st.integers(0, 300)
)
def test_whole_minutes_are_shared_out_in_proportion(
    drawn: list[tuple[int, int]], amount: int
) -> None:
    """All that is asked for, as far as there is room, and of nobody more than they have."""
    minutes, room = [one for one, _ in drawn], [min(pair) for pair in drawn]
    taken = share(minutes, room, amount)
    assert sum(taken) == min(amount, sum(room))
    assert all(0 <= one <= most for one, most in zip(taken, room, strict=True))
    for at, one in enumerate(taken):
        for other, two in enumerate(taken):
            if one < room[at]:
                # Who still has room gave at least their part, but for less than a minute.
                assert (one + 1) * minutes[other] > (two - 1) * minutes[at]
