"""The glossary's words as they stand in texts, in all their written forms."""

import re
from collections.abc import Container
from functools import cached_property

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.reading_entries import Term


class FoundTerm(msgspec.Struct, frozen=True):
    """A term where it stands in a text: from the character ``start`` up to ``end``."""

    start: int
    end: int
    term: Term


class GlossaryTerms:
    """Finds the terms of a catalogue in texts of a language."""

    def __init__(self, catalogue: Catalogue, language: str) -> None:
        """What finds them is made at the first text."""
        self._catalogue, self._language = catalogue, language

    def explanation(self, term: Term) -> str:
        """What a term means."""
        return term.in_language(self._language).text

    def find(self, text: str, known: Container[str] = ()) -> tuple[FoundTerm, ...]:
        """Each term where it stands first, the longest words before others; none that is ``known``.

        Words are found whole and in any case, not within other words.
        """
        pattern, terms = self._pattern
        if pattern is None:
            return ()
        found: dict[str, FoundTerm] = {}
        for match in pattern.finditer(text):
            term = terms[_plain(match.group())]
            if term.id not in known and term.id not in found:
                found[term.id] = FoundTerm(match.start(), match.end(), term)
        return tuple(found.values())

    @cached_property
    def _pattern(self) -> tuple[re.Pattern[str] | None, dict[str, Term]]:
        """One expression for all terms, and each by its forms."""
        terms: dict[str, Term] = {}
        for term in self._catalogue.terms:
            if term.everyday:
                continue
            words = term.in_language(self._language)
            for form in (words.name, *words.forms):
                terms.setdefault(_plain(form), term)
        forms = sorted(terms, key=lambda form: -len(form))
        if not forms:
            return None, terms
        either = "|".join(_any_written(form) for form in forms)
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE), terms


def _any_written(form: str) -> str:
    """An expression for a form with either apostrophe, and any sort of space."""
    return re.escape(form).replace("’", "[’']").replace(r"\ ", r"\s")


def _plain(form: str) -> str:
    """A form by which it is known: in one case, with one sort of space and of apostrophe."""
    return " ".join(form.casefold().replace("'", "’").split())
