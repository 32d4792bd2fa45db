"""Rows of a register, filled cell by cell in a run: on the first floor."""

from datetime import date

import pytest

from app.catalogue.catalogue import Catalogue
from app.kinds.register import RegisterRows
from app.library.audience import AUDIENCES
from app.library.library import Library
from app.library.rows import RegisterEntry
from app.library.trouble import Trouble
from app.registers.cells import Party
from app.registers.register_entries import entries_of
from app.registers.run_rows import (
    Asked,
    CellPlace,
    filled,
    keep_cell,
    keep_typed,
    keep_value,
    place_of_target,
    take_out,
)
from app.registers.typed_cells import Typing
from app.resources import resources_folder
from app.words_files import load_words
from app.workshop.planning import add_exercise, scope_of
from app.workshop.running import Running
from tests.app.kinds.launch import Launch

TODAY = date(2026, 1, 15)
TABLE = "Délai de réponse\tSujet\nUn mois\tPermis\nune s\tRelevés\n\tQuais\n"


@pytest.fixture
def kind(catalogue: Catalogue) -> RegisterRows:
    """The kind with the shipped registers."""
    return RegisterRows(catalogue.registers)


@pytest.fixture
def running(launch: Launch, library: Library, catalogue: Catalogue) -> Running:
    """Asked first, under way."""
    add_exercise(library, catalogue, launch.workshop, "ask-us-first")
    return launch.enter("ask-us-first")


@pytest.fixture
def asked(kind: RegisterRows, running: Running) -> Asked:
    """What it asks."""
    return kind.asked(running.recipe)


@pytest.fixture(scope="module")
def typing() -> Typing:
    """What is known at a bilingual launch."""
    words = tuple(load_words(resources_folder(), code) for code in ("en", "fr"))
    return Typing(TODAY, words, {"ngozi obi": Party(id="", name="Ngozi Obi")})


def said(library: Library, asked: Asked, running: Running) -> list[dict[str, object]]:
    """The cells of the rows that the run wrote."""
    return [dict(one.values) for one in filled(library.reader, asked, running).entries]


def test_a_row_is_filled_cell_by_cell_each_taken_back_in_one_step(
    library: Library, asked: Asked, running: Running, typing: Typing
) -> None:
    place = CellPlace("", "topic")
    typed = {"topic": "Permits", "answer": "a w", "tell": "15 feb", "carrier": "ngozi obi"}
    for column, text in typed.items():
        cell = CellPlace(place.entry, column)
        place = keep_cell(library, asked, running, cell, text, typing)
    whole = {
        "topic": "Permits",
        "answer": "one-week",
        "tell": date(2026, 2, 15),
        "carrier": Party(name="Ngozi Obi"),
    }
    assert said(library, asked, running) == [whole]
    (row,) = library.reader.rows(RegisterEntry, run=running.run.id)
    assert (row.workshop, row.audience) == (running.workshop.id, "community")
    scope = scope_of(running.workshop)
    library.undo(scope)
    assert said(library, asked, running) == [{k: v for k, v in whole.items() if k != "carrier"}]
    for _ in range(3):
        library.undo(scope)
    assert said(library, asked, running) == []
    for _ in range(4):
        library.redo(scope)
    assert said(library, asked, running) == [whole]


def test_a_pasted_table_is_one_change_and_its_heads_say_which_is_which(
    library: Library, asked: Asked, running: Running, typing: Typing
) -> None:
    keep_typed(library, asked, running, "topic", TABLE, typing)
    assert said(library, asked, running) == [
        {"topic": "Permis", "answer": "one-month"},
        {"topic": "Relevés", "answer": "one-week"},
        {"topic": "Quais"},
    ]
    library.undo(scope_of(running.workshop))
    assert said(library, asked, running) == []


def test_a_cell_that_is_not_understood_keeps_nothing_of_the_table(
    library: Library, asked: Asked, running: Running, typing: Typing
) -> None:
    with pytest.raises(Trouble, match="cell-choice"):
        keep_typed(library, asked, running, "topic", "One\tmail\tA month\nTwo\tmail\tsoon", typing)
    assert said(library, asked, running) == []


