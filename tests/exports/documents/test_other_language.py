"""An export speaks its language wherever the catalogue does, and keeps what people wrote."""

from pathlib import Path

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import decode_recipe, encode_recipe, recipe_words
from app.catalogue.setup import texts_in
from app.library.opening import open_library
from app.library.rows import Note
from app.resources import resources_folder
from app.words import Words
from app.words_files import read_sentences
from app.workshop.planning import rename_block
from app.workshop.zones import zone_targets
from tests.app.library.settings import StillMoment
from tests.exports.making import House
from tests.exports.telling import everything

DOCUMENTS = (
    ("summary", "community"),
    ("summary", "facilitator"),
    ("run-sheet", "community"),
    ("run-sheet", "facilitator"),
    ("charter", "community"),
)


def lived(folder: Path, catalogue: Catalogue, language: str) -> House:
    """A workshop in a language with every exercise of the catalogue, and a note in every place."""
    library = open_library(folder / f"{language}.hearth", StillMoment())
    house = House.founded(library, catalogue, languages=(language,))
    for exercise in catalogue.exercises:
        block = house.plan(exercise.id)
        house.change(block, audience="community")
        running = house.enter(block)
        for zone in zone_targets(running.recipe):
            house.say(running, f"said in {exercise.id} {zone}", zone=zone, audience="community")
    house.clause("purpose", "What we cannot do alone.")
    house.propose()
    return house


@pytest.fixture(scope="module", params=[("en", "fr"), ("fr", "en")], ids="-".join)
def pair(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue
) -> tuple[House, House]:
    """The same workshop held in one language, and in the other."""
    folder = tmp_path_factory.mktemp("lived")
    one, other = (lived(folder, catalogue, language) for language in request.param)
    return one, other


@pytest.mark.parametrize(("document", "audience"), DOCUMENTS)
def test_an_export_is_the_same_as_if_the_workshop_had_been_in_its_language(
    pair: tuple[House, House], speech: dict[str, Words], document: str, audience: str
) -> None:
    """Titles, descriptions, zones, steps, statements, worksheets: of every exercise there is."""
    held, other = pair
    words = speech[other.workshop.languages]
    told = everything(held.page(document, words, audience=audience))
    assert told == everything(other.page(document, words, audience=audience))


@pytest.mark.parametrize(("document", "audience"), DOCUMENTS)
def test_nothing_of_the_catalogue_is_left_in_the_workshops_language(
    pair: tuple[House, House], speech: dict[str, Words], document: str, audience: str
) -> None:
    held, other = pair
    language = other.workshop.languages
    lines = set(everything(held.page(document, speech[language], audience=audience)).split("\n"))
    # “Position” and “Moment” are words of the papers themselves, in both languages.
    lines -= set(map(str, read_sentences(resources_folder())[language].values()))
    for exercise in held.catalogue.exercises:
        here, there = (
            set(texts_in(msgspec.to_builtins(recipe_words(exercise.words[one]))).values())
            for one in (held.workshop.languages, language)
        )
        assert not lines & (here - there), exercise.id


def test_what_people_named_stays_as_they_named_it(
    house: House, speech: dict[str, Words], catalogue: Catalogue
) -> None:
    """A block renamed, a zone renamed; its neighbours are told in the export's language."""
    exercise = catalogue.exercise("hopes-and-fears")
    block = house.plan("hopes-and-fears")
    block = rename_block(house.library, house.workshop, block, "What we dream of")
    recipe = decode_recipe(block.recipe)
    english = msgspec.structs.replace(
        recipe.words["en"], setup={"zones": {"hopes": "Our dreams", "fears": "Worries"}}
    )
    only = msgspec.structs.replace(recipe, words={"en": english})
    house.change(block, recipe=encode_recipe(only), audience="community")
    running = house.enter(block)
    house.say(running, "That we last", zone="hopes", audience="community")
    house.say(running, "That we do not", zone="fears", audience="community")
    assert house.library.reader.count(Note) == 2
    told = everything(house.page("summary", speech["fr"]))
    for text in ("What we dream of", "Our dreams", "That we last", exercise.words["fr"].purpose):
        assert text in told
    zones = exercise.words["fr"].setup["zones"]
    assert isinstance(zones, dict)
    assert zones["fears"] in told
    assert "Worries" not in told
