"""What a run sheet lists of all blocks: what to bring and prepare, who helps, what follows."""

import msgspec

from app.catalogue.recipe import (
    Recipe,
    RecipeMaterial,
    RecipeStep,
    RecipeWords,
    encode_recipe,
    part_of,
)
from app.words import Words
from app.workshop.block_way import set_way
from app.workshop.planning import blocks_of, recipe_of
from exports.page import Panels
from tests.exports.making import House
from tests.exports.telling import everything, headings, tables, texts, under


def test_what_to_bring_is_said_once_in_two_columns(sample: House, words: Words) -> None:
    things = brought(sample, words)
    wanted = {
        text
        for block in blocks_of(sample.library.reader, sample.workshop.id)
        for text in recipe_of(block).in_language(words.language).materials.values()
    }
    assert len(things) == len({one.casefold() for one in wanted})
    assert all(any(one.casefold() in thing.casefold() for thing in things) for one in wanted)


def brought(house: House, words: Words) -> list[str]:
    """What the sheet says is to be brought, for the people expected."""
    pieces = house.page("run-sheet", words, audience="facilitator").pieces
    expected = house.current().expected
    head = words("recipe.bring-for", n=expected) if expected else words("parts.recipe.bring")
    panels = next(one for one in under(pieces, head) if isinstance(one, Panels))
    first, *others = panels.panels
    assert all(abs(len(first.lines) - len(one.lines)) <= 1 for one in others)
    return [line for panel in panels.panels for line in panel.lines]


def test_things_are_counted_and_added_up_for_those_expected(house: House, words: Words) -> None:
    """For each person, each group, the room; what several blocks need says so."""
    for block, things in ((house.plan_own("A"), 2), (house.plan_own("B"), 3)):
        house.change(block, recipe=encode_recipe(recipe_with_things(things)))
    house.change(house.current(), expected=15)
    nb = "\N{NO-BREAK SPACE}"
    slips = words("paper.several-blocks", thing="Slips", n=2, most=45)
    assert brought(house, words) == [f"75{nb}× {slips}", f"8{nb}× Sheets", f"1{nb}× Bell"]
    house.change(house.current(), expected=0)
    each = words("recipe.each.person", n=2)
    assert brought(house, words)[0] == words("recipe.with-each", thing="Slips", each=each)


def recipe_with_things(slips: int) -> Recipe:
    """Slips for each person; of two of them also a sheet for each two groups and a bell."""
    materials = [RecipeMaterial(id="slips", each="person", count=slips)]
    if slips == 2:
        materials.append(RecipeMaterial(id="sheets", each="group", count=2))
        materials.append(RecipeMaterial(id="bell", each="room", count=1))
    told = {"slips": "Slips" if slips == 2 else "slips", "sheets": "Sheets", "bell": "Bell"}
    return Recipe(
        steps=(RecipeStep(id="a", minutes=3),),
        materials=tuple(materials),
        group_size=4,
        words={"en": RecipeWords(title="A", materials=told)},
    )


def test_an_exercise_in_two_parts_is_brought_for_once(house: House, words: Words) -> None:
    """Slips before a break serve after it; a second time through all of it needs more."""
    block = house.plan("hopes-and-fears")
    recipe = recipe_of(block)
    head, tail = (tuple(one.id for one in part) for part in (recipe.steps[:2], recipe.steps[2:]))
    house.change(house.current(), expected=15)
    once = brought(house, words)
    house.change(block, recipe=encode_recipe(part_of(recipe, head, 10, 1)))
    second = house.plan("hopes-and-fears")
    house.change(second, recipe=encode_recipe(part_of(recipe, tail, 20, 2)))
    assert brought(house, words) == once
    house.plan("hopes-and-fears")
    assert brought(house, words) != once


def test_what_to_prepare_and_to_follow_up_is_listed_by_block(house: House, words: Words) -> None:
    """The day before and who helps before the blocks, the week after at their end."""
    told = recipe_of(house.plan("hopes-and-fears")).in_language(words.language)
    pieces = house.page("run-sheet", words, audience="facilitator").pieces
    for head, said in (
        ("recipe.prepare", told.prepare),
        ("recipe.helpers", told.helpers),
        ("recipe.follow-up", (told.follow_up,)),
    ):
        listed = under(pieces, words(head))[0]
        assert all(text in " ".join(texts([listed])) for text in said)
    parts = headings(pieces)
    block = next(one for one in parts if told.title in one)
    assert parts.index(words("recipe.prepare")) < parts.index(block)
    assert parts.index(block) < parts.index(words("recipe.follow-up"))
    room = headings(house.page("run-sheet", words, audience="room").pieces)
    assert words("recipe.prepare") not in room


def test_the_way_a_block_is_held_is_told(house: House, words: Words) -> None:
    """Its name, and what its steps do in it."""
    block = house.plan("hopes-and-fears")
    thin = set_way(house.library, house.workshop, block, "distrust")
    said = everything(house.page("run-sheet", words, audience="facilitator"))
    assert words("recipe.ways.distrust") in said
    assert all(step.do in said for step in recipe_of(thin).steps_in(words.language))


def test_what_may_be_left_out_says_so(house: House, words: Words) -> None:
    """On the day's table and where it stands."""
    block = house.plan("opening-round")
    title = recipe_of(block).in_language(words.language).title
    optional = msgspec.structs.replace(recipe_of(block), optional=True)
    house.change(block, recipe=encode_recipe(optional))
    pieces = house.page("run-sheet", words, audience="facilitator").pieces
    said = words("paper.optional", title=title)
    assert tables(pieces)[0].rows[0][1] == said
    assert any(said in one for one in headings(pieces))
