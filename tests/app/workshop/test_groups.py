"""Groups at work: dealt out so that units mix, changed by hand, and what each wrote."""

from collections import Counter

import pytest

from app.catalogue.catalogue import Catalogue
from app.community.memberships import MemberFields, add_member
from app.community.people import PersonFields
from app.library.library import Library
from app.library.rows import GroupMember, Note, RoomGroup
from app.library.strike import strike
from app.library.trouble import Trouble
from app.workshop.attendance import everyone_is_here, head_count, let_in
from app.workshop.groups import (
    Group,
    edit_group,
    groups_of,
    in_no_group,
    mix_groups,
    move_to_group,
    notes_by_group,
    number_for,
    people_here,
    type_for,
    typed_for,
    work_in_groups,
)
from app.workshop.notes import add_notes
from app.workshop.planning import scope_of
from tests.app.workshop.room import Room, make_room

BOARD = "hopes-and-fears"


@pytest.fixture
def room(library: Library, catalogue: Catalogue) -> Room:
    """A launch of a whole day, planned and not begun."""
    return make_room(library, catalogue)


def come(room: Room, *units: str) -> None:
    """Somebody of each unit comes in."""
    for number, unit in enumerate(units):
        fields = MemberFields(person=PersonFields(name=f"P{number}"), unit=unit)
        add_member(room.library, room.workshop.community, fields)
    everyone_is_here(room.library, room.workshop)


def mixed(room: Room, number: int) -> list[Group]:
    """So many groups, dealt out."""
    return mix_groups(room.library, room.workshop, number)


def units_in(room: Room, group: Group) -> Counter[str]:
    """How many of each unit are in a group."""
    unit_of = {one.key: one.unit for one in people_here(room.library.reader, room.workshop)}
    return Counter(unit_of[one.key] for one in group.people)


def test_whose_name_was_struck_is_only_counted(room: Room) -> None:
    """No group has a line without a name, and nobody has to be put into one."""
    come(room, "North", "North", "South", "South")
    before = mixed(room, 2)
    struck = before[0].people[0]
    assert struck.person is not None
    strike(room.library, [("person", struck.person)])
    groups = groups_of(room.library.reader, room.workshop)
    named = [one.name for group in groups for one in group.people]
    assert len(named) == 3
    assert all(named)
    assert sum(group.many for group in groups) == 4
    assert not in_no_group(room.library.reader, room.workshop)


def test_units_are_spread_over_the_groups(room: Room) -> None:
    come(room, *["Roads"] * 8, *["Bridges"] * 4, *["Water"] * 4, "")
    found = mixed(room, 4)
    assert sorted(group.many for group in found) == [4, 4, 4, 5]
    assert all(units_in(room, group)["Roads"] == 2 for group in found)
    assert all(units_in(room, group)["Bridges"] == 1 for group in found)


@pytest.mark.parametrize(("people", "number"), [(0, 2), (1, 8), (18, 4), (500, 8)])
def test_everybody_is_in_one_group_however_many_come(room: Room, people: int, number: int) -> None:
    for n in range(people):
        let_in(room.library, room.workshop, f"Guest {n}", "guest")
    found = mixed(room, number)
    assert [group.number for group in found] == list(range(1, number + 1))
    assert sum(len(group.people) for group in found) == people
    assert max(group.many for group in found) - min(group.many for group in found) <= 1
    assert not in_no_group(room.library.reader, room.workshop)


def test_those_without_a_name_are_counted(room: Room) -> None:
    let_in(room.library, room.workshop, "A guest", "guest")
    head_count(room.library, room.workshop, 10)
    found = mixed(room, 3)
    assert sorted(group.many for group in found) == [3, 3, 4]
    assert sum(group.more for group in found) == 9


def test_mixing_anew_keeps_what_the_groups_are_called_and_undo_takes_it_back(room: Room) -> None:
    come(room, *["Roads"] * 12)
    first = mixed(room, 3)
    named = edit_group(
        room.library, room.workshop, first[0].row,
        name="Window table", place="Room 2", brief="Only the fears", note_taker="P1",
    )  # fmt: skip
    before = [group.people for group in groups_of(room.library.reader, room.workshop)]
    again = mixed(room, 4)
    assert again[0].row == named
    room.library.undo(scope_of(room.workshop))
    after = groups_of(room.library.reader, room.workshop)
    assert [group.people for group in after] == before


@pytest.mark.parametrize("number", [1, 9])
def test_there_are_from_two_to_eight_groups(room: Room, number: int) -> None:
    with pytest.raises(Trouble, match="groups-number"):
        mixed(room, number)
    assert not room.library.reader.count(RoomGroup, workshop=room.workshop.id)


def test_somebody_is_moved_by_hand_and_never_in_two_groups(room: Room) -> None:
    come(room, *["Roads"] * 4)
    one, other = mixed(room, 2)
    moving = one.people[0]
    move_to_group(room.library, room.workshop, moving, other.row)
    found = groups_of(room.library.reader, room.workshop)
    assert [group.many for group in found] == [1, 3]
    assert room.library.reader.count(GroupMember) == 4
    room.library.undo(scope_of(room.workshop))
    assert [group.many for group in groups_of(room.library.reader, room.workshop)] == [2, 2]


def test_who_comes_late_is_in_no_group_until_put_there(room: Room) -> None:
    come(room, "Roads", "Roads")
    one, _ = mixed(room, 2)
    let_in(room.library, room.workshop, "Late", "walk-in")
    (late,) = in_no_group(room.library.reader, room.workshop)
    move_to_group(room.library, room.workshop, late, one.row)
    assert not in_no_group(room.library.reader, room.workshop)


def test_what_is_typed_is_the_groups_for_which_it_is_typed(room: Room) -> None:
    one, other = mixed(room, 2)
    work_in_groups(room.library, room.workshop, room.block(BOARD), apart=True)
    running = room.enter(BOARD).running
    for group in (one.row.id, other.row.id, None):
        type_for(room.library, room.workshop, group)
        assert typed_for(room.library.reader, running.block) == group
        add_notes(room.library, running, "hopes", ["a", "b"])
    found = notes_by_group(room.library.reader, running.run.id)
    assert found == {one.row.id: 2, other.row.id: 2, None: 2}


def test_elsewhere_than_in_groups_nothing_is_a_groups(room: Room) -> None:
    one, _ = mixed(room, 2)
    type_for(room.library, room.workshop, one.row.id)
    add_notes(room.library, room.enter(BOARD).running, "hopes", ["a"])
    assert [note.room_group for note in room.library.reader.rows(Note)] == [None]


def test_what_a_group_wrote_that_goes_stays(room: Room) -> None:
    *_, last = mixed(room, 3)
    work_in_groups(room.library, room.workshop, room.block(BOARD), apart=True)
    running = room.enter(BOARD).running
    type_for(room.library, room.workshop, last.row.id)
    add_notes(room.library, running, "hopes", ["kept"])
    mixed(room, 2)
    (note,) = room.library.reader.rows(Note)
    assert (note.text, note.room_group) == ("kept", None)
    assert typed_for(room.library.reader, running.block) is None
    room.library.undo(scope_of(room.workshop))
    (note,) = room.library.reader.rows(Note)
    assert note.room_group == last.row.id


@pytest.mark.parametrize(
    ("people", "size", "number"), [(18, 4, 4), (3, 5, 2), (500, 4, 8), (0, 0, 2)]
)
def test_how_many_groups_a_size_makes(people: int, size: int, number: int) -> None:
    assert number_for(people, size) == number
