"""Which renewal comes first: a table of what is known, and what is proposed for it and why."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.renewal.proposal import ORDER, Reason, RenewalFacts, order_agendas

MARCH = date(2026, 3, 1)

CASES = (
    (RenewalFacts(), "renewal-morning", ()),
    (RenewalFacts(charter_age=420), "renewal-morning", (Reason(code="charter-age", n=14),)),
    (
        RenewalFacts(trial_over=9, years=1, members=9, came=2, since="launch"),
        "renewal-morning",
        (Reason(code="trial-over", n=9), Reason(code="anniversary", n=1)),
    ),
    (
        RenewalFacts(renew_on=MARCH, members=9, came=2),
        "renewal-morning",
        (Reason(code="renew-on", day=MARCH),),
    ),
    (
        RenewalFacts(charter_age=800, years=2, parked=11),
        "renewal-day",
        (
            Reason(code="charter-age", n=26),
            Reason(code="anniversary", n=2),
            Reason(code="parked", n=11),
        ),
    ),
    (
        RenewalFacts(terms=3, ending=2, ends_by=MARCH, charter_age=400),
        "renewal-after-a-departure",
        (Reason(code="terms-end", n=2, of=3, day=MARCH),),
    ),
    (
        RenewalFacts(coordinator_gone=40, silent=70, trial_over=3),
        "renewal-after-a-departure",
        (Reason(code="coordinator-gone", n=40),),
    ),
    (
        RenewalFacts(sponsor_gone=30),
        "renewal-after-a-departure",
        (Reason(code="sponsor-gone", n=30),),
    ),
    (
        RenewalFacts(members=18, came=7, since="launch", years=1),
        "renewal-with-many-newcomers",
        (Reason(code="came-since-launch", n=7, of=18),),
    ),
    (
        RenewalFacts(silent=95, fell=3, charter_age=400),
        "renewal-when-tired",
        (Reason(code="pulse-fell", n=3), Reason(code="silent", n=95)),
    ),
    (
        RenewalFacts(not_asked=3, views_late=1, charter_age=500),
        "renewal-for-a-voice",
        (Reason(code="not-asked", n=3), Reason(code="views-late", n=1)),
    ),
    (
        RenewalFacts(spread=3, reservations=2, charter_age=400),
        "renewal-after-conflict",
        (Reason(code="spread", n=3), Reason(code="reservations", n=2)),
    ),
    (
        RenewalFacts(spread=1, reservations=2),
        "renewal-morning",
        (Reason(code="reservations", n=2),),
    ),
)  # fmt: skip


@pytest.mark.parametrize(("facts", "first", "reasons"), CASES)
def test_the_first_one_with_its_reasons(
    facts: RenewalFacts, first: str, reasons: tuple[Reason, ...]
) -> None:
    best = order_agendas(facts)[0]
    assert (best.agenda, best.reasons) == (first, reasons)


def test_each_of_the_seven_can_come_first(catalogue: Catalogue) -> None:
    """And the seven are all the renewals there are."""
    assert {first for _, first, _ in CASES} == set(ORDER)
    assert {one.id for one in catalogue.agendas if one.purpose == "renewal"} == set(ORDER)


def test_one_newcomer_gets_no_day_of_their_own() -> None:
    """Each question would have a face."""
    ranked = order_agendas(RenewalFacts(members=3, came=1, since="launch"))
    assert not any(one.reasons for one in ranked)


def test_silence_of_a_few_weeks_speaks_for_nothing() -> None:
    assert not any(one.reasons for one in order_agendas(RenewalFacts(silent=40, fewer=10)))


@given(
    st.builds(
        RenewalFacts,
        terms=st.integers(0, 9),
        ending=st.integers(0, 9),
        members=st.integers(0, 60),
        came=st.integers(0, 60),
        silent=st.none() | st.integers(0, 900),
        charter_age=st.none() | st.integers(0, 2000),
        spread=st.none() | st.integers(0, 4),
        parked=st.integers(0, 30),
    )
)
def test_all_seven_are_proposed_once_whatever_is_known(facts: RenewalFacts) -> None:
    """Those for which nothing speaks come after those for which something does, but the morning."""
    ranked = order_agendas(facts)
    assert sorted(one.agenda for one in ranked) == sorted(ORDER)
    for one, after in pairwise(ranked):
        if after.reasons and one.agenda != "renewal-morning":
            assert one.reasons


def test_what_people_do_in_each_part_of_a_renewal_is_said(catalogue: Catalogue) -> None:
    """But for what opens the day; no group comes back once another has begun."""
    for agenda in catalogue.agendas:
        if agenda.purpose != "renewal":
            continue
        opens, ours = "what-leaves-this-room", ("remember", "look", "choose", "promise")
        groups = [one.group for one in agenda.blocks if one.exercise not in {None, opens}]
        assert all(groups), agenda.id
        places = [ours.index(one) for one in groups if one]
        assert places == sorted(places), agenda.id
