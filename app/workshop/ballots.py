"""Ballots: what people give in private, opened, cast, closed, and shown when the room is ready.

A ballot asks about several items, once or in several forms ("then" and "now"): it has a round for
each form, opened and closed together. What is given is counted by item and value, and nothing else
is kept. While it is open nobody sees what was given, only how many people gave theirs, and who.
Closed, it is the facilitator's to look at first; the room sees it once it is shown.

A ballot may also be ``counted`` by the facilitator: how many people stand where, how many tokens
lie on a thing. It is typed in as it was counted, and again where the count was wrong.
"""

import random
from collections.abc import Mapping, Sequence

import msgspec

from app.library.library import Library
from app.library.private import count_answer, has_answered, tallies_of
from app.library.reader import Reader
from app.library.rows import Answered, Attendance, Person, Round, Tally
from app.library.trouble import Trouble
from app.moment import stamp
from app.workshop.attendance import in_the_room
from app.workshop.planning import scope_of
from app.workshop.rounds import require_open
from app.workshop.running import Running

Given = Mapping[str, Mapping[str, str]]
"""What one person gives: by form, a value for each item."""

Counts = Mapping[str, Mapping[str, int]]
"""How often each value was given to each item."""

MOST_PEOPLE = 1000
"""How many people's answers a ballot holds at the most."""

_COUNTED = "-counted"
"""What the form of a round ends with that the facilitator counts."""


class Ballot(msgspec.Struct, frozen=True):
    """Rounds opened together, by form."""

    rounds: Mapping[str, Round]
    counted: bool = False

    @property
    def open(self) -> bool:
        """Whether people still give theirs."""
        return any(one.closed is None for one in self.rounds.values())

    @property
    def shown(self) -> bool:
        """Whether the room may see what it says."""
        return not self.open and not any(one.hidden for one in self.rounds.values())


def ballots_of(reader: Reader, run: str, forms: Sequence[str]) -> list[Ballot]:
    """The ballots of a run (its id) in these forms, the latest last."""
    named = {form: (form, False) for form in forms}
    named |= {f"{form}{_COUNTED}": (form, True) for form in forms}
    found: list[Ballot] = []
    for one in reader.rows(Round, run=run):
        if one.form not in named:
            continue
        form, counted = named[one.form]
        last = found[-1] if found else None
        if last is None or last.counted != counted or form in last.rounds:
            found.append(Ballot({form: one}, counted))
        else:
            found[-1] = Ballot({**last.rounds, form: one}, counted)
    return found


def latest_ballot(reader: Reader, run: str, forms: Sequence[str]) -> Ballot | None:
    """The last ballot of a run, be it open or closed; None before the first."""
    found = ballots_of(reader, run, forms)
    return found[-1] if found else None


def open_ballot_of(reader: Reader, run: str, forms: Sequence[str]) -> Ballot | None:
    """The ballot that people give theirs in now, or None."""
    last = latest_ballot(reader, run, forms)
    return last if last is not None and last.open else None


def open_ballot(
    library: Library, running: Running, forms: Sequence[str], *, counted: bool = False
) -> Ballot:
    """Begin a ballot, or give the one that is open. Raises Trouble (``ballot-open`` where the
    open one is of the other way)."""
    # Labels as the first pulses had them: journals keep them.
    with library.change("pulse-open", scope_of(running.workshop)) as writer:
        known = open_ballot_of(writer, running.run.id, forms)
        if known is not None:
            if known.counted != counted:
                raise Trouble("ballot-open")
            return known
        now = stamp(library.moment.now())
        rounds = {
            form: writer.add(
                Round(
                    id=library.moment.new_id(),
                    run=running.run.id,
                    form=f"{form}{_COUNTED}" if counted else form,
                    private=True,
                    opened=now,
                )
            )
            for form in forms
        }
        return Ballot(rounds, counted)


