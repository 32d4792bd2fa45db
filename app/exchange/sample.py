"""The sample community: an invented one, with its launch planned.

Everything goes in through the same functions that a person's hand moves; no row is written here.
"""

from datetime import date, datetime, timedelta
from pathlib import Path

import msgspec

from app.catalogue.catalogue import Catalogue
from app.community.communities import CommunityFields, create_community
from app.community.memberships import MemberFields, add_member
from app.community.people import PersonFields
from app.community.today import today_in
from app.exchange.sample_entries import write_entries
from app.exchange.sample_script import Script, minute_of, read_script
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community, Workshop
from app.moment import uuid7
from app.working_days import working_day
from app.workshop.planning import WorkshopFields, plan_workshop

AHEAD = 14
"""Days from today to the launch that is planned; on a weekend it waits for Monday."""


class Sample(msgspec.Struct, frozen=True):
    """What was put into the library."""

    community: Community
    workshop: Workshop


class SampleMoment:
    """Time as a story lets it pass, and ids in the order they were asked for.

    A library opened with it holds the same rows each time the same sample is played in it.
    """

    def __init__(self, start: datetime) -> None:
        """Begin at ``start``."""
        self._at = start
        self._given = 0

    def now(self) -> datetime:
        """The instant the story has come to."""
        return self._at

    def monotonic(self) -> float:
        """Seconds since 1970."""
        return self._at.timestamp()

    def measured(self) -> datetime:
        """The instant the story has come to."""
        return self._at

    def agree(self) -> None:
        """Nobody sets the clock of a story."""

    def new_id(self) -> str:
        """The next id."""
        self._given += 1
        return uuid7(int(self._at.timestamp() * 1000), self._given)

    def follow(self, last: str) -> None:
        """Nothing came before: a story is told in a library of its own."""

    def go_on(self, minutes: float) -> None:
        """Let time pass."""
        self._at += timedelta(minutes=minutes)

    def go_to(self, instant: datetime) -> None:
        """Let time pass until an instant; where it is later already, it stays."""
        self._at = max(self._at, instant)


def import_sample(
    library: Library,
    catalogue: Catalogue,
    resources: Path,
    *,
    language: str = "en",
    launch: date | None = None,
) -> Sample:
    """Put the sample community into the library, its launch planned for two weeks from today.

    ``language`` is that of what its people say, ``launch`` another day for it. One change, which
    can be undone from Home. Raises Trouble as :meth:`Library.change` does.
    """
    script = read_script(resources, language)
    return plan_sample(library, catalogue, script, launch or _in_two_weeks(script, library))


def _in_two_weeks(script: Script, library: Library) -> date:
    today = today_in(script.community.zone, library.moment.now())
    return working_day(today + timedelta(days=AHEAD))


def plan_sample(library: Library, catalogue: Catalogue, script: Script, day: date) -> Sample:
    """The community, its people, what its registers say, and the launch on ``day``: one change.

    Raises Trouble as :meth:`Library.change` does.
    """
    said, wanted = script.community, script.workshop
    with library.change("sample-import", Scope()):
        community = create_community(
            library,
            CommunityFields(
                name=said.name,
                sentence=said.sentence,
                organization=said.organization,
                language=said.language,
                zone=said.zone,
            ),
        )
        people: dict[str, str] = {}
        for member in script.members:
            person = PersonFields(name=member.name, organization=said.organization)
            fields = MemberFields(person=person, level=member.level, unit=member.unit)
            people[member.name] = add_member(library, community.id, fields).person
        write_entries(library, catalogue, community.id, script.entries, people, day)
        wish = WorkshopFields(
            community=community.id,
            purpose=wanted.purpose,
            title=wanted.title,
            date=day.isoformat(),
            zone=community.zone,
            starts=minute_of(wanted.starts),
            minutes=wanted.minutes,
            place=wanted.place,
            languages=wanted.languages,
            expected=wanted.expected,
            agenda=wanted.agenda,
        )
        return Sample(community, plan_workshop(library, catalogue, wish))
