"""A register on paper: what is open at a glance, then entry by entry what was written of it."""

from datetime import date
from pathlib import Path

import pytest

from app.library.journal import Scope
from app.library.rows import Clause
from app.registers.cells import Link, Party, Value
from app.words import Words
from exports.page import Heading, Table
from exports.registry import FORMATS
from tests.exports.making import House
from tests.exports.telling import everything, headings, pdf_pages, read, tables, texts, under

DUE = date(2026, 3, 14)
NO_BREAK = "\N{NO-BREAK SPACE}"


def kept(house: House) -> House:
    """A register with three entries: one that says much, one that says little, one that is over."""
    ann = house.person("Ann Lee")
    clause = house.clause("voice", "Ask us before oil is bought")
    much: dict[str, Value] = {
        "decision": "Oil is bought elsewhere",
        "date": date(2026, 1, 2),
        "asked": False,
        "due": DUE,
        "carrier": Party(id=ann.id),
        "view": "It smokes.\nAnd it is dear.",
        "clause": Link("clause", clause.id),
    }
    house.entry({"decision": "The old wicks go"}, state="closed")
    house.entry({"decision": "A new boathouse"})
    house.entry(much, workshop=house.workshop.id)
    return house


def glance(house: House, words: Words, **wanted: str) -> Table:
    """The table at the head of the page."""
    (table,) = tables(house.page("register", words, **wanted).pieces)  # type: ignore[arg-type]
    return table


def test_an_empty_register_says_so(house: House, words: Words, tmp_path: Path) -> None:
    page = house.page("register", words)
    told = house.catalogue.register("voice").in_language(words.language)
    assert told.sentence in texts(page.pieces)
    assert words("registers.nothing-for-readers") in texts(page.pieces)
    assert not tables(page.pieces)
    for ending in FORMATS:
        data = house.data("register", words, ending)
        assert words("registers.nothing-for-readers") in flat(read(data, ending, tmp_path))


def test_a_table_shows_all_at_a_glance(house: House, words: Words) -> None:
    """Columns in which nothing stands are left out; a day stands on one line."""
    register = kept(house).catalogue.register("voice")
    told = register.in_language(words.language)
    table = glance(house, words)
    columns = ("decision", "date", "asked", "due", "carrier")
    assert table.heads == (*(told.columns[one] for one in columns), words("registers.state"))
    day = words.day(DUE).replace(" ", NO_BREAK)
    assert table.rows[0][0] == "Oil is bought elsewhere"
    assert table.rows[0][2:] == (words("registers.no"), day, "Ann Lee", told.states["heard"])
    assert [row[0] for row in table.rows] == [
        "Oil is bought elsewhere",
        "A new boathouse",
        "The old wicks go",
    ]


def test_what_the_table_has_no_room_for_follows_entry_by_entry(house: House, words: Words) -> None:
    pieces = kept(house).page("register", words).pieces
    told = house.catalogue.register("voice").in_language(words.language)
    assert headings(pieces) == [words("registers.in-full")]
    assert headings(pieces, 3) == ["Oil is bought elsewhere"], "the others say no more"
    said = texts(under(pieces, "Oil is bought elsewhere"))

    def label(name: str) -> str:
        return words("registers.label", name=name)

    assert said == [
        f"{label(told.columns['view'])} It smokes.",
        "And it is dear.",
        f"{label(told.columns['clause'])} Ask us before oil is bought",
        f"{label(words('registers.said-in'))} First evening",
    ]


def test_entries_that_fit_in_the_table_are_not_told_twice(house: House, words: Words) -> None:
    house.entry({"decision": "A new boathouse", "due": DUE})
    assert not [one for one in house.page("register", words).pieces if isinstance(one, Heading)][1:]


def test_a_promise_on_paper(house: House, words: Words) -> None:
    """Parties by their names, hours with their unit."""
    values: dict[str, Value] = {
        "promise": "Room and oil",
        "from": Party(party="organization"),
        "to": Party(party="community"),
        "hours": 12,
    }
    house.entry(values, register="gives-and-asks", state="kept")
    (row,) = glance(house, words, register="gives-and-asks").rows
    hours = words("registers.hours", n=12).replace(" ", NO_BREAK)
    told = house.catalogue.register("gives-and-asks").in_language(words.language)
    by, to = (words(f"registers.party.{one}") for one in ("organization", "community"))
    assert row == ("Room and oil", by, to, hours, told.states["kept"])


@pytest.mark.parametrize("ending", FORMATS)
def test_every_format_says_all_of_it(
    house: House, words: Words, tmp_path: Path, ending: str
) -> None:
    found = flat(read(kept(house).data("register", words, ending), ending, tmp_path))
    for text in (
        "Lantern Makers",
        house.catalogue.register("voice").in_language(words.language).name,
        "Oil is bought elsewhere",
        "A new boathouse",
        "Ann Lee",
        flat(words.day(DUE)),
        "And it is dear.",
        "Ask us before oil is bought",
        "First evening",
        words("paper.for-community"),
    ):
        assert text in found, text


@pytest.mark.parametrize("ending", FORMATS)
def test_a_link_whose_row_is_gone_leaves_no_trace(
    house: House, words: Words, tmp_path: Path, ending: str
) -> None:
    (clause,) = kept(house).library.reader.rows(Clause)
    with house.library.change("clause-remove", Scope(house.community.id)) as rows:
        rows.remove(clause)
    found = flat(read(house.data("register", words, ending), ending, tmp_path))
    assert "It smokes." in found
    assert "Ask us before oil" not in found
    told = house.catalogue.register("voice").in_language(words.language)
    assert told.columns["clause"] not in found


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_not_for_readers_does_not_leave(
    house: House, words: Words, tmp_path: Path, ending: str
) -> None:
    """For others the rest; for readers of nothing, the sentence that says so."""
    house.entry({"decision": "Ours alone"}, audience="facilitator")
    house.entry({"decision": "The room speaks"}, audience="room")
    for audience, seen in (
        ("facilitator", ("Ours alone", "The room speaks")),
        ("room", ("The room speaks",)),
        ("community", ()),
    ):
        data = house.data("register", words, ending, audience=audience)
        found = flat(read(data, ending, tmp_path))
        for text in ("Ours alone", "The room speaks"):
            assert (text in found) is (text in seen)
        assert (words("registers.nothing-for-readers") in found) is (seen == ())


def test_a_long_register_repeats_its_heads(house: House, words: Words, tmp_path: Path) -> None:
    for number in range(60):
        house.entry({"decision": f"Decision {number:02}", "due": DUE, "view": f"View {number:02}"})
    page = house.page("register", words)
    assert words("registers.entries", n=60) in everything(page)
    pages = pdf_pages(house.data("register", words), tmp_path)
    told = house.catalogue.register("voice").in_language(words.language)
    heads = [one for one in pages if told.columns["due"] in one]
    assert len(heads) > 1
    whole = "\n".join(pages)
    assert all(f"View {number:02}" in whole for number in range(60))


def flat(text: str) -> str:
    """A text with every space plain and single: columns and spaces that never break aside."""
    return " ".join(text.split())
