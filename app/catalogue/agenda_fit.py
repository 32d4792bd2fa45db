"""Whether a proposed agenda fits the time there is, shortened as far as its exercises allow."""

from collections.abc import Sequence
from math import ceil

from app.catalogue.agenda_entries import Agenda, AgendaBlock
from app.catalogue.catalogue import Catalogue
from app.catalogue.timing import needed_minutes, within

SPARE = 10
"""A proposed agenda leaves one minute in this many free."""


def most_planned(minutes: int) -> int:
    """How many of the ``minutes`` there are may be planned."""
    return minutes * (SPARE - 1) // SPARE


def asked_minutes(catalogue: Catalogue, agenda: Agenda, people: int) -> tuple[int, ...]:
    """The minutes each block asks for with so many people.

    An exercise asks for more or less in the proportion in which its turns take longer or shorter
    than with as many as the agenda is for, within its own limits. The rest keeps its length.
    """
    return tuple(_asked(catalogue, agenda, block, people) for block in agenda.blocks)


def _asked(catalogue: Catalogue, agenda: Agenda, block: AgendaBlock, people: int) -> int:
    entry = catalogue.find_exercise(block.exercise or "")
    if entry is None or not people or people == agenda.people:
        return block.minutes
    proposed = needed_minutes(entry, within(agenda.people, entry))
    needed = needed_minutes(entry, within(people, entry))
    least, most = _limits(catalogue, agenda, block)
    return min(max(least, round(block.minutes * needed / proposed)), max(most, block.minutes))


def _limits(catalogue: Catalogue, agenda: Agenda, block: AgendaBlock) -> tuple[int, int]:
    """The fewest and the most minutes of a block: of a part of an exercise, its share of them."""
    entry = catalogue.find_exercise(block.exercise or "")
    if entry is None:
        return block.minutes, block.minutes
    whole = sum(one.minutes for one in agenda.blocks if one.exercise == block.exercise)
    short, long = entry.minutes.short, entry.minutes.long
    return ceil(short * block.minutes / whole), long * block.minutes // whole


def fitted_minutes(
    catalogue: Catalogue, agenda: Agenda, minutes: int, people: int = 0
) -> tuple[int, ...] | None:
    """The minutes of each block for so many people, so that all of them fit in ``minutes``.

    None where they cannot. What is too much is taken from the exercises in proportion to what each
    can give, down to its shortest; then what is ``optional`` is left out (0 minutes), the last
    first. Breaks keep their length, and nothing is made longer than it needs.
    """
    asked = list(asked_minutes(catalogue, agenda, people))
    most = most_planned(minutes)
    dropped = [at for at, block in enumerate(agenda.blocks) if block.optional]
    while True:
        over = sum(asked) - most
        if over <= 0:
            return tuple(asked)
        can_give = [
            max(0, length - _limits(catalogue, agenda, block)[0])
            for length, block in zip(asked, agenda.blocks, strict=True)
        ]
        if over <= sum(can_give):
            given = share(can_give, can_give, over)
            return tuple(length - less for length, less in zip(asked, given, strict=True))
        if not dropped:
            return None
        asked[dropped.pop()] = 0


def fitting_agendas(
    catalogue: Catalogue, purpose: str, minutes: int, people: int = 0
) -> list[Agenda]:
    """The agendas for a purpose that fit in ``minutes``, the longest first."""
    fitting = [
        agenda
        for agenda in catalogue.agendas
        if agenda.purpose == purpose
        and fitted_minutes(catalogue, agenda, minutes, people) is not None
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
