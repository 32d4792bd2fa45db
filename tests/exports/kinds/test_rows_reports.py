"""Registers and stories on paper: what was written, for whom, and sheets for a pen."""

from datetime import date

import pytest

from app.kinds.stories.kind import CYCLES
from app.kinds.table import make_kinds
from app.library.rows import RegisterEntry
from app.words import Words
from app.workshop.running import Running
from exports.page import Piece
from exports.registry import DOCUMENTS
from exports.writers.table_widths import TO_WRITE_IN
from tests.exports.making import House
from tests.exports.telling import figures, headings, tables, texts
from ui.kind_tables import make_reports

RIGHT = "שלום עולם"


def write(house: House, running: Running, *cells: tuple[str, str]) -> str:
    """A row, its first cell first; its id."""
    kind = make_kinds(house.catalogue)[running.block.kind]
    first, *rest = cells
    kind.capture(house.library, running, *first)
    row = house.library.reader.rows(RegisterEntry, order="position", run=running.run.id)[-1]
    for column, text in rest:
        kind.capture(house.library, running, f"{row.id}/{column}", text)
    return row.id


@pytest.fixture
def asking(house: House) -> Running:
    """Asked first, under way."""
    return house.enter(house.plan("ask-us-first"))


@pytest.fixture
def telling(house: House) -> Running:
    """Stories, under way."""
    return house.enter(house.plan("what-it-made-possible"))


def told(house: House, running: Running, words: Words, readers: str) -> list[Piece]:
    """What a summary for these readers says of the run."""
    return house.reported(running, words, audience=readers)


def test_rows_stand_under_the_columns_that_hold_anything(
    house: House, words: Words, asking: Running
) -> None:
    write(house, asking, ("topic", "Permits"), ("answer", "one-week"))
    write(house, asking, ("topic", RIGHT), ("tell", "2026-02-15"))
    pieces = house.reported(asking, words)
    (table,) = tables(pieces)
    register = house.catalogue.register("asked-about").in_language(words.language)
    names, week = register.columns, register.options["answer"]["one-week"]
    assert table.heads == (names["topic"], names["answer"], names["tell"])
    day = words.day(date(2026, 2, 15))
    assert table.rows == (("Permits", week, ""), (RIGHT, "", day))
    assert words("rows.kept", register=register.name) in texts(pieces)


def test_what_was_there_before_is_counted_not_told(
    house: House, words: Words, asking: Running
) -> None:
    write(house, asking, ("topic", "Permits"))
    again = house.enter(asking.block, again=True)
    write(house, again, ("topic", "Quays"))
    pieces = house.reported(again, words)
    assert tables(pieces)[0].rows == (("Quays",),)
    name = house.catalogue.register("asked-about").in_language(words.language).name
    assert words("rows.kept-before", register=name, n=1) in texts(pieces)


def test_nothing_written_is_nothing_told(
    house: House, words: Words, asking: Running, telling: Running
) -> None:
    assert list(house.reported(asking, words)) == []
    assert list(house.reported(telling, words)) == []


def test_a_story_is_told_only_as_far_as_its_consent(
    house: House, words: Words, telling: Running
) -> None:
    write(house, telling, ("help", "A secret"), ("applied", "Hidden"))
    for readers in ("room", "community", "organization"):
        assert not told(house, telling, words, readers)
    write(house, telling, ("help", "A map was lent"), ("immediate", "A laugh"), ("consent", "room"))
    room = told(house, telling, words, "room")
    assert headings(room, 3) == ["A map was lent"]
    assert not any("secret" in text or "Hidden" in text for text in texts(room))
    assert not told(house, telling, words, "community")


def test_a_summary_says_how_many_rows_its_readers_do_not_get(
    house: House, words: Words, telling: Running
) -> None:
    write(house, telling, ("help", "A secret"))
    request = house.request("summary")
    document = DOCUMENTS["summary"].load()
    with house.library.snapshot() as reader:
        found = document.left_out(reader, house.catalogue, words, request)
    assert {one.what: one.number for one in found}["entries"] == 1


def test_a_story_is_a_chain_with_words_and_a_table(
    house: House, words: Words, telling: Running
) -> None:
    cells = (("immediate", "A laugh"), ("realized", "One trip less"), ("evidence", "Two plans"))
    write(house, telling, ("help", "A map was lent"), *cells, ("consent", "community"))
    pieces = told(house, telling, words, "community")
    (figure,) = figures(pieces)
    assert len(figure.table.rows) == len(CYCLES)
    assert "A laugh" in " ".join(texts(pieces))
    assert figure.caption == words("stories.caption", n=2, total=5)
    assert any("Two plans" in text for text in texts(pieces))


def test_what_is_told_at_length_is_said_in_full(
    house: House, words: Words, telling: Running
) -> None:
    long = "And then somebody called somebody else. " * 45
    write(house, telling, ("help", "A map"), ("applied", long), ("consent", "community"))
    pieces = told(house, telling, words, "community")
    assert any(long.strip() in text for text in texts(pieces))


def test_worksheets_have_the_columns_and_what_can_be_chosen(house: House, words: Words) -> None:
    reports = make_reports(house.catalogue)
    for exercise, register, column, option in (
        ("ask-us-first", "asked-about", "answer", "one-month"),
        ("what-it-made-possible", "stories", "consent", "community"),
    ):
        wording = house.catalogue.register(register).in_language(words.language)
        chosen = wording.options[column][option]
        running = house.enter(house.plan(exercise))
        sheet = list(reports[running.block.kind].worksheet(running.recipe, house.catalogue, words))
        assert any(chosen in text for text in texts(sheet))
        (table,) = tables(sheet)
        assert all(TO_WRITE_IN in row for row in table.rows)


@pytest.mark.parametrize("number", [1, 18, 500])
@pytest.mark.parametrize("ending", ["pdf", "docx", "md"])
def test_any_number_of_rows_in_every_format(
    house: House, words: Words, asking: Running, number: int, ending: str
) -> None:
    if number == 500 and ending == "pdf":
        number = 120
    text = "".join(f"Topic {at} {'x' * 80}\tmail\tA month\n" for at in range(number))
    make_kinds(house.catalogue)["register"].capture(house.library, asking, "topic", text)
    assert len(house.data("summary", words, ending)) > 0
