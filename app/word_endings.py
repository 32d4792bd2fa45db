"""Words whatever their endings: "worries" and "worry", « réunions » and « réunion »."""

from collections.abc import Callable, Mapping

from app.folding import fold

STEMMERS: Mapping[str, str] = {"en": "english", "fr": "french"}
"""The Snowball algorithm of each language."""

SHORTEST = 4
"""A word of fewer letters is left as it is."""


class WordEndings:
    """What is left of a language's words without their endings; each is worked out once."""

    def __init__(self, language: str) -> None:
        """A language without an algorithm of its own keeps its endings."""
        self._known: dict[str, frozenset[str]] = {}
        algorithm = STEMMERS.get(language)
        if algorithm is None:
            self._stem: Callable[[str], str] = str
        else:
            # Brings the tables of all languages: only for whoever searches.
            from snowballstemmer import stemmer

            self._stem = stemmer(algorithm).stemWord

    def stems(self, word: str) -> frozenset[str]:
        """What a word begins with in all its forms, folded: as it is written, and without its
        accents, which are often left out where one types."""
        found = self._known.get(word)
        if found is None:
            plain = fold(word)
            both = (word.casefold(), plain) if len(plain) >= SHORTEST else (plain,)
            found = frozenset(
                fold(self._stem(one)) if len(plain) >= SHORTEST else one for one in both
            )
            self._known[word] = found
        return found

    def same(self, one: str, other: str) -> bool:
        """Whether two words differ only in their endings."""
        return not self.stems(one).isdisjoint(self.stems(other))
