"""Pulses over the years: each time what it may tell, and nothing else; the picture of them."""

from datetime import date
from itertools import pairwise
from statistics import median_low, quantiles

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.diagram import Box, Dot, Label, Stroke
from app.kinds.pulse.years import Answers, PulseYears, pulse_glance, pulse_years
from app.kinds.pulse.years_diagram import PulseYearsSaid, pulse_years_diagram
from app.workshop.spread import ENOUGH, LEAST, UNKNOWN, middle_of, spread_of
from tests.app.kinds.launch import Launch
from tests.pulses import take_pulse

SAID = PulseYearsSaid("Years", "Answered", "few", "middle", "half", "low", "high")
ANSWERED = st.lists(st.sampled_from(("1", "2", "3", "4", "5", UNKNOWN)), max_size=40)


def read(launch: Launch, audience: str = "facilitator") -> tuple[PulseYears, ...]:
    """The pulses of the launch's community."""
    return pulse_years(launch.library.reader, launch.workshop.community, audience)


def take(launch: Launch, catalogue: Catalogue, day: date, answers: str, **more: str) -> None:
    """A pulse, each letter one person's answer to everything."""
    people = [UNKNOWN if one == "?" else one for one in answers]
    community = launch.workshop.community
    take_pulse(launch.library, catalogue, community, day, people, **more)  # type: ignore[arg-type]


@settings(max_examples=300)
@given(ANSWERED)
def test_middles_and_quartiles_are_those_of_the_statistics_module(answers: list[str]) -> None:
    """The lower median; and of the quartiles, with both ends counted in, the answers that
    enclose them. Never of fewer than three, or seven, and those who do not know are none."""
    counts = {one: answers.count(one) for one in set(answers)}
    known = sorted(int(one) for one in answers if one != UNKNOWN)
    middle, spread = middle_of(counts), spread_of(counts)
    assert (middle is None) == (len(known) < LEAST)
    assert (spread is None) == (len(known) < ENOUGH)
    if middle is not None:
        assert middle == median_low(known)
    if spread is not None:
        low, _, high = quantiles(known, n=4, method="inclusive")
        assert spread.low == max(one for one in known if one <= low)
        assert spread.high == min(one for one in known if one >= high)


def test_each_time_is_told_by_its_day(launch: Launch, catalogue: Catalogue) -> None:
    """The earliest first, however late it was typed in; of seven the spread as well."""
    take(launch, catalogue, date(2026, 3, 1), "2344455")
    take(launch, catalogue, date(2025, 3, 1), "223")
    (found,) = read(launch)
    assert [one.day for one in found.taken] == [date(2025, 3, 1), date(2026, 3, 1)]
    assert [one.answered for one in found.taken] == [3, 7]
    first = found.statements[0]
    assert found.taken[0].told(first) == Answers(2, None)
    assert found.taken[1].told(first).middle == 4
    glance = pulse_glance(launch.library.reader, launch.workshop.community)
    assert (glance.number, glance.last) == (2, date(2026, 3, 1))


@pytest.mark.parametrize("answers", ["", "5", "15", "12????", "5?"])
def test_nothing_is_told_of_fewer_than_three(
    launch: Launch, catalogue: Catalogue, answers: str
) -> None:
    """Neither an answer nor, where they were fewer than three, how many people answered."""
    take(launch, catalogue, date(2026, 3, 1), answers)
    for found in read(launch):
        (pulse,) = found.taken
        assert pulse.answered is None or pulse.answered == len(answers) >= LEAST
        assert set(pulse.answers.values()) <= {Answers()}


def test_an_open_pulse_is_nobodys_to_see(launch: Launch, catalogue: Catalogue) -> None:
    community = launch.workshop.community
    take_pulse(launch.library, catalogue, community, date(2026, 3, 1), ["3"] * 9, closed=False)
    assert read(launch) == ()
    assert pulse_glance(launch.library.reader, community).number == 0


