"""The renewals as they would be planned: those for which most speaks first, each fitted to the
people and the time there are."""

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.proposing import Asked, Proposal, proposal_of
from app.renewal.proposal import Ranked, Reason

RENEWAL = "renewal"


class FittedRenewal(msgspec.Struct, frozen=True):
    """An agenda with what speaks for it, and as it would be planned."""

    reasons: tuple[Reason, ...]
    proposal: Proposal


def fitted_renewals(
    catalogue: Catalogue, ranked: tuple[Ranked, ...], minutes: int | None, people: int
) -> tuple[FittedRenewal, ...]:
    """The ranked renewals for so many ``people`` (0: nobody knows) in so many ``minutes``; None:
    each in its own.

    One that takes too long even as short as it can be comes after those that do not, and before it
    one that leaves a third of the time unused: a day that was set aside wants an agenda for a day.
    """
    found = []
    for one in ranked:
        agenda = catalogue.find_agenda(one.agenda)
        if agenda is not None:
            time = agenda.minutes if minutes is None else minutes
            asked = Asked(purpose=RENEWAL, minutes=time, people=people)
            found.append(FittedRenewal(one.reasons, proposal_of(catalogue, agenda, asked)))
    return tuple(sorted(found, key=lambda one: _away(one.proposal, minutes)))


def _away(one: Proposal, minutes: int | None) -> int:
    if one.fit.over:
        return 2
    return 1 if minutes is not None and 3 * one.fit.planned < 2 * minutes else 0
