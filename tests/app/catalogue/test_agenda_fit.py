"""Agendas fitted to any time and any number of people, by each exercise's own arithmetic."""

from datetime import timedelta

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.agenda_entries import Agenda, AgendaBlock
from app.catalogue.agenda_fit import (
    asked_minutes,
    fit_agenda,
    fitted_minutes,
    kept_starts,
    minute_of,
    most_planned,
    share,
)
from app.catalogue.exercise_entries import Minutes, Pace, People
from app.catalogue.load import load_catalogue
from app.resources import resources_folder
from tests.app.workshop.made_agendas import made_agenda

CATALOGUE = load_catalogue(resources_folder())


@st.composite
def agendas(draw: st.DrawFn) -> Agenda:
    """Exercises of the catalogue, some in two parts, with meals between; some of it optional."""
    blocks: list[AgendaBlock] = []
    several = st.lists(st.sampled_from(range(len(CATALOGUE.exercises))), max_size=7, unique=True)
    for entry in (CATALOGUE.exercises[at] for at in draw(several)):
        minutes = draw(st.integers(entry.minutes.short, entry.minutes.long))
        steps = tuple(step.id for step in entry.steps)
        cut = draw(st.integers(0, len(steps) - 1))
        if cut and minutes > 1:
            first = draw(st.integers(1, minutes - 1))
            for length, some in ((first, steps[:cut]), (minutes - first, steps[cut:])):
                blocks.append(AgendaBlock(exercise=entry.id, minutes=length, steps=some))
        else:
            optional = draw(st.booleans())
            blocks.append(AgendaBlock(exercise=entry.id, minutes=minutes, optional=optional))
        if draw(st.booleans()):
            at = draw(st.none() | st.integers(8, 18))
            starts = None if at is None else f"{at:02d}:00"
            blocks.append(AgendaBlock(interlude="lunch", minutes=30, starts=starts))
    blocks.append(AgendaBlock(interlude="goodbye", minutes=5))
    return made_agenda(blocks, people=draw(st.integers(4, 40)), least=1, most=100)


@given(agendas(), st.integers(15, 600), st.integers(0, 120))
def test_every_minute_is_accounted_for(agenda: Agenda, minutes: int, people: int) -> None:
    """A tenth stays free, or it is said how much is too much; only what is optional is left out."""
    fit = fit_agenda(CATALOGUE, agenda, minutes, people)
    assert fit.planned <= most_planned(minutes) + fit.over
    assert [one.block for one in fit.blocks] == list(agenda.blocks)
    assert all(one.optional for one in fit.left_out)
    asked = asked_minutes(CATALOGUE, agenda, people)
    for one, most in zip(fit.blocks, asked, strict=True):
        assert one.minutes <= most
        if one.block.exercise is None and not one.block.optional:
            assert one.minutes == one.block.minutes
    if fit.over:
        assert fitted_minutes(CATALOGUE, agenda, minutes, people) is None
        assert not any(one.block.optional and one.minutes for one in fit.blocks)
        assert fit.planned == most_planned(minutes) + fit.over
    if sum(asked) <= most_planned(minutes):
        assert tuple(one.minutes for one in fit.blocks) == asked


@given(agendas(), st.integers(15, 600), st.integers(0, 120))
def test_no_exercise_leaves_its_own_limits(agenda: Agenda, minutes: int, people: int) -> None:
    """In however many parts it stands."""
    fit = fit_agenda(CATALOGUE, agenda, minutes, people)
    for entry in CATALOGUE.exercises:
        parts = [one.minutes for one in fit.blocks if one.block.exercise == entry.id]
        if parts and all(parts):
            # Parts have whole minutes: each may round its share of the limits.
            assert entry.minutes.short <= sum(parts) + len(parts) - 1
            assert sum(parts) <= entry.minutes.long + len(parts) - 1


@given(agendas(), st.integers(15, 600), st.integers(4, 40))
def test_more_time_is_never_worse(agenda: Agenda, minutes: int, people: int) -> None:
    """It leaves no more out and is no more too long."""
    less = fit_agenda(CATALOGUE, agenda, minutes, people)
    more = fit_agenda(CATALOGUE, agenda, minutes + 60, people)
    assert len(more.left_out) <= len(less.left_out)
    assert more.over <= less.over


def test_more_people_ask_for_more_where_each_has_a_turn() -> None:
    """A round in which everybody speaks; within its own limits."""
    entry = CATALOGUE.exercises[0]
    everybody = Pace(each="person", seconds=60, plus=60)
    steps = (msgspec.structs.replace(entry.steps[0], pace=everybody),)
    people_, minutes = People(least=4, most=40), Minutes(short=12, usual=20, long=30)
    entry = msgspec.structs.replace(entry, steps=steps, people=people_, minutes=minutes)
    catalogue = msgspec.structs.replace(CATALOGUE, exercises=(entry,))
    agenda = made_agenda((AgendaBlock(exercise=entry.id, minutes=19),))
    lengths = {n: asked_minutes(catalogue, agenda, n)[0] for n in range(1, 60)}
    assert list(lengths.values()) == sorted(lengths.values())
    assert {n: lengths[n] for n in (4, 12, 18, 24, 40)} == {4: 12, 12: 13, 18: 19, 24: 25, 40: 30}
    # What it can do with at least grows with them: nobody speaks in half a minute.
    short = {n: fit_agenda(catalogue, agenda, 13, n).planned for n in (6, 18, 24)}
    assert short == {6: 12, 18: 12, 24: 16}


@given(agendas(), st.integers(15, 600), st.integers(0, 23 * 60))
def test_a_fixed_start_is_kept_only_where_it_can_be(
    agenda: Agenda, minutes: int, first: int
) -> None:
    """Never before what precedes it is over, nor so late that the rest has no time."""
    fit = fit_agenda(CATALOGUE, agenda, minutes)
    clock = first
    for one, starts in zip(fit.blocks, kept_starts(fit, first), strict=True):
        if starts is not None:
            assert starts == minute_of(one.block)
            assert clock <= starts
            clock = starts
        clock += one.minutes
    assert clock <= first + max(minutes, fit.planned)


def test_what_is_optional_goes_last_first_and_the_others_have_their_time_back() -> None:
    """Shortened as far as they go, then one block less, and the rest as long as there is time."""
    entry = CATALOGUE.exercise("hopes-and-fears")
    long, short = entry.minutes.long, entry.minutes.short
    agenda = made_agenda(
        (
            AgendaBlock(exercise=entry.id, minutes=long),
            AgendaBlock(interlude="welcome", minutes=10, optional=True),
            AgendaBlock(interlude="goodbye", minutes=10, optional=True),
        )
    )
    for minutes in range(20, 120):
        most = most_planned(minutes)
        if most >= long + 20:
            wanted: tuple[int, ...] | None = (long, 10, 10)
        elif most >= short + 20:
            wanted = (most - 20, 10, 10)
        elif most >= short + 10:
            wanted = (most - 10, 10, 0)
        else:
            wanted = (most, 0, 0) if most >= short else None
        assert fitted_minutes(CATALOGUE, agenda, minutes) == wanted


def test_an_agenda_for_as_many_as_it_is_for_stands_as_it_is_written() -> None:
    """Whatever the catalogue has: in its own time, it fits."""
    for agenda in CATALOGUE.agendas:
        fit = fit_agenda(CATALOGUE, agenda, agenda.minutes, agenda.people)
        assert not fit.over
        assert fit.planned == agenda.planned_minutes
        assert timedelta(minutes=agenda.first_minute + fit.planned) <= timedelta(hours=24)


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