def test_readers_get_what_is_marked_for_them(launch: Launch, catalogue: Catalogue) -> None:
    take(launch, catalogue, date(2025, 3, 1), "333", audience="facilitator")
    take(launch, catalogue, date(2026, 3, 1), "444", audience="community")
    assert [len(one.taken) for one in read(launch)] == [2]
    (found,) = read(launch, "community")
    assert [one.day for one in found.taken] == [date(2026, 3, 1)]
    assert read(launch, "organization") == ()


def test_each_exercise_has_years_of_its_own(launch: Launch, catalogue: Catalogue) -> None:
    """The one asked last comes first."""
    take(launch, catalogue, date(2025, 3, 1), "333")
    take(launch, catalogue, date(2026, 3, 1), "444", exercise="five-ways-to-fail")
    assert [one.recipe.exercise for one in read(launch)] == [
        "five-ways-to-fail",
        "taking-the-pulse",
    ]


def picture(found: PulseYears) -> tuple[list[Dot], list[Box], list[Stroke], list[str]]:
    """The marks of one statement's row, and what is written anywhere."""
    rows = [(found.statements[0], "A statement")]
    shapes = pulse_years_diagram(found.taken, rows, 500, 9, SAID).shapes
    legend = 1
    dots = [one for one in shapes if isinstance(one, Dot)][:-legend]
    boxes = [one for one in shapes if isinstance(one, Box)][:-legend]
    joined = [one for one in shapes if isinstance(one, Stroke) and one.colour == "put-to-work"]
    return dots, boxes, joined, [one.text for one in shapes if isinstance(one, Label)]


def test_one_pulse_draws_no_line(launch: Launch, catalogue: Catalogue) -> None:
    take(launch, catalogue, date(2026, 3, 1), "2344455")
    dots, boxes, joined, written = picture(read(launch)[0])
    assert (len(dots), len(boxes), joined) == (1, 1, [])
    assert "7" in written


def test_no_line_goes_over_a_time_that_is_not_told(launch: Launch, catalogue: Catalogue) -> None:
    """And no number of one or two is written."""
    for year, answers in ((2022, "333"), (2023, "44"), (2024, "555"), (2025, "555")):
        take(launch, catalogue, date(year, 3, 1), answers)
    dots, boxes, joined, written = picture(read(launch)[0])
    assert (len(dots), len(boxes), len(joined)) == (3, 0, 1)
    assert "2" not in written
    assert written.count("–") == 1


def test_thirty_pulses_stand_apart(launch: Launch, catalogue: Catalogue) -> None:
    """Also where several were taken on one day."""
    for number in range(30):
        take(launch, catalogue, date(2020 + number // 6, 1 + number // 3 % 2, 3), "3334444")
    dots, _, joined, _ = picture(read(launch)[0])
    places = [one.x for one in dots]
    assert len(places) == 30
    assert len(joined) == 29
    assert all(b - a > 2 * dots[0].radius for a, b in pairwise(places))


def test_a_statement_that_was_worded_otherwise_says_so(
    launch: Launch, catalogue: Catalogue
) -> None:
    """With the last day on which it was: it was not quite the same question."""
    take(launch, catalogue, date(2024, 3, 1), "333")
    take(launch, catalogue, date(2025, 3, 1), "333")
    found = read(launch)[0]
    first = found.statements[0]
    now = found.wording(first, "en")
    assert found.other_wordings(first, "en") == ()
    old = msgspec.structs.replace(found.taken[0], recipe=reworded(found.taken[0].recipe, first))
    assert PulseYears((old, found.taken[1])).other_wordings(first, "en") == (
        (date(2024, 3, 1), "Why we meet is clear to me"),
    )
    assert PulseYears((old, found.taken[1])).wording(first, "en") == now


def reworded(recipe: Recipe, statement: str) -> Recipe:
    """A recipe whose statement (its id) says something else in English."""
    english = recipe.words["en"]
    setup = msgspec.to_builtins(english.setup)
    setup["statements"][statement] = "Why we meet is clear to me"
    words = {**recipe.words, "en": msgspec.structs.replace(english, setup=setup)}
    return msgspec.structs.replace(recipe, words=words)
