"""Recipes: copies that fit their block and outlive a changed catalogue."""

import contextlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.catalogue.recipe import (
    Recipe,
    RecipeError,
    decode_recipe,
    encode_recipe,
    make_recipe,
    own_recipe,
    recipe_words,
    share_minutes,
    with_minutes,
)
from app.catalogue.retelling import told_in, with_languages
from app.catalogue.setup import read_setup
from app.kinds.board import BoardSetup, DotsGiven
from app.resources import resources_folder
from app.workshop.zones import zones_named


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """What is shipped."""
    return load_catalogue(resources_folder())


@given(st.lists(st.integers(0, 60), min_size=1, max_size=9), st.integers(0, 300))
def test_minutes_are_shared_out_exactly(usual: list[int], minutes: int) -> None:
    """The sum is exact, each step has its minute, and none is far from its share."""
    lengths = share_minutes(usual, minutes)
    assert len(lengths) == len(usual)
    assert sum(lengths) == minutes
    if minutes < len(usual):
        assert set(lengths) <= {0, 1}
        return
    assert min(lengths) >= 1
    whole = sum(usual)
    if whole == 0:
        assert max(lengths) - min(lengths) <= 1
        return
    raised = sum(1 for weight in usual if weight * minutes < whole)
    for weight, length in zip(usual, lengths, strict=True):
        due = weight * minutes / whole
        assert length == 1 or due - 1 - raised < length < due + 1


@given(st.lists(st.integers(1, 60), min_size=1, max_size=9))
def test_the_usual_length_changes_nothing(usual: list[int]) -> None:
    """A block as long as usual keeps the steps as written."""
    assert share_minutes(usual, sum(usual)) == usual


def test_known_lengths() -> None:
    """By hand: the largest remainder is served first, and nobody is left without a minute."""
    assert share_minutes([4, 6, 10, 5, 5], 25) == [4, 5, 8, 4, 4]
    assert share_minutes([1, 17, 2], 12) == [1, 10, 1]
    assert share_minutes([3, 3, 3], 2) == [1, 1, 0]
    assert share_minutes([], 7) == []
    assert share_minutes([0, 0], 5) == [3, 2]


def test_every_exercise_makes_a_recipe_at_its_lengths(catalogue: Catalogue) -> None:
    """In both languages, at its shortest and longest, with every word in its place."""
    for exercise in catalogue.exercises:
        for minutes in (exercise.minutes.short, exercise.minutes.usual, exercise.minutes.long):
            recipe = make_recipe(exercise, ("fr", "en"), minutes)
            assert recipe.minutes == minutes
            assert recipe.languages == ("fr", "en")
            assert decode_recipe(encode_recipe(recipe)) == recipe
            for language in recipe.languages:
                words = exercise.in_language(language)
                assert recipe.in_language(language).title == words.name
                assert recipe.in_language(language).question == words.question
                steps = recipe.steps_in(language)
                assert [step.say for step in steps] == [
                    words.steps[step.id].say for step in exercise.steps
                ]
                assert all(step.title and step.do and step.minutes >= 1 for step in steps)
                assert recipe.in_language(language).setup == words.setup
            assert recipe.setup == exercise.setup


def test_a_recipe_keeps_what_its_kind_needs(catalogue: Catalogue) -> None:
    """Zones and dots for a vote, with their words; sections to draft."""
    fears = make_recipe(catalogue.exercise("hopes-and-fears"), ("en",), 25)
    setup = read_setup(decode_recipe(encode_recipe(fears)).setup, BoardSetup)
    assert [zone.id for zone in setup.zones] == ["hopes", "fears"]
    assert setup.dots == DotsGiven(each=3, cap=2)
    assert [zone.label for zone in zones_named(fears, "en")] == ["Hopes", "Worries"]
    care = make_recipe(catalogue.exercise("what-we-take-care-of"), ("en",), 25)
    assert "purpose" in care.sections


def test_a_changed_catalogue_never_changes_an_old_recipe(catalogue: Catalogue) -> None:
    """The text in the row is all it needs."""
    exercise = catalogue.exercise("our-word")
    kept = encode_recipe(make_recipe(exercise, ("fr",), 15))
    words = msgspec.structs.replace(exercise.words["fr"], name="Autre chose")
    changed = msgspec.structs.replace(exercise, words={**exercise.words, "fr": words})
    assert make_recipe(changed, ("fr",), 15).in_language("fr").title == "Autre chose"
    assert decode_recipe(kept).in_language("fr").title == exercise.words["fr"].name


def test_other_minutes(catalogue: Catalogue) -> None:
    """A block made longer or shorter keeps its steps, fitted anew."""
    recipe = make_recipe(catalogue.exercise("hopes-and-fears"), ("en",), 30)
    shorter = with_minutes(recipe, 20)
    assert shorter.minutes == 20
    assert [step.id for step in shorter.steps] == [step.id for step in recipe.steps]
    assert shorter.words == recipe.words
    assert with_minutes(Recipe(), 20) == Recipe()


