"""Finding exercises."""

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import ExerciseWords
from app.catalogue.exercise_search import ExerciseQuery, ExerciseSearch
from app.catalogue.load import load_catalogue
from app.folding import fold
from app.resources import resources_folder


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """What is shipped."""
    return load_catalogue(resources_folder())


def told(catalogue: Catalogue, language: str, **changed: object) -> Catalogue:
    """Three exercises that say the same, the last of them ``changed``; the first has another
    name, the second another purpose."""
    first = catalogue.exercises[0]
    plain = msgspec.convert(_blank(msgspec.to_builtins(first.in_language(language))), ExerciseWords)
    change = msgspec.structs.replace
    made = []
    for at, words in enumerate(
        (change(plain, name="A lantern"), change(plain, purpose="With a lantern"), plain)
    ):
        one = change(words, **changed) if at == 2 else words
        made.append(change(first, id=f"e{at}", concepts=("none",), words={language: one}))
    return change(catalogue, exercises=tuple(made))


def _blank(value: object) -> object:
    """The same shape with "x" for every text."""
    if isinstance(value, dict):
        return {key: _blank(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_blank(one) for one in value]
    return "x" if isinstance(value, str) else value


def found(catalogue: Catalogue, text: str, language: str, **narrowed: object) -> list[str]:
    """The ids found, best first."""
    query = msgspec.structs.replace(ExerciseQuery(text=text), **narrowed)
    return [exercise.id for exercise in ExerciseSearch(catalogue, language).find(query)]


def test_the_name_comes_first(catalogue: Catalogue) -> None:
    """Whatever the capitals, and by the beginning of a word."""
    assert found(catalogue, "hopes FEARS", "en")[0] == "hopes-and-fears"
    assert found(catalogue, "MISSING", "en")[0] == "who-is-missing"
    assert found(catalogue, "opening roun", "en")[0] == "opening-round"


def test_name_above_purpose_above_the_rest(catalogue: Catalogue) -> None:
    """In whichever order they stand in the catalogue."""
    shelf = told(catalogue, "en", listen="A lantern, a lantern, a lantern")
    assert found(shelf, "lantern", "en") == ["e0", "e1", "e2"]
    turned = msgspec.structs.replace(shelf, exercises=shelf.exercises[::-1])
    assert found(turned, "lantern", "en") == ["e0", "e1", "e2"]


@pytest.mark.parametrize("place", ["when", "listen", "captures", "question"])
def test_what_is_said_anywhere_is_found(catalogue: Catalogue, place: str) -> None:
    """In what tells when to use it, what to listen for, what is kept, and in the question."""
    assert found(told(catalogue, "en", **{place: "Some harbours"}), "harbour", "en") == ["e2"]


def test_steps_zones_and_materials_are_found(catalogue: Catalogue) -> None:
    """Titles, what to do, what to say."""
    words = catalogue.exercise("hopes-and-fears").in_language("en")
    step = words.steps["alone"]
    only = ("hopes-and-fears",)
    for text in (step.title, step.do, step.say, words.materials["dots"]):
        narrowed = frozenset(only)
        assert tuple(found(catalogue, text, "en", only=narrowed)) == only


def test_endings_do_not_matter(catalogue: Catalogue) -> None:
    """Neither in English nor in French, in what is typed or in what is written."""
    assert found(told(catalogue, "en", listen="Their worries"), "worry", "en") == ["e2"]
    assert found(told(catalogue, "en", listen="One worry"), "worries", "en") == ["e2"]
    assert found(told(catalogue, "fr", listen="Les réunions"), "reunion", "fr") == ["e2"]
    assert found(told(catalogue, "fr", listen="Une réunion"), "reunions", "fr") == ["e2"]


def test_accents_do_not_matter(catalogue: Catalogue) -> None:
    """With them, without them, in ligatures."""
    assert found(catalogue, "éspoirs craintés", "fr")[0] == "hopes-and-fears"
    assert found(told(catalogue, "fr", listen="L’œuvre"), "oeuvre", "fr") == ["e2"]
    assert found(told(catalogue, "fr", listen="L’oeuvre"), "d’œuvre", "fr") == []
    assert found(told(catalogue, "fr", listen="L’oeuvre"), "l’œuvre", "fr") == ["e2"]
    assert fold("L’Œuvre  dÉjà; vu!") == "l oeuvre deja vu"


def test_every_word_counts(catalogue: Catalogue) -> None:
    """More words narrow the search; a word found nowhere finds nothing."""
    assert found(catalogue, "who tends", "en")[0] == "who-tends-what"
    assert set(found(catalogue, "who tends", "en")) <= set(found(catalogue, "who", "en"))
    assert found(catalogue, "who xylophone", "en") == []


def test_each_key_leads_on(catalogue: Catalogue) -> None:
    """What is found by a whole word is found by every beginning of it."""
    for word in ("lantern", "lanterns"):
        shelf = told(catalogue, "en", listen=word)
        for length in range(1, len(word) + 1):
            assert "e2" in found(shelf, word[:length], "en")


def test_the_other_language_is_found_last(catalogue: Catalogue) -> None:
    """A French name typed in an English window still leads somewhere."""
    assert found(catalogue, "espoirs et craintes", "en") == ["hopes-and-fears"]


def test_ideas_are_found(catalogue: Catalogue) -> None:
    """By the name of a concept it serves, though the exercise never says it."""
    assert "case-on-the-table" in found(catalogue, "museum visit", "en")


def test_filters(catalogue: Catalogue) -> None:
    """By stage, purpose, kind, concept, people, and what can be done in the time there is."""
    everything = [one.id for one in catalogue.exercises]
    assert found(catalogue, "", "en") == everything
    search = ExerciseSearch(catalogue, "en")
    for one in search.find(ExerciseQuery(minutes=10)):
        assert one.minutes.short <= 10
    for one in search.find(ExerciseQuery(stage="discover", purpose="closing")):
        assert "discover" in one.stages
        assert "closing" in one.purposes
    for one in search.find(ExerciseQuery(people=40)):
        assert one.people.least <= 40 <= one.people.most
    for one in search.find(ExerciseQuery(kind="roles", concept="assign-roles")):
        assert one.kind == "roles"
        assert "assign-roles" in one.concepts
    for narrowed in ({"kind": "roles"}, {"purpose": "closing"}, {"concept": "assign-roles"}):
        assert 0 < len(found(catalogue, "", "en", **narrowed)) < len(everything)
    assert found(catalogue, "", "en", minutes=1) == []
    assert found(catalogue, "", "en", only=frozenset({"our-word"})) == ["our-word"]
    assert found(catalogue, "", "en", only=frozenset()) == []
    assert ExerciseQuery(only=frozenset()).narrows
    assert not ExerciseQuery().narrows
