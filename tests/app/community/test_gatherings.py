"""Who came to a gathering, by name or number."""

import pytest

from app.community.gatherings import (
    GatheringFields,
    edit_gathering,
    fields_of,
    gatherings_of,
    plan_gathering,
    remove_gathering,
    who_may_come,
)
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Gathering, GatheringPerson, Person
from app.library.trouble import Trouble
from tests.app.community.village import TODAY, found, joins


def test_who_came_by_name_is_kept_in_one_change(library: Library) -> None:
    """A name the library knows is that person, however accents are written."""
    community = found(library)
    one = joins(library, community, "Zoé Côté").person
    fields = GatheringFields(
        date=TODAY, held=True, came=1, people=(one,), newcomers=("ZOE COTE", "New")
    )
    row = plan_gathering(library, community.id, fields)
    (line,) = gatherings_of(library.reader, community.id)
    assert [person.name for person in line.people] == ["New", "Zoé Côté"]
    assert line.gathering.came == 2
    library.undo(Scope(community.id))
    assert not library.reader.count(Gathering) + library.reader.count(GatheringPerson)
    assert library.reader.count(Person) == 1
    assert library.reader.find(Gathering, row.id) is None


def test_more_may_have_come_than_are_named(library: Library) -> None:
    community = found(library)
    people = tuple(joins(library, community, name).person for name in ("Ada", "Bea"))
    fields = GatheringFields(date=TODAY, held=True, came=9, people=people)
    row = plan_gathering(library, community.id, fields)
    assert row.came == 9
    less = GatheringFields(date=TODAY, held=True, came=0, people=people[1:])
    assert edit_gathering(library, row.id, less).came == 1
    assert fields_of(library.reader, row).people == people[1:]
    library.undo(Scope(community.id))
    assert set(fields_of(library.reader, row).people) == set(people)


def test_a_gathering_goes_with_who_came(library: Library) -> None:
    community = found(library)
    person = joins(library, community, "Ada").person
    fields = GatheringFields(date=TODAY, held=True, people=(person,))
    row = plan_gathering(library, community.id, fields)
    remove_gathering(library, row.id)
    assert library.reader.count(GatheringPerson) == 0
    library.undo(Scope(community.id))
    assert fields_of(library.reader, row).people == (person,)


def test_a_name_that_is_none_is_refused_and_nothing_is_kept(library: Library) -> None:
    community = found(library)
    with pytest.raises(Trouble, match="too-long"):
        plan_gathering(
            library, community.id, GatheringFields(date=TODAY, held=True, newcomers=("x" * 5000,))
        )
    assert library.reader.count(Gathering) == 0


def test_members_of_today_may_come_and_those_named_before(library: Library) -> None:
    community = found(library)
    joins(library, community, "Bea")
    other = joins(library, found(library, "Another"), "Ada").person
    assert [one.name for one in who_may_come(library.reader, community.id, TODAY)] == ["Bea"]
    both = who_may_come(library.reader, community.id, TODAY, (other,))
    assert [one.name for one in both] == ["Ada", "Bea"]