def test_other_languages(catalogue: Catalogue) -> None:
    """Words already there stay as they are; in a new language the catalogue's are the
    exercise's own, and people's stay people's."""
    exercise = catalogue.exercise("hopes-and-fears")
    english = make_recipe(exercise, ("en",), 30)
    title = msgspec.structs.replace(english.words["en"], title="Our own title")
    edited = msgspec.structs.replace(english, words={"en": title})
    both = with_languages(edited, ("fr", "en"), exercise)
    assert both.languages == ("fr", "en")
    assert both.in_language("en") == title
    french = make_recipe(exercise, ("fr",), 30).words["fr"]
    assert both.in_language("fr") == msgspec.structs.replace(french, title="Our own title")
    fewer = msgspec.structs.replace(exercise, steps=exercise.steps[:-1])
    assert with_languages(edited, ("fr",), fewer).in_language("fr") == both.in_language("fr")
    assert with_languages(edited, ("fr",)).in_language("fr") == title


def test_every_exercise_is_told_in_the_other_language(catalogue: Catalogue) -> None:
    """Word for word as if it had been copied in it, in both directions."""
    for exercise in catalogue.exercises:
        for one, other in (("en", "fr"), ("fr", "en")):
            kept = make_recipe(exercise, (one,), 30)
            told = told_in(kept, other, exercise)
            assert told.in_language(other) == make_recipe(exercise, (other,), 30).words[other]
            assert told.in_language(one) == kept.in_language(one)
            assert told_in(kept, one, exercise) == kept


def test_what_people_changed_in_a_recipe_stays_as_they_wrote_it(catalogue: Catalogue) -> None:
    """A zone renamed, one added, a thing to bring struck out, a step reworded: the rest is told."""
    exercise = catalogue.exercise("hopes-and-fears")
    kept = make_recipe(exercise, ("en",), 30)
    words, step = kept.words["en"], kept.steps[0].id
    zones = {"hopes": "Our dreams", "fears": "Worries", "ours": "Tea"}
    steps = {**words.steps, step: msgspec.structs.replace(words.steps[step], say="Well?")}
    materials = {**words.materials, "notes": "A bell"}
    changed = msgspec.structs.replace(
        words, setup={"zones": zones}, steps=steps, materials=materials
    )
    told = told_in(msgspec.structs.replace(kept, words={"en": changed}), "fr", exercise)
    french = recipe_words(exercise.words["fr"])
    said = told.in_language("fr")
    own = exercise.words["fr"].setup["zones"]
    assert isinstance(own, dict)
    assert said.setup == {"zones": {"hopes": "Our dreams", "fears": own["fears"], "ours": "Tea"}}
    assert said.steps[step].say == "Well?"
    assert said.steps[step].do == french.steps[step].do
    assert said.materials == {**french.materials, "notes": "A bell"}
    assert said.title == french.title


def test_a_block_of_ones_own() -> None:
    """A title, one step as long as the block; a break has a name in each language."""
    own = own_recipe("Visit of the yard", 40, ("en", "fr"))
    assert own.exercise is None
    assert own.minutes == 40
    assert own.steps_in("fr")[0].title == "Visit of the yard"
    rest = own_recipe({"en": "Break", "fr": "Pause"}, 15, ("fr", "en"))
    assert rest.in_language("fr").title == "Pause"
    assert rest.in_language("en").title == "Break"
    assert decode_recipe(encode_recipe(rest)) == rest


def test_an_empty_recipe_is_one_too() -> None:
    """The row's own default, and a language nobody wrote."""
    empty = decode_recipe("{}")
    assert empty == Recipe()
    assert empty.in_language("fr").title == ""
    assert empty.steps_in("fr") == ()
    assert zones_named(empty, "fr") == ()


def test_a_recipe_from_a_later_hearth_is_read() -> None:
    """What we do not know is passed over."""
    text = '{"exercise":"x","music":true,"steps":[{"id":"a","minutes":3,"tune":1}]}'
    assert decode_recipe(text).minutes == 3


@given(st.text())
def test_any_text_is_a_recipe_or_refused(text: str) -> None:
    """Nothing else is raised, whatever a file brings."""
    with contextlib.suppress(RecipeError):
        decode_recipe(text)


@pytest.mark.parametrize("text", ["", "[]", '{"steps":5}', "{", '{"words":{"en":{}}}', "\ud800"])
def test_what_is_no_recipe_is_refused(text: str) -> None:
    """With an error of its own."""
    with pytest.raises(RecipeError):
        decode_recipe(text)
