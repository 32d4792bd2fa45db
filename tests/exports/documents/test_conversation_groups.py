"""A conversation about many domains is grouped by what to ask, and still tells all of them."""

from datetime import UTC, date, datetime

import pytest

from app.registers.cells import Party, Values
from app.words import Words
from exports.documents.conversation_groups import MANY
from exports.export import make_page
from exports.page import Heading, Page, Table
from exports.request import ExportRequest
from exports.writers.pdf.pdf_writer import fewest_sheets
from tests.exports.making import House, house_fonts
from tests.exports.telling import everything

NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
SCALE = ("one", "two", "three", "four", "five")
NAME = "A domain with a name that takes two lines of its table, number"


def keep(house: House, number: int) -> None:
    """Write a domain down: each weight with each vitality, every third without a name beside it."""
    values: Values = {
        "domain": f"{NAME} {number}",
        "weight": SCALE[number % 5],
        "vitality": SCALE[(number // 5) % 5],
        "judged-on": date(2026, 10, 1),
        "investment": "three people for half a day a week",
    }
    if number % 3:
        values = {**values, "tender": Party(name="Aminata Kouyaté")}
    house.entry(values, register="domains")


def page(house: House, words: Words, subject: str = "") -> Page:
    """The conversation in the autumn."""
    request = ExportRequest(
        document="portfolio-conversation", subject=subject, audience="facilitator", now=NOW
    )
    with house.library.snapshot() as reader:
        return make_page(request, reader, house.catalogue, house.reports, words)


@pytest.mark.parametrize("whole", [True, False])
def test_every_domain_stands_in_one_group(house: House, words: Words, whole: bool) -> None:
    """Under the first of the questions that its facts ask, of all communities as of one."""
    for number in range(67):
        keep(house, number)
    made = page(house, words, "" if whole else house.community.id)
    heads = [one.text for one in made.pieces if isinstance(one, Heading) and one.level == 2]
    assert heads[0] == words("talk-groups.head-heavy-frail", n=12)
    *tables, _agreed = [one for one in made.pieces if isinstance(one, Table)]
    named = [row[0].split("\n")[0].split(" · ")[1] for table in tables for row in table.rows]
    assert sorted(named) == sorted(f"{NAME} {number}" for number in range(67))
    assert (house.community.name in tables[0].rows[0][0]) is whole
    assert fewest_sheets(made, "letter", house_fonts()) <= 10


def test_what_names_a_domain_is_told_under_its_name(house: House, words: Words) -> None:
    """A sentence that has no end gets one before the next begins."""
    for number in range(MANY):
        keep(house, number)
    story = {"help": f"Somebody asked about {NAME} 3", "realized": "It was mended.",
             "consent": "room"}  # fmt: skip
    house.entry(story, register="stories")
    led = words("portfolio.story-led", help=f"{story['help']}.", led="It was mended.")
    said = words("talk-groups.gave-domain", name=f"{NAME} 3", said=led)
    assert said in everything(page(house, words))
