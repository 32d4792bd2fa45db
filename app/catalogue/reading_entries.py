"""What is there to be read, copied or asked around a workshop, typed."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta

from app.catalogue.entries import Entry, Id, Text, Texts, Whole, in_language


class Part(Entry, frozen=True, kw_only=True):
    """A part of a page: a heading, paragraphs, a list of points; any of them may be missing."""

    head: str = ""
    text: tuple[Text, ...] = ()
    items: tuple[Text, ...] = ()


Parts = Annotated[tuple[Part, ...], Meta(min_length=1)]


class EssayWords(Entry, frozen=True, kw_only=True):
    """An essay in one language."""

    title: Text
    lead: Text
    parts: Parts


class Essay(Entry, frozen=True, kw_only=True):
    """A page on one idea. ``exercises``: those in which it can be tried."""

    id: Id
    concepts: tuple[Id, ...]
    exercises: tuple[Id, ...] = ()
    words: Mapping[str, EssayWords]

    def in_language(self, language: str) -> EssayWords:
        """Its words."""
        return in_language(self.words, language)


class TermWords(Entry, frozen=True, kw_only=True):
    """A word of the field in one language; ``forms``: as it also stands in texts."""

    name: Text
    text: Text
    forms: tuple[Text, ...] = ()


class Term(Entry, frozen=True, kw_only=True):
    """An entry of the glossary.

    ``everyday``: as a word it mostly means what it means anywhere, and is not marked in texts.
    ``see``: others worth reading with it.
    """

    id: Id
    everyday: bool = False
    see: tuple[Id, ...] = ()
    words: Mapping[str, TermWords]

    def in_language(self, language: str) -> TermWords:
        """Its words."""
        return in_language(self.words, language)


class PoleWords(Entry, frozen=True, kw_only=True):
    """One side of a paradox: what it gives, and what too much of it brings."""

    name: Text
    gifts: Texts
    too_much: Texts


class ParadoxWords(Entry, frozen=True, kw_only=True):
    """A paradox in one language.

    ``question``: as a sceptical executive asks it. ``fair``: what is right in it. ``other``: the
    other side. ``tries``: what could be tried. ``poles``: both sides, held together.
    """

    name: Text
    question: Text
    fair: Text
    other: Text
    tries: Texts
    poles: Annotated[tuple[PoleWords, ...], Meta(min_length=2, max_length=2)]


class Paradox(Entry, frozen=True, kw_only=True):
    """Two things to hold together. ``exercises``: those in which that is worked at."""

    id: Id
    concepts: Annotated[tuple[Id, ...], Meta(min_length=1)]
    exercises: Annotated[tuple[Id, ...], Meta(min_length=1)]
    words: Mapping[str, ParadoxWords]

    def in_language(self, language: str) -> ParadoxWords:
        """Its words."""
        return in_language(self.words, language)


class InstrumentWords(Entry, frozen=True, kw_only=True):
    """An instrument in one language.

    ``low`` and ``high``: what the ends of its scale mean. ``items`` by id. ``reading``: how to read
    what comes out without judging. ``then``: what to do next.
    """

    name: Text
    purpose: Text
    when: Text
    low: str = ""
    high: str = ""
    items: Mapping[Id, Text]
    reading: Texts
    then: Texts


class Instrument(Entry, frozen=True, kw_only=True):
    """A small set of questions or statements.

    ``scale``: how many marks an answer has (0: in words; 2: yes or no). ``unsigned``: answers bear
    no name. ``exercises``: those that use it in a workshop.
    """

    id: Id
    scale: Whole
    unsigned: bool
    concepts: Annotated[tuple[Id, ...], Meta(min_length=1)]
    exercises: tuple[Id, ...] = ()
    items: Annotated[tuple[Id, ...], Meta(min_length=1)]
    words: Mapping[str, InstrumentWords]

    def in_language(self, language: str) -> InstrumentWords:
        """Its words."""
        return in_language(self.words, language)


class TemplateWords(Entry, frozen=True, kw_only=True):
    """A template in one language. ``parts`` may name facts of the library in braces."""

    name: Text
    purpose: Text
    reader: Text
    parts: Parts


class Template(Entry, frozen=True, kw_only=True):
    """A letter, a sheet or a check-list around a workshop, filled from the library.

    ``moment``: when it is needed, ``days`` before (below zero) or after the workshop.
    """

    id: Id
    form: Literal["letter", "sheet", "check-list"]
    moment: Literal["before", "after", "before-renewal"]
    days: int
    words: Mapping[str, TemplateWords]

    def in_language(self, language: str) -> TemplateWords:
        """Its words."""
        return in_language(self.words, language)


class Rule(Entry, frozen=True, kw_only=True):
    """When a signal is given: its ``fact``, a number, is at least ``least``, at most ``most``."""

    fact: Id
    least: int | None = None
    most: int | None = None


class SignalWords(Entry, frozen=True, kw_only=True):
    """A signal in one language.

    ``fact``: what was found, with ``{n}`` for the number; ``fact_one`` and ``fact_none``: the same
    of a single one and of none, where that is said otherwise. ``why``: why it matters.
    ``suggests``: what could be done.
    """

    name: Text
    fact: Text
    fact_one: Text | None = None
    fact_none: Text | None = None
    why: Text
    suggests: Text


class Signal(Entry, frozen=True, kw_only=True):
    """Something in the library that a coordinator may want to know; never a judgement.

    ``exercises`` and ``agendas``: what could be done about it. ``leads`` to planning a renewal: the
    one next step then, where these agendas are proposed among others.
    """

    id: Id
    concepts: Annotated[tuple[Id, ...], Meta(min_length=1)]
    rule: Rule
    exercises: tuple[Id, ...] = ()
    agendas: tuple[Id, ...] = ()
    leads: Literal["renewal"] | None = None
    words: Mapping[str, SignalWords]

    def in_language(self, language: str) -> SignalWords:
        """Its words."""
        return in_language(self.words, language)
