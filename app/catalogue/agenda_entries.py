"""Agendas, typed: exercises and what stands between them, in an order, fitting their time."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta

from app.catalogue.entries import ClockText, Count, Entry, Id, Purpose, Text, in_language

RenewalGroup = Literal["remember", "look", "choose", "promise"]
"""What people do in a part of a renewal, in the usual order."""


class InterludeWords(Entry, frozen=True, kw_only=True):
    """An interlude in one language: its title, what the facilitator does, what to say aloud."""

    title: Text
    do: Text
    say: Text


class Interlude(Entry, frozen=True, kw_only=True):
    """Part of an agenda that is no exercise: arrivals, a welcome, a meal, a break, a goodbye.

    ``pause``: people rest in it.
    """

    id: Id
    pause: bool
    words: Mapping[str, InterludeWords]

    def in_language(self, language: str) -> InterludeWords:
        """Its words."""
        return in_language(self.words, language)


class AgendaWords(Entry, frozen=True, kw_only=True):
    """An agenda in one language: for whom it is, what comes out of it, and why in this order."""

    name: Text
    sentence: Text
    whom: Text
    result: Text
    order: Text


class AgendaBlock(Entry, frozen=True, kw_only=True):
    """A block of an agenda: an ``exercise`` or an ``interlude``.

    ``starts``: a start that is fixed. ``optional``: it is left out first where time is short.
    ``steps``: of an exercise in two parts, those that belong to this one; without any, all.
    ``group``: in a renewal, what people do in it.
    """

    minutes: Count
    exercise: Id | None = None
    interlude: Id | None = None
    starts: ClockText | None = None
    optional: bool = False
    steps: tuple[Id, ...] = ()
    group: RenewalGroup | None = None


class Agenda(Entry, frozen=True, kw_only=True):
    """A sequence that fits its time: ``minutes`` available, for ``people``, from ``starts``.

    ``least`` and ``most``: for how many people it can be fitted. ``makes``: the charter sections it
    drafts. ``follows``: it goes on where another one (its id) ended. ``special``: it is for a case
    of its own, such as thin trust, which only those who are there know of.
    """

    id: Id
    purpose: Purpose
    stages: Annotated[tuple[Id, ...], Meta(min_length=1)]
    minutes: Count
    people: Count
    least: Count
    most: Count
    starts: ClockText
    makes: tuple[Id, ...] = ()
    follows: Id | None = None
    special: bool = False
    blocks: Annotated[tuple[AgendaBlock, ...], Meta(min_length=1)]
    words: Mapping[str, AgendaWords]

    @property
    def first_minute(self) -> int:
        """When it starts, in minutes since midnight."""
        hours, minutes = self.starts.split(":")
        return int(hours) * 60 + int(minutes)

    @property
    def planned_minutes(self) -> int:
        """What its blocks add up to."""
        return sum(block.minutes for block in self.blocks)

    def in_language(self, language: str) -> AgendaWords:
        """Its words."""
        return in_language(self.words, language)
