"""A half-day launch of an invented community, entered block by block."""

from dataclasses import dataclass

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.rows import Attendance, Community, Membership, Person, Workshop
from app.moment import stamp
from app.workshop.planning import WorkshopFields, add_exercise, blocks_of, plan_workshop, scope_of
from app.workshop.running import Running, enter_block, running_of

PEOPLE = (
    ("Amélie Desrochers", "Cartography"),
    ("Tomás Rivera", "Flood Mapping"),
    ("Ngozi Obi", "Open Data"),
    ("Wei Zhang", "Forest Inventory"),
    ("Wei Zhang", "Hydrography"),
)


@dataclass
class Launch:
    """The workshop, its library, and where it can go."""

    library: Library
    workshop: Workshop

    def enter(self, exercise: str, *, again: bool = False) -> Running:
        """Go to the block of an exercise."""
        blocks = blocks_of(self.library.reader, self.workshop.id)
        block = next(block for block in blocks if block.exercise == exercise)
        return enter_block(self.library, self.workshop, block, again=again).running

    def now(self, running: Running) -> Running:
        """The same run with its block as it now is."""
        return running_of(self.library.reader, running.run.id)

    def count_people(self, number: int) -> None:
        """So many people came."""
        with self.library.change("door-number", scope_of(self.workshop)) as writer:
            new = self.library.moment.new_id()
            writer.add(Attendance(id=new, workshop=self.workshop.id, state="number", number=number))


def plan_launch(library: Library, catalogue: Catalogue) -> Launch:
    """Plan the launch."""
    moment = library.moment
    now = stamp(moment.now())
    community = Community(id=moment.new_id(), name="Spatial Data Stewards", created=now)
    with library.change("community-add") as writer:
        writer.add(community)
        for name, unit in PEOPLE:
            person = writer.add(Person(id=moment.new_id(), name=name, created=now))
            writer.add(
                Membership(id=moment.new_id(), community=community.id, person=person.id, unit=unit)
            )
    wish = WorkshopFields(
        community=community.id,
        purpose="launch",
        title="Launch",
        date="2026-01-15",
        zone="America/Toronto",
        starts=510,
        minutes=240,
        languages=("en", "fr"),
        agenda="launch-whole-charter",
    )
    return Launch(library, plan_workshop(library, catalogue, wish))


def renewal_block(
    library: Library,
    catalogue: Catalogue,
    community: str,
    exercise: str,
    *,
    day: str = "2030-05-01",
    languages: tuple[str, ...] = ("en",),
) -> Running:
    """A renewal of a community (its id), at its only block, that of an exercise."""
    fields = WorkshopFields(
        community=community,
        purpose="renewal",
        title="Renewal",
        date=day,
        zone="America/Toronto",
        starts=510,
        minutes=240,
        languages=languages,
        agenda=None,
    )
    workshop = plan_workshop(library, catalogue, fields)
    block = add_exercise(library, catalogue, workshop, exercise)
    return enter_block(library, workshop, block).running
