"""Rounds of a pulse: opened, answered in private, closed.

While a round is open nobody sees what was answered, only how many people did.
"""

from collections.abc import Mapping, Sequence

from app.kinds.pulse.setup import ANSWERS, UNKNOWN, statements_of
from app.library.library import Library
from app.library.private import count_answer, tallies_of
from app.library.reader import Reader
from app.library.rows import Round
from app.library.trouble import Trouble
from app.moment import stamp
from app.workshop.planning import scope_of
from app.workshop.rounds import close_round
from app.workshop.running import Running

FORM = "answers"
"""What a round of a pulse is called in its row."""
MOST_PEOPLE = 1000
"""How many people's answers a round holds at the most."""


def rounds_of(reader: Reader, run: str) -> list[Round]:
    """The rounds of a run (its id), the latest last."""
    return reader.rows(Round, run=run, form=FORM)


def open_round_of(reader: Reader, run: str) -> Round | None:
    """The round that people answer now, or None."""
    return next((one for one in rounds_of(reader, run) if one.closed is None), None)


def open_pulse(library: Library, running: Running) -> Round:
    """Begin a round, or give the one that is open. Raises Trouble."""
    with library.change("pulse-open", scope_of(running.workshop)) as writer:
        return open_round_of(writer, running.run.id) or writer.add(
            Round(
                id=library.moment.new_id(),
                run=running.run.id,
                form=FORM,
                private=True,
                opened=stamp(library.moment.now()),
            )
        )


def close_pulse(library: Library, running: Running, opened: Round) -> Round:
    """Close a round: what it says may be seen from now on, and nobody answers any more.

    It is never opened again. Raises Trouble (``gone``, ``round-closed``).
    """
    with library.change("pulse-close", scope_of(running.workshop)):
        return close_round(library, scope_of(running.workshop), opened)


def answer_pulse(
    library: Library, running: Running, opened: Round, people: Sequence[Mapping[str, str]]
) -> None:
    """Count people's answers (by statement: one of :data:`ANSWERS`), all or none of them.

    Whoever skips a statement does not know. Nobody is named: nothing here tells who answered.
    Raises Trouble (``private-closed``, ``too-many-sheets``, ``being-read``); ValueError for an
    answer or a statement there is not.
    """
    ids = statements_of(running.recipe)
    for answers in people:
        if not set(answers) <= set(ids) or not set(answers.values()) <= set(ANSWERS):
            raise ValueError("no such statement or answer")
    with library.keep(scope_of(running.workshop), private=True) as writer:
        if answered(writer, opened) + len(people) > MOST_PEOPLE:
            raise Trouble("too-many-sheets", most=MOST_PEOPLE)
        for answers in people:
            for one in ids:
                count_answer(writer, opened.id, answers.get(one, UNKNOWN), item=one)


def answered(reader: Reader, asked: Round) -> int:
    """How many people answered a round; nothing of who or what."""
    totals: dict[str, int] = {}
    for one in tallies_of(reader, asked.id):
        totals[one.item] = totals.get(one.item, 0) + one.number
    return max(totals.values(), default=0)
