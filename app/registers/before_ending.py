"""What is still open before a community ends: facts with their numbers, and where each is settled.

Nothing is weighed and nothing forbidden: whoever ends a community knows what they leave as it is.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.register_shapes import Register
from app.charter.versions import draft_clauses, versions_of
from app.community.held_roles import roles_of
from app.community.memberships import members
from app.community.rhythm_events import next_dates
from app.library.audience import readable
from app.library.reader import Reader
from app.library.rows import Attendance, Gathering, Outcome, Reservation, RhythmEvent, Workshop
from app.registers.cells import Party
from app.registers.register_entries import Entry, entries_of

LEGACY, PROMISES, RECOGNITION, PARTING = (
    "legacy",
    "gives-and-asks",
    "recognition",
    "what-goes-where",
)
"""The registers, by their ids, that matter before an ending."""

_OURS = frozenset(("", "community"))
"""The parties of a promise that the community made itself; a person is no party."""


class StillOpen(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is open: a code, how many, and what each is called in people's own words.

    ``place`` says where it is settled: actions, roles, meetings, workshop, charter, people or
    register; ``lead`` is the id of the workshop or of the register.
    """

    code: str
    n: int
    place: str
    lead: str = ""
    names: tuple[str, ...] = ()


class _Asked(msgspec.Struct, frozen=True):
    """Of whom, for whom, on which day."""

    reader: Reader
    catalogue: Catalogue
    community: str
    audience: str
    today: date


def still_open(
    reader: Reader,
    catalogue: Catalogue,
    community: str,
    today: date,
    audience: str = "facilitator",
) -> tuple[StillOpen, ...]:
    """What is open in a community (its id) on a day, as far as an audience may read it.

    In the order in which one would settle it. Raises ValueError for no such audience.
    """
    asked = _Asked(reader, catalogue, community, audience, today)
    parts: tuple[Callable[[_Asked], Iterator[StillOpen]], ...] = (
        _outcomes,
        _promises,
        _roles,
        _ahead,
        _charter,
        _registers,
        _untold,
    )
    return tuple(one for part in parts for one in part(asked))


def _outcomes(asked: _Asked) -> Iterator[StillOpen]:
    """Actions and parked things that nobody settled."""
    where = "community = ? AND state = 'open' ORDER BY position, id"
    rows = readable(asked.reader, asked.audience, Outcome, where, asked.community)
    for form, code in (("action", "actions"), ("parked", "parked")):
        texts = tuple(one.text for one in rows if one.form == form)
        # What was parked is settled by the closing of the workshop in which it was.
        of = next((one.workshop for one in rows if one.form == form and one.workshop), None)
        if texts and form == "parked" and of is not None:
            yield StillOpen(code=code, n=len(texts), place="workshop", lead=of, names=texts)
        elif texts:
            yield StillOpen(code=code, n=len(texts), place="actions", names=texts)


def _promises(asked: _Asked) -> Iterator[StillOpen]:
    """Promises in both directions: what the community and its people owe, what they wait for."""
    register, entries = _open_entries(asked, PROMISES)
    if register is None:
        return
    ours = [one for one in entries if _party(one, "from") in _OURS]
    theirs = [one for one in entries if _party(one, "from") not in _OURS]
    for code, some in (("promises-ours", ours), ("promises-theirs", theirs)):
        yield from _of_register(code, register, some)


def _roles(asked: _Asked) -> Iterator[StillOpen]:
    lines = roles_of(asked.reader, asked.catalogue.roles, asked.community, asked.today)
    held = tuple(line for line in lines if line.held)
    if held:
        names = tuple(dict.fromkeys(one.person.name for line in held for one in line.held))
        n = sum(len(line.held) for line in held)
        yield StillOpen(code="roles", n=n, place="roles", names=names)


