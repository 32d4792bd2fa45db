"""Groups that work apart at the same time: who is in which, and for which one is typed now.

A workshop has one set of them, for all of its blocks that people work at in groups. Who came
without a name is in no group by name: it is only counted how many more each has.
"""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from app.library.drafts import drop_draft, keep_draft
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import (
    Block,
    Draft,
    GroupMember,
    Membership,
    Note,
    Person,
    RoomGroup,
    Workshop,
)
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.typed_text import LONGEST_NAME, one_line
from app.workshop.attendance import door_list, in_the_room
from app.workshop.planning import scope_of

LEAST, MOST = 2, 8
"""As few and as many groups as there can be."""
GONE_HOME = ("expected", "left")
"""States at the door of those who are in no group: not here yet, or no more."""


class Somebody(msgspec.Struct, frozen=True):
    """Somebody in the room with a name: ``person`` is their id, None of who is not known here."""

    name: str
    person: str | None = None
    unit: str = ""

    @property
    def key(self) -> tuple[str | None, str]:
        """What tells them from others."""
        return self.person, "" if self.person else self.name


class Group(msgspec.Struct, frozen=True):
    """A group: its row, its number from 1, its people, and how ``many`` it has with those who came
    without a name."""

    row: RoomGroup
    number: int
    people: tuple[Somebody, ...]
    many: int

    @property
    def more(self) -> int:
        """How many of them have no name here."""
        return self.many - len(self.people)


def groups_of(reader: Reader, workshop: Workshop) -> list[Group]:
    """The groups of a workshop, in order."""
    rows = reader.rows(RoomGroup, order="position", workshop=workshop.id)
    names = _names(reader, workshop)
    people = [
        tuple(
            Somebody(one.name or names.get(one.person or "", ""), one.person)
            for one in reader.rows(GroupMember, order="position", room_group=row.id)
            if one.name or one.person  # whose name was struck is here, and only counted
        )
        for row in rows
    ]
    sizes = _with_others([len(one) for one in people], _nameless(reader, workshop))
    return [
        Group(row, number, named, many)
        for number, (row, named, many) in enumerate(zip(rows, people, sizes, strict=True), start=1)
    ]


def people_here(reader: Reader, workshop: Workshop) -> list[Somebody]:
    """Those at the door who have a name and have not left, with the unit they come from."""
    members = reader.rows(Membership, community=workshop.community)
    units = {one.person: one.unit for one in members}
    return [
        Somebody(line.name, line.person.id, units.get(line.person.id, ""))
        if line.person is not None
        else Somebody(line.name)
        for line in door_list(reader, workshop)
        if line.state not in GONE_HOME and line.name
    ]


def in_no_group(reader: Reader, workshop: Workshop) -> list[Somebody]:
    """Those who are here and in no group: they came after it was made."""
    placed = {one.key for group in groups_of(reader, workshop) for one in group.people}
    return [one for one in people_here(reader, workshop) if one.key not in placed]


def number_for(people: int, size: int) -> int:
    """How many groups of about ``size`` so many people make."""
    return max(LEAST, min(MOST, round(people / max(1, size))))


def mix_groups(
    library: Library, workshop: Workshop, number: int, block: Block | None = None
) -> list[Group]:
    """Have so many groups, and deal those who are here out among them by chance; people then work
    at ``block`` in them.

    People of one unit are spread over as many groups as there are. Groups that were there keep
    their names, places and briefs; what one wrote that goes stays, and is nobody's group's.
    Raises Trouble (``groups-number``: ``least``, ``most``).
    """
    if not LEAST <= number <= MOST:
        raise Trouble("groups-number", least=LEAST, most=MOST)
    chance = random.Random(library.moment.new_id())
    with library.change("groups-mix", scope_of(workshop)) as writer:
        rows = _as_many(library, writer, workshop, number)
        for row in rows:
            for member in writer.rows(GroupMember, room_group=row.id):
                writer.remove(member)
        hands = _dealt(people_here(writer, workshop), chance, number)
        for row, people in zip(rows, hands, strict=True):
            for one in people:
                _seat(library, writer, row, one)
        if block is not None:
            writer.change(block, in_groups=True)
        return groups_of(writer, workshop)


def move_to_group(
    library: Library, workshop: Workshop, somebody: Somebody, group: RoomGroup
) -> None:
    """Put somebody into a group, out of the one they were in. Raises Trouble (``gone``)."""
    with library.change("group-move", scope_of(workshop)) as writer:
        if writer.find(RoomGroup, group.id) is None:
            raise Trouble("gone")
        for row in writer.rows(RoomGroup, workshop=workshop.id):
            for member in writer.rows(GroupMember, room_group=row.id):
                if (member.person, "" if member.person else member.name) == somebody.key:
                    writer.remove(member)
        _seat(library, writer, group, somebody)


