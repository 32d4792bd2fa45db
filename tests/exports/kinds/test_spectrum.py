"""A spectrum on paper: middles and spreads, movement, reasons; never a count of a place."""

import msgspec
import pytest

from app.kinds.spectrum.kind import places_given
from app.kinds.spectrum.setup import POLARITY_ZONES, questions_of, spectrum_words
from app.words import Words
from app.workshop.ballots import cast, close_ballot, open_ballot, record
from app.workshop.running import Running
from tests.exports.making import House
from tests.exports.telling import everything, figures, headings, items, tables

FORMS = ("then", "now")


@pytest.fixture
def stood(house: House) -> Running:
    """The block in which people say where they stood, and where they stand."""
    return house.enter(house.plan("then-and-now"))


def take(house: House, running: Running, then: str, now: str, *, close: bool = True) -> None:
    """A round; a digit is where one person stands on every question."""
    ids = questions_of(running.recipe)
    people = [
        places_given(running, {"then": dict.fromkeys(ids, one), "now": dict.fromkeys(ids, other)})
        for one, other in zip(then, now, strict=True)
    ]
    ballot = open_ballot(house.library, running, FORMS)
    cast(house.library, running, ballot, people)
    if close:
        close_ballot(house.library, running, ballot)


def test_an_open_round_is_in_no_report(house: House, words: Words, stood: Running) -> None:
    take(house, stood, "1234", "1234", close=False)
    assert house.reported(stood, words) == []


def test_each_question_has_its_figure_then_and_now(
    house: House, words: Words, stood: Running
) -> None:
    take(house, stood, "1112223", "3444555")
    house.say(stood, "Two people carried it", zone="energy")
    pieces = house.reported(stood, words)
    said = spectrum_words(stood.recipe, words.language)
    assert headings(pieces, 3) == list(said.zones.values())
    found = figures(pieces)
    assert len(found) == 4
    for figure, question in zip(found, said.zones.values(), strict=True):
        then, now = figure.table.rows
        assert (then[0], then[1]) == (words("spectrum.then"), "2")
        assert (now[0], now[1], now[3]) == (words("spectrum.now"), "4", "+2")
        assert then[2] == words("ballot.from-to", low=1, high=2)
        assert question in figure.alternative
    assert words("spectrum.caption", n=7) in found[0].caption
    assert {figure.caption for figure in found[1:]} == {words("ballot.answered", n=7)}
    assert "Two people carried it" in items(pieces)


def test_too_few_are_said_to_be_so(house: House, words: Words, stood: Running) -> None:
    take(house, stood, "15", "51")
    for figure in figures(house.reported(stood, words)):
        assert {row[1] for row in figure.table.rows} == {words("ballot.too-few")}
        assert "put-to-work" not in str(figure.diagram)


def test_a_line_in_the_room_tells_no_place(house: House, words: Words, stood: Running) -> None:
    ballot = open_ballot(house.library, stood, FORMS, counted=True)
    line = {"1": 1, "2": 2, "3": 0, "4": 5, "5": 1}
    record(house.library, stood, ballot, {"now": {"energy": line}})
    close_ballot(house.library, stood, ballot)
    (figure,) = figures(house.reported(stood, words))
    assert words("spectrum.caption-counted", n=9) in figure.caption
    assert figure.table.rows[1][1] == "4"
    assert {row[1] for row in figure.table.rows} == {"4", words("ballot.too-few")}


def test_the_worksheet_asks_each_question_twice(house: House, words: Words, stood: Running) -> None:
    pieces = house.reports["spectrum"].worksheet(stood.recipe, house.catalogue, words)
    said = spectrum_words(stood.recipe, words.language)
    assert headings(list(pieces), 3) == list(said.zones.values())
    found = tables(list(pieces))
    assert [table.heads[1] for table in found] == list(said.low.values())
    for table in found:
        assert [row[0] for row in table.rows] == [words("spectrum.then"), words("spectrum.now")]
        assert all(row[1:6] == ("1", "2", "3", "4", "5") for row in table.rows)


def test_a_map_names_its_poles_and_what_lies_in_its_parts(
    house: House, words: Words, stood: Running
) -> None:
    setup = {
        "mode": "polarity",
        "zones": [{"id": one, "colour": "blue"} for one in POLARITY_ZONES],
    }
    named = {
        "zones": {one: f"The {one}" for one in POLARITY_ZONES},
        "poles": {"left": "Staying close", "right": "Growing"},
    }
    wording = {
        code: msgspec.structs.replace(said, setup=named)
        for code, said in stood.recipe.words.items()
    }
    recipe = msgspec.structs.replace(stood.recipe, setup=setup, words=wording)
    block = msgspec.structs.replace(stood.block, recipe=msgspec.json.encode(recipe).decode())
    house.change(stood.block, recipe=block.recipe)
    house.say(stood, "We know each other", zone="gifts-left")
    house.say(stood, "A new face each time", zone="safeguards")
    pieces = house.reported(house.now(stood), words)
    assert headings(pieces, 3) == ["The gifts-left", "The safeguards"]
    (figure,) = figures(pieces)
    assert "Staying close" in figure.alternative
    assert ("The safeguards", "A new face each time") in figure.table.rows
    drawn = str(figure.diagram)
    assert all(one in drawn for one in ("Growing", "We know each other", "The signs"))
    sheet = house.reports["spectrum"].worksheet(recipe, house.catalogue, words)
    (table,) = tables(list(sheet))
    assert len(table.heads) == 6


def test_long_words_and_hebrew_stand_in_the_summary(
    house: House, words: Words, stood: Running
) -> None:
    take(house, stood, "1" * 18, "5" * 18)
    house.say(stood, "Donaudampfschifffahrtsgesellschaft" * 6, zone="door")
    house.say(stood, "הדלת פתוחה לכולם", zone="door")
    said = everything(house.page("summary", words))
    assert "הדלת פתוחה לכולם" in said
    assert house.data("summary", words).startswith(b"%PDF")
