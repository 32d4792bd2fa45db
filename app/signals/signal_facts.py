"""The facts that signals are rules over: each a number, or None where there is nothing to say.

What people answered in private tells here what it tells anywhere: a middle and a spread, and only
of enough answers (:mod:`app.workshop.spread`).
"""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise

from app.community.held_roles import CO_COORDINATOR, COORDINATOR, SPONSOR
from app.community.holdings import role_key
from app.community.memberships import is_current
from app.library.rows import (
    CharterHead,
    ClosedTally,
    Note,
    Reservation,
    Round,
    StageReading,
    Version,
)
from app.registers.cells import Party
from app.signals.known import Known
from app.signals.role_facts import core_silent, endless_terms, in_both_chairs, reviews_due
from app.workshop.spread import middle_of, spread_of

RECENT, HALF_YEAR, YEAR = 90, 182, 365
"""Days."""

SMALL = 3
"""A share of fewer people says nothing."""

PULSE = "taking-the-pulse"

Fact = Callable[[Known], int | None]


def _silent_days(known: Known) -> int | None:
    """Days since people last met, in a workshop or a gathering."""
    return known.since(known.facts.last.date) if known.facts.last is not None else None


def _no_next_date(known: Known) -> int | None:
    """1 where nothing at all is in the calendar, once something was held."""
    if known.facts.last is None:
        return None
    ahead = any(one.date >= known.today for one in known.facts.workshops)
    return int(known.facts.next_gathering is None and not ahead)


def _trial_over_days(known: Known) -> int | None:
    """Days since the end of the charter's trial."""
    charter = known.facts.charter
    agreed = charter is not None and charter.status == "agreed"
    return known.since(charter.until) if charter is not None and agreed else None


def _charter_age(known: Known) -> int | None:
    """Days since a version of the charter was last agreed."""
    agreed = known.reader.rows(Version, order="date", community=known.id, status="agreed")
    return known.since(agreed[-1].date) if agreed else None


def _years_since_launch(known: Known) -> int | None:
    """Whole years since the launch, within a month of the day; None at any other time."""
    launches = [one for one in known.workshops if one.purpose == "launch"]
    days = known.since(launches[0].date) if launches else None
    if days is None or days < YEAR - 30:
        return None
    years = (days + 30) // YEAR
    return years if abs(days - years * YEAR) <= 30 else None


def _renewal_ahead(known: Known) -> int | None:
    """Days until the day by which the community wants to renew; None where it has gone by, or a
    renewal is planned."""
    day = renewal_day(known)
    return (day - known.today).days if day is not None and day >= known.today else None


def _renewal_past(known: Known) -> int | None:
    """Days since that day; None where it is still ahead, or a renewal is planned."""
    day = renewal_day(known)
    return (known.today - day).days if day is not None and day < known.today else None


def renewal_day(known: Known) -> date | None:
    """The day by which the community wants to renew, until a renewal is planned or was held on it
    or after."""
    rows = known.reader.rows(CharterHead, community=known.id)
    said = next((one.renew_on for one in rows if one.renew_on), None)
    planned = any(one.purpose == "renewal" for one in known.facts.workshops)
    if said is None or planned:
        return None
    held = any(one.purpose == "renewal" and one.date >= said for one in known.workshops)
    return None if held else date.fromisoformat(said)


def _terms_ending(known: Known) -> int | None:
    """Roles whose holder's term ends within two months, with nobody to follow."""
    followed = {role_key(one) for one in known.holdings if one.starts > known.today.isoformat()}
    soon = known.before(-60).isoformat()
    return sum(
        1
        for one in known.holdings
        if is_current(one, known.today)
        and one.ends is not None
        and one.ends <= soon
        and role_key(one) not in followed
    )


def _vacant_days(known: Known, role: str) -> int | None:
    """Days since nobody holds a role that somebody held."""
    held = [one for one in known.holdings if one.role == role]
    if not held or any(is_current(one, known.today) for one in held):
        return None
    ends = [one.ends for one in held if one.ends is not None and one.ends < known.today.isoformat()]
    return known.since(max(ends)) if ends else None


def _coordinator_gone(known: Known) -> int | None:
    return _vacant_days(known, COORDINATOR)


def _sponsor_gone(known: Known) -> int | None:
    return _vacant_days(known, SPONSOR)


