"""Talk on paper: what was worth keeping, word for word."""

from app.catalogue.recipe import Recipe, RecipeWords, encode_recipe
from app.words import Words
from exports.writers.table_widths import TO_WRITE_IN
from tests.exports.making import House
from tests.exports.telling import headings, items, tables


def test_notes_are_told_in_their_order(house: House, words: Words) -> None:
    running = house.enter(house.plan("opening-round"))
    house.say(running, "I came for the light", "<b>So did I</b>", zone="came-for")
    pieces = house.reported(running, words)
    assert items(pieces) == ["I came for the light", "<b>So did I</b>"]
    assert headings(pieces, 3) == []


def test_nothing_said_is_nothing_told(house: House, words: Words) -> None:
    assert house.reported(house.enter(house.plan("opening-round")), words) == []


def test_several_zones_have_a_heading_each(house: House, words: Words) -> None:
    labels = {"a": "Before", "b": "After", "c": "Never"}
    recipe = Recipe(
        setup={"zones": [{"id": one} for one in labels]},
        words={"en": RecipeWords(title="Two", setup={"zones": labels})},
    )
    running = house.enter(house.plan_own("Two"))
    house.change(running.block, recipe=encode_recipe(recipe))
    running = house.now(running)
    house.say(running, "later", zone="b")
    house.say(running, "earlier", zone="a")
    house.say(running, "somewhere", zone="x")
    pieces = house.reported(running, words)
    assert headings(pieces, 3) == ["Before", "After", words("paper.elsewhere")]
    assert items(pieces) == ["earlier", "later", "somewhere"]
    (sheet,) = tables(list(house.reports["talk"].worksheet(recipe, house.catalogue, words)))
    assert sheet.heads == ("Before", "After", "Never")


def test_notes_in_an_unknown_zone_are_not_lost(house: House, words: Words) -> None:
    running = house.enter(house.plan_own("No zones"))
    house.say(running, "kept", zone="from before")
    assert items(house.reported(running, words)) == ["kept"]


def test_a_worksheet_is_one_column_to_write_in(house: House, words: Words) -> None:
    telling = house.reports["talk"]
    running = house.enter(house.plan("opening-round"))
    (sheet,) = tables(list(telling.worksheet(running.recipe, house.catalogue, words)))
    assert sheet.heads == (words("paper.worth-keeping"),)
    assert set(sheet.rows) == {(TO_WRITE_IN,)}
