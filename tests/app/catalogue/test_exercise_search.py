"""Finding exercises."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_search import search_exercises
from app.catalogue.load import load_catalogue
from app.folding import fold
from app.resources import resources_folder


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """What is shipped."""
    return load_catalogue(resources_folder())


def found(catalogue: Catalogue, text: str, language: str) -> list[str]:
    """The ids found, best first."""
    return [exercise.id for exercise in search_exercises(catalogue, text, language)]


def test_the_name_comes_first(catalogue: Catalogue) -> None:
    """Whatever the capitals, and by the beginning of a word."""
    assert found(catalogue, "fears", "en")[0] == "hopes-and-fears"
    assert found(catalogue, "MISSING", "en")[0] == "who-is-missing"
    assert found(catalogue, "roun", "en")[0] == "opening-round"


def test_accents_do_not_matter(catalogue: Catalogue) -> None:
    """With them, without them, in ligatures."""
    assert found(catalogue, "craintés", "fr")[0] == "hopes-and-fears"
    assert found(catalogue, "a deux", "fr") == found(catalogue, "À DEUX", "fr") != []
    assert fold("L’Œuvre  dÉjà; vu!") == "l oeuvre deja vu"


def test_every_word_counts(catalogue: Catalogue) -> None:
    """More words narrow the search; a word found nowhere finds nothing."""
    assert found(catalogue, "who tends", "en")[0] == "who-tends-what"
    assert set(found(catalogue, "who tends", "en")) <= set(found(catalogue, "who", "en"))
    assert found(catalogue, "who xylophone", "en") == []


def test_the_other_language_is_found_last(catalogue: Catalogue) -> None:
    """A French name typed in an English window still leads somewhere."""
    assert found(catalogue, "craintes", "en") == ["hopes-and-fears"]


def test_ideas_are_found(catalogue: Catalogue) -> None:
    """By the name of a concept it serves, though the exercise never says it."""
    assert "case-on-the-table" in found(catalogue, "museum", "en")


def test_filters(catalogue: Catalogue) -> None:
    """By stage, purpose, kind, and what can be done in the time there is."""
    everything = catalogue.exercises
    assert search_exercises(catalogue, "", "en") == everything
    roles = search_exercises(catalogue, "", "en", kind="roles")
    assert [exercise.id for exercise in roles] == ["who-tends-what"]
    for exercise in search_exercises(catalogue, "", "en", longest_minutes=10):
        assert exercise.minutes.short <= 10
    assert 0 < len(search_exercises(catalogue, "", "en", longest_minutes=10)) < len(everything)
    for exercise in search_exercises(catalogue, "", "en", stage="discover", purpose="closing"):
        assert "discover" in exercise.stages
        assert "closing" in exercise.purposes
    assert 0 < len(search_exercises(catalogue, "", "en", purpose="closing")) < len(everything)
    assert search_exercises(catalogue, "", "en", longest_minutes=1) == ()
    assert search_exercises(catalogue, "fears", "en", kind="roles") == ()
