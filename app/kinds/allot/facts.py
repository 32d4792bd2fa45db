"""What people share out adds up to: a profile now and one wanted, and how they differ.

A profile says how the tokens of one person would lie if everybody were of one mind: what was given
to each thing in all, brought to the tokens of one person in whole tokens that add up exactly. So it
exposes nobody: whatever a profile says, it may be that all of them gave just that. For fewer than
three people nothing is told. A test goes through all cases.
"""

from collections.abc import Mapping, Sequence

import msgspec

from app.kinds.allot.setup import allot_setup, things_of
from app.library.reader import Reader
from app.workshop.ballots import Ballot, ballots_of, counts_in
from app.workshop.running import Running
from app.workshop.spread import LEAST

PILE = "tokens"
"""The value under which a pile is counted that lies on a thing."""


class ThingFacts(msgspec.Struct, frozen=True):
    """A thing with its tokens in each profile, by form; without those that may not be told."""

    id: str
    tokens: Mapping[str, int]

    @property
    def difference(self) -> int | None:
        """From the first profile to the last; None where there are not two."""
        told = list(self.tokens.values())
        return told[-1] - told[0] if len(told) > 1 else None


class AllotFacts(msgspec.Struct, frozen=True):
    """A closed round: how many people shared out ``tokens`` each, and the profiles of the things.

    ``counted``: as piles on the table, and not in private. ``shown``: whether the room may see it.
    """

    people: int
    tokens: int
    forms: tuple[str, ...]
    things: tuple[ThingFacts, ...]
    counted: bool
    shown: bool


def allot_facts(reader: Reader, running: Running) -> list[AllotFacts]:
    """What each closed round of a run says."""
    found = ballots_of(reader, running.run.id, allot_setup(running.recipe).forms)
    return [_facts(reader, running, one) for one in found if not one.open]


def profile(totals: Sequence[int], tokens: int) -> tuple[int, ...]:
    """What was given to each thing in all, brought to ``tokens`` in all: whole ones, that add up.

    What is lost by rounding down goes to the things it takes most from; the earlier first.
    """
    whole = sum(totals)
    if not whole:
        return tuple(0 for _ in totals)
    found = [total * tokens // whole for total in totals]
    lost = [total * tokens % whole for total in totals]
    order = sorted(range(len(totals)), key=lambda at: (-lost[at], at))
    for at in order[: tokens - sum(found)]:
        found[at] += 1
    return tuple(found)


def _facts(reader: Reader, running: Running, ballot: Ballot) -> AllotFacts:
    ids, tokens = things_of(running.recipe), allot_setup(running.recipe).tokens
    profiles: dict[str, tuple[int, ...]] = {}
    people = 0
    for form, asked in ballot.rounds.items():
        told = counts_in(reader, asked)
        totals = [_total(told.get(one, {})) for one in ids]
        here = sum(totals) // tokens
        people = max(people, here)
        if here >= LEAST:
            profiles[form] = profile(totals, tokens)
    things = tuple(
        ThingFacts(one, {form: told[at] for form, told in profiles.items()})
        for at, one in enumerate(ids)
    )
    forms = tuple(ballot.rounds)
    return AllotFacts(people, tokens, forms, things, ballot.counted, ballot.shown)


def _total(told: Mapping[str, int]) -> int:
    """The tokens that lie on a thing: a pile as it was counted, or what each person gave."""
    return sum(number if value == PILE else int(value) * number for value, number in told.items())
