"""What the signals of a community look at, read once."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property

from app.catalogue.catalogue import Catalogue
from app.community.facts import CommunityFacts
from app.community.held_roles import CORE
from app.community.memberships import Member, members
from app.library.reader import Reader
from app.library.rows import Attendance, Gathering, Holding, Outcome, Workshop
from app.registers.register_entries import Entry, entries_of


class Known:
    """A community's rows on a day; each is read when something first asks for it."""

    def __init__(self, reader: Reader, catalogue: Catalogue, facts: CommunityFacts) -> None:
        """Of the community of which ``facts`` were gathered."""
        self.reader = reader
        self.catalogue = catalogue
        self.id = facts.community.id
        self.facts = facts

    @property
    def today(self) -> date:
        """The day it is where the community lives."""
        return self.facts.today

    def before(self, days: int) -> date:
        """So many days ago."""
        return self.today - timedelta(days=days)

    def since(self, day: str | date | None) -> int | None:
        """Days gone by since a day; None where there is none."""
        if not day:
            return None
        then = day if isinstance(day, date) else date.fromisoformat(day)
        return (self.today - then).days

    @cached_property
    def members(self) -> Sequence[Member]:
        """Those who belong or belonged to it."""
        return members(self.reader, self.id, self.today)

    @property
    def present(self) -> Sequence[Member]:
        """Those who belong to it today."""
        return [one for one in self.members if not one.gone and one.membership.level != "outside"]

    @property
    def core(self) -> Sequence[Member]:
        """Those of them in the core."""
        return [
            one
            for one in self.present
            if one.membership.level == "core" or any(held.role == CORE for held in one.holdings)
        ]

    @cached_property
    def holdings(self) -> Sequence[Holding]:
        """Roles held, now or once."""
        return self.reader.rows(Holding, order="starts", community=self.id)

    @cached_property
    def held(self) -> Sequence[Gathering]:
        """Gatherings held, the earliest first."""
        return self.reader.rows(Gathering, order="date", community=self.id, state="held")

    @cached_property
    def workshops(self) -> Sequence[Workshop]:
        """Workshops that are over, the earliest first."""
        rows = self.reader.rows(Workshop, order="date", community=self.id)
        return [one for one in rows if one.closed is not None and one.called_off is None]

    def came(self, workshop: Workshop) -> int:
        """How many came to a workshop."""
        rows = self.reader.rows(Attendance, workshop=workshop.id)
        return sum(one.number for one in rows)

    def open(self, form: str) -> Sequence[Outcome]:
        """Open actions, or what is still parked."""
        return self.reader.rows(Outcome, community=self.id, form=form, state="open")

    def entries(self, register: str) -> Sequence[Entry]:
        """The entries of a register; none where the catalogue does not have it."""
        known = self.catalogue.find_register(register)
        return entries_of(self.reader, known, self.id) if known is not None else ()

    def late(self, register: str) -> Sequence[Entry]:
        """Its open entries that were expected before today."""
        known = self.catalogue.find_register(register)
        if known is None:
            return ()
        found = ((one, one.due(known)) for one in self.entries(register))
        return [one for one, due in found if due is not None and due < self.today]
