"""The portfolio and the conversation with a sponsor on paper: who reads what, and why."""

from datetime import UTC, date, datetime

import pytest

from app.community.communities import CommunityFields, create_community
from app.community.states import record_state
from app.library.rows import Outcome
from app.registers.cells import Party, Values
from app.registers.register_entries import add_entry
from app.words import Words
from exports.export import make_page
from exports.page import Bullets, Figure, Heading, Page, Table
from exports.registry import DOCUMENTS
from exports.request import ExportRequest
from exports.writers.table_widths import TO_WRITE_IN
from tests.exports.making import House
from tests.exports.telling import everything

NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
SOUND: Values = {
    "weight": "three",
    "vitality": "three",
    "tender": Party(name="Aminata Kouyaté"),
    "judged-on": date(2026, 10, 1),
}


def page(
    house: House,
    words: Words,
    document: str = "portfolio",
    *,
    subject: str = "",
    audience: str = "",
) -> Page:
    """A document of all communities, or of one."""
    request = ExportRequest(
        document=document,
        subject=subject,
        audience=audience or DOCUMENTS[document].audience,
        now=NOW,
    )
    with house.library.snapshot() as reader:
        return make_page(request, reader, house.catalogue, house.reports, words)


def keep(house: House, name: str, **more: object) -> None:
    """Write a domain down, a sound one unless ``more`` says otherwise."""
    values = {**SOUND, "domain": name, **{key.replace("_", "-"): one for key, one in more.items()}}
    house.entry(values, register="domains")  # type: ignore[arg-type]


def headings(made: Page) -> list[str]:
    """The headings of a page, in order."""
    return [one.text for one in made.pieces if isinstance(one, Heading)]


def test_nothing_written_down_is_said(house: House, words: Words) -> None:
    made = page(house, words)
    assert words("portfolio.nothing") in everything(made)
    assert not [one for one in made.pieces if isinstance(one, Figure | Table)]
    assert words("portfolio.nothing") in everything(page(house, words, "portfolio-conversation"))


def test_the_picture_the_gaps_and_the_table(house: House, words: Words) -> None:
    """Of all communities and of one; what a wider circle may not read is not there."""
    keep(house, "Bridges", weight="five", vitality="one", tender=None, investment="two evenings")
    keep(house, "Unjudged", weight=None)
    other = create_community(house.library, CommunityFields(name="Water Quality"))
    register = house.catalogue.register("domains")
    add_entry(house.library, register, other.id, {**SOUND, "domain": "Water"})
    made = page(house, words)
    (figure,) = [one for one in made.pieces if isinstance(one, Figure)]
    assert [row[1] for row in figure.table.rows] == ["Bridges", "Water"]
    assert "Bridges" in figure.alternative
    (table,) = [one for one in made.pieces if isinstance(one, Table)]
    assert [row[:3] for row in table.rows] == [
        ("1 · Bridges", house.community.name, "5"),
        ("2 · Water", "Water Quality", "3"),
        ("3 · Unjudged", house.community.name, words("portfolio.degree-none")),
    ]
    assert table.rows[0][4] == words("portfolio.nobody")
    told = everything(made)
    for code in ("heavy-frail", "untended", "not-judged"):
        assert words(f"portfolio.gap-{code}", n=1) in told
    assert words("portfolio.gap-old", n=1) not in told
    assert "two evenings" in told
    assert "Bridges" not in everything(page(house, words, subject=other.id))


def test_what_an_ended_community_left_is_told_with_the_day(house: House, words: Words) -> None:
    keep(house, "Bridges")
    record_state(house.library, house.community.id, date(2026, 1, 3), "closed")
    told = everything(page(house, words))
    assert words("portfolio.gap-no-community", n=1) in told
    assert words.day(date(2026, 1, 3)) in told


def test_many_gaps_of_a_sort_are_counted(house: House, words: Words) -> None:
    for number in range(20):
        keep(house, f"Domain {number}", tender=None)
    (bullets,) = [one for one in page(house, words).pieces if isinstance(one, Bullets)]
    assert bullets.items[-1][0].text == words("portfolio.and-more", n=12)


def test_how_many_entries_are_left_out(house: House, words: Words) -> None:
    house.entry({"domain": "Hidden"}, register="domains", audience="facilitator")
    keep(house, "Bridges")
    request = ExportRequest(document="portfolio", subject="", audience="organization")
    document = DOCUMENTS["portfolio"].load()
    with house.library.snapshot() as reader:
        (left,) = document.left_out(reader, house.catalogue, words, request)
        assert document.language(reader, request) == ""
    assert (left.what, left.number) == ("entries", 1)


def test_a_day_is_known_without_being_asked_for(house: House, words: Words) -> None:
    """Told as of when a domain was last written down."""
    keep(house, "Bridges")
    request = ExportRequest(document="portfolio", subject="", audience="organization")
    with house.library.snapshot() as reader:
        made = make_page(request, reader, house.catalogue, house.reports, words)
    row = house.library.reader.cells("SELECT made FROM register_entry")[0][0]
    assert words.day(date.fromisoformat(str(row)[:10])) in everything(made)


@pytest.fixture
def told(house: House) -> House:
    """A domain that a story and a decision name, and others that nothing does."""
    keep(house, "Bridges", weight="five", vitality="one", tender=None)
    keep(house, "Plain language", weight="two", vitality="five", investment="an hour a week")
    house.entry(
        {"help": "We looked at two bridges.", "realized": "One stayed open.", "consent": "room"},
        register="stories",
    )
    house.entry({"help": "Abridgesque", "consent": "room"}, register="stories")
    for text, state in (("Bridges come first", "open"), ("No more bridges", "dropped")):
        house.put(
            Outcome(
                id=house.library.moment.new_id(),
                community=house.community.id,
                workshop=house.workshop.id,
                form="decision",
                text=text,
                state=state,
                audience="organization",
                position=1000,
                made="2026-01-15T19:00:00Z",
            )
        )
    return house


def test_what_names_a_domain_stands_with_it(told: House, words: Words) -> None:
    """Whole words only; the rest stands with the community. What was dropped is not told."""
    made = page(told, words, "portfolio-conversation")
    heads = headings(made)
    also = words("portfolio.also-gave", community=told.community.name)
    assert heads.index("Bridges") < heads.index("Plain language") < heads.index(also)
    said = everything(made)
    first, rest = said.split("Plain language", 1)
    assert "One stayed open." in first
    assert "Bridges come first" in first
    assert "Abridgesque" in rest
    assert "No more bridges" not in said


def test_questions_follow_from_facts(told: House, words: Words) -> None:
    said = everything(page(told, words, "portfolio-conversation"))
    for key in ("heavy-frail", "untended", "investment"):
        assert words(f"portfolio.ask-{key}", name="Bridges") in said
    assert words("portfolio.ask-share", name="Plain language") in said
    enough = {"name": "Plain language", "investment": "an hour a week"}
    assert words("portfolio.ask-enough", **enough) in said
    assert words("portfolio.ask-untended", name="Plain language") not in said


def test_what_is_agreed_has_room_to_be_written(told: House, words: Words) -> None:
    made = page(told, words, "portfolio-conversation")
    table = made.pieces[-1]
    assert isinstance(table, Table)
    assert {cell for row in table.rows for cell in row} == {TO_WRITE_IN}


def test_stories_go_only_where_they_may(told: House, words: Words) -> None:
    """The default is for the facilitator; the organization hears what it may."""
    request = {"document": "portfolio-conversation", "audience": "organization"}
    said = everything(page(told, words, **request))
    assert "One stayed open." not in said
    assert "Bridges come first" in said
