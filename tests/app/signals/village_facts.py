"""A village whose rows give facts, and what is asked of them."""

from datetime import date, timedelta

from app.catalogue.catalogue import Catalogue
from app.community.gatherings import GatheringFields, plan_gathering
from app.community.holdings import HoldingFields, give_role
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Block, ClosedTally, Community, Note, Outcome, Round, Run, Workshop
from app.moment import stamp
from app.registers.cells import Value
from app.registers.register_entries import add_entry
from app.signals.known import Known
from app.signals.signal_facts import FACTS
from tests.app.community.village import TODAY, found, joins, known


def ago(days: int) -> date:
    """So many days before today."""
    return TODAY - timedelta(days=days)


class Village:
    """A community in a library, with what can happen to it in a line each."""

    def __init__(self, library: Library, catalogue: Catalogue) -> None:
        """Nothing has happened yet."""
        self.library, self.catalogue = library, catalogue
        self.community: Community = found(library)

    def fact(self, name: str) -> int | None:
        """What a fact says now."""
        facts = known(self.library, self.community)
        return FACTS[name](Known(self.library.reader, self.catalogue, facts))

    def held(self, days: int, came: int = 0) -> None:
        """A gathering was held so many days ago."""
        fields = GatheringFields(date=ago(days), held=True, came=came)
        plan_gathering(self.library, self.community.id, fields)

    def planned(self, days: int) -> None:
        """A gathering is planned in so many days."""
        plan_gathering(self.library, self.community.id, GatheringFields(date=ago(-days)))

    def holds(self, role: str, name: str, since: int, until: int | None = -300) -> str:
        """Somebody holds a role since so many days, until so many days ago; gives who."""
        person = joins(self.library, self.community, name).person
        self.holds_too(role, person, since, until)
        return person

    def holds_too(self, role: str, person: str, since: int, until: int | None = -300) -> None:
        """Somebody who is known holds a role."""
        ends = ago(until) if until is not None else None
        fields = HoldingFields(role=role, person=person, starts=ago(since), ends=ends)
        give_role(self.library, self.community.id, fields)

    def writes(self, register: str, **values: Value) -> None:
        """A line in a register."""
        entry = self.catalogue.find_register(register)
        assert entry is not None
        add_entry(self.library, entry, self.community.id, values)

    def sets_aside(self, count: int) -> None:
        """Things were set aside, and nobody took them up."""
        with self.library.change("test", Scope(self.community.id)) as rows:
            for at in range(count):
                rows.add(
                    Outcome(
                        id=self.library.moment.new_id(),
                        community=self.community.id,
                        form="parked",
                        text=f"Thing {at}",
                        position=at,
                        made=stamp(self.library.moment.now()),
                    )
                )

    def run_of(self, exercise: str, workshop: Workshop) -> Run:
        """An exercise was run in a workshop."""
        (block,) = self.library.reader.rows(Block, workshop=workshop.id)
        now = stamp(self.library.moment.now())
        with self.library.change("test", Scope(self.community.id, workshop.id)) as rows:
            rows.change(block, exercise=exercise)
            return rows.add(Run(id=self.library.moment.new_id(), block=block.id, started=now))

    def notes(self, run: Run, count: int) -> None:
        """Notes were written in it."""
        with self.library.change("test", Scope(self.community.id)) as rows:
            for at in range(count):
                rows.add(
                    Note(
                        id=self.library.moment.new_id(),
                        community=self.community.id,
                        run=run.id,
                        kind="board",
                        position=at,
                        text=f"Note {at}",
                        made=stamp(self.library.moment.now()),
                    )
                )

    def answers(self, run: Run, **counts: str) -> None:
        """A closed private round: by statement, an answer a letter."""
        now = stamp(self.library.moment.now())
        with self.library.change("test", Scope(self.community.id)) as rows:
            row = rows.add(
                Round(
                    id=self.library.moment.new_id(),
                    run=run.id,
                    form="scale",
                    private=True,
                    opened=now,
                    closed=now,
                )
            )
        with self.library.keep(Scope(self.community.id)) as kept:
            for item, given in counts.items():
                for value in sorted(set(given)):
                    number = given.count(value)
                    kept.put(ClosedTally(round=row.id, item=item, value=value, number=number))
