"""Whether a proposed agenda fits the time there is, shortened as far as its exercises allow."""

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
    given = _in_proportion(can_give, over)
    return tuple(length - less for length, less in zip(planned, given, strict=True))


def fitting_agendas(catalogue: Catalogue, purpose: str, minutes: int) -> list[Agenda]:
    """The agendas for a purpose that fit in ``minutes``, the longest first."""
    fitting = [
        agenda
        for agenda in catalogue.agendas
        if agenda.purpose == purpose and fitted_minutes(catalogue, agenda, minutes) is not None
    ]
    return sorted(fitting, key=lambda agenda: -agenda.minutes)


def _in_proportion(can_give: list[int], wanted: int) -> list[int]:
    """Whole minutes that add up to ``wanted``, none more than can be given there."""
    total = sum(can_give)
    given = [one * wanted // total for one in can_give]
    owed = sorted(range(len(given)), key=lambda at: -(can_give[at] * wanted % total))
    for at in owed[: wanted - sum(given)]:
        given[at] += 1
    return given
