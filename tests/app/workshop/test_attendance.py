"""The door: who is here, who came along, who left early, or just how many."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.community.memberships import leave_together
from app.library.library import Library
from app.library.rows import Attendance, Membership
from app.moment import stamp
from app.workshop.attendance import (
    MOST,
    DoorEntry,
    door_list,
    everyone_is_here,
    head_count,
    in_the_room,
    let_in,
    mark,
    members_of,
    who_came,
)
from app.workshop.planning import scope_of
from tests.app.community.village import TODAY, found, joins, refusal
from tests.app.workshop.room import Room, make_room


@pytest.fixture
def room(library: Library, catalogue: Catalogue) -> Room:
    """A launch for four people, one of whom spells their name with an accent."""
    made = make_room(library, catalogue)
    community = made.community()
    for name in ("Zoé Blais", "Élodie Roy", "Amara Diallo", "Edwin Chen"):
        joins(library, community, name)
    joins(library, found(library, "Other"), "Not Ours")
    return made


def door(room: Room) -> list[DoorEntry]:
    """The list at the door."""
    return door_list(room.library.reader, room.workshop)


def at(room: Room, name: str) -> DoorEntry:
    """Somebody's line."""
    return next(line for line in door(room) if line.name == name)


def here(room: Room) -> tuple[int, int]:
    """How many are here now, and how many came at all."""
    reader = room.library.reader
    return in_the_room(reader, room.workshop.id), who_came(reader, room.workshop.id)


def test_members_by_name_whatever_their_accents_then_whoever_came(room: Room) -> None:
    """É is an e; guests stand in the order they came."""
    let_in(room.library, room.workshop, " Yusra \n Haddad ", "guest")
    let_in(room.library, room.workshop, "Aaron Fox", "walk-in")
    assert [(line.name, line.state) for line in door(room)] == [
        ("Amara Diallo", "expected"),
        ("Edwin Chen", "expected"),
        ("Élodie Roy", "expected"),
        ("Zoé Blais", "expected"),
        ("Yusra Haddad", "guest"),
        ("Aaron Fox", "walk-in"),
    ]
    assert here(room) == (2, 2)


def test_somebody_comes_leaves_early_and_was_a_slip(room: Room) -> None:
    """Left early still came; marked back to expected, they never did."""
    mark(room.library, room.workshop, at(room, "Amara Diallo"), "present")
    mark(room.library, room.workshop, at(room, "Edwin Chen"), "present")
    room.clock.go_on(hours=1)
    mark(room.library, room.workshop, at(room, "Edwin Chen"), "left")
    row = at(room, "Edwin Chen").row
    assert row is not None
    assert row.gone == stamp(room.clock.now())
    assert row.arrived is not None
    assert row.arrived < row.gone
    assert here(room) == (1, 2)
    mark(room.library, room.workshop, at(room, "Edwin Chen"), "present")
    row = at(room, "Edwin Chen").row
    assert row is not None
    assert row.gone is None
    mark(room.library, room.workshop, at(room, "Edwin Chen"), "expected")
    assert here(room) == (1, 1)
    mark(room.library, room.workshop, at(room, "Edwin Chen"), "expected")
    room.library.undo(scope_of(room.workshop))
    assert here(room) == (2, 2)


def test_nobody_is_at_the_door_twice(room: Room) -> None:
    """Two quick clicks on a line as it was shown are one person."""
    line = at(room, "Zoé Blais")
    mark(room.library, room.workshop, line, "present")
    mark(room.library, room.workshop, line, "left")
    assert room.library.reader.count(Attendance) == 1
    assert here(room) == (0, 1)


def test_who_looked_in_and_left_again(room: Room) -> None:
    """Marked as left without ever having been marked present."""
    mark(room.library, room.workshop, at(room, "Zoé Blais"), "left")
    row = at(room, "Zoé Blais").row
    assert row is not None
    assert row.arrived == row.gone == stamp(room.clock.now())


def test_a_room_counted_twice_is_counted_once(room: Room) -> None:
    """As two libraries brought together may leave it: the next number is the only one."""
    with room.library.change("test") as writer:
        for number in (7, 9):
            new = room.library.moment.new_id()
            writer.add(Attendance(id=new, workshop=room.workshop.id, state="number", number=number))
    assert here(room) == (9, 9)
    head_count(room.library, room.workshop, 12)
    assert here(room) == (12, 12)
    assert room.library.reader.count(Attendance, state="number") == 1


def test_everyone_is_here_but_those_who_left(room: Room) -> None:
    """One change for all; who left early stays so."""
    mark(room.library, room.workshop, at(room, "Zoé Blais"), "left")
    everyone_is_here(room.library, room.workshop)
    assert here(room) == (3, 4)
    room.library.undo(scope_of(room.workshop))
    assert here(room) == (0, 1)


def test_just_a_number_wins_over_the_list(room: Room) -> None:
    """And none goes back to it; typing it is one change."""
    everyone_is_here(room.library, room.workshop)
    for number in (1, 17, 18):
        head_count(room.library, room.workshop, number)
    assert here(room) == (18, 18)
    assert room.library.reader.count(Attendance, state="number") == 1
    head_count(room.library, room.workshop, MOST)
    head_count(room.library, room.workshop, 18)
    assert [line.state for line in door(room)] == ["present"] * 4
    room.clock.go_on(minutes=1)
    head_count(room.library, room.workshop, 0)
    assert here(room) == (4, 4)
    room.library.undo(scope_of(room.workshop))
    assert here(room) == (18, 18)
    room.library.undo(scope_of(room.workshop))
    assert here(room) == (4, 4), "all that was typed in a row"
    assert refusal(lambda: head_count(room.library, room.workshop, -1)) == "head-count"
    assert refusal(lambda: head_count(room.library, room.workshop, MOST + 1)) == "head-count"


def test_who_came_and_left_the_community_since_is_still_on_the_list(room: Room) -> None:
    """A list read back a year later says who was there."""
    mark(room.library, room.workshop, at(room, "Edwin Chen"), "present")
    person = at(room, "Edwin Chen").person
    assert person is not None
    (membership,) = room.library.reader.rows(Membership, person=person.id)
    leave_together(room.library, room.workshop.community, [membership.id], TODAY)
    assert at(room, "Edwin Chen").state == "present"
    names = [one.name for one in members_of(room.library.reader, room.workshop.community)]
    assert names == ["Amara Diallo", "Élodie Roy", "Zoé Blais"]


def test_a_name_at_the_door_is_a_name(room: Room) -> None:
    """Neither nothing nor a novel."""
    library, workshop = room.library, room.workshop
    assert refusal(lambda: let_in(library, workshop, "  ", "guest")) == "empty"
    assert refusal(lambda: let_in(library, workshop, "\u202e\u200b", "guest")) == "empty"
    assert refusal(lambda: let_in(library, workshop, "x" * 201, "guest")) == "too-long"
    assert library.reader.count(Attendance) == 0
    let_in(library, workshop, "Ana\u202e Roy\u2069", "guest")
    assert [row.name for row in library.reader.rows(Attendance)] == ["Ana Roy"]
