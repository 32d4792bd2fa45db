"""Whether an entry is written in every language, alike in structure, with nothing left empty."""

from collections.abc import Collection, Iterator, Mapping

from app.catalogue.errors import CatalogueError
from app.catalogue.setup import texts_in
from app.words import LANGUAGES


def check_words(
    file: str, prefix: str, raw: Mapping[str, object], free: Collection[str] = ()
) -> Iterator[CatalogueError]:
    """Both languages there, of one shape, with nothing left empty.

    Fields named in ``free`` may be empty, and be other ones in each language.
    """
    words = raw["words"]
    assert isinstance(words, dict)
    for language in LANGUAGES:
        if language not in words:
            yield CatalogueError(file, f"{prefix}words.{language}", "language-missing")
    for language in words:
        if language not in LANGUAGES:
            yield CatalogueError(file, f"{prefix}words.{language}", "language-unknown")
    places = {
        code: {
            place: text
            for place, text in texts_in(words[code]).items()
            if not free or not _is_free(place, free)
        }
        for code in LANGUAGES
        if code in words
    }
    everywhere = {place for leaves in places.values() for place in leaves}
    for code, leaves in places.items():
        for place in sorted(everywhere - leaves.keys()):
            yield CatalogueError(file, f"{prefix}words.{code}{place}", "words-missing")
        for place, text in leaves.items():
            if text != text.strip() or not text:
                yield CatalogueError(file, f"{prefix}words.{code}{place}", "blank")


def _is_free(place: str, free: Collection[str]) -> bool:
    """Whether the last field of a path, without the number of a place in a list, is free."""
    return place.rpartition(".")[2].partition("[")[0] in free
