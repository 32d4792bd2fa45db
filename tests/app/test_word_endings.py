"""Words whatever their endings."""

import pytest

from app.word_endings import WordEndings


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "worries", "worry"),
        ("en", "meeting", "meet"),
        ("en", "communities", "community"),
        ("fr", "craintes", "crainte"),
        ("fr", "réunions", "reunion"),
        ("fr", "animées", "animer"),
        ("fr", "sociaux", "social"),
    ],
)
def test_endings_are_forgiven(language: str, one: str, other: str) -> None:
    """Either way round, and without the accents."""
    endings = WordEndings(language)
    assert endings.same(one, other)
    assert endings.same(other, one)


def test_other_words_are_others() -> None:
    """Short words are left alone, and a language without rules keeps its endings."""
    assert not WordEndings("en").same("work", "world")
    assert not WordEndings("en").same("is", "i")
    assert not WordEndings("nl").same("werken", "werk")
    assert WordEndings("nl").same("Ideeën", "ideeen")
