"""One person's answers in private, with 100,000 private rows kept from rounds before, against none.

Phones will answer at once: what an answer costs has to be the round's alone, however many there
were before. Both are answered in turn, to the same questions, on the same disk.
"""

import itertools
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.private import count_answer
from app.library.rows import ClosedAnswered, ClosedTally, Round
from app.moment import MachineMoment, stamp
from benchmarks.measure import Measure, in_turn

GOAL = 1.5
KEPT, QUESTIONS, PEOPLE = 100_000, 12, 40
VALUES = ("1", "2", "3", "4", "5")
TURNS, WARM = 120, 10


def measure() -> Iterator[Measure]:
    """The ratio of the medians."""
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_library(Path(folder) / "old.hearth", MachineMoment())) as old,
        closing(open_library(Path(folder) / "new.hearth", MachineMoment())) as new,
    ):
        keep_many(old)
        asked = [open_round(library) for library in (old, new)]
        turns = (itertools.count(), itertools.count())
        with_many, with_none = in_turn(
            lambda: answer(old, asked[0], next(turns[0])),
            lambda: answer(new, asked[1], next(turns[1])),
            turns=TURNS,
            warm=WARM,
        )
    yield Measure(
        name="a private answer with 100,000 private rows kept against one with none",
        value=with_many / with_none,
        unit="times",
        goal=GOAL,
        note=f"{with_many * 1000:.2f} ms against {with_none * 1000:.2f} ms, {QUESTIONS} questions",
    )


def keep_many(library: Library) -> None:
    """Rounds that were closed long ago, each with its counts and with who answered."""
    of_one = QUESTIONS * len(VALUES) + PEOPLE
    now = stamp(library.moment.now())
    for _ in range(KEPT // of_one):
        with library.change("fill", Scope()) as writer:
            one = library.moment.new_id()
            writer.add(Round(id=one, form="answers", private=True, opened=now, closed=now))
            for item in range(QUESTIONS):
                for value in VALUES:
                    writer.add(ClosedTally(round=one, item=f"item-{item}", value=value, number=8))
            for person in range(PEOPLE):
                writer.add(ClosedAnswered(round=one, person=f"{person:032x}"))


def open_round(library: Library) -> str:
    """A private round, open."""
    one = library.moment.new_id()
    with library.change("round-open", Scope()) as writer:
        now = stamp(library.moment.now())
        writer.add(Round(id=one, form="answers", private=True, opened=now))
    return one


def answer(library: Library, asked: str, turn: int) -> None:
    """Somebody answers every question."""
    with library.keep(private=True) as writer:
        for item in range(QUESTIONS):
            value = VALUES[(turn + item) % len(VALUES)]
            count_answer(writer, asked, value, item=f"item-{item}", person=f"{turn:032x}")
