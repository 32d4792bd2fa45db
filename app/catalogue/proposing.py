"""Which agendas to propose for a workshop, the best first, each with its reasons. Facts, never a
judgement."""

from collections.abc import Collection, Sequence

import msgspec

from app.catalogue.agenda_entries import Agenda
from app.catalogue.agenda_fit import Fit, fit_agenda
from app.catalogue.catalogue import Catalogue

BEGINNING = "discover"
"""The stage, by its catalogue id, that comes before a launch."""
STAGE = 4
"""A stage the community is at counts as much as one part in so many of the time there is."""


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a workshop to be planned: ``stages`` are those the community recognises
    itself in, ``people`` 0 where nobody knows yet; ``begins``: nothing was launched so far."""

    purpose: str
    minutes: int
    people: int = 0
    stages: tuple[str, ...] = ()
    begins: bool = False


class Reason(msgspec.Struct, frozen=True):
    """What speaks for an agenda, or against it (``speaks``): a code and its facts.

    ``time``: ``n`` minutes of the ``of`` there are would be planned. ``people``: it can be fitted
    to the ``n`` that are expected. ``stages``: the community is at ``stages`` it is for.
    ``other-people``: it is for ``least`` to ``most``. ``too-long``: even as short as it can be it
    is ``n`` minutes too long.
    """

    code: str
    n: int = 0
    of: int = 0
    least: int = 0
    most: int = 0
    stages: tuple[str, ...] = ()
    speaks: bool = True


class Proposal(msgspec.Struct, frozen=True):
    """An agenda as it would be planned, and why it is proposed; ``fits`` where nothing speaks
    against it."""

    agenda: Agenda
    fit: Fit
    reasons: tuple[Reason, ...]

    @property
    def fits(self) -> bool:
        """Whether it is for so many people and so much time."""
        return all(one.speaks for one in self.reasons)


def best_of(proposals: Sequence[Proposal]) -> Proposal | None:
    """The first one that has the time it needs; for how many people it is meant is told, and is
    for whoever plans to judge: not everybody who comes is known yet."""
    return next((one for one in proposals if not one.fit.over), None)


def propose(catalogue: Catalogue, asked: Asked) -> tuple[Proposal, ...]:
    """The agendas for a purpose: those that fit first, of these the ones that stand by themselves
    and are for no case of their own, change least, use most of the time, and are for a stage the
    community is at."""
    found = [
        proposal_of(catalogue, agenda, asked)
        for agenda in catalogue.agendas
        if agenda.purpose == asked.purpose
    ]
    return tuple(sorted(found, key=lambda one: _rank(one, asked)))


def proposal_of(catalogue: Catalogue, agenda: Agenda, asked: Asked) -> Proposal:
    """One agenda as it would be planned, and what speaks for it and against it."""
    fit = fit_agenda(catalogue, agenda, asked.minutes, asked.people)
    reasons = []
    if asked.people:
        right = agenda.least <= asked.people <= agenda.most
        reasons.append(
            Reason("people", n=asked.people)
            if right
            else Reason("other-people", least=agenda.least, most=agenda.most, speaks=False)
        )
    reasons.append(
        Reason("too-long", n=fit.over, speaks=False)
        if fit.over
        else Reason("time", n=fit.planned, of=asked.minutes)
    )
    lived = lived_in(agenda, asked.stages)
    if lived:
        reasons.append(Reason("stages", stages=lived))
    return Proposal(agenda, fit, tuple(reasons))


def lived_in(agenda: Agenda, stages: Collection[str]) -> tuple[str, ...]:
    """The stages an agenda is for that are among these."""
    return tuple(stage for stage in agenda.stages if stage in stages)


def _rank(one: Proposal, asked: Asked) -> tuple[bool, int, bool, bool, bool, int]:
    """Less is better: what speaks against it, whether it is for later than what begins or for a
    case that nothing says there is, then the minutes it is away from what is asked.

    A day squeezed into a morning is as far away as an hour that leaves most of it unused; a stage
    the community is at is worth a part of the time.
    """
    fit = one.fit
    moved = sum(abs(each.minutes - each.block.minutes) for each in fit.blocks)
    away = moved + asked.minutes - fit.planned
    if lived_in(one.agenda, asked.stages):
        away -= asked.minutes // STAGE
    later = asked.begins and BEGINNING not in one.agenda.stages
    follows = one.agenda.follows is not None
    return (not one.fits, fit.over, follows, later, one.agenda.special, away)
