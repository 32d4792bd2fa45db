"""What stands over the sections of a charter, and what under which of them."""

import io
from pathlib import Path

import docx

from app.community.holdings import HoldingFields, give_role
from app.moment import day
from app.words import Words
from exports.page import Panels
from tests.exports.making import House
from tests.exports.telling import headings, items, tables, texts, under

COUNTS = {"wholehearted": 3, "fine": 2}


def heading_of(house: House, words: Words, section: str) -> str:
    """What stands over a section of the catalogue."""
    known = house.catalogue.find_section(section)
    assert known is not None
    return known.in_language(words.language).heading


def test_headings_inside_what_is_ours_stay_headings(house: House, words: Words) -> None:
    house.clause("domain", "Lamps of every kind.")
    house.clause("in-scope", "Wicks\nOil", form="list", heading="In the workshop")
    house.clause("in-scope", "Lanterns", form="list", heading="On the water")
    house.clause("out-of-scope", "Candles", form="list")
    inside = under(house.page("charter", words).pieces, heading_of(house, words, "domain"))
    assert texts(inside) == [
        "Lamps of every kind.",
        heading_of(house, words, "in-scope"),
        "In the workshop",
        "Wicks",
        "Oil",
        "On the water",
        "Lanterns",
        heading_of(house, words, "out-of-scope"),
        "Candles",
    ]
    assert headings(inside, 3) == [
        heading_of(house, words, "in-scope"),
        heading_of(house, words, "out-of-scope"),
    ]
    assert not any(isinstance(one, Panels) for one in inside)


def test_what_is_not_ours_stands_under_its_own_heading(house: House, words: Words) -> None:
    house.clause("out-of-scope", "Candles\nTorches", form="list")
    pieces = house.page("charter", words).pieces
    assert headings(pieces) == [heading_of(house, words, "out-of-scope")]
    assert items(pieces) == ["Candles", "Torches"]
    house.clause("in-scope", "Lamps", form="list")
    assert headings(house.page("charter", words).pieces) == [heading_of(house, words, "domain")]


def test_a_first_version_says_why_it_is_and_not_what_changed(house: House, words: Words) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    house.clause("changes", "We begin.")
    assert headings(house.page("charter", words).pieces) == [words("paper.why-version")]
    house.propose(reason="The harbour asked for it")
    pieces = house.page("charter", words).pieces
    assert headings(pieces) == [words("paper.why-version")]
    assert texts(under(pieces, words("paper.why-version"))) == [
        "We begin.",
        "The harbour asked for it",
    ]


def test_after_a_first_version_the_draft_may_say_what_changed(house: House, words: Words) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    house.agree(house.propose(reason="The harbour asked for it"), COUNTS)
    house.clause("changes", "We moved to Mondays.")
    pieces = house.page("charter", words, version=0).pieces
    assert headings(pieces) == [heading_of(house, words, "changes")]


def test_roles_written_and_roles_held_are_told_apart(house: House, words: Words) -> None:
    person = house.person("Ana Ruiz")
    fields = HoldingFields(
        role="coordinator", person=person.id, starts=day("2026-01-02"), ends=day("2026-12-31")
    )
    give_role(house.library, house.community.id, fields)
    house.clause("roles", "Keeper of the oil\tBen Osei", form="table")
    inside = under(house.page("charter", words).pieces, heading_of(house, words, "roles"))
    (table,) = tables(inside)
    assert table.rows == (("Keeper of the oil", "Ben Osei", ""),)
    assert words("paper.held-as-recorded") in texts(inside)
    (held,) = items(inside)
    assert "Ana Ruiz" in held
    assert words.day(day("2026-12-31")) in held


def test_sections_of_their_own_with_the_names_of_others_stay_apart(
    house: House, words: Words
) -> None:
    names = ("Resources", "Voice", "Renewal", "Roles")
    for name in names:
        house.clause(name, f"What we say of {name}")
    house.clause("voice", "The mayor\tBy letter\tA week", form="table")
    pieces = house.page("charter", words).pieces
    assert headings(pieces) == [heading_of(house, words, "voice"), *names]


def test_an_empty_column_to_be_filled_in_by_hand_is_printed(
    house: House, words: Words, tmp_path: Path
) -> None:
    clause = house.clause("Our tools", "Saw\tAna\t\t\nRope\tBen", form="table")
    (table,) = tables(house.page("charter", words).pieces)
    assert table.rows == (("Saw", "Ana", "", ""), ("Rope", "Ben", "", ""))
    assert clause.text == "Saw\tAna\t\t\nRope\tBen"
    found = docx.Document(io.BytesIO(house.data("charter", words, "docx")))
    assert len(found.tables[0].columns) == 4
    assert "| Saw | Ana |  |  |" in house.data("charter", words, "md").decode()
