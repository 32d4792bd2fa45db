"""How the catalogue is written: easy to read, in words of its own, nothing said twice."""

import re
import statistics
from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Literal

import msgspec
import pyphen
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.read import read_unchecked
from app.catalogue.setup import texts_in
from app.resources import resources_folder

Language = Literal["en", "fr"]
LANGUAGES: tuple[Language, ...] = ("en", "fr")

WORD = re.compile(r"[^\W\d_]+(?:[’-][^\W\d_]+)*")
SENTENCE = re.compile(r"[.?!:;]+(?=\s|$|”|\u00a0»)")
FOREWORD = Path(__file__).parent / "foreword_runs.bin"
"""Eight bytes for each run of eight words of the foreword that the idea of Hearth comes from, which
is not ours: their checksums say whether a run is the same, and cannot be read."""

RUN, SHARED = 5, 0.15
"""Two exercises share at most this part of their runs of so many words."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """What is shipped."""
    return read_unchecked(resources_folder())


def texts(catalogue: Catalogue, language: str) -> Iterator[tuple[str, str]]:
    """Every text of the catalogue in a language, with its place."""
    for table, entries in msgspec.to_builtins(catalogue).items():
        for entry in entries:
            words = entry["words"][language]
            for place, text in texts_in(words if isinstance(words, dict) else {"": words}).items():
                yield f"{table}.{entry['id']}{place}", text


def words_of(text: str) -> list[str]:
    return [word.replace("’", "'") for word in WORD.findall(text.casefold())]


def runs(said: list[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(said[at : at + length]) for at in range(len(said) - length + 1))


def ease(said: list[str], language: Language) -> float:
    """How easy texts are to read: Flesch (1948); in French, Kandel and Moles (1958)."""
    syllables = pyphen.Pyphen(lang={"en": "en_US", "fr": "fr"}[language])
    whole = " ".join(text if text[-1] in ".?!:;" else f"{text}." for text in said)
    words = WORD.findall(whole)
    sentences = max(1, len(SENTENCE.findall(whole)))
    spoken = sum(len(syllables.positions(word)) + 1 for word in words)
    long, heavy = len(words) / sentences, spoken / len(words)
    if language == "en":
        return 206.835 - 1.015 * long - 84.6 * heavy
    return 207 - 1.015 * long - 73.6 * heavy


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_easy_to_read(catalogue: Catalogue, language: Language) -> None:
    """The exercise in the middle has an ease of 60 at least: plain words, short sentences."""
    found = [
        ease(list(texts_in(msgspec.to_builtins(one.words[language])).values()), language)
        for one in catalogue.exercises
    ]
    assert statistics.median(found) >= 60


def test_ease_falls_with_long_words() -> None:
    """What is easy is above 60, what is heavy far below, in both languages."""
    assert ease(["Take a note. Write one thing."], "en") > 80
    assert ease(["Organizational considerations necessitate institutionalization."], "en") < 0
    assert ease(["Prenez un papier. Notez une chose."], "fr") > 80
    heavy = "Considérations organisationnelles nécessitant une institutionnalisation"
    assert ease([heavy], "fr") < 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_exercises_are_alike(catalogue: Catalogue, language: Language) -> None:
    """None has so many runs of five words in common with another one."""
    said = {
        one.id: {
            run
            for text in texts_in(msgspec.to_builtins(one.words[language])).values()
            for run in runs(words_of(text), RUN)
        }
        for one in catalogue.exercises
    }
    where: dict[tuple[str, ...], list[str]] = {}
    for name, own in said.items():
        for run in own:
            where.setdefault(run, []).append(name)
    shared = Counter(
        (one, other) for names in where.values() for one in names for other in names if one != other
    )
    alike = {
        (one, other): count / len(said[one])
        for (one, other), count in shared.items()
        if count / len(said[one]) >= SHARED
    }
    assert not alike


def checksums(said: list[str]) -> Iterator[bytes]:
    return (blake2b(" ".join(run).encode(), digest_size=8).digest() for run in runs(said, 8))


def test_no_sentence_is_the_foreword_s(catalogue: Catalogue) -> None:
    """No eight words stand in the same order there."""
    packed = FOREWORD.read_bytes()
    theirs = {packed[at : at + 8] for at in range(0, len(packed), 8)}
    assert len(theirs) > 1000
    taken = [
        place
        for place, text in texts(catalogue, "en")
        if not theirs.isdisjoint(checksums(words_of(text)))
    ]
    assert not taken
