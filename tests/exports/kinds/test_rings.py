"""Rings on paper: the picture with everybody and who asks whom, a table, whom to invite."""

import pytest

from app.diagram import Label, Stroke
from app.kinds.rings.kind import tie_asks
from app.library.rows import Note
from app.words import Words
from app.workshop.running import Running
from app.workshop.zones import zones_named
from exports.kinds.rings.report import MOST
from tests.exports.making import House
from tests.exports.telling import figures, headings, items, tables, texts


@pytest.fixture
def running(house: House) -> Running:
    """The block in which it is said who is near and who is far."""
    return house.enter(house.plan("near-and-far"))


def say(house: House, running: Running, ring: str, *lines: str) -> list[Note]:
    """Notes in a ring."""
    return [house.library.reader.row(Note, one) for one in house.say(running, *lines, zone=ring)]


def test_nobody_said_is_nobody_told(house: House, words: Words, running: Running) -> None:
    assert house.reported(running, words) == []


def test_everybody_stands_in_the_picture_and_in_the_table(
    house: House, words: Words, running: Running
) -> None:
    (mappers,) = say(house, running, "core", "The mappers")
    (readers,) = say(house, running, "peripheral", "القراء")
    say(house, running, "missing", "The schools")
    tie_asks(house.library, running, readers, mappers)
    pieces = house.reported(running, words)
    labels = {zone.id: zone.label for zone in zones_named(running.recipe, words.language)}
    (figure,) = figures(pieces)
    drawn = [one.text for one in figure.diagram.shapes if isinstance(one, Label)]
    assert set(labels.values()) <= set(drawn)
    assert {"The mappers", "القراء", "The schools"} <= set(drawn)
    links = [
        one
        for one in figure.diagram.shapes
        if isinstance(one, Stroke) and one.colour == "put-to-work"
    ]
    assert len(links) == 3, "a line, and a head of two strokes"
    assert words("rings.link", who="القراء", whom="The mappers") in figure.alternative
    assert tables(pieces)[-1].rows == (
        (labels["core"], "The mappers", ""),
        (labels["peripheral"], "القراء", "The mappers"),
        (labels["missing"], "The schools", ""),
    )
    assert headings(pieces, 3) == [words("rings.to-invite")]
    assert items(pieces) == ["The schools"]


def test_what_somebody_may_not_read_is_not_told(
    house: House, words: Words, running: Running
) -> None:
    """Neither who it is, nor that somebody asks them."""
    (mappers,) = say(house, running, "core", "The mappers")
    (secret,) = house.say(running, "Somebody tired", zone="core", audience="facilitator")
    tie_asks(house.library, running, mappers, house.library.reader.row(Note, secret))
    told = "".join(texts(house.reported(running, words, "room")))
    assert "The mappers" in told
    assert "Somebody tired" not in told
    assert "Somebody tired" in "".join(texts(house.reported(running, words)))


def test_too_many_for_a_picture_stand_in_the_table(
    house: House, words: Words, running: Running
) -> None:
    say(house, running, "active", *(f"Group {n}" for n in range(MOST + 1)))
    pieces = house.reported(running, words)
    assert not figures(pieces)
    assert len(tables(pieces)[-1].rows) == MOST + 1


def test_the_worksheet_has_empty_rings(house: House, words: Words, running: Running) -> None:
    sheet = house.reports[running.block.kind].worksheet(running.recipe, house.catalogue, words)
    (figure,) = figures(sheet)
    drawn = [one.text for one in figure.diagram.shapes if isinstance(one, Label)]
    labels = [zone.label for zone in zones_named(running.recipe, words.language)]
    assert drawn == labels
    assert figure.diagram.height > 150
