"""What was shared out on paper: profiles, their difference, reasons; a sheet to fill in."""

import pytest

from app.kinds.allot.facts import PILE
from app.kinds.allot.kind import tokens_given
from app.kinds.allot.setup import things_of
from app.words import Words
from app.workshop.ballots import cast, close_ballot, open_ballot, record
from app.workshop.running import Running
from app.workshop.zones import zones_named
from exports.writers.table_widths import TO_WRITE_IN
from tests.exports.making import House
from tests.exports.telling import everything, figures, headings, items, tables, texts

FORMS = ("now", "wanted")


@pytest.fixture
def shared(house: House) -> Running:
    """The block in which ten tokens are shared out."""
    return house.enter(house.plan("ten-tokens"))


def take(house: House, running: Running, people: int, *, close: bool = True) -> None:
    """A round in which all gave the same."""
    ids = things_of(running.recipe)
    now, wanted = dict(zip(ids, (7, 2, 1), strict=True)), dict(zip(ids, (2, 2, 6), strict=True))
    one = tokens_given(running, {"now": now, "wanted": wanted})
    ballot = open_ballot(house.library, running, FORMS)
    cast(house.library, running, ballot, [one] * people)
    if close:
        close_ballot(house.library, running, ballot)


def test_an_open_round_is_in_no_report(house: House, words: Words, shared: Running) -> None:
    take(house, shared, 5, close=False)
    assert house.reported(shared, words) == []


@pytest.mark.parametrize("people", [3, 18, 500])
def test_the_profiles_stand_in_a_figure_with_their_difference(
    house: House, words: Words, shared: Running, people: int
) -> None:
    take(house, shared, people)
    house.say(shared, "We only meet to fix things", zone="people")
    pieces = house.reported(shared, words)
    (figure,) = figures(pieces)
    assert [row[1:] for row in figure.table.rows] == [
        ("7", "2", "-5"),
        ("2", "2", "0"),
        ("1", "6", "+5"),
    ]
    labels = [zone.label for zone in zones_named(shared.recipe, words.language)]
    assert [row[0] for row in figure.table.rows] == labels
    assert all(label in figure.alternative for label in labels)
    assert figure.caption == words("allot.caption", n=people, tokens=10)
    assert headings(pieces, 3) == [labels[1]]
    assert items(pieces) == ["We only meet to fix things"]


def test_too_few_are_said_to_be_so(house: House, words: Words, shared: Running) -> None:
    take(house, shared, 2)
    pieces = house.reported(shared, words)
    assert figures(pieces) == []
    assert words("allot.too-few", n=2) in texts(pieces)


def test_piles_are_told_as_shares(house: House, words: Words, shared: Running) -> None:
    ballot = open_ballot(house.library, shared, FORMS, counted=True)
    piles = {"tools": {PILE: 61}, "people": {PILE: 40}, "strategy": {PILE: 19}}
    record(house.library, shared, ballot, {"now": piles})
    close_ballot(house.library, shared, ballot)
    (figure,) = figures(house.reported(shared, words))
    assert [row[1:] for row in figure.table.rows] == [("5",), ("3",), ("2",)]
    assert figure.caption == words("allot.caption-counted", n=12, tokens=10)


def test_the_worksheet_has_a_box_for_each_thing(
    house: House, words: Words, shared: Running
) -> None:
    pieces = house.reports["allot"].worksheet(shared.recipe, house.catalogue, words)
    (table,) = tables(list(pieces))
    *things, together = table.rows
    assert len(things) == 3
    assert all(row[1:] == (TO_WRITE_IN, TO_WRITE_IN) for row in things)
    assert together == (words("allot.together"), "10", "10")


def test_long_words_and_hebrew_stand_in_the_summary(
    house: House, words: Words, shared: Running
) -> None:
    take(house, shared, 18)
    house.say(shared, "Donaudampfschifffahrtsgesellschaft" * 6, zone="tools")
    house.say(shared, "פחות כלים, יותר אנשים", zone="people")
    assert "פחות כלים, יותר אנשים" in everything(house.page("summary", words))
    assert house.data("summary", words).startswith(b"%PDF")
