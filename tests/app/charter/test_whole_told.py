"""The whole of a charter as it is told: nothing from which one or two people's position follows."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import AgreementRule
from app.charter.agreement_rules import ChosenRule
from app.charter.consent import Consent, against_rule, as_told
from app.charter.people_asked import PeopleAsked
from app.charter.versions import Agreement
from app.charter.whole_told import POSITIONS, by_place, whole_told
from app.workshop.rounds import STANCES
from app.workshop.spread import Place, places_of
from tests.app.workshop.test_spread import recovered

NONE: Mapping[str, int] = dict.fromkeys(STANCES, 0)


@pytest.fixture(scope="session")
def rules(catalogue: Catalogue) -> Sequence[AgreementRule]:
    """The rules there are."""
    return catalogue.agreement_rules


def agreement(
    private: Mapping[str, int], named: Sequence[str] = (), hands: Mapping[str, int] = NONE
) -> Agreement:
    """Private replies without a name, those ``named``, and hands that were counted."""
    replied = {one: private.get(one, 0) + list(named).count(one) for one in STANCES}
    counts = {one: replied[one] + hands.get(one, 0) for one in STANCES}
    return Agreement(counts, (), replied, tuple(named), closed=True)


def told_by(
    rules: Sequence[AgreementRule],
    named: Sequence[str],
    hands: Mapping[str, int],
    asked: int,
    quorum: int,
) -> Callable[[Mapping[str, int]], object]:
    """Everything that is told of private replies: the whole, each rule, and what is asked."""

    def told(private: Mapping[str, int]) -> object:
        known = agreement(private, named, hands)
        whole = whole_told(known)
        cannot = known.counts["cannot"]
        objection = Consent(known.counted, cannot, PeopleAsked(asked, True), told=whole).objection
        standings = tuple(
            (now.lacking, now.state, now.agreeing, now.cannot)
            for rule in rules
            for chosen in [ChosenRule(rule.id, quorum)]
            for now in [as_told(against_rule(rule, chosen, known.counts, asked), known)]
        )
        return whole, standings, objection

    return told


@pytest.mark.parametrize("people", range(1, 13))
def test_nobody_s_position_can_be_worked_out(rules: Sequence[AgreementRule], people: int) -> None:
    """Of any number of replies, by whoever knows how many there are, by any one rule or all."""
    assert recovered(people, told_by(rules, (), NONE, 12, 0), POSITIONS) == []


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 9),
    st.lists(st.sampled_from(STANCES), max_size=5),
    st.dictionaries(st.sampled_from(STANCES), st.integers(0, 6)),
    st.integers(0, 25),
    st.integers(0, 12),
)
def test_nor_beside_names_and_hands(
    rules: Sequence[AgreementRule],
    people: int,
    named: Sequence[str],
    hands: Mapping[str, int],
    asked: int,
    quorum: int,
) -> None:
    """Those everybody knows; whoever was asked and says nothing is no position."""
    told = told_by(rules, named, hands, asked, quorum)
    assert not recovered(people, told, POSITIONS)


@pytest.mark.parametrize("people", [3, 4])
def test_nor_beside_a_section(rules: Sequence[AgreementRule], people: int) -> None:
    """Each person replies to the whole and to a section: neither tells anything of the other."""
    whole_of = told_by(rules, (), NONE, 12, 0)
    answers = [*product(POSITIONS, POSITIONS)]
    possible: dict[object, list[set[int]]] = {}
    for way in combinations_with_replacement(answers, people):
        whole, section = (Counter(one) for one in zip(*way, strict=True))
        told = (whole_of(whole), places_of(by_place(section), 1, len(POSITIONS)))
        cells = possible.setdefault(told, [set() for _ in range(2 * len(POSITIONS))])
        numbers = [counts[one] for counts in (whole, section) for one in POSITIONS]
        for cell, number in zip(cells, numbers, strict=True):
            cell.add(number)
    assert not any(cell <= {1, 2} for cells in possible.values() for cell in cells)


def test_the_check_sees_a_number_beside_the_places() -> None:
    """How many agree, told with places that it cuts, says that one person stands at an edge."""

    def too_much(private: Mapping[str, int]) -> object:
        agreeing = private["wholehearted"] + private["fine"]
        others = sum(private.values()) - agreeing
        whole = whole_told(agreement(private))
        return whole, agreeing if agreeing >= 3 and others >= 3 else None

    assert recovered(7, too_much, POSITIONS)


@pytest.mark.parametrize(
    ("private", "places", "agreeing", "cannot"),
    [
        ((1, 1, 0, 0), (), None, None),
        ((11, 4, 0, 0), (Place(1, 1, 11), Place(2, 2, 4)), 15, 0),
        ((11, 1, 0, 0), (Place(1, 2, 12),), 12, 0),
        ((11, 4, 1, 0), (Place(1, 1, 11), Place(2, 4, 5)), None, None),
        ((5, 4, 3, 1), (Place(1, 1, 5), Place(2, 2, 4), Place(3, 4, 4)), 9, None),
        ((5, 4, 3, 3), tuple(Place(at + 1, at + 1, n) for at, n in enumerate((5, 4, 3, 3))), 9, 3),
    ],
)
def test_by_hand(
    private: tuple[int, ...],
    places: tuple[Place, ...],
    agreeing: int | None,
    cannot: int | None,
) -> None:
    told = whole_told(agreement(dict(zip(POSITIONS, private, strict=True))))
    assert (told.places, told.agreeing, told.cannot) == (places, agreeing, cannot)
    assert told.answered == sum(private)


def test_hands_and_names_are_told_as_they_are() -> None:
    """Everybody saw the ones, and the others wish it; the away are no position."""
    told = whole_told(agreement({}, ("cannot", "fine"), {"fine": 1, "away": 2}))
    assert told.places == (Place(2, 2, 2), Place(4, 4, 1))
    assert (told.exact, told.agreeing, told.cannot, told.away) == (True, 2, 1, 2)


def test_a_paper_waits_until_the_last_reply() -> None:
    """Two papers with one reply between them would tell whose it is; hands stay exact."""
    replied = dict(zip(POSITIONS, (5, 4, 3, 3), strict=True))
    told = whole_told(Agreement(replied, (), replied), on_paper=True)
    assert (told.places, told.answered, told.few) == ((), 15, True)
    assert whole_told(Agreement(replied, ()), on_paper=True).exact
