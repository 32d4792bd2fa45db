"""The facts of what a community decided, took on and set aside, from whatever workshop."""

from collections.abc import Sequence
from datetime import date

import msgspec

from app.community.today import today_in
from app.library.audience import may_read
from app.library.reader import Reader
from app.library.rows import Community, Outcome, Workshop
from app.moment import instant
from app.workshop.outcomes import FORMS
from exports.facts.dates import date_or_none

STATES = ("open", "done", "dropped")
"""In the order in which they are told."""


class OutcomeLine(msgspec.Struct, frozen=True, kw_only=True):
    """A decision, an action or something parked. ``day`` is when it was said; ``workshop`` the
    title of the workshop it was said in, ``settled`` the day on which it was done or dropped."""

    text: str
    state: str
    day: date
    owner: str = ""
    due: date | None = None
    workshop: str = ""
    settled: date | None = None


class OutcomesFacts(msgspec.Struct, frozen=True):
    """A community's decisions, actions and parked things, by form."""

    community: Community
    by_form: dict[str, tuple[OutcomeLine, ...]]


def read_outcomes(reader: Reader, community: str, audience: str) -> OutcomesFacts:
    """What an audience may read of it. Raises KeyError for a community (its id) there is not.

    Actions and parked things that are open stand first. Decisions and parked things come the
    latest first; actions by the day they are due, those without one after the others.
    """
    row = reader.row(Community, community)
    titles = {one.id: one.title for one in reader.rows(Workshop, community=community)}
    rows = [
        one
        for one in reader.rows(Outcome, order="made DESC, position", community=community)
        if may_read(one.audience, audience)
    ]
    found = {form: [one for one in rows if one.form == form] for form in FORMS}
    found["action"].sort(key=lambda one: (one.due is None, one.due or ""))
    for form in ("action", "parked"):
        found[form].sort(key=_place)
    return OutcomesFacts(
        row, {form: _lines(outcomes, titles, row.zone) for form, outcomes in found.items()}
    )


def _place(outcome: Outcome) -> int:
    return STATES.index(outcome.state) if outcome.state in STATES else len(STATES)


def _lines(
    outcomes: Sequence[Outcome], titles: dict[str, str], zone: str
) -> tuple[OutcomeLine, ...]:
    return tuple(
        OutcomeLine(
            text=one.text,
            state=one.state,
            day=today_in(zone, instant(one.made)),
            owner=one.owner_name,
            due=date_or_none(one.due),
            settled=date_or_none(one.settled),
            workshop=titles.get(one.workshop or "", ""),
        )
        for one in outcomes
    )
