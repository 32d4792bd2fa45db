"""Faults that several checks of the written knowledge look for; the codes are errors.py's."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from app.catalogue.errors import CatalogueError


def exercise_file(exercise: str) -> str:
    """The file of an exercise, by its id."""
    return f"catalogue/exercises/{exercise}.toml"


def unknown(
    file: str, place: str, ids: Sequence[str], known: Collection[str]
) -> Iterator[CatalogueError]:
    """A fault for each id that is not among those ``known``, or is named twice."""
    for index, one in enumerate(ids):
        if one not in known:
            yield CatalogueError(file, f"{place}[{index}]", "unknown-id", id=one)
    yield from twice(file, place, ids)


def twice(file: str, place: str, ids: Sequence[str]) -> Iterator[CatalogueError]:
    """A fault for each id that is named twice."""
    for index, one in enumerate(ids):
        if one in ids[:index]:
            yield CatalogueError(file, f"{place}[{index}]", "named-twice", id=one)


def other_words(
    file: str, place: str, ids: Sequence[str], words: Mapping[str, object]
) -> Iterator[CatalogueError]:
    """A fault for each id without words, and for words that belong to none of these ids."""
    for one in ids:
        if one not in words:
            yield CatalogueError(file, f"{place}.{one}", "words-missing")
    for one in words:
        if one not in ids:
            yield CatalogueError(file, f"{place}.{one}", "unknown-id", id=one)
