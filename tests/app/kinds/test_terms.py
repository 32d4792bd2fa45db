"""Terms as people say them: a length in their language, or the day it ends."""

from datetime import date

import pytest

from app.kinds.terms import read_term
from app.resources import resources_folder
from app.words_files import load_words

FIRST = date(2026, 1, 31)


@pytest.mark.parametrize(
    ("language", "said", "ends"),
    [
        ("en", "one year", date(2027, 1, 31)),
        ("en", "6 months", date(2026, 7, 31)),
        ("en", "6m", date(2026, 7, 31)),
        ("en", " 1  month ", date(2026, 2, 28)),
        ("en", "two Years", date(2028, 1, 31)),
        ("fr", "un an", date(2027, 1, 31)),
        ("fr", "6 mois", date(2026, 7, 31)),
        ("fr", "2 années", date(2028, 1, 31)),
        ("fr", "1 ANNEE", date(2027, 1, 31)),
        ("fr", "2026-06-30", date(2026, 6, 30)),
        ("fr", "30 juin 2027", date(2027, 6, 30)),
        ("en", "30 June", date(2026, 6, 30)),
    ],
)
def test_what_is_understood(language: str, said: str, ends: date) -> None:
    """Whatever the case, the accents and the spaces; a month that is shorter ends it earlier."""
    assert read_term(said, load_words(resources_folder(), language), FIRST) == ends


@pytest.mark.parametrize(
    "said", ["", "Luc Tremblay", "12", "0 months", "700 months", "6 mois", "2026-01-31", "1 year!x"]
)
def test_what_is_not(said: str) -> None:
    """A name, a bare number, nothing at all, a day that is not after the first."""
    assert read_term(said, load_words(resources_folder(), "en"), FIRST) is None


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_usual_term_is_understood_as_it_is_shown(language: str) -> None:
    """What stands in the field can be taken as it stands."""
    words = load_words(resources_folder(), language)
    for months, key in ((6, "months"), (12, "years"), (24, "years"), (18, "months")):
        n = months // 12 if key == "years" else months
        shown = words(f"kinds.roles.{key}", n=n)
        assert read_term(shown, words, date(2026, 1, 15)) is not None, shown