def _sponsor_new(known: Known) -> int | None:
    """Days since a sponsor other than the first one began; None for the first."""
    today = known.today.isoformat()
    begun = [one for one in known.holdings if one.role == SPONSOR and one.starts <= today]
    people = {one.person for one in begun}
    if len(people) < 2 or not is_current(begun[-1], known.today):
        return None
    return known.since(begun[-1].starts)


def _coordinators(known: Known) -> int | None:
    """People in coordination, once launched."""
    if not known.facts.launched:
        return None
    tending = (COORDINATOR, CO_COORDINATOR)
    return len({
        one.person
        for one in known.holdings
        if one.role in tending and is_current(one, known.today)
    })  # fmt: skip


def _most_roles(known: Known) -> int | None:
    """The most roles that one person holds."""
    count = Counter(one.person for one in known.holdings if is_current(one, known.today))
    return max(count.values(), default=None)


def _core_from_one_unit(known: Known) -> int | None:
    """The part of the core that one unit holds, in percent."""
    core = known.core
    units = Counter(one.membership.unit or one.person.organization for one in core)
    units.pop("", None)
    if len(core) < SMALL or not units:
        return None
    return 100 * max(units.values()) // len(core)


def _newcomers(known: Known) -> int | None:
    """The part of the members who came within half a year, in percent, once it is older."""
    first = min((one.membership.joined or "" for one in known.members), default="")
    present = known.present
    if len(present) < 2 * SMALL or not first or first > known.before(YEAR).isoformat():
        return None
    since = known.before(HALF_YEAR).isoformat()
    new = sum(1 for one in present if (one.membership.joined or "") >= since)
    return 100 * new // len(present)


def _left(known: Known) -> int | None:
    """Members who left within half a year."""
    since = known.before(HALF_YEAR).isoformat()
    return sum(1 for one in known.members if one.gone and (one.membership.left or "") >= since)


def _actions_late(known: Known) -> int | None:
    """Open actions past their date."""
    return len(known.facts.overdue)


def _parked(known: Known) -> int | None:
    """Things that were parked and never taken up."""
    return len(known.open("parked"))


def _promises_late(known: Known, *, ours: bool) -> int | None:
    """Promises past their date: the community's own, or those made to it."""
    late = known.late("gives-and-asks")
    return sum(1 for one in late if _is_ours(one.values.get("from")) == ours)


def _is_ours(value: object) -> bool:
    """Whether a promise is of the community or of somebody in it."""
    return not isinstance(value, Party) or value.party in {None, "", "community"}


def _our_promises_late(known: Known) -> int | None:
    return _promises_late(known, ours=True)


def _their_promises_late(known: Known) -> int | None:
    return _promises_late(known, ours=False)


def _views_late(known: Known) -> int | None:
    """Views that were expected from the community, or answers to them, and are late."""
    return len(known.late("voice"))


def _not_asked(known: Known) -> int | None:
    """Decisions of the last year about which nobody asked the community."""
    since = known.before(YEAR).isoformat()
    entries = known.entries("voice")
    return sum(
        1 for one in entries if one.values.get("asked") is False and one.row.made[:10] >= since
    )


def _reservations(known: Known) -> int | None:
    """Reservations to the version in force."""
    agreed = known.reader.rows(Version, order="number", community=known.id, status="agreed")
    return known.reader.count(Reservation, version=agreed[-1].id) if agreed else None


def _fewer_came(known: Known) -> int | None:
    """By how much the last three gatherings were smaller than the three before, in percent."""
    came = [one.came for one in known.held if one.came][-6:]
    if len(came) < 6 or not sum(came[:3]):
        return None
    return 100 - 100 * sum(came[3:]) // sum(came[:3])


def _longest_gap(known: Known) -> int | None:
    """The longest time, in days, without a gathering in the last year."""
    days = [one.date for one in known.held if one.date >= known.before(YEAR).isoformat()]
    gaps = [known.since(one) or 0 for one in days]
    return max((one - other for one, other in pairwise(gaps)), default=None)


def _portrait_age(known: Known) -> int | None:
    """Days since the group last said which stages it lives."""
    read = known.reader.rows(StageReading, order="date", community=known.id)
    days = [one.date for one in read if one.date <= known.today.isoformat()]
    return known.since(days[-1]) if days else None


