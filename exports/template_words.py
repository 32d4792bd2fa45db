"""Letters and sheets in words: each fact as people write it, and a line where there is none."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.placeholders import pieces_of, placeholders_in
from app.catalogue.reading_entries import Template
from app.catalogue.reading_pages import Passage
from app.words import Words
from app.workshop.titles import block_name, told_block
from exports.facts.person_facts import DoneThing, HeldRole, MonthOf, RecognizedWay
from exports.facts.template_facts import (
    ClauseLine,
    ClockTime,
    DuePromise,
    Fact,
    One,
    TimedBlock,
)
from exports.person_words import person_words

BLANK = "_" * 16
"""A line to be filled by hand."""


class Filling(msgspec.Struct, frozen=True):
    """What a letter is filled with: its facts, and how they are said."""

    facts: Mapping[str, Fact]
    catalogue: Catalogue
    words: Words

    def passages(self, template: Template) -> tuple[Passage, ...]:
        """The parts of a letter, filled."""
        parts = template.in_language(self.words.language).parts
        return tuple(
            Passage(
                head=self.line(part.head),
                texts=tuple(text for one in part.text for text in self._texts(one)),
                items=tuple(text for one in part.items for text in self._texts(one)),
            )
            for part in parts
        )

    def line(self, text: str) -> str:
        """A text with its facts in it; several of one kind are named one after the other."""
        return "".join(
            self.words.series(self._all(piece)) if named else piece
            for piece, named in pieces_of(text)
        )

    def lacking(self, template: Template) -> tuple[str, ...]:
        """The placeholders of a letter that are left to be filled by hand."""
        parts = template.in_language(self.words.language).parts
        said = (text for part in parts for text in (part.head, *part.text, *part.items))
        named = dict.fromkeys(name for text in said for name in placeholders_in(text))
        return tuple(name for name in named if self.facts.get(name) is None)

    def _texts(self, text: str) -> Iterator[str]:
        """A text that is nothing but a placeholder is as many as there are facts."""
        names = placeholders_in(text)
        if len(names) == 1 and text.strip() == f"{{{names[0]}}}":
            yield from self._all(names[0])
        else:
            yield self.line(text)

    def _all(self, name: str) -> Sequence[str]:
        fact = self.facts.get(name)
        if fact is None:
            return (BLANK,)
        each = fact if isinstance(fact, tuple) else (fact,)
        return tuple(self._said(one) for one in each)

    def _said(self, one: One) -> str:
        words = self.words
        if isinstance(one, ClockTime):
            return words.clock(one.minutes)
        if isinstance(one, date):
            return words.day(one, "long")
        if isinstance(one, TimedBlock):
            block = told_block(one.block, self.catalogue, words.language)
            time = words.clock(one.starts.minutes)
            return words("template.timed", time=time, what=block_name(words, block))
        if isinstance(one, DuePromise):
            return self._promise(one)
        if isinstance(one, ClauseLine):
            return self._clause(one)
        if isinstance(one, MonthOf | DoneThing | HeldRole | RecognizedWay):
            return person_words(self.catalogue, words, one)
        return str(one)

    def _promise(self, one: DuePromise) -> str:
        words = self.words
        who = words(f"registers.party.{one.party}") if one.party else one.who
        day = words.day(one.due) if one.due is not None else ""
        key = "promise-by" if who and day else "promise-of" if who else "promise-until"
        if not who and not day:
            return one.text
        return words(f"template.{key}", what=one.text, who=who, day=day)

    def _clause(self, one: ClauseLine) -> str:
        section = self.catalogue.find_section(one.section)
        named = section.in_language(self.words.language).heading if section else ""
        head = one.heading or one.title or named or one.section
        return self.words("template.clause", head=head, text="; ".join(one.texts))
