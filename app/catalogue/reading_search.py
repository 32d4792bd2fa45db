"""Finding a page of the catalogue by what one remembers of it, as exercises are found."""

from collections.abc import Iterator, Mapping

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_search import TextIndex, words_in
from app.catalogue.reading_pages import Passage, ReadingEntry, reading_entries

_NAME, _LEAD, _HEAD, _BODY, _OTHER = 0, 1, 2, 3, 4
"""The places of ``app.catalogue.exercise_search.WEIGHTS``."""


class ReadingSearch:
    """Every page in a language, found as one types; words are laid out at the first text."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        """The pages of a catalogue."""
        self.entries = reading_entries(catalogue, language)
        self.by_key: Mapping[str, ReadingEntry] = {one.key: one for one in self.entries}
        self._language = language
        self._index: TextIndex | None = None

    def find(self, text: str) -> tuple[ReadingEntry, ...]:
        """The pages in which every word is found, the best match first; all without any word."""
        wanted = words_in(text)
        if not wanted:
            return self.entries
        if self._index is None:
            self._index = TextIndex(self._language, (_texts(one) for one in self.entries))
        return tuple(self.entries[at] for at in self._index.ranked(wanted))


def _texts(entry: ReadingEntry) -> Iterator[tuple[str, int]]:
    yield entry.name, _NAME
    yield entry.lead, _LEAD
    for name in entry.other:
        yield name, _OTHER
    for passage in entry.passages:
        yield passage.head, _HEAD
        yield from ((text, _BODY) for text in _body(passage))


def _body(passage: Passage) -> Iterator[str]:
    yield from passage.texts
    yield from passage.items
    for pole in passage.poles:
        yield from (pole.name, *pole.gifts, *pole.too_much)