def _stories_age(known: Known) -> int | None:
    """Days since a story was last kept, where some were."""
    made = [one.row.made[:10] for one in known.entries("stories")]
    return known.since(max(made)) if made else None


def _launch_notes(known: Known) -> int | None:
    """Hopes and worries of the launch, two months later, until they were looked at again."""
    launches = [one for one in known.workshops if one.purpose == "launch"]
    days = known.since(launches[0].date) if launches else None
    if days is None or days < 60 or _was_run(known, "worries-revisited"):
        return None
    return known.reader.number(
        f"SELECT count(*) FROM {Note.table} JOIN run ON run.id = note.run"
        " JOIN block ON block.id = run.block"
        " WHERE block.workshop = ? AND block.exercise = 'hopes-and-fears'",
        launches[0].id,
    )


def _was_run(known: Known, exercise: str) -> bool:
    """Whether an exercise (its id) was ever run here."""
    found = known.reader.number(
        "SELECT count(*) FROM run JOIN block ON block.id = run.block"
        " JOIN workshop ON workshop.id = block.workshop"
        " WHERE workshop.community = ? AND block.exercise = ?",
        known.id,
        exercise,
    )
    return found > 0


def _pulses(known: Known) -> list[Mapping[str, Mapping[str, int]]]:
    """The counts of each closed pulse, by statement, the earliest first."""
    rounds = known.reader.select(
        Round,
        "JOIN run ON run.id = round.run JOIN block ON block.id = run.block"
        " JOIN workshop ON workshop.id = block.workshop WHERE workshop.community = ?"
        " AND block.exercise = ? AND round.closed IS NOT NULL ORDER BY round.id",
        known.id,
        PULSE,
    )
    return [_counts(known, one.id) for one in rounds]


def _counts(known: Known, closed: str) -> Mapping[str, Mapping[str, int]]:
    found: dict[str, Counter[str]] = {}
    for row in known.reader.rows(ClosedTally, round=closed):
        found.setdefault(row.item, Counter())[row.value] += row.number
    return found


def _pulse_spread(known: Known) -> int | None:
    """The widest spread of an answer at the last pulse."""
    pulses = _pulses(known)
    spreads = [spread_of(counts) for counts in pulses[-1].values()] if pulses else []
    return max((one.high - one.low for one in spreads if one is not None), default=None)


def _pulse_fell(known: Known) -> int | None:
    """How many statements have a lower middle than at the pulse before."""
    pulses = _pulses(known)
    if len(pulses) < 2:
        return None
    before, now = pulses[-2], pulses[-1]
    pairs = [(middle_of(before[one]), middle_of(now[one])) for one in now if one in before]
    known_pairs = [(old, new) for old, new in pairs if old is not None and new is not None]
    return sum(1 for old, new in known_pairs if new < old)


FACTS: Mapping[str, Fact] = {
    "silent-days": _silent_days,
    "no-next-date": _no_next_date,
    "trial-over-days": _trial_over_days,
    "charter-age": _charter_age,
    "years-since-launch": _years_since_launch,
    "renewal-ahead": _renewal_ahead,
    "renewal-past": _renewal_past,
    "terms-ending": _terms_ending,
    "endless-terms": endless_terms,
    "reviews-due": reviews_due,
    "in-both-chairs": in_both_chairs,
    "core-silent": core_silent,
    "coordinator-gone": _coordinator_gone,
    "sponsor-gone": _sponsor_gone,
    "sponsor-new": _sponsor_new,
    "coordinators": _coordinators,
    "most-roles": _most_roles,
    "core-from-one-unit": _core_from_one_unit,
    "newcomers": _newcomers,
    "left": _left,
    "actions-late": _actions_late,
    "parked": _parked,
    "our-promises-late": _our_promises_late,
    "their-promises-late": _their_promises_late,
    "views-late": _views_late,
    "not-asked": _not_asked,
    "reservations": _reservations,
    "fewer-came": _fewer_came,
    "longest-gap": _longest_gap,
    "portrait-age": _portrait_age,
    "stories-age": _stories_age,
    "launch-notes": _launch_notes,
    "pulse-spread": _pulse_spread,
    "pulse-fell": _pulse_fell,
}
"""Every fact by its name in ``signals.toml``."""
