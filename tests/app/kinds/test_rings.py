"""Rings: who stands where, who asks whom, and an order in which their links cross less."""

import random
from itertools import pairwise

import pytest

from app.catalogue.catalogue import Catalogue
from app.kinds.kind import facts_of
from app.kinds.rings.arcs import Arcs, laid_out
from app.kinds.rings.diagram import RingPlace, RingRow, rings_diagram
from app.kinds.rings.kind import ASKS, Asks, Placed, Rings, tie_asks
from app.kinds.rings.untangling import Order, crossings, untangled
from app.kinds.sorting import place_all, remove_notes
from app.library.library import Library
from app.library.rows import Note, Tie
from app.library.trouble import Trouble
from app.workshop.notes import add_notes
from app.workshop.planning import add_exercise, scope_of
from app.workshop.running import Running, enter_block
from app.workshop.ties import untie_notes
from tests.app.kinds.launch import Launch

ACROSS = 5


@pytest.fixture
def running(launch: Launch, catalogue: Catalogue) -> Running:
    """The block in which it is said who is near and who is far."""
    block = add_exercise(launch.library, catalogue, launch.workshop, "near-and-far")
    return enter_block(launch.library, launch.workshop, block).running


def say(library: Library, running: Running, ring: str, *texts: str) -> list[Note]:
    return add_notes(library, running, ring, texts)


def told(library: Library, running: Running) -> list[tuple[str, str, bool]]:
    """Who stands where, and whether they take part."""
    facts = facts_of(Rings().facts(library.reader, running), Placed)
    return [(one.note.text, one.ring, one.here) for one in facts]


def asked(library: Library, running: Running) -> list[tuple[str, str]]:
    """Who asks whom."""
    facts = facts_of(Rings().facts(library.reader, running), Asks)
    return [(one.who.text, one.whom.text) for one in facts]


def test_who_is_here_and_who_could_be_invited(library: Library, running: Running) -> None:
    """From the core outwards, however they came; outside and missing take no part yet."""
    assert told(library, running) == []
    say(library, running, "missing", "The schools")
    say(library, running, "outside", "The press")
    say(library, running, "peripheral", "The readers")
    say(library, running, "core", "The mappers")
    assert told(library, running) == [
        ("The mappers", "core", True),
        ("The readers", "peripheral", True),
        ("The press", "outside", False),
        ("The schools", "missing", False),
    ]


def test_who_asks_whom_has_a_direction(library: Library, running: Running) -> None:
    one, two = say(library, running, "core", "One", "Two")
    tie_asks(library, running, one, two)
    tie_asks(library, running, two, one)
    tie_asks(library, running, one, two)
    assert asked(library, running) == [("One", "Two"), ("Two", "One")]
    with pytest.raises(Trouble, match="tied-to-itself"):
        tie_asks(library, running, one, one)
    untie_notes(library, running, ASKS, [two, one])
    assert asked(library, running) == []
    library.undo(scope_of(running.workshop))
    assert asked(library, running) == [("One", "Two"), ("Two", "One")]


def test_links_go_with_whom_they_tie(library: Library, running: Running) -> None:
    """Moved to another ring it keeps them; taken away it takes them along, and undo brings all."""
    one, two = say(library, running, "core", "One", "Two")
    tie_asks(library, running, one, two)
    place_all(library, running, [one], "missing")
    assert asked(library, running) == [("One", "Two")]
    assert told(library, running)[-1] == ("One", "missing", False)
    remove_notes(library, running, [library.reader.row(Note, one.id)])
    assert not library.reader.rows(Tie)
    library.undo(scope_of(running.workshop))
    assert asked(library, running) == [("One", "Two")]


def lay(order: Order) -> Arcs:
    return laid_out(order, lambda _: 1 / ACROSS)


def counted(order: Order, links: list[tuple[str, str]]) -> int:
    return crossings(lay(order), links)


def test_links_that_need_not_cross_do_not() -> None:
    """Each asks the one opposite: in the order in which they came all lines cross."""
    rings: Order = (("a", "b", "c", "d"), ("D", "C", "B", "A"))
    links = [("a", "A"), ("b", "B"), ("c", "C"), ("d", "D")]
    assert counted(rings, links) == 6
    found = untangled(rings, links, lay)
    assert counted(found, links) == 0
    assert [sorted(ring) for ring in found] == [sorted(ring) for ring in rings]


@pytest.mark.parametrize("seed", range(6))
def test_there_are_never_more_crossings_than_before_and_mostly_far_fewer(seed: int) -> None:
    """On invented rooms; and the same room is always laid out in the same way."""
    chance = random.Random(seed)
    rings: Order = tuple(
        tuple(f"{ring}-{one}" for one in range(chance.randint(3, 7))) for ring in range(5)
    )
    everybody = [one for ring in rings for one in ring]
    links = []
    for _ in range(18):
        who, whom = chance.sample(everybody, 2)
        links.append((who, whom))
    before = counted(rings, links)
    first = untangled(rings, links, lay)
    again = untangled(rings, links, lay)
    assert first == again
    assert counted(first, links) <= before * 0.6


def test_five_hundred_are_laid_out_apart_and_each_in_its_ring() -> None:
    rings: Order = tuple(tuple(f"{ring}-{one}" for one in range(100)) for ring in range(5))
    arcs = lay(rings)
    assert len(set(arcs.spots.values())) == 500
    for number, ring in enumerate(rings):
        for one in ring:
            spot = arcs.spots[one]
            assert arcs.ring_at(spot.x, spot.y) == number
    assert all(low < high for low, high in pairwise((0.0, *arcs.edges)))
    assert arcs.edges[-1] == pytest.approx(1.0)


def test_an_empty_picture_has_all_rings() -> None:
    """Also with nobody in them, nor a name that fits."""
    rows = [RingRow(name, "yellow", ()) for name in ("Core", "x" * 300, "الداخل")]
    picture = rings_diagram(rows, [], 500, 9)
    assert picture.height > 0
    people = tuple(RingPlace(str(n), "word " * 30) for n in range(40))
    full = rings_diagram([RingRow("Core", "yellow", people), *rows], [("0", "39")], 500, 9)
    assert full.height > picture.height