def test_two_choices_that_begin_alike_are_not_guessed(
    library: Library, asked: Asked, running: Running, typing: Typing
) -> None:
    place = keep_cell(library, asked, running, CellPlace("", "topic"), "Permits", typing)
    with pytest.raises(Trouble, match="cell-choice"):
        keep_cell(library, asked, running, CellPlace(place.entry, "answer"), "a", typing)
    with pytest.raises(Trouble, match="cell-unclear"):
        keep_cell(library, asked, running, CellPlace(place.entry, "tell"), "some day", typing)


def test_a_row_begins_with_its_first_cell(
    library: Library, asked: Asked, running: Running, typing: Typing
) -> None:
    with pytest.raises(Trouble, match="row-begins"):
        keep_cell(library, asked, running, CellPlace("", "channel"), "by mail", typing)
    place = keep_cell(library, asked, running, CellPlace("", "topic"), "Permits", typing)
    with pytest.raises(Trouble, match="entry-needs"):
        keep_value(library, asked, running, place, None)


def test_rows_are_kept_between_runs_and_known_as_there_before(
    launch: Launch, library: Library, asked: Asked, running: Running, kind: RegisterRows
) -> None:
    kind.capture(library, running, "topic", "Permits")
    kind.capture(library, running, "topic", "Surveys")
    again = launch.enter("ask-us-first", again=True)
    kind.capture(library, again, "topic", "Quays")
    (found,) = kind.facts(library.reader, again)
    assert [one.values["topic"] for one in found.entries] == ["Quays"]
    assert [one.values["topic"] for one in found.before] == ["Permits", "Surveys"]
    first = filled(library.reader, asked, running)
    assert (len(first.entries), len(first.before)) == (2, 0)
    assert kind.count(library.reader, again.run.id) == 1
    register = asked.register
    assert len(entries_of(library.reader, register, running.community.id)) == 3


def test_a_row_is_taken_out_and_comes_back(
    library: Library, asked: Asked, running: Running, kind: RegisterRows
) -> None:
    kind.capture(library, running, "topic", "Permits")
    (entry,) = filled(library.reader, asked, running).entries
    take_out(library, running, entry.id)
    assert said(library, asked, running) == []
    library.undo(scope_of(running.workshop))
    assert said(library, asked, running) == [{"topic": "Permits"}]


def test_a_row_goes_no_further_than_its_block(
    library: Library, asked: Asked, running: Running, kind: RegisterRows
) -> None:
    with library.change("block-edit", scope_of(running.workshop)) as writer:
        block = writer.change(running.block, audience="room")
    narrow = Running(running.community, running.workshop, block, running.run, running.recipe)
    kind.capture(library, narrow, "topic", "Permits")
    (row,) = library.reader.rows(RegisterEntry, run=running.run.id)
    assert row.audience == "room"
    assert row.audience in AUDIENCES


def test_a_register_of_a_later_hearth_is_plain_texts(
    launch: Launch, library: Library, running: Running
) -> None:
    """Nothing of what people say is lost where the register is not known here."""
    kind = RegisterRows(())
    kind.capture(library, running, "topic", "Permits")
    (found,) = kind.facts(library.reader, running)
    assert [dict(one.values) for one in found.entries] == [{"topic": "Permits"}]


@pytest.mark.parametrize("number", [0, 1, 18, 500])
def test_any_number_of_rows(
    library: Library, asked: Asked, running: Running, typing: Typing, number: int
) -> None:
    text = "".join(f"Topic {at}\tmail\tA month\n" for at in range(number))
    if number:
        keep_typed(library, asked, running, "topic", text, typing)
    assert len(said(library, asked, running)) == number


def test_long_words_and_words_from_the_right_stay_as_they_are(
    library: Library, asked: Asked, running: Running, typing: Typing
) -> None:
    for text in ("x" * 300, "שלום עולם"):
        keep_typed(library, asked, running, "topic", text, typing)
    assert [one["topic"] for one in said(library, asked, running)] == ["x" * 300, "שלום עולם"]


def test_a_target_names_a_cell_of_a_row() -> None:
    for place in (CellPlace("", "topic"), CellPlace("0" * 32, "answer")):
        assert place_of_target(place.target) == place
