"""Which renewal to propose first, by what is known of a community, each with its reasons in facts.

A pure function. The weights only put the seven agendas in an order, and are never shown: what is
shown are the facts. What happened to people weighs more than how old a page is.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

import msgspec

DEPARTURE, CONFLICT = "renewal-after-a-departure", "renewal-after-conflict"
NEWCOMERS, TIRED = "renewal-with-many-newcomers", "renewal-when-tired"
VOICE, MORNING, DAY = "renewal-for-a-voice", "renewal-morning", "renewal-day"

ORDER = (DEPARTURE, CONFLICT, NEWCOMERS, TIRED, VOICE, MORNING, DAY)
"""The seven, in the order in which they stand where as much speaks for one as for another: what
cannot wait comes first."""

YEAR = 365
"""Days."""


class RenewalFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a community on a day; None where nobody can know.

    ``terms`` are held today, ``ending`` of them end by ``ends_by`` with nobody to follow.
    ``came`` of the ``members`` came since ``since``: "launch" or "renewal", or "half-year" where
    none was held. ``left``: within half a year. ``fewer``: by how many percent fewer came.
    ``years`` since the launch, near its day. ``spread``: the widest of the last pulse, in steps of
    its scale. ``renew_on``: by when the community wants to renew, once that is near or gone by.
    All else is in days, or a number of things.
    """

    terms: int = 0
    ending: int = 0
    ends_by: date | None = None
    coordinator_gone: int | None = None
    sponsor_gone: int | None = None
    members: int = 0
    came: int = 0
    since: str = "half-year"
    left: int = 0
    silent: int | None = None
    fewer: int | None = None
    most_roles: int = 0
    fell: int | None = None
    spread: int | None = None
    reservations: int = 0
    not_asked: int = 0
    views_late: int = 0
    charter_age: int | None = None
    trial_over: int | None = None
    years: int | None = None
    parked: int = 0
    actions_late: int = 0
    promises_late: int = 0
    launch_notes: int = 0
    renew_on: date | None = None


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """A fact that speaks for an agenda: a code, ``n`` of ``of``, or ``n`` by a ``day``."""

    code: str
    n: int = 0
    of: int = 0
    day: date | None = None


class Ranked(msgspec.Struct, frozen=True):
    """An agenda (its id) with what speaks for it, the weightiest first; perhaps nothing does."""

    agenda: str
    reasons: tuple[Reason, ...]


_Weighed = tuple[str, int, Reason]


def order_agendas(facts: RenewalFacts) -> tuple[Ranked, ...]:
    """The seven renewals, the one for which most speaks first. Where nothing does, a morning is."""
    found: dict[str, list[tuple[int, Reason]]] = defaultdict(list)
    for rules in (_departure, _conflict, _newcomers, _tired, _voice, _age):
        for agenda, weight, reason in rules(facts):
            found[agenda].append((weight, reason))

    def rank(agenda: str) -> tuple[int, int]:
        weight = sum(weight for weight, _ in found[agenda])
        # A morning is the usual one: it needs no reason of its own.
        return -max(weight, int(agenda == MORNING)), ORDER.index(agenda)

    return tuple(
        Ranked(
            agenda,
            tuple(reason for _, reason in sorted(found[agenda], key=lambda one: -one[0])),
        )
        for agenda in sorted(ORDER, key=rank)
    )


def _departure(facts: RenewalFacts) -> Iterator[_Weighed]:
    if facts.coordinator_gone is not None and facts.coordinator_gone > 1:
        yield DEPARTURE, 5, Reason(code="coordinator-gone", n=facts.coordinator_gone)
    if facts.sponsor_gone is not None and facts.sponsor_gone > 1:
        yield DEPARTURE, 4, Reason(code="sponsor-gone", n=facts.sponsor_gone)
    if facts.ending:
        weight = 4 if 2 * facts.ending >= facts.terms else 2
        ends = Reason(code="terms-end", n=facts.ending, of=facts.terms, day=facts.ends_by)
        yield DEPARTURE, weight, ends
    if facts.left > 2:
        yield DEPARTURE, 3, Reason(code="left", n=facts.left)


def _conflict(facts: RenewalFacts) -> Iterator[_Weighed]:
    """Reservations alone are no conflict: whoever agreed all the same said what to look after."""
    spread = facts.spread or 0
    if spread > 2:
        yield CONFLICT, 4, Reason(code="spread", n=spread)
    if facts.reservations:
        agenda = CONFLICT if spread > 2 else MORNING
        yield agenda, 2, Reason(code="reservations", n=facts.reservations)


def _newcomers(facts: RenewalFacts) -> Iterator[_Weighed]:
    """Two at least, so that no question has a face."""
    if facts.came > 1 and 3 * facts.came >= facts.members:
        weight = 5 if 2 * facts.came >= facts.members else 4
        code = f"came-since-{facts.since}"
        yield NEWCOMERS, weight, Reason(code=code, n=facts.came, of=facts.members)


def _tired(facts: RenewalFacts) -> Iterator[_Weighed]:
    if facts.silent is not None and facts.silent >= 60:
        yield TIRED, 4 if facts.silent >= 180 else 2, Reason(code="silent", n=facts.silent)
    if facts.fewer is not None and facts.fewer >= 25:
        yield TIRED, 4 if facts.fewer >= 50 else 2, Reason(code="fewer", n=facts.fewer)
    if facts.most_roles > 2:
        yield TIRED, 3, Reason(code="most-roles", n=facts.most_roles)
    if facts.fell is not None and facts.fell > 1:
        yield TIRED, 3, Reason(code="pulse-fell", n=facts.fell)


def _voice(facts: RenewalFacts) -> Iterator[_Weighed]:
    if facts.not_asked:
        yield VOICE, 5 if facts.not_asked > 2 else 2, Reason(code="not-asked", n=facts.not_asked)
    if facts.views_late:
        yield VOICE, 3, Reason(code="views-late", n=facts.views_late)


def _age(facts: RenewalFacts) -> Iterator[_Weighed]:
    """A morning for what has aged a year; a day for what has aged two, or piled up."""
    age = facts.charter_age
    if age is not None and age >= YEAR:
        agenda = DAY if age >= 2 * YEAR else MORNING
        yield agenda, 3, Reason(code="charter-age", n=age // 30)
    if facts.trial_over is not None and facts.trial_over > 0:
        yield MORNING, 3, Reason(code="trial-over", n=facts.trial_over)
    if facts.renew_on is not None:
        yield MORNING, 2, Reason(code="renew-on", day=facts.renew_on)
    if facts.years:
        yield DAY if facts.years > 1 else MORNING, 2, Reason(code="anniversary", n=facts.years)
    if facts.promises_late:
        yield MORNING, 1, Reason(code="promises-late", n=facts.promises_late)
    if facts.parked > 4:
        yield DAY, 2, Reason(code="parked", n=facts.parked)
    if facts.actions_late > 2:
        yield DAY, 1, Reason(code="actions-late", n=facts.actions_late)
    if facts.launch_notes > 5:
        yield DAY, 1, Reason(code="launch-notes", n=facts.launch_notes)
