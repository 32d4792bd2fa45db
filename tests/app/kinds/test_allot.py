"""Sharing out: profiles that add up and expose nobody, their difference, and the reasons."""

from collections.abc import Iterator, Sequence
from itertools import combinations_with_replacement, pairwise, product

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.kinds.allot.facts import PILE, AllotFacts, profile
from app.kinds.allot.kind import Allot, fits, tokens_given
from app.kinds.allot.setup import AllotSetup, allot_setup, things_of
from app.kinds.kind import facts_of
from app.library.library import Library
from app.workshop.ballots import cast, close_ballot, open_ballot, record
from app.workshop.planning import add_exercise, scope_of
from app.workshop.running import Running, enter_block
from app.workshop.zones import Zone
from tests.app.kinds.launch import Launch

FORMS = ("now", "wanted")


@pytest.fixture
def running(launch: Launch, catalogue: Catalogue) -> Running:
    """The block in which ten tokens are shared out."""
    block = add_exercise(launch.library, catalogue, launch.workshop, "ten-tokens")
    return enter_block(launch.library, launch.workshop, block).running


Shares = Sequence[tuple[int, int, int]]


def shared(library: Library, running: Running, now: Shares, wanted: Shares) -> AllotFacts:
    """A closed round in which each person shared out so."""
    ids = things_of(running.recipe)
    people = [
        tokens_given(
            running,
            {
                "now": dict(zip(ids, one, strict=True)),
                "wanted": dict(zip(ids, other, strict=True)),
            },
        )
        for one, other in zip(now, wanted, strict=True)
    ]
    ballot = open_ballot(library, running, FORMS)
    cast(library, running, ballot, people)
    close_ballot(library, running, ballot)
    return facts(library, running)[-1]


def facts(library: Library, running: Running) -> Sequence[AllotFacts]:
    """What the closed rounds say."""
    return facts_of(Allot().facts(library.reader, running), AllotFacts)


def test_the_profiles_and_their_difference(launch: Launch, running: Running) -> None:
    found = shared(launch.library, running, [(8, 2, 0), (7, 2, 1), (6, 3, 1)], [(2, 5, 3)] * 3)
    assert (found.people, found.tokens, found.shown) == (3, 10, False)
    assert [dict(one.tokens) for one in found.things] == [
        {"now": 7, "wanted": 2},
        {"now": 2, "wanted": 5},
        {"now": 1, "wanted": 3},
    ]
    assert [one.difference for one in found.things] == [-5, 3, 2]


def test_fewer_than_three_tell_nothing(launch: Launch, running: Running) -> None:
    found = shared(launch.library, running, [(8, 2, 0)] * 2, [(2, 5, 3)] * 2)
    assert found.people == 2
    assert all(not one.tokens and one.difference is None for one in found.things)


def test_nothing_is_seen_while_it_is_open(launch: Launch, running: Running) -> None:
    open_ballot(launch.library, running, FORMS)
    assert facts(launch.library, running) == ()


def rows(tokens: int, things: int) -> Iterator[tuple[int, ...]]:
    """Every way in which one person can share out tokens."""
    for one in product(range(tokens + 1), repeat=things):
        if sum(one) == tokens:
            yield one


@pytest.mark.parametrize(
    ("people", "tokens", "things"),
    [(3, 3, 2), (3, 3, 3), (4, 4, 2), (4, 3, 3), (5, 2, 3), (7, 5, 2)],
)
def test_no_share_of_one_or_two_can_be_worked_out(people: int, tokens: int, things: int) -> None:
    """By whoever knows how many there were, and the whole profile: of each thing and each number,
    it may be that nobody gave it, or three and more."""
    possible: dict[tuple[int, ...], list[set[int]]] = {}
    for given in combinations_with_replacement(list(rows(tokens, things)), people):
        told = profile([sum(column) for column in zip(*given, strict=True)], tokens)
        cells = possible.setdefault(told, [set() for _ in range(things * (tokens + 1))])
        for thing in range(things):
            for number in range(tokens + 1):
                count = sum(one[thing] == number for one in given)
                cells[thing * (tokens + 1) + number].add(count)
    exposed = [told for told, cells in possible.items() if any(cell <= {1, 2} for cell in cells)]
    assert exposed == []


def test_a_profile_adds_up(launch: Launch) -> None:
    for totals in product(range(0, 40, 7), repeat=3):
        told = profile(totals, 10)
        assert sum(told) == (10 if any(totals) else 0)
        ordered = sorted(zip(totals, told, strict=True))
        assert all(one[1] <= other[1] + 1 for one, other in pairwise(ordered))
    assert profile((0, 0, 0), 10) == (0, 0, 0)
    assert profile((30, 0, 0), 10) == (10, 0, 0)


def test_piles_on_the_table(launch: Launch, running: Running) -> None:
    library = launch.library
    ballot = open_ballot(library, running, FORMS, counted=True)
    piles = {"tools": {PILE: 61}, "people": {PILE: 40}, "strategy": {PILE: 19}}
    record(library, running, ballot, {"now": piles})
    close_ballot(library, running, ballot)
    (found,) = facts(library, running)
    assert (found.people, found.counted) == (12, True)
    assert [one.tokens.get("now") for one in found.things] == [5, 3, 2]
    assert all("wanted" not in one.tokens for one in found.things)


@pytest.mark.parametrize("people", [0, 1, 18, 500])
def test_any_number_of_people(launch: Launch, running: Running, people: int) -> None:
    found = shared(launch.library, running, [(8, 2, 0)] * people, [(1, 1, 8)] * people)
    assert found.people == people
    assert bool(found.things[0].tokens) == (people >= 3)


def test_what_one_person_gives_has_to_add_up(running: Running) -> None:
    setup = allot_setup(running.recipe)
    assert fits(setup, {"tools": 10})
    assert not fits(setup, {"tools": 9})
    assert not fits(setup, {"tools": 11, "people": -1})
    assert not fits(setup, {"elsewhere": 10})
    capped = AllotSetup(zones=(Zone(id="a"), Zone(id="b")), tokens=4, cap=3)
    assert fits(capped, {"a": 3, "b": 1})
    assert not fits(capped, {"a": 4})
    with pytest.raises(ValueError, match="tokens"):
        tokens_given(running, {"now": {"tools": 10}})


def test_reasons_are_notes_under_their_thing(launch: Launch, running: Running) -> None:
    kind, library = Allot(), launch.library
    assert kind.targets(running, library.reader) == things_of(running.recipe)
    kind.capture(library, running, "people", "We only meet to fix things")
    assert kind.count(library.reader, running.run.id) == 1
    library.undo(scope_of(launch.workshop))
    assert kind.count(library.reader, running.run.id) == 0


def test_what_an_exercise_forgets_is_named(catalogue: Catalogue) -> None:
    exercise, kind = catalogue.exercise("ten-tokens"), Allot()

    def faulty(**setup: object) -> set[str]:
        changed = msgspec.structs.replace(exercise, setup={**exercise.setup, **setup})
        return {fault.field for fault in kind.faults(changed, catalogue)}

    assert faulty() == set()
    assert "setup.zones" in faulty(zones=[])
    assert faulty(forms=[]) == {"setup.forms"}
    assert faulty(cap=3) == {"setup.cap"}, "three things with three each do not hold ten"
    assert faulty(cap=12) == {"setup.cap"}
    assert faulty(cap=5) == set()
