"""What a recipe says of things, groups, privacy and where it leads."""

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Groups, Private
from app.catalogue.load import load_catalogue
from app.catalogue.recipe import make_recipe
from app.resources import resources_folder
from app.words_files import load_words
from exports.recipe_words import (
    beforehand_words,
    feeds_lines,
    groups_words,
    kept_words,
    private_words,
    things_to_bring,
    way_name,
)

NB = "\N{NO-BREAK SPACE}"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """What is shipped."""
    return load_catalogue(resources_folder())


def test_things_are_counted_for_people_groups_and_the_room(catalogue: Catalogue) -> None:
    """With how many that is for each; without a number of people, only that."""
    words = load_words(resources_folder(), "en")
    recipe = make_recipe(catalogue.exercise("hopes-and-fears"), ("en",), 40)
    told = recipe.in_language("en").materials
    things = things_to_bring(words, recipe, "en", 15)
    assert things[0] == f"30{NB}× {told['notes']} (2 per person)"
    assert things[3] == f"2{NB}× {told['headings']}"
    assert things_to_bring(words, recipe, "en", 0)[0] == f"{told['notes']} (2 per person)"
    grouped = tuple(msgspec.structs.replace(one, each="group") for one in recipe.materials)
    by_group = msgspec.structs.replace(recipe, materials=grouped)
    assert things_to_bring(words, by_group, "en", 16)[0].startswith(f"12{NB}×")
    assert things_to_bring(words, by_group, "en", 16, groups=1)[0].startswith(f"2{NB}×")


def test_what_was_written_before_quantities_stays_as_it_was(catalogue: Catalogue) -> None:
    """A count of none."""
    words = load_words(resources_folder(), "en")
    recipe = make_recipe(catalogue.exercise("hopes-and-fears"), ("en",), 40)
    bare = tuple(msgspec.structs.replace(one, each="room", count=0) for one in recipe.materials)
    told = list(recipe.in_language("en").materials.values())
    assert things_to_bring(words, msgspec.structs.replace(recipe, materials=bare), "en", 15) == told


def test_groups_are_told(catalogue: Catalogue) -> None:
    """Their size, who is put together, who writes, how many report."""
    words = load_words(resources_folder(), "en")
    groups = Groups(size=4, least=9, mix="units", writes="group", report=6)
    assert groups_words(words, groups) == (
        "Groups of up to 4, from 9 people on. People from different units together. Each group "
        "writes for itself. At most 6 groups tell the room; the others add what is new."
    )
    pairs = msgspec.structs.replace(groups, size=2, least=0, report=0)
    assert groups_words(words, pairs).startswith("Pairs. ")
    assert "tell the room" not in groups_words(words, pairs)


def test_what_is_private_says_who_sees_what(catalogue: Catalogue) -> None:
    """And how few people are never counted."""
    words = load_words(resources_folder(), "en")
    said = private_words(words, Private(sees="nobody", cell=4, shown="closed"))
    assert "nobody sees" in said
    assert "fewer than 4 people" in said


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_exercise_is_told(catalogue: Catalogue, language: str) -> None:
    """No word is missing for any of what is shipped."""
    words = load_words(resources_folder(), language)
    for exercise in catalogue.exercises:
        assert kept_words(words, exercise)
        assert beforehand_words(words, exercise)
        assert feeds_lines(words, catalogue, exercise)
        if exercise.groups is not None:
            assert groups_words(words, exercise.groups)
    assert len({way_name(words, way) for way in ("", "online", "distrust", "seated")}) == 4


def test_zones_that_lead_to_the_same_share_a_line(catalogue: Catalogue) -> None:
    """Without their names where all of them do."""
    words = load_words(resources_folder(), "en")
    exercise = catalogue.exercise("hopes-and-fears")
    hopes, _fears = feeds_lines(words, catalogue, exercise)
    assert hopes.split() == ["Hopes", "→", "charter", "(why", "now),", "summary"]
    alike = msgspec.structs.replace(exercise, feeds={"hopes": ("summary",), "fears": ("summary",)})
    (line,) = feeds_lines(words, catalogue, alike)
    assert line.split() == ["→", "summary"]
