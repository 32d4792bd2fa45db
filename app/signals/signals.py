"""Signals: rules of the catalogue over what the library says, each with its fact."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.reading_entries import Rule, Signal
from app.community.attention import reminders_of
from app.community.facts import CommunityFacts
from app.library.columns import MOST
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Snooze
from app.signals.known import Known
from app.signals.signal_facts import FACTS
from app.typed_text import one_line

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


DISMISSED = timedelta(days=365)
"""For how long a signal that was dismissed is not given: what changes in a year is news again."""

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
    _set_aside(library, community, given, until, word="", dismissed=False)


def dismiss(library: Library, community: str, given: Given, today: date, word: str) -> None:
    """Say that a signal does not matter here, in a ``word`` or without one: for a year it is not
    given. Raises Trouble (``too-long``)."""
    until = today + DISMISSED
    _set_aside(library, community, given, until, word=one_line(word), dismissed=True)


def take_up(library: Library, community: str, signal: Signal) -> None:
    """Have a signal that was set aside be given again."""
    row = library.reader.find(Snooze, _snooze_key(community, signal))
    if row is not None:
        with library.keep(Scope(community)) as rows:
            rows.remove(row)


def set_aside(
    reader: Reader, catalogue: Catalogue, community: str, today: date
) -> tuple[SetAside, ...]:
    """The signals of a community (its id) that are not given today, because they were put off or
    dismissed; in the catalogue's order."""
    found = []
    for signal in catalogue.signals:
        row = reader.find(Snooze, _snooze_key(community, signal))
        if row is not None and row.until > today.isoformat():
            until = date.fromisoformat(row.until)
            given = Given(signal, row.found)
            found.append(SetAside(given=given, until=until, dismissed=row.dismissed, word=row.word))
    return tuple(found)


def _set_aside(
    library: Library, community: str, given: Given, until: date, *, word: str, dismissed: bool
) -> None:
    with library.keep(Scope(community)) as rows:
        rows.put(
            Snooze(
                what=_snooze_key(community, given.signal),
                until=until.isoformat(),
                word=word,
                dismissed=dismissed,
                found=min(given.number, MOST),
            )
        )


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
