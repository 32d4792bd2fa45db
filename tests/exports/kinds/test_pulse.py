"""A pulse on paper: the middle and the spread, never a count; and a sheet to answer on."""

import pytest

from app.kinds.pulse.rounds import FORMS, answers_given
from app.kinds.pulse.setup import pulse_words, statements_of
from app.words import Words
from app.workshop.ballots import cast, close_ballot, open_ballot
from app.workshop.running import Running
from exports.page import Table
from tests.exports.making import House
from tests.exports.telling import figures, tables, texts
from ui.kind_tables import make_reports


@pytest.fixture
def asked(house: House) -> Running:
    """The block in which the pulse is taken."""
    return house.enter(house.plan("taking-the-pulse"))


def take(house: House, running: Running, *answers: str, close: bool = True) -> None:
    """A round in which each of the answers is one person's to every statement."""
    opened = open_ballot(house.library, running, FORMS)
    people = [dict.fromkeys(statements_of(running.recipe), one) for one in answers]
    cast(house.library, running, opened, [answers_given(running, one) for one in people])
    if close:
        close_ballot(house.library, running, opened)


def test_an_open_round_is_in_no_report(house: House, words: Words, asked: Running) -> None:
    take(house, asked, "1", "2", "3", "4", close=False)
    assert house.reported(asked, words) == []


def test_the_middle_and_the_spread_stand_in_a_figure(
    house: House, words: Words, asked: Running
) -> None:
    take(house, asked, "2", "3", "3", "4", "4", "5", "5")
    (figure,) = figures(house.reported(asked, words))
    assert figure.caption == words("pulse.caption", n=7)
    assert all(row[1] == "4" for row in figure.table.rows)
    assert {row[2] for row in figure.table.rows} == {words("ballot.from-to", low=3, high=5)}
    said = pulse_words(asked.recipe, words.language).statements
    assert all(text in figure.alternative for text in said.values())


def test_a_middle_alone_is_not_called_a_spread(house: House, words: Words, asked: Running) -> None:
    take(house, asked, "2", "3", "3", "4")
    (figure,) = figures(house.reported(asked, words))
    assert figure.caption == words("pulse.caption-middle", n=4)


def test_too_few_answers_are_said_to_be_so(house: House, words: Words, asked: Running) -> None:
    take(house, asked, "1", "5")
    (figure,) = figures(house.reported(asked, words))
    assert {row[1] for row in figure.table.rows} == {words("ballot.too-few")}
    assert figure.caption == words("pulse.caption-too-few", n=2)
    drawn = str(figure.diagram)
    assert "put-to-work" not in drawn


def test_the_worksheet_has_every_statement_and_no_name(
    house: House, words: Words, asked: Running
) -> None:
    report = make_reports(house.catalogue)["pulse"]
    pieces = report.worksheet(asked.recipe, house.catalogue, words)
    (table,) = tables(list(pieces))
    assert isinstance(table, Table)
    said = pulse_words(asked.recipe, words.language).statements
    assert [row[0] for row in table.rows] == list(said.values())
    assert all(row[1:6] == ("1", "2", "3", "4", "5") for row in table.rows)
    assert "1" in "".join(texts(list(pieces)))
