"""Signals: rules of the catalogue over what the library says, each with its fact."""

from collections.abc import Iterator
from datetime import datetime

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.reading_entries import Rule, Signal
from app.library.reader import Reader
from app.signals.facts import FACTS
from app.signals.known import Known


class Given(msgspec.Struct, frozen=True):
    """A signal that is given, and the number that its rule found."""

    signal: Signal
    number: int


def signals_of(
    reader: Reader, catalogue: Catalogue, community: str, now: datetime
) -> tuple[Given, ...]:
    """The signals of a community (its id) at an instant, in the catalogue's order.

    None for a community that has ended or was archived.
    """
    known = Known(reader, catalogue, community, now)
    if known.facts.resting:
        return ()
    return tuple(_given(catalogue, known))


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
    """Rules over facts that nobody reads."""
    for signal in catalogue.signals:
        if signal.rule.fact not in FACTS:
            place, fact = f"{signal.id}.rule.fact", signal.rule.fact
            yield CatalogueError("catalogue/signals.toml", place, "unknown-id", id=fact)
