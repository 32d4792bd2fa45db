"""Gatherings over the years on paper: names for those near, numbers for the organization."""

from datetime import date

import pytest

from app.community.gatherings import GatheringFields, plan_gathering
from app.words import Words
from tests.exports.making import House
from tests.exports.telling import figures, tables, texts


def test_who_came_is_told_to_those_near(house: House, words: Words) -> None:
    """The latest first; one that is planned says so."""
    person = house.person("Ada Roy").id
    for day, held in ((date(2025, 9, 3), True), (date(2026, 2, 3), False)):
        plan_gathering(
            house.library,
            house.community.id,
            GatheringFields(
                date=day,
                title="Case clinic",
                place="Room 4",
                held=held,
                came=5 if held else 0,
                people=(person,) if held else (),
                helped="A long walk" if held else "",
            ),
        )
    (table,) = tables(list(house.page("gatherings", words).pieces))
    assert [row[0] for row in table.rows] == [
        words.day(date(2026, 2, 3)),
        words.day(date(2025, 9, 3)),
    ]
    assert table.rows[0][3] == words("gatherings.planned")
    assert "Ada Roy" in table.rows[1][3]
    assert table.rows[1][4] == "A long walk"


@pytest.mark.parametrize("audience", ["facilitator", "room", "community", "organization"])
def test_the_organization_is_told_no_name(house: House, words: Words, audience: str) -> None:
    person = house.person("Ada Roy").id
    fields = GatheringFields(date=date(2025, 9, 3), held=True, came=5, people=(person,))
    plan_gathering(house.library, house.community.id, fields)
    page = house.page("gatherings", words, audience=audience)
    assert ("Ada Roy" in str(page)) == (audience != "organization")
    assert "5" in str(tables(list(page.pieces)))


def held(house: House, *came: int) -> None:
    """Gatherings a month apart."""
    for month, number in enumerate(came, 1):
        fields = GatheringFields(date=date(2025, month, 3), held=True, came=number)
        plan_gathering(house.library, house.community.id, fields)


def test_how_many_came_over_time_is_drawn(house: House, words: Words) -> None:
    """And said in words for whoever does not see it, also where nothing can be drawn; what was not
    counted is not drawn, and said to be missing."""
    held(house, 9, 12, 0, 7)
    (figure,) = figures(list(house.page("gatherings", words, audience="organization").pieces))
    assert words("attendance.people") in texts([figure])
    assert figure.alternative == words(
        "attendance.alternative", n=3, first=words.day(date(2025, 1, 3)),
        last=words.day(date(2025, 4, 3)), least=7, most=12, latest=7,
    )  # fmt: skip
    assert words("attendance.uncounted", n=1) in figure.caption
    assert figure.alternative in house.data("gatherings", words, "md").decode()


def test_one_gathering_is_not_drawn(house: House, words: Words) -> None:
    held(house, 9)
    assert not figures(list(house.page("gatherings", words).pieces))


def test_a_community_without_gatherings_says_so(house: House, words: Words) -> None:
    assert words("gatherings.none") in texts(list(house.page("gatherings", words).pieces))
