"""Signals: rules of the catalogue over what the library says, each with its fact."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.reading_entries import Rule, Signal
from app.community.attention import reminders_of
from app.community.facts import CommunityFacts
from app.community.setting_aside import (
    dismiss_for_a_year,
    put_off_until,
    set_aside_on,
    tell_again,
)
from app.library.library import Library
from app.library.reader import Reader
from app.signals.known import Known
from app.signals.signal_facts import FACTS

_NAMED = re.compile(r"\{([^{}]*)\}")


class Given(msgspec.Struct, frozen=True):
    """A signal that is given, and the number that its rule found."""

    signal: Signal
    number: int

    def fact(self, language: str) -> str:
        """The fact, with its number."""
        told = self.signal.in_language(language)
        otherwise = {0: told.fact_none, 1: told.fact_one}.get(self.number)
        return (otherwise or told.fact).replace("{n}", str(self.number))


class SetAside(msgspec.Struct, frozen=True, kw_only=True):
    """A signal that is not given before ``until``, with the number it had found; ``dismissed`` with
    a ``word`` or without one, or only put off."""

    given: Given
    until: date
    dismissed: bool = False
    word: str = ""


SAID_BY_REMINDERS: Mapping[str, frozenset[str]] = {
    "no-next-date": frozenset(("next-none", "next-far", "launch-unplanned")),
    "silent-days": frozenset(("next-none",)),
    "trial-over-days": frozenset(("trial-over",)),
    "renewal-ahead": frozenset(("renewal-near",)),
    "renewal-past": frozenset(("renewal-past",)),
    "terms-ending": frozenset(("term-ending",)),
    "coordinator-gone": frozenset(("coordinator-vacant",)),
    "coordinators": frozenset(("coordinator-vacant",)),
    "sponsor-gone": frozenset(("sponsor-vacant",)),
    "actions-late": frozenset(("actions-past",)),
}
"""The reminders that say already what a fact says."""


def signals_of(reader: Reader, catalogue: Catalogue, facts: CommunityFacts) -> tuple[Given, ...]:
    """The signals of a community, of which ``facts`` were gathered, in the catalogue's order.

    None for a community that has ended, was archived or is paused.
    """
    if facts.asks_nothing:
        return ()
    return tuple(_given(catalogue, Known(reader, catalogue, facts)))


def new_signals(reader: Reader, catalogue: Catalogue, facts: CommunityFacts) -> tuple[Given, ...]:
    """The signals that say something new: none that was put off, and none of what a reminder
    says, also where that reminder was put off."""
    told = {one.code for one in reminders_of(msgspec.structs.replace(facts, snoozed={}))}
    return tuple(
        one
        for one in signals_of(reader, catalogue, facts)
        if facts.snoozed.get(_snooze_key(facts.community.id, one.signal), facts.today)
        <= facts.today
        and told.isdisjoint(SAID_BY_REMINDERS.get(one.signal.rule.fact, ()))
    )


def put_off(library: Library, community: str, given: Given, until: date) -> None:
    """Put a signal of a community (its id) off: it is not given before ``until``."""
    put_off_until(
        library, community, _snooze_key(community, given.signal), until, found=given.number
    )


def dismiss(library: Library, community: str, given: Given, today: date, word: str) -> None:
    """Say that a signal does not matter here, in a ``word`` or without one: for a year it is not
    given. Raises Trouble (``too-long``)."""
    key = _snooze_key(community, given.signal)
    dismiss_for_a_year(library, community, key, today, word=word, found=given.number)


def take_up(library: Library, community: str, signal: Signal) -> None:
    """Have a signal that was set aside be given again."""
    tell_again(library, community, [_snooze_key(community, signal)])


def set_aside(
    reader: Reader, catalogue: Catalogue, community: str, today: date
) -> tuple[SetAside, ...]:
    """The signals of a community (its id) that are not given today, because they were put off or
    dismissed; in the catalogue's order."""
    found = []
    for signal in catalogue.signals:
        row = set_aside_on(reader, _snooze_key(community, signal), today)
        if row is not None:
            until = date.fromisoformat(row.until)
            given = Given(signal, row.found)
            found.append(SetAside(given=given, until=until, dismissed=row.dismissed, word=row.word))
    return tuple(found)


def _snooze_key(community: str, signal: Signal) -> str:
    return f"signal-{signal.id}:{community}"


def _given(catalogue: Catalogue, known: Known) -> Iterator[Given]:
    for signal in catalogue.signals:
        number = FACTS[signal.rule.fact](known)
        if number is not None and _holds(signal.rule, number):
            yield Given(signal, number)


def _holds(rule: Rule, number: int) -> bool:
    return (rule.least is None or number >= rule.least) and (
        rule.most is None or number <= rule.most
    )


def signal_faults(catalogue: Catalogue) -> Iterator[CatalogueError]:
    """Rules over facts that nobody reads, and words that name another thing than the number."""
    for signal in catalogue.signals:
        for code, words in signal.words.items():
            for name in sorted(set(_NAMED.findall(words.fact)) - {"n"}):
                place = f"{signal.id}.words.{code}.fact"
                yield CatalogueError("catalogue/signals.toml", place, "unknown-fact", id=name)
        if signal.rule.fact not in FACTS:
            place, fact = f"{signal.id}.rule.fact", signal.rule.fact
            yield CatalogueError("catalogue/signals.toml", place, "unknown-id", id=fact)
