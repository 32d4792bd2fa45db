"""A matrix on paper: the ground with numbers, the readings as lists, and a ground to fill."""

import msgspec
import pytest

from app.kinds.matrix.setup import axes_of
from app.library.rows import Note
from app.words import Words
from app.workshop.notes import notes_of
from app.workshop.placing import place_notes
from app.workshop.running import Running
from exports.page import Table
from exports.writers.table_widths import TO_WRITE_IN
from tests.exports.making import House
from tests.exports.telling import figures, headings, items, tables, texts


@pytest.fixture
def matrix(house: House) -> Running:
    """The block in which challenges are placed."""
    return house.enter(house.plan("which-challenge"))


def placed(house: House, running: Running, *said: tuple[str, int, int]) -> list[Note]:
    """Notes at places."""
    house.say(running, *(text for text, _, _ in said))
    notes = notes_of(house.library.reader, running.run.id)[-len(said) :]
    places = [(note, x, y) for note, (_, x, y) in zip(notes, said, strict=True)]
    return place_notes(house.library, running, places)


def test_nothing_said_is_nothing_told(house: House, words: Words, matrix: Running) -> None:
    assert house.reported(matrix, words) == []


def test_what_is_not_placed_is_a_list(house: House, words: Words, matrix: Running) -> None:
    house.say(matrix, "one", "two")
    pieces = house.reported(matrix, words)
    assert headings(pieces, 3) == [words("matrix.not-placed")]
    assert items(pieces) == ["one", "two"]
    assert not figures(pieces)


def test_numbers_of_the_figure_are_those_of_the_lists(
    house: House, words: Words, matrix: Running
) -> None:
    placed(house, matrix, ("low", 100, 100), ("best", 900, 900), ("good", 600, 700))
    house.say(matrix, "later")
    pieces = house.reported(matrix, words)
    axes = axes_of(matrix.recipe, (words.language,))
    both, neither = axes.readings["both"], axes.readings["neither"]
    assert headings(pieces, 3) == [both, neither, words("matrix.not-placed")]
    assert items(pieces) == ["1 · best", "2 · good", "3 · low", "later"]
    (figure,) = figures(pieces)
    assert figure.table.rows == (
        ("1", "best", both, "9", "9"),
        ("2", "good", both, "6", "7"),
        ("3", "low", neither, "1", "1"),
    )
    drawn = texts([figure])
    assert {axes.across.low, axes.up.high} <= {text.strip("← →↑↓") for text in drawn}
    assert all(text in figure.alternative for text in ("best", "good", "low"))


def test_what_is_for_the_facilitator_is_not_told_to_others(
    house: House, words: Words, matrix: Running
) -> None:
    note, _ = placed(house, matrix, ("between us", 500, 500), ("for all", 600, 600))
    with house.library.change("test", house.in_workshop) as writer:
        writer.change(note, audience="facilitator")
    told = "\n".join(texts(house.reported(matrix, words, "community")))
    assert "between us" not in told
    assert "for all" in told


def test_the_worksheet_is_the_empty_ground_and_lines(
    house: House, words: Words, matrix: Running
) -> None:
    report = house.reports[matrix.block.kind]
    pieces = report.worksheet(matrix.recipe, house.catalogue, words)
    (figure,) = figures(pieces)
    axes = axes_of(matrix.recipe, (words.language,))
    drawn = " ".join(texts([figure]))
    for axis in (axes.across, axes.up):
        assert axis.low in drawn
        assert axis.high in drawn
    lines = [piece for piece in pieces if isinstance(piece, Table)]
    assert all(TO_WRITE_IN in row for table in lines for row in table.rows)


def test_axes_of_ones_own_are_on_paper_too(house: House, words: Words, matrix: Running) -> None:
    placed(house, matrix, ("best", 900, 900))
    axes = {"energy": {"name": "Effort", "low": "much", "high": "little"}}
    told = {
        code: msgspec.structs.replace(one, setup={**one.setup, "axes": axes, "readings": {}})
        for code, one in matrix.recipe.words.items()
    }
    recipe = msgspec.structs.replace(matrix.recipe, words=told)
    pieces = house.reports["matrix"].worksheet(recipe, house.catalogue, words)
    assert "much" in " ".join(texts(pieces))
    assert not tables(house.reported(matrix, words))
