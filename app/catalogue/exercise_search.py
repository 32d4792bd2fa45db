"""Finding an exercise by what one remembers of it, whatever the accents, capitals and endings.

The words of all exercises are laid out once, each with the exercises it stands in, so that a
keystroke looks words up and reads no text. Sets of exercises are whole numbers with a bit for each.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Exercise
from app.catalogue.setup import texts_in
from app.folding import fold
from app.word_endings import SHORTEST, WordEndings

WEIGHTS = (64, 16, 4, 2, 1)
"""What a word weighs in a name, in a purpose, in what heads something, anywhere else, and in the
name in another language. A whole word weighs twice as much as the beginning of one."""

_NAME, _PURPOSE, _HEAD, _BODY, _OTHER = 0, 1, 2, 3, 4
_COMMON = 3
"""Beginnings of so many letters are laid out too: many words share them."""
_WORD = re.compile(r"[^\W_]+")


class ExerciseQuery(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for: a text, and what narrows it; empty, or 0, where nothing does.

    ``minutes``: what there is time for. ``people``: how many take part. ``only``: ids, all others
    are left out.
    """

    text: str = ""
    stage: str = ""
    purpose: str = ""
    minutes: int = 0
    people: int = 0
    kind: str = ""
    concept: str = ""
    only: frozenset[str] | None = None

    @property
    def narrows(self) -> bool:
        """Whether anything is asked at all."""
        return self != ExerciseQuery()

    def keeps(self, exercise: Exercise) -> bool:
        """Whether an exercise passes, whatever the text."""
        return (
            (not self.stage or self.stage in exercise.stages)
            and (not self.purpose or self.purpose in exercise.purposes)
            and (not self.minutes or exercise.minutes.short <= self.minutes)
            and (not self.people or exercise.people.least <= self.people <= exercise.people.most)
            and (not self.kind or self.kind == exercise.kind)
            and (not self.concept or self.concept in exercise.concepts)
            and (self.only is None or exercise.id in self.only)
        )


class ExerciseSearch:
    """Finds exercises of a catalogue in a language. Its words are laid out at the first text."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        """Nothing is laid out yet."""
        self.catalogue, self._language = catalogue, language
        self._index: TextIndex | None = None

    def find(self, query: ExerciseQuery) -> tuple[Exercise, ...]:
        """The exercises that fit in which every word is found, best match first.

        A word is found where one begins with it or differs in its ending only. No text: all that
        fit, in catalogue order.
        """
        exercises = self.catalogue.exercises
        wanted = words_in(query.text)
        if not wanted:
            return tuple(one for one in exercises if query.keeps(one))
        if self._index is None:
            said = (_said(self.catalogue, one, self._language) for one in exercises)
            self._index = TextIndex(self._language, said)
        ranked = self._index.ranked(wanted)
        return tuple(exercises[at] for at in ranked if query.keeps(exercises[at]))


def words_in(text: str) -> list[str]:
    """The words that a typed text asks for."""
    return _WORD.findall(text.casefold())


class TextIndex:
    """Where each word stands: for each weight, the set of entries in which it does."""

    def __init__(self, language: str, entries: Iterable[Iterable[tuple[str, int]]]) -> None:
        """Lay out entries, each as its texts with the place of each among ``WEIGHTS``."""
        self._endings = WordEndings(language)
        self._count = 0
        places: dict[str, list[int]] = {}
        self._written: dict[str, str] = {}
        folded: dict[str, list[str]] = {}
        for at, entry in enumerate(entries):
            bit = 1 << at
            self._count += 1
            texts: list[list[str]] = [[] for _ in WEIGHTS]
            for text, weight in entry:
                texts[weight].append(text)
            for weight, said in enumerate(texts):
                for written in set(_WORD.findall(" ".join(said).casefold())):
                    if written not in folded:
                        folded[written] = [written] if written.isascii() else fold(written).split()
                    for word in folded[written]:
                        places.setdefault(word, [0] * len(WEIGHTS))[weight] |= bit
                        self._written.setdefault(word, written)
        self._places = places
        self._words = sorted(places)
        self._beginnings: dict[str, list[int]] = {}
        for word in self._words:
            for length in range(1, min(len(word), _COMMON) + 1):
                both = self._beginnings.setdefault(word[:length], [0] * len(WEIGHTS))
                _add(both, places[word])

    def ranked(self, wanted: list[str]) -> list[int]:
        """The entries, by their places, in which all words are found: the best match first."""
        found = [self._find(part) for word in wanted for part in _parts(word)]
        all_in = (1 << self._count) - 1
        for begun, _whole in found:
            any_where = 0
            for bits in begun:
                any_where |= bits
            all_in &= any_where
        weighed: list[tuple[int, int]] = []
        for at in range(self._count):
            bit = 1 << at
            if all_in & bit:
                weighed.append((-sum(_weight(begun, whole, bit) for begun, whole in found), at))
        return [at for _, at in sorted(weighed)]

    def _find(self, part: tuple[str, str]) -> tuple[list[int], list[int]]:
        """Where words begin with a word, and where it stands whole or with another ending."""
        word, written = part
        whole = list(self._places.get(word, [0] * len(WEIGHTS)))
        if len(word) <= _COMMON:
            begun = list(self._beginnings.get(word, [0] * len(WEIGHTS)))
        else:
            begun = [0] * len(WEIGHTS)
            for one in self._beginning_with(word):
                _add(begun, self._places[one])
        if len(word) >= SHORTEST:
            typed = self._written.get(word, written)
            for one in self._alike(typed):
                _add(whole, self._places[one])
            _add(begun, whole)
        return begun, whole

    def _alike(self, typed: str) -> Iterator[str]:
        """The words that differ from one in their endings only."""
        for stem in self._endings.stems(typed):
            # An ending may change the letter before it: worry, worries; social, sociaux.
            for one in self._beginning_with(stem[: max(_COMMON, len(stem) - 1)]):
                if self._endings.same(typed, self._written[one]):
                    yield one

    def _beginning_with(self, letters: str) -> Iterator[str]:
        at = bisect_left(self._words, letters)
        while at < len(self._words) and self._words[at].startswith(letters):
            yield self._words[at]
            at += 1


def _parts(word: str) -> list[tuple[str, str]]:
    """What a typed word is found by, with how it was written."""
    parts = fold(word).split()
    return [(part, word if len(parts) == 1 else part) for part in parts]


def _add(into: list[int], places: list[int]) -> None:
    for weight, bits in enumerate(places):
        into[weight] |= bits


def _weight(begun: list[int], whole: list[int], bit: int) -> int:
    """What the best place of a word weighs in an entry."""
    return max(
        WEIGHTS[at] * (2 if whole[at] & bit else 1) for at in range(len(WEIGHTS)) if begun[at] & bit
    )


def _said(catalogue: Catalogue, exercise: Exercise, language: str) -> Iterator[tuple[str, int]]:
    """What an exercise says, and how much that weighs."""
    words = exercise.in_language(language)
    yield words.name, _NAME
    yield words.purpose, _PURPOSE
    yield words.question, _HEAD
    for concept_id in exercise.concepts:
        concept = catalogue.find_concept(concept_id)
        if concept is not None:
            yield concept.in_language(language), _HEAD
    yield from ((label, _HEAD) for label in texts_in(words.setup).values())
    for step in words.steps.values():
        yield step.title, _HEAD
        yield step.do, _BODY
        yield step.say, _BODY
    yield from ((one, _BODY) for one in words.materials.values())
    yield from ((one, _BODY) for one in (words.when, words.listen, words.captures))
    yield from ((other.name, _OTHER) for code, other in exercise.words.items() if code != language)
