"""The language of a passage: told where it shows, and never told wrong."""

import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from app.resources import resources_folder
from exports.writers.language_detection import detect_language, detect_other_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We find out about a change from the people it broke", "en"),
        ("Fewer forms, more phone calls", "en"),
        ("Un carnet partagé des essais", "fr"),
        ("L’équipe de nuit", "fr"),
        ("Photos", ""),
        ("Hélène Vaillancourt", ""),
        ("21 nov. 2027", ""),
        ("שלום לכולם", ""),
        ("Le comité asked for it", ""),
        ("The people of La Tuque and Le Bic are with us on this", "en"),
        ("", ""),
    ],
)
def test_the_small_words_tell(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_only_another_language_than_the_page_s_is_named() -> None:
    assert detect_other_language("the people of the night shift", "fr") == "en"
    assert detect_other_language("the people of the night shift", "en") == ""
    assert detect_other_language("Photos", "fr") == ""


def told(entry: Any) -> Iterator[tuple[str, str]]:
    """Every text under an ``en`` or an ``fr``, with its language."""
    for name, inside in entry.items() if isinstance(entry, dict) else ():
        if name in ("en", "fr"):
            yield from ((name, text) for text in texts(inside))
        else:
            yield from told(inside)


def texts(inside: Any) -> Iterator[str]:
    if isinstance(inside, str):
        yield inside
    elif isinstance(inside, dict | list):
        for one in inside.values() if isinstance(inside, dict) else inside:
            yield from texts(one)


def test_none_of_hearth_s_own_texts_is_taken_for_the_other_language() -> None:
    """Some two thousand of them in each; of those with eight words or more, nearly all are told."""
    found = [
        (language, re.sub(r"\{\w*\}", "", text))
        for path in sorted(resources_folder().glob("*/**/*.toml"))
        # What is typed at a command line, or heads a column that is pasted, is in neither.
        if path.name not in ("commands.toml", "agenda_paste.toml")
        for language, text in told(tomllib.loads(path.read_text(encoding="utf-8")))
    ]
    assert len(found) > 2000
    wrong = [
        (language, text) for language, text in found if detect_language(text) not in (language, "")
    ]
    assert wrong == []
    long = [(language, text) for language, text in found if len(text.split()) >= 8]
    assert sum(detect_language(text) == language for language, text in long) > 0.97 * len(long)
