"""The glossary's words found in texts, in the forms in which they are written."""

import pytest

from app.catalogue.glossary_terms import GlossaryTerms
from tests.app.catalogue.pages import with_pages


def words(text: str, language: str = "en", known: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Each word found, and the term it is."""
    terms = GlossaryTerms(with_pages(), language)
    return [(text[one.start : one.end], one.term.id) for one in terms.find(text, known)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Core Group met.", [("Core Group", "core-group")]),
        ("Core groups, then the core group again", [("Core groups", "core-group")]),
        ("Two sponsors of a core", [("sponsors", "sponsor"), ("core", "core-group")]),
        ("a core\N{NO-BREAK SPACE}group", [("core\N{NO-BREAK SPACE}group", "core-group")]),
        ("Cored apples, encore, sponsorship", []),
        ("", []),
    ],
)
def test_words_are_found_whole_and_once(text: str, found: list[tuple[str, str]]) -> None:
    """In any case, the longest form first, and not within other words."""
    assert words(text) == found


def test_what_is_known_is_not_found_again() -> None:
    """A page explains a word once."""
    assert words("The core and its sponsor", known=("core-group",)) == [("sponsor", "sponsor")]


def test_each_language_has_its_forms() -> None:
    """French forms are not looked for in English."""
    assert words("Le noyau et son parrain", "fr") == [
        ("noyau", "core-group"),
        ("parrain", "sponsor"),
    ]
    assert words("Le noyau et son parrain") == []
