"""A journey on paper: figures with numbered moments, the history as a table, an empty line."""

import pytest

from app.kinds.journey.kind import Journey
from app.kinds.journey.setup import ends_of
from app.library.rows import Note
from app.words import Words
from app.workshop.notes import notes_of
from app.workshop.placing import place_notes
from app.workshop.running import Running
from app.workshop.zones import zones_named
from exports.writers.table_widths import TO_WRITE_IN
from tests.exports.making import House
from tests.exports.telling import figures, tables, texts


@pytest.fixture
def road(house: House) -> Running:
    """The block in which the road is drawn."""
    return house.enter(house.plan("our-road-so-far"))


def say(house: House, running: Running, zone: str, *said: str) -> list[Note]:
    """Moments, one after the other."""
    for text in said:
        Journey().capture(house.library, running, zone, text)
    return notes_of(house.library.reader, running.run.id)


def test_nothing_said_is_nothing_told(house: House, words: Words, road: Running) -> None:
    assert house.reported(road, words) == []


def test_the_history_stands_in_order_under_the_numbers_of_the_figure(
    house: House, words: Words, road: Running
) -> None:
    say(house, road, "turns", "2021, the move")
    notes = say(house, road, "absences", "nobody from the north")
    place_notes(house.library, road, [(notes[0], 900, 1000), (notes[1], 100, 200)])
    pieces = house.reported(road, words)
    labels = {zone.id: zone.label for zone in zones_named(road.recipe, words.language)}
    assert tables(pieces)[-1].rows == (
        ("1", "nobody from the north", labels["absences"]),
        ("2", "2021, the move", labels["turns"]),
    )
    (figure,) = figures(pieces)
    assert figure.table.rows == (("1", "2"), ("2", "10"))
    assert set(labels.values()) <= set(texts([figure]))
    assert figure.caption == words("journey.caption", n=2)
    assert "2021, the move" in figure.alternative


def test_a_long_road_is_drawn_in_parts_of_like_length(
    house: House, words: Words, road: Running
) -> None:
    say(house, road, "firsts", *(f"moment {at}" for at in range(34)))
    pieces = house.reported(road, words)
    first, second = figures(pieces)
    numbers = [row[0] for figure in (first, second) for row in figure.table.rows]
    assert numbers == [str(number) for number in range(1, 35)]
    assert len(first.table.rows) == len(second.table.rows) == 17
    ends = ends_of(road.recipe, (words.language,))
    assert ends.begins in texts([first])
    assert ends.begins not in texts([second])
    assert f"{ends.ends} →" in texts([second])


def test_what_is_for_the_facilitator_is_not_told_to_others(
    house: House, words: Words, road: Running
) -> None:
    (note, _) = say(house, road, "absences", "between us", "for all")
    with house.library.change("test", house.in_workshop) as writer:
        writer.change(note, audience="facilitator")
    told = "\n".join(texts(house.reported(road, words, "community")))
    assert "between us" not in told
    assert "for all" in told


def test_the_worksheet_is_an_empty_line_of_time(house: House, words: Words, road: Running) -> None:
    pieces = house.reports["journey"].worksheet(road.recipe, house.catalogue, words)
    (figure,) = figures(pieces)
    ends, drawn = ends_of(road.recipe, (words.language,)), " ".join(texts([figure]))
    assert all(text in drawn for text in (ends.begins, ends.ends, ends.low, ends.high))
    (lines,) = tables(pieces)
    assert all(TO_WRITE_IN in row for row in lines.rows)
