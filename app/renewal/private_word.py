"""The private word with the sponsor, which comes before promises past their date are read out."""

from collections.abc import Sequence
from datetime import date, timedelta

from app.catalogue.catalogue import Catalogue
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Community, Workshop
from app.working_days import working_day
from app.workshop.planning import WorkshopFields, add_exercise, plan_workshop

CONVERSATION = "sponsor-conversation"
"""The purpose of a workshop with the sponsor."""

EXERCISE = "private-word"
BEFORE = timedelta(days=7)
"""A week before: time enough to answer, and not so long that it is forgotten."""

STARTS, PEOPLE, AROUND = 9 * 60, 2, 15
"""When it begins, who is there, and the minutes that are left free around it."""


def planned_word(reader: Reader, community: str, today: date) -> Workshop | None:
    """The next conversation with the sponsor that is planned from a day on, or None."""
    rows = reader.rows(Workshop, order="date, id", community=community, purpose=CONVERSATION)
    ahead = (
        one
        for one in rows
        if one.state == "planned" and one.called_off is None and one.date >= today.isoformat()
    )
    return next(ahead, None)


def word_day(renewal: date, today: date) -> date:
    """The day to propose for it: a week before the renewal, at the earliest tomorrow."""
    return working_day(max(renewal - BEFORE, today + timedelta(days=1)))


def plan_word(
    library: Library,
    catalogue: Catalogue,
    community: Community,
    title: str,
    day: date,
    languages: Sequence[str],
) -> Workshop:
    """Plan it as a short workshop with its one exercise, in one change.

    Raises Trouble as :func:`app.workshop.planning.plan_workshop` does.
    """
    usual = catalogue.exercise(EXERCISE).minutes.usual
    wish = WorkshopFields(
        community=community.id,
        purpose=CONVERSATION,
        title=title,
        date=day.isoformat(),
        zone=community.zone,
        starts=STARTS,
        minutes=usual + AROUND,
        languages=tuple(languages),
        expected=PEOPLE,
    )
    with library.change("workshop-plan", Scope(community.id)):
        workshop = plan_workshop(library, catalogue, wish)
        add_exercise(library, catalogue, workshop, EXERCISE)
    return workshop
