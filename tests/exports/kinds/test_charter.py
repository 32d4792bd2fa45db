"""Charter work on paper: what a run drafted, and how people stood to it."""

import pytest

from app.charter.reviewing import give_verdict
from app.charter.versions import record_stances, withdraw
from app.diagram import Box, Label
from app.words import Words
from app.workshop.rounds import STANCES
from app.workshop.running import Running
from exports.writers.table_widths import TO_WRITE_IN
from tests.exports.making import House
from tests.exports.telling import figures, headings, items, tables, texts, under


@pytest.fixture
def our_word(house: House) -> Running:
    """The block in which people give their word."""
    return house.enter(house.plan("our-word"))


def heading_of(house: House, words: Words, section: str) -> str:
    known = house.catalogue.find_section(section)
    assert known is not None
    return known.in_language(words.language).heading


def test_clauses_of_the_run_are_told_by_section(house: House, words: Words) -> None:
    running = house.enter(house.plan("what-we-take-care-of"))
    house.clause("domain", "Lamps.", run=running.run.id)
    house.clause("in-scope", "oil\nwicks", form="list", run=running.run.id)
    house.clause("domain", "And candles.", run=running.run.id)
    house.clause("Songs we know", "The long one.", run=running.run.id)
    house.clause("norms", "Drafted at home.")
    house.clause("why-now", " ", run=running.run.id)
    pieces = house.reported(running, words)
    assert headings(pieces, 3) == [
        heading_of(house, words, "domain"),
        heading_of(house, words, "in-scope"),
        "Songs we know",
    ]
    assert texts(pieces)[1:3] == ["Lamps.", "And candles."]
    assert items(pieces) == ["oil", "wicks"]
    assert "Drafted at home." not in texts(pieces)


def test_stances_are_a_bar_with_its_counts(house: House, words: Words, our_word: Running) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    version = house.propose(here=True)
    counts = {"wholehearted": 30, "fine": 8, "reservation": 1, "cannot": 1, "away": 3}
    house.agree(version, counts, ["Not in winter"])
    pieces = house.reported(our_word, words)
    inside = under(pieces, words("paper.stances-to", n=1))
    (figure,) = figures(inside)
    boxes = [one for one in figure.diagram.shapes if isinstance(one, Box)]
    assert len(boxes) == 4
    assert sum(box.width for box in boxes) == pytest.approx(figure.diagram.width)
    assert [box.width / figure.diagram.width * 40 for box in boxes] == pytest.approx([30, 8, 1, 1])
    written = [one.text for one in figure.diagram.shapes if isinstance(one, Label)]
    assert written[0] == words("stances.count.wholehearted", n=30)
    # A part too narrow for words has none; its count is in the caption, as all are.
    assert len(written) < 4
    for stance in STANCES:
        assert words(f"stances.count.{stance}", n=counts[stance]) in figure.caption
    assert [row[1] for row in figure.table.rows] == ["30", "8", "1", "1", "3"]
    assert items(inside) == [words("paper.quoted", text="Not in winter")]


def test_every_version_the_workshop_was_asked_about_is_told(
    house: House, words: Words, our_word: Running
) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    first = house.propose(here=True)
    record_stances(house.library, house.scope, first, {"wholehearted": 1, "cannot": 4})
    withdraw(house.library, house.in_workshop, first)
    house.clause("norms", "Nobody sits in the dark.")
    house.agree(house.propose("2026-01-16", here=True), {"wholehearted": 5})
    assert headings(house.reported(our_word, words), 3) == [
        words("paper.stances-to", n=1),
        words("paper.stances-to", n=2),
    ]


def test_a_version_nobody_answered_is_not_told(
    house: House, words: Words, our_word: Running
) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    version = house.propose(here=True)
    assert house.reported(our_word, words) == []
    record_stances(house.library, house.scope, version, dict.fromkeys(STANCES, 0))
    assert house.reported(our_word, words) == []


def test_another_block_does_not_tell_the_stances(house: House, words: Words) -> None:
    running = house.enter(house.plan("what-we-take-care-of"))
    house.clause("purpose", "To keep the lamps lit.")
    house.agree(house.propose(here=True), {"wholehearted": 5})
    assert house.reported(running, words) == []


def test_a_worksheet_asks_each_section_s_question(house: House, words: Words) -> None:
    running = house.enter(house.plan("what-we-take-care-of"))
    telling = house.reports["charter"]
    pieces = list(telling.worksheet(running.recipe, house.catalogue, words))
    for section in running.recipe.sections:
        known = house.catalogue.find_section(section)
        assert known is not None
        told = known.in_language(words.language)
        inside = under(pieces, told.heading)
        assert texts(inside)[0] == told.prompt
        (table,) = tables(inside)
        assert len(table.rows) == 3
        assert set(table.rows[0]) == {TO_WRITE_IN}


def test_our_word_s_worksheet_counts_and_keeps(
    house: House, words: Words, our_word: Running
) -> None:
    telling = house.reports["charter"]
    pieces = list(telling.worksheet(our_word.recipe, house.catalogue, words))
    assert headings(pieces, 3) == [
        heading_of(house, words, "review"),
        words("paper.where-we-stand"),
        words("paper.reservations-to-keep"),
        words("paper.tried-until-when"),
    ]
    (stances,) = tables(under(pieces, words("paper.where-we-stand")))
    assert [row[0] for row in stances.rows] == [
        words(f"stances.name.{stance}") for stance in STANCES
    ]


def test_what_became_of_the_charter_there_was(house: House, words: Words) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    house.agree(house.propose("2020-01-15"), {"fine": 12})
    running = house.enter(house.plan("is-it-still-ours"))
    assert words("reviewing.became") not in headings(house.reported(running, words), 3)
    give_verdict(house.library, running, "purpose", "retire", "Others do it.")
    (table,) = tables(under(house.reported(running, words), words("reviewing.became")))
    purpose = heading_of(house, words, "purpose")
    assert table.rows == ((purpose, words("reviewing.verdict.retire"), "Others do it."),)
