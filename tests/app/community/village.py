"""A library with communities in it, and a clock that stands where a test puts it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from app.community.communities import CommunityFields, create_community
from app.community.facts import CommunityFacts, gather
from app.community.holdings import HoldingFields, give_role
from app.community.memberships import MemberFields, add_member
from app.community.people import PersonFields
from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Block, Community, Membership, Outcome, Session, Version, Workshop
from app.library.trouble import Trouble
from app.moment import stamp, uuid7

NOW = datetime(2025, 11, 12, 14, 30, tzinfo=UTC)
"""A Wednesday, half past nine in the morning in Montréal."""
TODAY = date(2025, 11, 12)


class StandingClock:
    """Time that moves only when a test says so; ids in the order they are asked for.

    ``set_ahead`` is what a person or a network does to the machine's clock, while time goes on.
    """

    def __init__(self, now: datetime = NOW, ids_given: int = 0) -> None:
        """Stand at ``now``; the ids come after those that another clock has given."""
        self.instant = now
        self._apart = timedelta()
        self._ids = ids_given

    def now(self) -> datetime:
        """The instant it stands at."""
        return self.instant

    def monotonic(self) -> float:
        """Seconds since the first of January 2025, as they have gone by."""
        return (self.measured() - datetime(2025, 1, 1, tzinfo=UTC)).total_seconds()

    def measured(self) -> datetime:
        """The instant it would stand at if nobody had set it."""
        return self.instant - self._apart

    def agree(self) -> None:
        """It was set rightly."""
        self._apart = timedelta()

    def set_ahead(self, **step: float) -> None:
        """Set the clock ahead, as for ``timedelta``, in no time."""
        self._apart += timedelta(**step)
        self.instant += timedelta(**step)

    def new_id(self) -> str:
        """The next id."""
        self._ids += 1
        return uuid7(1_700_000_000_000 + self._ids, self._ids)

    def follow(self, last: str) -> None:
        """It goes by nothing but what it was told."""

    def go_on(self, **step: float) -> None:
        """Let time pass, as for ``timedelta``."""
        self.instant += timedelta(**step)


def new_library(folder: Path) -> Library:
    """An empty library in ``folder``."""
    return open_library(folder / "library.hearth", StandingClock())


def found(library: Library, name: str = "Bridge Inspection Practice", **more: str) -> Community:
    """A community in Montréal."""
    fields = CommunityFields(name=name, **{"zone": "America/Montreal", **more})
    return create_community(library, fields)


def joins(
    library: Library,
    community: Community,
    name: str,
    *,
    email: str = "",
    level: str = "active",
    unit: str = "",
    joined: date | None = None,
) -> Membership:
    """Somebody new joins."""
    person = PersonFields(name=name, email=email)
    fields = MemberFields(person=person, level=level, unit=unit, joined=joined)
    return add_member(library, community.id, fields)


def workshop(
    library: Library,
    community: Community,
    day: date,
    *,
    purpose: str = "launch",
    state: str = "planned",
    blocks: int = 1,
    title: str = "",
) -> Workshop:
    """A workshop at nine, of three and a half hours, with blocks of half an hour."""
    new_id = library.moment.new_id
    closed = stamp(library.moment.now()) if state == "closed" else None
    with library.change("test", Scope(community.id)) as rows:
        made = rows.add(
            Workshop(
                id=new_id(),
                community=community.id,
                purpose=purpose,
                title=title or purpose.capitalize(),
                date=day.isoformat(),
                zone=community.zone,
                expected=18,
                state=state,
                created=stamp(library.moment.now()),
                closed=closed,
            )
        )
        session = rows.add(
            Session(id=new_id(), workshop=made.id, date=day.isoformat(), starts=9 * 60, minutes=210)
        )
        for number in range(blocks):
            rows.add(
                Block(
                    id=new_id(),
                    workshop=made.id,
                    session=session.id,
                    position=number * 1000,
                    kind="talk",
                    title=f"Block {number + 1}",
                    minutes=30,
                )
            )
    return made


def action(
    library: Library, community: Community, text: str, due: date | None, state: str = "open"
) -> Outcome:
    """Something somebody promised."""
    with library.change("test", Scope(community.id)) as rows:
        return rows.add(
            Outcome(
                id=library.moment.new_id(),
                community=community.id,
                form="action",
                text=text,
                due=due.isoformat() if due else None,
                state=state,
                position=0,
                made=stamp(library.moment.now()),
            )
        )


def charter(
    library: Library, community: Community, until: date | None, *, number: int = 1
) -> Version:
    """A version of the charter, agreed to be tried until a day."""
    with library.change("test", Scope(community.id)) as rows:
        return rows.add(
            Version(
                id=library.moment.new_id(),
                community=community.id,
                number=number,
                status="agreed",
                date="2025-01-10",
                until=until.isoformat() if until else None,
                clauses="[]",
            )
        )


def launched(library: Library, community: Community) -> None:
    """Launched, with a charter and both roles filled: only the calendar is empty."""
    end = TODAY + timedelta(days=300)
    for name, role in (("Maude", "coordinator"), ("Denis", "sponsor")):
        person = joins(library, community, name).person
        fields = HoldingFields(role=role, person=person, starts=date(2025, 1, 1), ends=end)
        give_role(library, community.id, fields)
    workshop(library, community, date(2025, 3, 1), state="closed")
    charter(library, community, end)


def known(library: Library, community: Community) -> CommunityFacts:
    """The facts of the community."""
    (facts,) = gather(library.reader, NOW, community.id)
    return facts


def refusal(action: Callable[[], object]) -> str:
    """The code of the trouble that ``action`` meets; empty when it meets none."""
    try:
        action()
    except Trouble as trouble:
        return trouble.code
    return ""