def close_ballot(library: Library, running: Running, ballot: Ballot) -> Ballot:
    """Close a ballot: nobody gives anything any more, and it is never opened again.

    Who has given theirs matters until now, and is forgotten: beside one answer or two a name would
    tell whose they are. Raises Trouble (``gone``, ``round-closed``).
    """
    with library.change("pulse-close", scope_of(running.workshop)) as writer:
        now = stamp(library.moment.now())
        closed = {
            form: writer.change(require_open(writer, one), closed=now)
            for form, one in ballot.rounds.items()
        }
        for asked in closed.values():
            for row in writer.rows(Answered, round=asked.id):
                writer.remove(row)
        return Ballot(closed, ballot.counted)


def show_ballot(library: Library, running: Running, ballot: Ballot, *, shown: bool) -> Ballot:
    """Show the room what a closed ballot says, or take it off the wall. Raises Trouble (``gone``);
    ValueError while it is open: nobody may see it yet."""
    if ballot.open:
        raise ValueError("an open ballot is nobody's to see")
    label = "ballot-show" if shown else "ballot-hide"
    with library.change(label, scope_of(running.workshop)) as writer:
        rounds = {form: writer.change(one, hidden=not shown) for form, one in ballot.rounds.items()}
        return Ballot(rounds, ballot.counted)


def cast(
    library: Library,
    running: Running,
    ballot: Ballot,
    people: Sequence[Given],
    person: str | None = None,
) -> None:
    """Count what people give, all or none of it. Several are shuffled before they are counted.

    ``person`` (an id), where it is known, is marked as having given theirs: apart from what.
    Raises Trouble (``private-closed``, ``too-many-sheets``, ``being-read``, ``given-already``).
    """
    mixed = list(people)
    random.SystemRandom().shuffle(mixed)
    with library.keep(scope_of(running.workshop), private=True) as writer:
        if given(writer, ballot) + len(mixed) > MOST_PEOPLE:
            raise Trouble("too-many-sheets", most=MOST_PEOPLE)
        if person is not None and _has_given(writer, ballot, person):
            raise Trouble("given-already")
        for one in mixed:
            for form, asked in ballot.rounds.items():
                for item, value in one[form].items():
                    count_answer(writer, asked.id, value, item=item, person=person)


def record(
    library: Library, running: Running, ballot: Ballot, counts: Mapping[str, Counts]
) -> None:
    """Write down what was counted, by form, in the place of what was counted before.

    Raises Trouble (``gone``, ``round-closed``, ``below-zero``).
    """
    every = [(form, item, told) for form, items in counts.items() for item, told in items.items()]
    if any(number < 0 for _, _, told in every for number in told.values()):
        raise Trouble("below-zero")
    with library.keep(scope_of(running.workshop)) as writer:
        for form, item, told in every:
            asked = require_open(writer, ballot.rounds[form])
            for value, number in told.items():
                writer.put(Tally(round=asked.id, item=item, value=value, number=number))


def counts_in(reader: Reader, asked: Round) -> dict[str, dict[str, int]]:
    """A round's counts by item and value."""
    found: dict[str, dict[str, int]] = {}
    for one in tallies_of(reader, asked.id):
        found.setdefault(one.item, {})[one.value] = one.number
    return found


def given(reader: Reader, ballot: Ballot) -> int:
    """How many people gave theirs; nothing of who or what."""
    return max(
        (
            sum(told.values())
            for asked in ballot.rounds.values()
            for told in counts_in(reader, asked).values()
        ),
        default=0,
    )


def remaining(reader: Reader, running: Running, ballot: Ballot) -> int | None:
    """How many of those in the room have not given theirs; None when nobody was counted there."""
    here = in_the_room(reader, running.workshop.id)
    return max(0, here - given(reader, ballot)) if here else None


def still_to_give(reader: Reader, running: Running, ballot: Ballot) -> list[Person]:
    """Those the door knows by name to be here, and who are not known to have given theirs."""
    here = [
        row.person
        for row in reader.rows(Attendance, workshop=running.workshop.id)
        if row.person is not None and row.state != "left"
    ]
    return [reader.row(Person, one) for one in here if not _has_given(reader, ballot, one)]


def _has_given(reader: Reader, ballot: Ballot, person: str) -> bool:
    return any(has_answered(reader, asked.id, person) for asked in ballot.rounds.values())
