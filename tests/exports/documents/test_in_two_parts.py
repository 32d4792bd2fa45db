"""An exercise in two parts on paper, and a lunch by its name."""

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.words import Words
from app.workshop.agenda import BREAK
from app.workshop.planning import blocks_of, recipe_of
from app.workshop.titles import block_name
from tests.app.workshop.made_agendas import MADE, in_two_parts, with_agendas
from tests.exports.making import House
from tests.exports.telling import everything, headings, tables

SAID = "Maps that agree at their edges"


def test_a_summary_tells_it_once(library: Library, catalogue: Catalogue, words: Words) -> None:
    """What was said in either part stands under the one exercise; so does its worksheet."""
    made = with_agendas(catalogue, in_two_parts(catalogue, "hopes-and-fears"))
    house = House.founded(library, made, agenda=MADE)
    blocks = blocks_of(library.reader, house.workshop.id)
    first, second = (one for one in blocks if recipe_of(one).part)
    house.enter(first)
    house.say(house.enter(second), SAID, zone="hopes")
    page = house.page("summary", words, audience="facilitator")
    assert everything(page).count(SAID) == 1
    assert headings(page.pieces).count(block_name(words, first)) == 1
    assert block_name(words, second) not in headings(page.pieces)
    sheet = house.page("run-sheet", words, audience="facilitator")
    title = block_name(words, first)
    assert words("paper.worksheet", n=1, title=title) in headings(sheet.pieces)
    assert words("paper.worksheet", n=2, title=title) not in headings(sheet.pieces)
    last = words("paper.optional", title=block_name(words, blocks[-1]))
    assert last in everything(sheet)


def test_a_lunch_is_called_lunch_on_paper(
    library: Library, catalogue: Catalogue, words: Words
) -> None:
    """In the language of the paper, whichever the workshop speaks."""
    made = with_agendas(catalogue, in_two_parts(catalogue, "hopes-and-fears"))
    house = House.founded(library, made, agenda=MADE, languages=("en",))
    page = house.page("run-sheet", words, audience="facilitator")
    lunch = catalogue.find_interlude("lunch")
    assert lunch is not None
    told = [row[1] for row in tables(page.pieces)[0].rows]
    assert lunch.in_language(words.language).title in told
    blocks = blocks_of(library.reader, house.workshop.id)
    assert sum(one.exercise == BREAK for one in blocks) == 1
