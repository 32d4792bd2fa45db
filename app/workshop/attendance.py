"""The door: who is here, who came along, who left early, or just how many."""

import msgspec

from app.collation import in_order
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Attendance, Person, Workshop
from app.library.trouble import Trouble
from app.moment import stamp
from app.typed_text import LONGEST_NAME, required_line, unmarked, without_unseen
from app.workshop.planning import scope_of

MOST = 2000
"""People in one room. More is a slip of the finger."""


class DoorEntry(msgspec.Struct, frozen=True):
    """A line of the door list: somebody expected, or somebody who came (``row``)."""

    name: str
    person: Person | None
    row: Attendance | None

    @property
    def state(self) -> str:
        """expected, present, guest, walk-in or left."""
        return self.row.state if self.row else "expected"


def door_list(reader: Reader, workshop: Workshop) -> list[DoorEntry]:
    """Members by name, then guests and walk-ins in the order they came."""
    came = [row for row in reader.rows(Attendance, workshop=workshop.id) if row.state != "number"]
    by_person = {row.person: row for row in came if row.person is not None}
    members = members_of(reader, workshop.community)
    known = {person.id for person in members}
    lines = [DoorEntry(person.name, person, by_person.get(person.id)) for person in members]
    for row in came:
        if row.person is None:
            lines.append(DoorEntry(row.name, None, row))
        elif row.person not in known:
            person = reader.row(Person, row.person)
            lines.append(DoorEntry(person.name, person, row))
    return lines


def in_the_room(reader: Reader, workshop: str) -> int:
    """How many people are here now: a counted number wins over the list."""
    rows = reader.rows(Attendance, workshop=workshop)
    listed = sum(row.number for row in rows if row.state not in ("left", "number"))
    return counted(reader, workshop) or listed


def who_came(reader: Reader, workshop: str) -> int:
    """How many came at all, those who left early among them."""
    rows = reader.rows(Attendance, workshop=workshop)
    listed = sum(row.number for row in rows if row.state != "number")
    return counted(reader, workshop) or listed


def counted(reader: Reader, workshop: str) -> int:
    """The number that was counted in the room; 0 where the list counts."""
    rows = reader.rows(Attendance, workshop=workshop, state="number")
    return rows[-1].number if rows else 0


def mark(library: Library, workshop: Workshop, line: DoorEntry, state: str) -> None:
    """Mark somebody of the list present, as a guest, left early, or expected (not here)."""
    now = stamp(library.moment.now())
    with library.change("door-mark", scope_of(workshop)) as writer:
        known = _known(writer, workshop, line)
        if state == "expected":
            if known is not None:
                writer.remove(known)
        elif known is not None:
            writer.change(known, state=state, gone=now if state == "left" else None)
        else:
            writer.add(
                Attendance(
                    id=library.moment.new_id(),
                    workshop=workshop.id,
                    person=line.person.id if line.person else None,
                    name="" if line.person else line.name,
                    state=state,
                    arrived=now,
                    gone=now if state == "left" else None,
                )
            )


def _known(reader: Reader, workshop: Workshop, line: DoorEntry) -> Attendance | None:
    """A line's row as it now is: nobody is at the door twice."""
    if line.person is None:
        return line.row
    found = reader.rows(Attendance, workshop=workshop.id, person=line.person.id)
    return found[0] if found else None


def let_in(library: Library, workshop: Workshop, name: str, state: str) -> Attendance:
    """Somebody not on the list: a guest or a walk-in, by name.

    Raises Trouble (``empty``, ``too-long``).
    """
    text = required_line(without_unseen(unmarked(name, named=True)), LONGEST_NAME)
    with library.change("door-let-in", scope_of(workshop)) as writer:
        return writer.add(
            Attendance(
                id=library.moment.new_id(),
                workshop=workshop.id,
                name=text,
                state=state,
                arrived=stamp(library.moment.now()),
            )
        )


def everyone_is_here(library: Library, workshop: Workshop) -> None:
    """Mark every expected member present."""
    with library.change("door-everyone", scope_of(workshop)) as writer:
        for line in door_list(writer, workshop):
            if line.row is None:
                mark(library, workshop, line, "present")


def head_count(library: Library, workshop: Workshop, number: int) -> None:
    """Just a number, for a room where nobody takes names; 0 goes back to the list.

    Raises Trouble (``head-count``).
    """
    if not 0 <= number <= MOST:
        raise Trouble("head-count", most=MOST)
    with library.change("door-number", scope_of(workshop), field="head-count") as writer:
        known = writer.rows(Attendance, workshop=workshop.id, state="number")
        for row in known[1:] if number else known:
            writer.remove(row)
        if number and known:
            writer.change(known[0], number=number)
        elif number:
            writer.add(
                Attendance(
                    id=library.moment.new_id(),
                    workshop=workshop.id,
                    state="number",
                    number=number,
                    arrived=stamp(library.moment.now()),
                )
            )


def members_of(reader: Reader, community: str) -> list[Person]:
    """Everyone who belongs to the community now, by name."""
    found = reader.select(
        Person,
        "JOIN membership ON membership.person = person.id "
        "WHERE membership.community = ? AND membership.left IS NULL ORDER BY person.id",
        community,
    )
    return in_order(found, lambda person: person.name)