def _ahead(asked: _Asked) -> Iterator[StillOpen]:
    """Workshops that are neither over nor called off, and gatherings that people would come to."""
    rows = asked.reader.rows(Workshop, order="date, id", community=asked.community)
    ahead = [one for one in rows if one.state != "closed" and one.called_off is None]
    if ahead:
        titles = tuple(one.title for one in ahead)
        yield StillOpen(
            code="workshops", n=len(ahead), place="workshop", lead=ahead[0].id, names=titles
        )
    planned = [
        one.title
        for one in asked.reader.rows(
            Gathering, order="date", community=asked.community, state="planned"
        )
        if one.date >= asked.today.isoformat()
    ]
    rhythm = asked.reader.rows(RhythmEvent, order="position, id", community=asked.community)
    recurring = [one.title for one in rhythm if next_dates([one], asked.today, 1)]
    titles = (*planned, *recurring)
    if titles:
        named = tuple(dict.fromkeys(filter(None, titles)))
        yield StillOpen(code="meetings", n=len(titles), place="meetings", names=named)


def _charter(asked: _Asked) -> Iterator[StillOpen]:
    """Reservations to the charter that stands, and a charter that nobody has closed."""
    known = versions_of(asked.reader, asked.community)
    standing = [one for one in known if one.status in {"proposed", "agreed"}]
    if standing and asked.audience in {"facilitator", "room", "community"}:
        rows = asked.reader.rows(Reservation, order="id", version=standing[0].id)
        texts = tuple(one.text for one in rows)
        if texts:
            yield StillOpen(code="reservations", n=len(texts), place="charter", names=texts)
    ending = _ending(asked)
    if standing:
        last = standing[0]
        if ending is None or last.date < ending.date or last.status != "agreed":
            yield StillOpen(code="charter", n=last.number, place="charter")
    elif draft_clauses(asked.reader, asked.community):
        yield StillOpen(code="charter-draft", n=1, place="charter")


def _registers(asked: _Asked) -> Iterator[StillOpen]:
    """What nobody inherits yet, what was asked for, what nobody decided the way of."""
    register, entries = _open_entries(asked, LEGACY)
    if register is not None:
        heirless = [one for one in entries if not one.values.get("heir")]
        yield from _of_register("legacy", register, heirless)
    for code, id_ in (("recognition", RECOGNITION), ("ways", PARTING)):
        register, entries = _open_entries(asked, id_)
        if register is not None:
            yield from _of_register(code, register, entries)


def _untold(asked: _Asked) -> Iterator[StillOpen]:
    """Members who were in no workshop about the ending."""
    there = {
        one.person
        for workshop in asked.reader.rows(Workshop, community=asked.community, purpose="closing")
        if workshop.state == "closed"
        for one in asked.reader.rows(Attendance, workshop=workshop.id)
        if one.person is not None
    }
    untold = tuple(
        one.person.name
        for one in members(asked.reader, asked.community, asked.today)
        if not one.gone and one.membership.level != "outside" and one.person.id not in there
    )
    if untold:
        yield StillOpen(code="people", n=len(untold), place="people", names=untold)


def _ending(asked: _Asked) -> Workshop | None:
    """The first workshop about the ending that takes place, if there is one."""
    rows = asked.reader.rows(
        Workshop, order="date, id", community=asked.community, purpose="closing"
    )
    return next((one for one in rows if one.called_off is None), None)


def _open_entries(asked: _Asked, id_: str) -> tuple[Register | None, list[Entry]]:
    register = asked.catalogue.find_register(id_)
    if register is None:
        return None, []
    every = entries_of(asked.reader, register, asked.community, asked.audience)
    return register, [one for one in every if register.is_open(one.state)]


def _of_register(code: str, register: Register, entries: Sequence[Entry]) -> Iterator[StillOpen]:
    if entries:
        about = register.columns[0].id
        names = tuple(str(one.values[about]) for one in entries if about in one.values)
        yield StillOpen(code=code, n=len(entries), place="register", lead=register.id, names=names)


def _party(entry: Entry, column: str) -> str:
    """Which party stands in a column; empty for a person, or for nobody."""
    value = entry.values.get(column)
    return value.party if isinstance(value, Party) else ""
