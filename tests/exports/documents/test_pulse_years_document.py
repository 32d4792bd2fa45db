"""The pulse over the years on paper: a picture, the numbers beside it, and what may not be told."""

from datetime import date

import pytest

from app.resources import resources_folder
from app.words import Words
from exports.export import write_page
from exports.page import Figure, Page
from tests.exports.making import House
from tests.exports.telling import everything, tables
from tests.pulses import take_pulse


def take(house: House, day: date, answers: str, audience: str = "community") -> None:
    """A pulse, each letter one person's answer to everything."""
    home = house.community.id
    take_pulse(house.library, house.catalogue, home, day, list(answers), audience=audience)


def figures(page: Page) -> list[Figure]:
    """The pictures of a page."""
    return [one for one in page.pieces if isinstance(one, Figure)]


def test_before_any_pulse_it_says_the_shortest_way(house: House, words: Words) -> None:
    page = house.page("pulse-years", words)
    assert words("years.pulse-none") in everything(page)
    assert not figures(page)


def test_the_first_the_last_but_one_and_the_last_are_in_numbers(house: House, words: Words) -> None:
    """Of one alone that a second will show what moved."""
    take(house, date(2022, 3, 1), "2344455")
    page = house.page("pulse-years", words)
    assert words("years.pulse-once") in everything(page)
    for year, answers in ((2023, "333"), (2024, "444"), (2025, "555")):
        take(house, date(year, 3, 1), answers)
    page = house.page("pulse-years", words)
    assert words("years.pulse-once") not in everything(page)
    (table,) = tables(list(page.pieces))
    days = [words.day(date(year, 3, 1)) for year in (2022, 2024, 2025)]
    assert list(table.heads[1:]) == days
    spread = words("ballot.from-to", low=3, high=5)
    assert table.rows[0][1:] == tuple(words("years.pulse-n", n=n) for n in (7, 3, 3))
    assert table.rows[1][1:] == (words("years.pulse-answer", middle=4, spread=spread), "4", "5")
    (figure,) = figures(page)
    assert len(figure.table.rows) == 8 * 4


@pytest.mark.parametrize("answers", ["5", "15"])
def test_of_fewer_than_three_no_page_tells_anything(
    house: House, words: Words, answers: str
) -> None:
    take(house, date(2025, 3, 1), answers)
    page = house.page("pulse-years", words, audience="facilitator")
    (table,) = tables(list(page.pieces))
    assert {row[1] for row in table.rows} == {words("years.pulse-too-few")}
    assert {row[2] for row in figures(page)[0].table.rows} == {words("years.pulse-too-few")}


def test_readers_who_may_not_see_a_pulse_are_told_so(house: House, words: Words) -> None:
    take(house, date(2025, 3, 1), "333", audience="facilitator")
    assert words("years.pulse-hidden") in everything(house.page("pulse-years", words))
    assert figures(house.page("pulse-years", words, audience="facilitator"))


def test_thirty_pulses_are_written_without_a_warning(house: House, words: Words) -> None:
    """All of them in one picture."""
    for number in range(30):
        take(house, date(2020 + number // 6, 1 + number % 6 * 2, 3), "3334444")
    request = house.request("pulse-years")
    written = write_page(house.page("pulse-years", words), request, resources_folder() / "fonts")
    assert not written.warnings
