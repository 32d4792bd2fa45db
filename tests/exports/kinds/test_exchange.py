"""An exchange on paper: both sides with their links, a table of who and by when, what is open."""

from datetime import date

import pytest

from app.catalogue.load import load_catalogue
from app.diagram import Label, Stroke
from app.kinds.exchange.matching import match_notes
from app.kinds.exchange.promises import REGISTER, keep_promise
from app.kinds.exchange.reading_back import answer_promise, promises_read, word_on_promise
from app.library.rows import Note
from app.registers.cells import Party, Values
from app.registers.register_entries import add_entry
from app.resources import resources_folder
from app.words import Words
from app.workshop.running import Running
from app.workshop.zones import zones_named
from exports.kinds.exchange.figure import MOST
from exports.page import Piece, Table
from tests.exports.making import House
from tests.exports.telling import figures, headings, items, tables, texts


@pytest.fixture
def running(house: House) -> Running:
    """The block in which both sides are heard."""
    return house.enter(house.plan("promises-both-ways"))


def say(house: House, running: Running, zone: str, *lines: str) -> list[Note]:
    """Notes in a zone."""
    return [house.library.reader.row(Note, one) for one in house.say(running, *lines, zone=zone)]


def matches_table(pieces: list[Piece]) -> Table:
    """The table of what meets."""
    (table,) = [one for one in tables(pieces) if len(one.heads) == 4]
    return table


def test_nothing_said_is_nothing_told(house: House, words: Words, running: Running) -> None:
    assert house.reported(running, words) == []


def test_before_anything_meets_the_notes_are_listed_by_zone(
    house: House, words: Words, running: Running
) -> None:
    say(house, running, "we-give", "Our map")
    say(house, running, "we-ask", "Time")
    pieces = house.reported(running, words)
    labels = {zone.id: zone.label for zone in zones_named(running.recipe, words.language)}
    assert headings(pieces, 3) == [labels["we-give"], labels["we-ask"]]
    assert not figures(pieces)


def test_what_meets_is_drawn_and_told_with_who_and_when(
    house: House, words: Words, running: Running
) -> None:
    one, two = say(house, running, "we-give", "Our map", "A song")
    ask, more = say(house, running, "they-ask", "A map", "Some peace")
    match_notes(house.library, running, ask, one)
    register = load_catalogue(resources_folder()).register(REGISTER)
    day = date(2026, 3, 1)
    keep_promise(house.library, running, register, one, ask, Party(party="community"), day)
    pieces = house.reported(running, words, "community")
    (figure,) = figures(pieces)
    said = words("exchange.said", give="Our map", ask="A map")
    assert said in figure.alternative
    drawn = [one.text for one in figure.diagram.shapes if isinstance(one, Label)]
    assert drawn[2:] == ["Our map", "A map"]
    assert matches_table(pieces).rows == (
        ("Our map", "A map", words("registers.party.community"), words.day(day)),
    )
    assert items(pieces) == [two.text, more.text]
    still = words("exchange.still-open")
    assert all(still in heading for heading in headings(pieces, 3))


def test_what_somebody_may_not_read_is_not_told(
    house: House, words: Words, running: Running
) -> None:
    """Neither the note, nor that the other one meets it."""
    (give,) = say(house, running, "we-give", "Our map")
    secret = house.say(running, "A quiet word", zone="they-ask", audience="facilitator")
    match_notes(house.library, running, give, house.library.reader.row(Note, secret[0]))
    pieces = house.reported(running, words, "community")
    assert not figures(pieces)
    assert "A quiet word" not in "".join(texts(pieces))
    assert figures(house.reported(running, words, "facilitator"))


def test_of_many_the_first_are_drawn_and_all_are_told(
    house: House, words: Words, running: Running
) -> None:
    """The lines of one give to each ask cross none; what has no room stands in the table."""
    gives = say(house, running, "they-give", *(f"Give {n} " + "long " * 40 for n in range(18)))
    asks = say(house, running, "we-ask", *(f"Ask {n} اطلب" for n in range(18)))
    for give, ask in zip(gives, reversed(asks), strict=True):
        match_notes(house.library, running, give, ask)
    pieces = house.reported(running, words)
    (figure,) = figures(pieces)
    links = [one for one in figure.diagram.shapes if isinstance(one, Stroke) and one.line > 1]
    assert len(links) == MOST
    assert [one.y1 for one in links] == [one.y2 for one in links]
    assert figure.caption == words("exchange.caption-some", shown=MOST, n=18)
    assert len(matches_table(pieces).rows) == 18


def test_the_worksheet_has_two_columns_for_each_direction(
    house: House, words: Words, running: Running
) -> None:
    report = house.reports[running.block.kind]
    sheet = report.worksheet(running.recipe, house.catalogue, words)
    labels = {zone.id: zone.label for zone in zones_named(running.recipe, words.language)}
    assert [table.heads for table in tables(sheet)] == [
        (labels["we-give"], labels["they-ask"]),
        (labels["they-give"], labels["we-ask"]),
    ]


def test_promises_that_were_read_are_told_alike(house: House, words: Words) -> None:
    """Both sides in one table; of those that nobody read, how many."""
    register = load_catalogue(resources_folder()).register(REGISTER)
    for promise, side in (("A page", "community"), ("A room", "organization"), ("Time", "sponsor")):
        values: Values = {"promise": promise, "from": Party(party=side)}
        add_entry(house.library, register, house.community.id, values)
    running = house.enter(house.plan("promises-both-ways"))
    lines = promises_read(house.library.reader, running, register)
    assert [one.text for one in lines] == ["A page", "A room", "Time"], "one of each in turn"
    assert house.reported(running, words) == []
    answer_promise(house.library, running, register, lines[0].id, "kept")
    answer_promise(house.library, running, register, lines[1].id, "not-kept")
    word_on_promise(house.library, running, register, lines[1].id, "There was a move.")
    pieces = house.reported(running, words)
    (table,) = tables(pieces)
    said = register.in_language(words.language).states
    assert [(row[0], row[2]) for row in table.rows] == [
        ("A page", said["kept"]),
        ("A room", f"{said['not-kept']} – There was a move."),
    ]
    assert words("inroom.not-read", n=1) in texts(pieces)
    lines = promises_read(house.library.reader, running, register)
    assert [one.state for one in lines] == ["kept", "not-kept", ""], (
        "what was read stays to be seen"
    )
