"""What of a community bears on which renewal to propose, read from the library."""

from datetime import date, timedelta

from app.catalogue.catalogue import Catalogue
from app.community.facts import CommunityFacts
from app.community.holdings import role_key
from app.community.memberships import is_current
from app.library.reader import Reader
from app.registers.cells import Party
from app.registers.known_registers import PROMISES
from app.registers.register_entries import Entry
from app.renewal.proposal import RenewalFacts
from app.renewal.since import last_renewed
from app.signals.known import Known
from app.signals.signal_facts import FACTS, HALF_YEAR, renewal_day
from app.working_days import working_day

ENDING = 120
"""Days: a role that ends within so many wants somebody to follow before the next renewal."""

NEAR, AHEAD, SHORTEST = 60, 42, 14
"""Days: when the day of a renewal is near; how far ahead one is proposed, and the least."""

SPONSOR_SIDE = frozenset(("sponsor", "organization"))
"""The parties for whom the sponsor speaks."""


def renewal_facts(reader: Reader, catalogue: Catalogue, facts: CommunityFacts) -> RenewalFacts:
    """What is known of the community of which ``facts`` were gathered."""
    known = Known(reader, catalogue, facts)
    last = last_renewed(reader, known.id, known.today)
    first = last.date if last is not None else known.before(HALF_YEAR).isoformat()
    present = known.present
    terms, ending = _terms(known)
    day = renewal_day(known)
    return RenewalFacts(
        terms=terms,
        ending=len(ending),
        ends_by=date.fromisoformat(max(ending)) if ending else None,
        coordinator_gone=_fact(known, "coordinator-gone"),
        sponsor_gone=_fact(known, "sponsor-gone"),
        members=len(present),
        came=sum(1 for one in present if (one.membership.joined or "") > first),
        since=last.purpose if last is not None else "half-year",
        left=_fact(known, "left") or 0,
        silent=_fact(known, "silent-days"),
        fewer=_fact(known, "fewer-came"),
        most_roles=_fact(known, "most-roles") or 0,
        fell=_fact(known, "pulse-fell"),
        spread=_fact(known, "pulse-spread"),
        reservations=_fact(known, "reservations") or 0,
        not_asked=_fact(known, "not-asked") or 0,
        views_late=_fact(known, "views-late") or 0,
        charter_age=_fact(known, "charter-age"),
        trial_over=_fact(known, "trial-over-days"),
        years=_fact(known, "years-since-launch"),
        parked=_fact(known, "parked") or 0,
        actions_late=_fact(known, "actions-late") or 0,
        promises_late=len(known.late(PROMISES)),
        launch_notes=_fact(known, "launch-notes") or 0,
        renew_on=day if day is not None and day <= known.before(-NEAR) else None,
    )


def proposed_day(reader: Reader, catalogue: Catalogue, facts: CommunityFacts) -> date:
    """A first proposal for the day: by when the community wants to renew, where that leaves time to
    prepare; else in six weeks, for the core to meet and five people to be asked. A working day."""
    known = Known(reader, catalogue, facts)
    day = renewal_day(known)
    if day is None or day < known.before(-SHORTEST):
        return working_day(known.before(-AHEAD))
    while working_day(day) != day:
        day -= timedelta(days=1)  # by then, not after
    return day


def late_with_sponsor(
    reader: Reader, catalogue: Catalogue, facts: CommunityFacts
) -> tuple[Entry, ...]:
    """The open promises past their date that the sponsor made, or that were made to them: by the
    party, or by the name of whoever is the sponsor today."""
    known = Known(reader, catalogue, facts)
    names = frozenset(facts.holders("sponsor"))

    def of_sponsor(value: object) -> bool:
        return isinstance(value, Party) and (value.party in SPONSOR_SIDE or value.name in names)

    return tuple(
        one
        for one in known.late(PROMISES)
        if of_sponsor(one.values.get("from")) or of_sponsor(one.values.get("to"))
    )


def _fact(known: Known, name: str) -> int | None:
    """A fact of the signals by its name."""
    return FACTS[name](known)


def _terms(known: Known) -> tuple[int, list[str]]:
    """How many roles are held today; of those that end soon with nobody to follow, the days."""
    today, soon = known.today.isoformat(), known.before(-ENDING).isoformat()
    followed = {role_key(one) for one in known.holdings if one.starts > today}
    held = [one for one in known.holdings if is_current(one, known.today)]
    ending = [
        one.ends
        for one in held
        if one.ends is not None and one.ends <= soon and role_key(one) not in followed
    ]
    return len(held), ending
