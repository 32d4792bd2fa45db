"""Rounds of a pulse: a private ballot on each statement."""

from collections.abc import Mapping

from app.kinds.pulse.setup import ANSWERS, statements_of
from app.workshop.ballots import Given
from app.workshop.running import Running
from app.workshop.spread import UNKNOWN

FORM = "answers"
"""What a round of a pulse is called in its row."""
FORMS = (FORM,)


def answers_given(running: Running, answers: Mapping[str, str]) -> Given:
    """One person's answers by statement (each one of :data:`ANSWERS`), as they are counted.

    Whoever skips a statement does not know. Raises ValueError for an answer or a statement there is
    not.
    """
    ids = statements_of(running.recipe)
    if not set(answers) <= set(ids) or not set(answers.values()) <= set(ANSWERS):
        raise ValueError("no such statement or answer")
    return {FORM: {one: answers.get(one, UNKNOWN) for one in ids}}
