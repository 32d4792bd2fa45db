"""Our years on paper: portraits with who said so and by what, states with their reasons."""

from datetime import UTC, date, datetime

import msgspec

from app.community.stages import record_reading
from app.community.states import record_state
from app.words import Words
from exports.export import make_page
from exports.page import Figure, Page
from tests.exports.making import House
from tests.exports.telling import everything, tables

NOW = datetime(2026, 1, 14, 15, tzinfo=UTC)


def page(house: House, words: Words) -> Page:
    """The document as of the tests' morning."""
    asked = msgspec.structs.replace(house.request("our-years"), now=NOW)
    with house.library.snapshot() as reader:
        return make_page(asked, reader, house.catalogue, house.reports, words)


def test_of_a_new_community_it_says_what_to_do(house: House, words: Words) -> None:
    told = page(house, words)
    assert words("years.none") in everything(told)
    assert words("years.became-none") in everything(told)
    assert not [one for one in told.pieces if isinstance(one, Figure)]


def test_portraits_and_states_are_told_the_latest_first(house: House, words: Words) -> None:
    home = house.community.id
    record_reading(house.library, home, date(2024, 3, 1), {"grow": "We ask"}, house.workshop.id)
    record_reading(house.library, home, date(2025, 3, 1), {"grow": "", "renew": "Tired"})
    record_state(house.library, home, date(2025, 6, 1), "paused", "No room")
    told = page(house, words)
    portraits, states = tables(list(told.pieces))
    stage = {one.id: one.in_language(words.language).name for one in house.catalogue.stages}
    assert [row[1] for row in portraits.rows] == [
        f"{stage['grow']}, {stage['renew']}",
        stage["grow"],
    ]
    assert portraits.rows[0][3] == words("years.by-coordinator")
    assert house.workshop.title in portraits.rows[1][3]
    assert portraits.rows[1][2] == "We ask"
    assert states.rows[0][1:] == (words("states.state.paused"), "No room")
