"""Pulses taken in workshops of a community, on any day."""

from collections.abc import Sequence
from datetime import date

from app.catalogue.catalogue import Catalogue
from app.kinds.pulse.rounds import FORMS, answers_given
from app.kinds.pulse.setup import statements_of
from app.library.library import Library
from app.workshop.ballots import cast, close_ballot, open_ballot
from app.workshop.planning import WorkshopFields, add_exercise, plan_workshop, set_audience
from app.workshop.running import enter_block

PULSE = "taking-the-pulse"


def take_pulse(
    library: Library,
    catalogue: Catalogue,
    community: str,
    day: date,
    answers: Sequence[str],
    *,
    exercise: str = PULSE,
    audience: str = "community",
    closed: bool = True,
) -> str:
    """A pulse in a workshop on ``day``: each of the ``answers`` (a number or "unknown") is one
    person's to every statement, moved by one from statement to statement where it is a number and
    written with a "+" after it. Gives the id of the workshop."""
    wish = WorkshopFields(
        community=community,
        purpose="check-up",
        title="Check-up",
        date=day.isoformat(),
        zone="America/Toronto",
        starts=510,
        minutes=240,
        languages=("en", "fr"),
    )
    workshop = plan_workshop(library, catalogue, wish)
    block = add_exercise(library, catalogue, workshop, exercise)
    set_audience(library, workshop, block, audience)
    running = enter_block(library, workshop, block).running
    ballot = open_ballot(library, running, FORMS)
    asked = statements_of(running.recipe)
    people = [
        {one: _answer(answer, place) for place, one in enumerate(asked)} for answer in answers
    ]
    cast(library, running, ballot, [answers_given(running, one) for one in people])
    if closed:
        close_ballot(library, running, ballot)
    return workshop.id


def _answer(answer: str, place: int) -> str:
    if not answer.endswith("+"):
        return answer
    return str((int(answer[:-1]) - 1 + place) % 5 + 1)
