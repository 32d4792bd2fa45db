"""Whether a proposed agenda fits the people and the time there are: each exercise by its own
arithmetic, shortened as far as it allows, and what is optional left out."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

import msgspec

from app.catalogue.agenda_entries import Agenda, AgendaBlock
from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Exercise
from app.catalogue.timing import needed_minutes, within

SPARE = 10
"""A proposed agenda leaves one minute in this many free."""

WHOLE = Fraction(1)


class Lengths(msgspec.Struct, frozen=True):
    """What a block asks for with so many people, and the fewest minutes it can do with then."""

    asked: int
    shortest: int
    optional: bool = False


class FittedBlock(msgspec.Struct, frozen=True):
    """A block of an agenda and the minutes it is given; 0: it is left out."""

    block: AgendaBlock
    minutes: int


class Fit(msgspec.Struct, frozen=True):
    """An agenda for so many people (0: not known) in so many minutes, block by block.

    ``over``: by how many minutes even the shortest takes too long; 0 where it fits.
    ``by_people`` and ``by_time``: what made blocks shorter or longer than the agenda has them.
    """

    agenda: Agenda
    people: int
    minutes: int
    blocks: tuple[FittedBlock, ...]
    over: int
    by_people: bool
    by_time: bool

    @property
    def planned(self) -> int:
        """What the blocks add up to."""
        return sum(one.minutes for one in self.blocks)

    @property
    def left_out(self) -> tuple[AgendaBlock, ...]:
        """Blocks there is no time for."""
        return tuple(one.block for one in self.blocks if not one.minutes)

    @property
    def resized(self) -> tuple[FittedBlock, ...]:
        """Blocks that are shorter or longer than the agenda has them."""
        return tuple(one for one in self.blocks if one.minutes not in (0, one.block.minutes))


def most_planned(minutes: int) -> int:
    """How many of the ``minutes`` there are may be planned."""
    return minutes * (SPARE - 1) // SPARE


def lengths_for(
    entry: Exercise | None,
    minutes: int,
    people: tuple[int, int],
    share_of: Fraction = WHOLE,
    *,
    optional: bool = False,
) -> Lengths:
    """What a block of so many minutes asks for where there are other ``people`` (from, to; 0: not
    known) than it was meant for.

    An exercise asks for more or less in the proportion in which its turns take longer or shorter,
    within its own limits, and what it can do with at least grows with them. ``share_of`` an
    exercise: for a part of one. What is no exercise keeps its length.
    """
    if entry is None:
        return Lengths(minutes, minutes, optional)
    before, now = people
    short, long = ceil(entry.minutes.short * share_of), int(entry.minutes.long * share_of)
    if not before or not now or before == now:
        return Lengths(minutes, min(minutes, short), optional)
    was = needed_minutes(entry, within(before, entry))
    needs = needed_minutes(entry, within(now, entry))
    asked = min(max(short, round(minutes * needs / was)), max(long, minutes))
    shortest = min(max(short, round(short * needs / was)), max(long, short))
    return Lengths(asked, min(asked, shortest), optional)


def fit_lengths(blocks: Sequence[Lengths], most: int) -> tuple[tuple[int, ...], int]:
    """Lengths that add up to ``most`` minutes or less, and by how many they do not.

    What is too much is taken from each in proportion to what it can give, down to its shortest;
    where that is not enough, what is optional is left out (0), the last first, and the others have
    their time back.
    """
    asked = [one.asked for one in blocks]
    gives = [one.asked - one.shortest for one in blocks]
    dropped = [at for at, one in enumerate(blocks) if one.optional]
    while sum(asked) - most > sum(gives) and dropped:
        at = dropped.pop()
        asked[at] = gives[at] = 0
    over = max(0, sum(asked) - most)
    given = share(gives, gives, over)
    lengths = tuple(length - less for length, less in zip(asked, given, strict=True))
    return lengths, over - sum(given)


def asked_minutes(catalogue: Catalogue, agenda: Agenda, people: int) -> tuple[int, ...]:
    """The minutes each block of an agenda asks for with so many people."""
    return tuple(one.asked for one in _lengths(catalogue, agenda, people))


def fit_agenda(catalogue: Catalogue, agenda: Agenda, minutes: int, people: int = 0) -> Fit:
    """An agenda fitted to the minutes there are, a tenth of them free, and to so many people.

    Meals and breaks keep their length, and nothing is made longer than it needs.
    """
    asked = _lengths(catalogue, agenda, people)
    most = most_planned(minutes)
    lengths, over = fit_lengths(asked, most)
    pairs = zip(agenda.blocks, lengths, strict=True)
    wanted = [one.asked for one in asked]
    return Fit(
        agenda,
        people,
        minutes,
        tuple(FittedBlock(block, length) for block, length in pairs),
        over,
        by_people=wanted != [block.minutes for block in agenda.blocks],
        by_time=sum(wanted) > most,
    )


def fitted_minutes(
    catalogue: Catalogue, agenda: Agenda, minutes: int, people: int = 0
) -> tuple[int, ...] | None:
    """The minutes of each block of a fitted agenda (0: left out); None where it cannot fit."""
    fit = fit_agenda(catalogue, agenda, minutes, people)
    return None if fit.over else tuple(one.minutes for one in fit.blocks)


def kept_starts(fit: Fit, first: int) -> tuple[int | None, ...]:
    """The fixed start of each block, in minutes since midnight, where it can be kept in a workshop
    that begins at ``first``; None where it has none, or comes too soon or too late for the rest."""
    clock, left, ends = first, fit.planned, first + fit.minutes
    starts: list[int | None] = []
    for one in fit.blocks:
        due = minute_of(one.block)
        kept = one.minutes > 0 and due is not None and clock <= due <= ends - left
        starts.append(due if kept else None)
        clock = (due if kept and due is not None else clock) + one.minutes
        left -= one.minutes
    return tuple(starts)


def minute_of(block: AgendaBlock) -> int | None:
    """The fixed start of a block, in minutes since midnight."""
    if block.starts is None:
        return None
    hours, minutes = block.starts.split(":")
    return int(hours) * 60 + int(minutes)


def _lengths(catalogue: Catalogue, agenda: Agenda, people: int) -> list[Lengths]:
    """What each block asks for, and can do with."""
    whole: dict[str, int] = {}  # of exercises in parts, what all of them have
    for block in agenda.blocks:
        if block.exercise is not None and block.steps:
            whole[block.exercise] = whole.get(block.exercise, 0) + block.minutes
    return [
        lengths_for(
            catalogue.find_exercise(block.exercise or ""),
            block.minutes,
            (agenda.people, people),
            Fraction(block.minutes, whole[block.exercise or ""]) if block.steps else WHOLE,
            optional=block.optional,
        )
        for block in agenda.blocks
    ]


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
