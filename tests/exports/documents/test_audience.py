"""Nothing marked for a narrower audience leaves, in whatever document, format and language."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.catalogue.catalogue import Catalogue
from app.charter.clauses import remove_clause
from app.library.audience import AUDIENCES
from app.library.opening import open_library
from app.words import Words
from exports.facts.charter_document import AGREEMENT
from exports.registry import FORMATS
from tests.app.library.settings import StillMoment
from tests.exports.documents.secrets import marked_house, readable, unreadable
from tests.exports.making import House
from tests.exports.telling import everything, figures, headings, read, texts

EXPECTED: dict[str, tuple[str, ...]] = {
    "charter": ("Zclause", "Zsection", "Zdrafted"),
    "summary": ("Zblock", "Znote", "Zspoken", "Zdecision", "Zaction", "Zparked", "Zdrafted"),
    "run-sheet": ("Zblock",),
    "register": ("Zentry",),
}
"""What each document tells of what may be read."""


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> Iterator[House]:
    """A community in which everything is marked for somebody; exports change nothing in it."""
    path = tmp_path_factory.mktemp("marked") / "library.hearth"
    with closing(open_library(path, StillMoment())) as library:
        yield marked_house(House.founded(library, catalogue))


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("document", EXPECTED)
def test_files_hold_what_their_audience_may_read_and_no_more(
    marked: House, words: Words, tmp_path: Path, document: str, audience: str
) -> None:
    for ending in FORMATS:
        data = marked.data(document, words, ending, audience=audience)
        found = read(data, ending, tmp_path)
        for text in readable(audience, *EXPECTED[document]):
            assert text in found, f"{text} is missing from the {ending}"
        for text in unreadable(audience):
            assert text not in found, f"{text} is in the {ending}"


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_page_says_for_whom_it_is(marked: House, words: Words, audience: str) -> None:
    for document in EXPECTED:
        page = marked.page(document, words, audience=audience)
        assert page.foot.endswith(words(f"paper.for-{audience}"))


@pytest.mark.parametrize("ending", FORMATS)
def test_what_is_hidden_would_be_found(
    marked: House, words: Words, tmp_path: Path, ending: str
) -> None:
    # The search above can fail: for the facilitator all of it is there.
    data = marked.data("summary", words, ending, audience="facilitator")
    found = read(data, ending, tmp_path)
    assert all(text in found for text in ("Znote0", "Zdecision0", "Zspoken0", "Ana Yes"))


def test_an_unknown_audience_is_nobody(marked: House, words: Words) -> None:
    for document in EXPECTED:
        with pytest.raises((ValueError, KeyError)):
            marked.page(document, words, audience="everyone")


def test_dots_stay_hidden_until_their_round_is_closed(marked: House, words: Words) -> None:
    pieces = marked.page("summary", words, audience="facilitator").pieces
    boards = [one for one in figures(pieces) if one.table.heads[-1] == words("paper.dots")]
    assert [row[-1] for figure in boards for row in figure.table.rows] == ["5"]


def test_reservations_are_said_by_nobody(marked: House, words: Words) -> None:
    said = everything(marked.page("charter", words, audience="facilitator"))
    assert words("paper.quoted", text="Not in winter") in said
    assert "Zreserver" not in said


def test_who_may_not_read_what_was_agreed_is_not_told_what_was_counted(
    house: House, words: Words
) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    house.clause(AGREEMENT, "We try it.", audience="room")
    house.agree(house.propose(), {"wholehearted": 4, "reservation": 1}, ["Not in winter"])
    for audience, told in (("room", True), ("community", False), ("organization", False)):
        pieces = house.page("charter", words, audience=audience).pieces
        said = "\n".join(texts(pieces))
        assert ("Not in winter" in said) is told
        assert (words("stances.count.wholehearted", n=4) in said) is told
        assert bool(figures(pieces)) is told


def test_what_changed_out_of_sight_is_not_told(house: House, words: Words) -> None:
    hidden = house.clause("Lamp thieves", "We know who.", audience="facilitator")
    house.clause("purpose", "To keep the lamps lit.")
    gone = house.clause("Oil we owe", "Two barrels.", audience="facilitator")
    norms = house.clause("norms", "Nobody sits in the dark.")
    house.agree(house.propose(), {"wholehearted": 4})
    remove_clause(house.library, house.scope, gone)
    house.change(hidden, text="We forgave them.")
    house.change(norms, audience="room")
    house.clause("practice", "We trim wicks.")
    house.propose("2026-03-01")
    said = texts(house.page("charter", words, audience="community").pieces)
    name = {one.id: one.in_language(words.language).name for one in house.catalogue.sections}
    assert said[said.index(words("paper.changes-since", n=1)) + 1 :] == [
        words("paper.change-new", sections=name["practice"])
    ]
    everything_said = "\n".join(said)
    assert not any(name in everything_said for name in ("Lamp thieves", "Oil we owe"))


def test_a_section_all_of_which_is_hidden_has_no_heading(house: House, words: Words) -> None:
    house.clause("norms", "Nobody sits in the dark.", audience="room")
    house.clause("in-scope", "Lamps", form="list", audience="room")
    page = house.page("charter", words, audience="organization")
    assert headings(page.pieces) == []
    assert words("paper.nothing-yet") in texts(page.pieces)
