"""Photographs kept with a run: undone in one step, gone with it, carried along when it leaves."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.exchange.encode import gather
from app.exchange.without_private import without_private
from app.library.attachments import MOST, contents
from app.library.deleting import delete
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Attachment, Workshop
from app.library.trouble import Trouble
from app.workshop.photographs import keep_photographs, photographs_of, remove_photograph
from app.workshop.planning import scope_of, set_audience
from app.workshop.running import Running, running_of
from tests.app.workshop.room import Room, make_room

BOARD = "hopes-and-fears"
TWO = (("front.jpg", b"\xff\xd8front"), ("back.jpg", b"\xff\xd8back"))


@pytest.fixture
def room(library: Library, catalogue: Catalogue) -> Room:
    """A launch of a whole day, planned and not begun."""
    return make_room(library, catalogue)


@pytest.fixture
def running(room: Room) -> Running:
    """Its board, with two photographs that came at once."""
    found = room.enter(BOARD).running
    keep_photographs(room.library, found, TWO)
    return found


def names(room: Room, running: Running) -> list[str]:
    """The photographs of a run, by name."""
    return [one.name for one in photographs_of(room.library.reader, running.run)]


def test_those_that_came_at_once_are_taken_back_at_once(room: Room, running: Running) -> None:
    assert names(room, running) == ["front.jpg", "back.jpg"]
    room.library.undo(scope_of(room.workshop))
    assert not names(room, running)
    room.library.redo(scope_of(room.workshop))
    found = photographs_of(room.library.reader, running.run)
    assert [contents(room.library.reader, one) for one in found] == [data for _, data in TWO]


def test_one_is_removed_and_comes_back_where_it_was(room: Room, running: Running) -> None:
    first, _ = photographs_of(room.library.reader, running.run)
    remove_photograph(room.library, running, first)
    assert names(room, running) == ["back.jpg"]
    room.library.undo(scope_of(room.workshop))
    assert names(room, running) == ["front.jpg", "back.jpg"]


def test_none_of_them_is_kept_where_one_is_too_large(room: Room, running: Running) -> None:
    with pytest.raises(Trouble, match="too-large"):
        keep_photographs(room.library, running, [*TWO, ("huge.jpg", b"0" * (MOST + 1))])
    assert len(names(room, running)) == 2


def test_none_is_kept_with_a_run_that_went_meanwhile(room: Room) -> None:
    running = room.enter(BOARD).running
    room.library.undo(scope_of(room.workshop))
    with pytest.raises(Trouble, match="gone"):
        keep_photographs(room.library, running, TWO)
    assert not room.library.reader.count(Attachment)


def test_they_go_with_their_workshop_and_come_back_with_it(room: Room, running: Running) -> None:
    scope = Scope(room.workshop.community)
    row = room.library.reader.row(Workshop, room.workshop.id)
    assert delete(room.library, "workshop-delete", scope, row).count(Attachment) == 2
    assert not room.library.reader.count(Attachment)
    room.library.undo(scope)
    assert names(room, running_of(room.library.reader, running.run.id)) == [
        "front.jpg",
        "back.jpg",
    ]


def test_they_leave_with_the_community_but_for_those_of_the_facilitator(
    room: Room, running: Running
) -> None:
    with room.library.snapshot() as reader:
        whole = gather(reader, room.workshop.community)
    assert sorted(one.data for one in whole.blob) == sorted(data for _, data in TWO)
    assert len(without_private(whole).rows(Attachment)) == 2
    set_audience(room.library, room.workshop, running.block, "facilitator")
    with room.library.snapshot() as reader:
        bare = without_private(gather(reader, room.workshop.community))
    assert not bare.rows(Attachment)
    assert not bare.blob
