"""Every purpose a workshop can have is said wherever purposes are: none is a code on a screen."""

import pytest

from app.library.workshop_rows import PURPOSES
from app.resources import resources_folder
from app.words import LANGUAGES
from app.words_files import load_words

SAID = (
    "parts.purpose",
    "community.plan-title",
    "design.reason",
    "home.running",
    "home.in-progress",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("purpose", PURPOSES)
def test_it_has_words_everywhere(language: str, purpose: str) -> None:
    """In both languages."""
    words = load_words(resources_folder(), language)
    for place in SAID:
        assert words(f"{place}.{purpose}")
    assert "1" in words(f"home.coming.{purpose}", day="1 May")
