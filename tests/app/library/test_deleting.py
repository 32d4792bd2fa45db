"""What is deleted takes along what is nothing without it; undo brings all of it back."""

from contextlib import closing
from pathlib import Path

import pytest

from app.library.attachments import contents
from app.library.backup import make_backup
from app.library.belonging import belongs_to
from app.library.deleting import Deletion, delete, deletion_of
from app.library.journal import Scope
from app.library.library import Library
from app.library.library_check import check
from app.library.opening import open_library
from app.library.private import tallies_of
from app.library.rows import (
    JOURNALED,
    Attachment,
    Clause,
    Community,
    Holding,
    Membership,
    Note,
    Person,
    Round,
    Row,
    Version,
    Workshop,
)
from tests.app.library.filled import filled
from tests.app.library.household import ID, PICTURE, furnish
from tests.app.library.settings import StillMoment, held

HOME = Scope()


@pytest.fixture
def house(path: Path, moment: StillMoment) -> Library:
    """A library with a row in every table, and a second community that shares a person."""
    library = open_library(path, moment)
    furnish(library)
    return library


def second_community(library: Library, *people: str) -> Community:
    """Another community, to which these people belong."""
    new_id = library.moment.new_id
    now = library.reader.row(Community, ID["community"]).created
    with library.change("community-add", Scope()) as writer:
        made = writer.add(Community(id=new_id(), name="Next door", created=now))
        for person in people:
            writer.add(Membership(id=new_id(), community=made.id, person=person))
    return made


def remove(library: Library, kind: type[Row], key: str) -> Deletion:
    """Delete a row from Home."""
    return delete(library, "community-delete", HOME, library.reader.row(kind, key))


def test_a_community_goes_whole_and_comes_back_whole(house: Library, moment: StillMoment) -> None:
    """Also after a restart; what stays is as it was."""
    with closing(house):
        other = second_community(house, ID["person"])
        before = held(house.path)
        going = remove(house, Community, ID["community"])
        for kind in JOURNALED:
            belongs = belongs_to(kind, Community)
            if belongs is not None:
                assert house.reader.select(kind, f"WHERE {belongs}", ID["community"]) == []
        assert house.reader.rows(Attachment) == []
        assert [one.id for one in house.reader.rows(Community)] == [other.id]
        assert house.reader.find(Person, ID["person"]) is not None, "known next door"
        assert going.count(Note) == 1
        assert going.count(Version) == 1
        assert going.private == 2
    assert check(house.path).sound
    with closing(open_library(house.path, moment)) as again:
        assert again.undo(HOME).label == "community-delete"
        assert held(again.path) == before
        assert contents(again.reader, again.reader.rows(Attachment)[0]) == PICTURE
        again.redo(HOME)
        assert again.reader.count(Community) == 1


def test_people_go_whom_nobody_else_knows(house: Library) -> None:
    with closing(house):
        second_community(house, ID["person"])
        known = {one.id for one in house.reader.rows(Person)}
        going = remove(house, Community, ID["community"])
        gone = {row.id for row in going.gone if isinstance(row, Person)}
        assert gone == known - {ID["person"]}
        assert {one.id for one in house.reader.rows(Person)} == {ID["person"]}


def test_what_goes_is_known_before(house: Library) -> None:
    with closing(house):
        first = house.reader.row(Community, ID["community"])
        said = deletion_of(house.reader, first)
        before = held(house.path)
        assert held(house.path) == before, "looking changes nothing"
        assert delete(house, "community-delete", HOME, first) == said


def test_a_workshop_goes_and_the_community_keeps_what_it_lives_by(
    house: Library, moment: StillMoment
) -> None:
    """Roles, versions, clauses stay and name the workshop no more; notes and rounds go."""
    scope = Scope(ID["community"])
    with closing(house):
        before = held(house.path)
        workshop = house.reader.row(Workshop, ID["workshop"])
        going = delete(house, "workshop-delete", scope, workshop)
        reader = house.reader
        assert reader.count(Workshop) == reader.count(Note) == 0
        assert reader.find(Version, ID["version"]) is not None
        assert reader.find(Clause, ID["clause"]) is not None
        for one in reader.rows(Holding):
            assert one.workshop is None
        assert going.count(Note) == 1
        assert check(house.path).sound
        assert house.undo(scope).label == "workshop-delete"
        assert held(house.path) == before


def test_counts_of_private_rounds_come_back_with_them(house: Library, moment: StillMoment) -> None:
    """Also out of a copy that was made in between."""
    with closing(house):
        asked = [one.id for one in house.reader.rows(Round) if tallies_of(house.reader, one.id)]
        closed = [one for one in asked if house.reader.row(Round, one).closed is not None]
        counts = {one: tallies_of(house.reader, one) for one in closed}
        assert counts
        remove(house, Community, ID["community"])
        copy = make_backup(house.path, moment.now(), "test")
        house.undo(HOME)
        assert {one: tallies_of(house.reader, one) for one in closed} == counts
    with closing(open_library(copy.path, moment)) as restored:
        restored.undo(HOME)
        assert {one: tallies_of(restored.reader, one) for one in closed} == counts


def test_a_row_of_each_table_is_left_by_nothing_that_names_it(
    house: Library,
) -> None:
    """Whatever a table declares, no row is left without what it needs (SQLite sees to that), and
    nothing that goes belongs to the other community."""
    with closing(house):
        other = second_community(house)
        rows: dict[type[Row], Row] = {Community: other}
        now = other.created
        with house.change("fill", Scope(other.id)) as writer:
            for kind in JOURNALED:
                if kind not in rows:
                    rows[kind] = filled(kind, rows, now, house.moment.new_id())
                    writer.add(rows[kind])
        remove(house, Community, ID["community"])
        for kind, row in rows.items():
            assert house.reader.holds(row), kind


def test_what_stays_keeps_what_was_done_to_it_since(house: Library) -> None:
    """A version whose reason was written later keeps it, and its workshop is back."""
    scope = Scope(ID["community"])
    with closing(house):
        with house.change("version-propose", scope) as writer:
            first = writer.row(Version, ID["version"])
            first = writer.change(first, workshop=ID["workshop"])
        delete(house, "workshop-delete", scope, house.reader.row(Workshop, ID["workshop"]))
        stayed = house.reader.row(Version, first.id)
        with house.change("version-date", Scope(ID["community"], ID["run"])) as writer:
            writer.change(stayed, reason="Said later")
        house.undo(scope)
        now = house.reader.row(Version, first.id)
        assert (now.workshop, now.reason) == (first.workshop, "Said later")
        assert now.clauses == first.clauses
        assert house.reader.find(Workshop, ID["workshop"]) is not None
        house.redo(scope)
        assert house.reader.find(Workshop, ID["workshop"]) is None
        assert house.reader.row(Version, first.id).reason == "Said later"
        assert check(house.path).sound