def edit_group(
    library: Library,
    workshop: Workshop,
    group: RoomGroup,
    *,
    name: str,
    place: str,
    brief: str,
    note_taker: str,
) -> RoomGroup:
    """Say what a group is called, where it sits, what it is asked, who writes for it.

    All of it may be empty. Raises Trouble (``too-long``, ``gone``).
    """
    fields = {
        "name": one_line(name, LONGEST_NAME),
        "place": one_line(place, LONGEST_NAME),
        "brief": one_line(brief),
        "note_taker": one_line(note_taker, LONGEST_NAME),
    }
    with library.change("group-edit", scope_of(workshop)) as writer:
        return writer.change(group, **fields)


def work_in_groups(library: Library, workshop: Workshop, block: Block, *, apart: bool) -> Block:
    """Say whether people work at a block in groups. Raises Trouble (``gone``)."""
    with library.change("block-groups", scope_of(workshop)) as writer:
        return writer.change(block, in_groups=apart)


def notes_by_group(reader: Reader, run: str) -> Mapping[str | None, int]:
    """How many notes of a run (its id) each group wrote, by its id; under None those of all."""
    found = reader.cells("SELECT room_group, count(*) FROM note WHERE run = ? GROUP BY 1", run)
    return Counter({None if group is None else str(group): int(n or 0) for group, n in found})


def typed_for(reader: Reader, block: Block) -> str | None:
    """Id of the group for which is typed now in a block; None for all people together."""
    draft = reader.find(Draft, _place(block.workshop)) if block.in_groups else None
    if draft is None or reader.find(RoomGroup, draft.text) is None:
        return None
    return draft.text


def type_for(library: Library, workshop: Workshop, group: str | None) -> None:
    """Type for a group (its id) from now on, also after a restart; for all people with None."""
    place, scope = _place(workshop.id), scope_of(workshop)
    if group is None:
        drop_draft(library, scope, place)
    else:
        keep_draft(library, scope, place, group, known=place)


def _place(workshop: str) -> str:
    return f"typed-for:{workshop}"


def _names(reader: Reader, workshop: Workshop) -> dict[str, str]:
    """The names of the people in a workshop's groups, by their ids."""
    found = reader.select(
        Person,
        "WHERE id IN (SELECT person FROM group_member JOIN room_group"
        " ON room_group.id = group_member.room_group WHERE room_group.workshop = ?)",
        workshop.id,
    )
    return {one.id: one.name for one in found}


def _nameless(reader: Reader, workshop: Workshop) -> int:
    """How many are here besides those who have a name."""
    return max(0, in_the_room(reader, workshop.id) - len(people_here(reader, workshop)))


def _with_others(sizes: Sequence[int], others: int) -> list[int]:
    """Groups of these sizes once ``others`` came, each to the smallest."""
    found = list(sizes)
    for _ in range(others if found else 0):
        found[found.index(min(found))] += 1
    return found


def _as_many(library: Library, writer: Writer, workshop: Workshop, number: int) -> list[RoomGroup]:
    """The first ``number`` groups; those that are missing are made, those beyond are taken away."""
    rows = writer.rows(RoomGroup, order="position", workshop=workshop.id)
    for row in rows[number:]:
        for note in writer.rows(Note, room_group=row.id):
            writer.change(note, room_group=None)
        for member in writer.rows(GroupMember, room_group=row.id):
            writer.remove(member)
        writer.remove(row)
    new = [
        writer.add(
            RoomGroup(id=library.moment.new_id(), workshop=workshop.id, name="", position=at)
        )
        for at in range(len(rows), number)
    ]
    return [*rows[:number], *new]


def _dealt(people: Iterable[Somebody], chance: random.Random, number: int) -> list[list[Somebody]]:
    """People dealt out one by one, unit after unit: no group has two more of a unit than
    another."""
    units: dict[str, list[Somebody]] = {}
    for one in people:
        units.setdefault(one.unit, []).append(one)
    # By name first: what chance then makes of it does not hang on the order of the list.
    in_turn = sorted(units)
    chance.shuffle(in_turn)
    hands: list[list[Somebody]] = [[] for _ in range(number)]
    at = 0
    for unit in in_turn:
        inside = units[unit]
        chance.shuffle(inside)
        for one in inside:
            hands[at % number].append(one)
            at += 1
    return hands


def _seat(library: Library, writer: Writer, group: RoomGroup, somebody: Somebody) -> None:
    writer.add(
        GroupMember(
            id=library.moment.new_id(),
            room_group=group.id,
            person=somebody.person,
            name="" if somebody.person else somebody.name,
            position=writer.count(GroupMember, room_group=group.id),
        )
    )
