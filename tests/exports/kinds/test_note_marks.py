"""What notes bear, on paper: their own colour in words, nobody's name, and nothing for too many."""

import msgspec
import pytest

from app.catalogue.recipe import encode_recipe
from app.diagram import Box
from app.library.rows import Block
from app.words import Words
from app.workshop.note_marks import colour_notes, mark_audience, name_author
from app.workshop.notes import notes_of
from app.workshop.planning import recipe_of
from app.workshop.rounds import close_round, count_dots, dots_round, open_dots
from app.workshop.running import Running, running_of
from tests.exports.making import House
from tests.exports.telling import figures, items


@pytest.fixture(params=["questions-we-hold", "case-on-the-table"])
def running(house: House, request: pytest.FixtureRequest) -> Running:
    """A board or a talk, with three notes; people may be named in it."""
    entered = house.enter(house.plan(str(request.param)))
    recipe = msgspec.structs.replace(recipe_of(entered.block), anonymous=False)
    with house.library.change("block-recipe", house.in_workshop) as writer:
        writer.change(writer.row(Block, entered.block.id), recipe=encode_recipe(recipe))
    house.say(entered, "One", "Two", "Three")
    return running_of(house.library.reader, entered.run.id)


def test_a_colour_of_its_own_is_told(house: House, words: Words, running: Running) -> None:
    notes = notes_of(house.library.reader, running.run.id)
    colour_notes(house.library, running, notes[1:2], "blue")
    assert items(house.reported(running, words)) == [
        "One",
        f"Two · {words('kinds.colour.blue')}",
        "Three",
    ]


def test_nobody_is_named(house: House, words: Words, running: Running) -> None:
    notes = notes_of(house.library.reader, running.run.id)
    name_author(house.library, running, notes, "Noor Bloemendaal")
    for audience in ("facilitator", "room", "community"):
        assert "Bloemendaal" not in repr(house.reported(running, words, audience))


def test_paper_keeps_to_whom_a_note_is_for(house: House, words: Words, running: Running) -> None:
    notes = notes_of(house.library.reader, running.run.id)
    mark_audience(house.library, running, notes[:1], "facilitator")
    assert items(house.reported(running, words, "room")) == ["Two", "Three"]
    assert items(house.reported(running, words, "facilitator")) == ["One", "Two", "Three"]


def test_the_figure_has_the_notes_own_colour(house: House, words: Words) -> None:
    board = house.enter(house.plan("questions-we-hold"))
    house.say(board, "One", "Two", zone="questions")
    notes = notes_of(house.library.reader, board.run.id)
    colour_notes(house.library, board, notes[:1], "violet")
    opened = open_dots(house.library, board, 3, 2)
    for note in notes:
        count = dots_round(house.library.reader, board.run.id)
        assert count is not None
        count_dots(house.library, board, count, note.id, 2, 0)
    close_round(house.library, house.in_workshop, opened)
    (figure,) = figures(house.reported(board, words))
    fills = [shape.fill for shape in figure.diagram.shapes if isinstance(shape, Box)]
    assert fills.count("violet") == 1
