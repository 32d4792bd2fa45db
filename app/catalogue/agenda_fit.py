"""Whether a proposed agenda fits the time there is, shortened as far as its exercises allow."""

from collections.abc import Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import Agenda

SPARE = 10
"""A proposed agenda leaves one minute in this many free."""


def most_planned(minutes: int) -> int:
    """How many of the ``minutes`` there are may be planned."""
    return minutes * (SPARE - 1) // SPARE


def fitted_minutes(catalogue: Catalogue, agenda: Agenda, minutes: int) -> tuple[int, ...] | None:
    """The minutes of each block, so that all of them fit in ``minutes``; None where they cannot.

    What is too much is taken from the exercises in proportion to what each can give, down to its
    shortest. Breaks keep their length, and nothing is made longer.
    """
    planned = [block.minutes for block in agenda.blocks]
    over = sum(planned) - most_planned(minutes)
    if over <= 0:
        return tuple(planned)
    can_give = [
        block.minutes - catalogue.exercise(block.exercise).minutes.short if block.exercise else 0
        for block in agenda.blocks
    ]
    if over > sum(can_give):
        return None
    given = share(can_give, can_give, over)
    return tuple(length - less for length, less in zip(planned, given, strict=True))


def fitting_agendas(catalogue: Catalogue, purpose: str, minutes: int) -> list[Agenda]:
    """The agendas for a purpose that fit in ``minutes``, the longest first."""
    fitting = [
        agenda
        for agenda in catalogue.agendas
        if agenda.purpose == purpose and fitted_minutes(catalogue, agenda, minutes) is not None
    ]
    return sorted(fitting, key=lambda agenda: -agenda.minutes)


def share(minutes: Sequence[int], room: Sequence[int], amount: int) -> list[int]:
    """``amount`` whole minutes taken from several lengths, in their proportions, from each at most
    its ``room``; less than ``amount`` in all only where there is no more room."""
    taken = [0] * len(minutes)
    rest = min(amount, sum(room))
    able = [at for at, most in enumerate(room) if most]
    while able:
        whole = sum(minutes[at] for at in able)
        full = [at for at in able if rest * minutes[at] >= room[at] * whole]
        if not full:
            break
        for at in full:
            taken[at] = room[at]
        rest -= sum(room[at] for at in full)
        able = [at for at in able if at not in full]
    for at in able:
        taken[at] = rest * minutes[at] // whole
    # The minutes that are left over go to those that are farthest from their due.
    able.sort(key=lambda at: -(rest * minutes[at] % whole))
    for at in able[: rest - sum(taken[at] for at in able)]:
        taken[at] += 1
    return taken
