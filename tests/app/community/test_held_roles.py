"""Holdings, vacancies and the advice that goes with them, each with its fact."""

from datetime import date, timedelta

import pytest

from app.catalogue.entries import Role, RoleWords
from app.community.advice import role_advice
from app.community.held_roles import RoleLine, roles_of
from app.community.holdings import (
    MOST_HOURS,
    OWN,
    HoldingFields,
    edit_holding,
    end_holding,
    give_role,
    give_role_to_new_person,
    remove_holding,
)
from app.community.memberships import members
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community, Holding, Membership, Person
from app.library.trouble import Trouble
from tests.app.community.village import TODAY, joins


def role(name: str, *, launch: bool = False, several: bool = False) -> Role:
    """A role of a small catalogue."""
    words = RoleWords(
        name=name, asks="asks", why="why", does=("does",), begins=("begins",), hands_over="over"
    )
    return Role(
        id=name,
        term_months=12,
        hours_month=8,
        launch=launch,
        several=several,
        words={"en": words, "fr": words},
    )


ROLES = (
    role("coordinator", launch=True),
    role("co-coordinator"),
    role("sponsor", launch=True),
    role("core-group", launch=True, several=True),
    role("journalist"),
)


def lines(library: Library, community: Community) -> dict[str, RoleLine]:
    """The community's roles today, by id or own name."""
    found = roles_of(library.reader, ROLES, community.id, TODAY)
    return {line.label or line.role: line for line in found}


def gives(
    library: Library,
    community: Community,
    name: str,
    role: str,
    *,
    ends: date | None = None,
    label: str = "",
    unit: str = "",
) -> Holding:
    """Give a role to somebody, who joins if they were not there."""
    known = [one for one in library.reader.rows(Person) if one.name == name]
    person = known[0].id if known else joins(library, community, name, unit=unit).person
    fields = HoldingFields(
        role=role, label=label, person=person, starts=TODAY - timedelta(days=300), ends=ends
    )
    return give_role(library, community.id, fields)


def codes(library: Library, community: Community, **case: bool) -> dict[str, dict[str, object]]:
    """The advice given, by code."""
    found = role_advice(
        roles_of(library.reader, ROLES, community.id, TODAY),
        members(library.reader, community.id, TODAY),
        launched=case.get("launched", False),
        renewal=case.get("renewal", False),
        today=TODAY,
    )
    return {one.code: dict(one.facts) for one in found}


def test_launch_roles_are_vacant_until_held(library: Library, community: Community) -> None:
    found = lines(library, community)
    assert list(found) == ["coordinator", "sponsor", "core-group"]
    assert {line.state for line in found.values()} == {"vacant"}
    gives(library, community, "Maude Tremblay", "coordinator", ends=TODAY + timedelta(days=200))
    assert lines(library, community)["coordinator"].state == "held"


def test_an_end_within_eight_weeks_is_said(library: Library, community: Community) -> None:
    held = gives(library, community, "Maude Tremblay", "coordinator", ends=TODAY)
    for days, state in ((57, "held"), (56, "ends-soon"), (0, "ends-soon"), (-1, "vacant")):
        end = TODAY + timedelta(days=days)
        end_holding(library, held.id, end)
        line = lines(library, community)["coordinator"]
        assert line.state == state
        assert line.since == (end if days < 0 else None)


def test_a_role_somebody_will_take_up_does_not_end_soon(
    library: Library, community: Community
) -> None:
    gives(library, community, "Maude Tremblay", "coordinator", ends=TODAY + timedelta(days=10))
    ian = joins(library, community, "Ian Côté")
    after = TODAY + timedelta(days=11)
    give_role(
        library, community.id, HoldingFields(role="coordinator", person=ian.person, starts=after)
    )
    assert lines(library, community)["coordinator"].state == "held"


def test_roles_of_its_own_and_roles_once_held_are_listed(
    library: Library, community: Community
) -> None:
    gives(library, community, "Maude Tremblay", OWN, label="Tea keeper")
    gives(library, community, "Ian Côté", "journalist", ends=TODAY - timedelta(days=1))
    gives(library, community, "Nora Singh", "gardener")
    assert list(lines(library, community)) == [
        "coordinator",
        "sponsor",
        "core-group",
        "journalist",
        "gardener",
        "Tea keeper",
    ]
    assert lines(library, community)["journalist"].state == "vacant"


def test_a_core_group_is_counted_with_its_units(library: Library, community: Community) -> None:
    for name, unit in (("A", "Labs"), ("B", "Labs"), ("C", "Roads"), ("D", "")):
        gives(library, community, name, "core-group", unit=unit)
    line = lines(library, community)["core-group"]
    assert (line.people, line.units) == (4, 2)


def test_somebody_new_takes_a_role_in_one_change(library: Library, community: Community) -> None:
    fields = HoldingFields(role="coordinator", person="", starts=TODAY)
    give_role_to_new_person(library, community.id, "Maude Tremblay", fields)
    assert library.reader.count(Membership) == 1
    library.undo(Scope(community.id))
    assert library.reader.count(Membership) == 0
    assert library.reader.count(Person) == 0


@pytest.mark.parametrize(
    ("case", "code"),
    [
        ({"role": OWN, "label": " "}, "role-unnamed"),
        ({"role": OWN, "label": "x" * 10_000}, "too-long"),
        ({"ends": TODAY - timedelta(days=1)}, "term-backwards"),
        ({"deputy": "same"}, "own-deputy"),
        ({"person": ""}, "nobody-named"),
        ({"hours": MOST_HOURS + 1}, "hours-odd"),
    ],
)
def test_what_cannot_be_agreed_is_refused(
    library: Library, community: Community, case: dict[str, object], code: str
) -> None:
    person = joins(library, community, "Maude Tremblay").person
    if case.get("deputy"):
        case = {"deputy": person}
    asked: dict[str, object] = {
        "role": "coordinator",
        "person": person,
        "starts": TODAY,
        **case,
    }
    with pytest.raises(Trouble, match=code):
        give_role(library, community.id, HoldingFields(**asked))  # type: ignore[arg-type]
    assert library.reader.count(Holding) == 0


def test_a_holding_is_changed_and_taken_away(library: Library, community: Community) -> None:
    held = gives(library, community, "Maude Tremblay", "coordinator")
    ian = joins(library, community, "Ian Côté").person
    fields = HoldingFields(
        role="coordinator", person=held.person, deputy=ian, starts=TODAY, hours=3
    )
    assert edit_holding(library, held.id, fields).deputy == ian
    assert lines(library, community)["coordinator"].held[0].deputy is not None
    remove_holding(library, held.id)
    assert lines(library, community)["coordinator"].state == "vacant"
    library.undo(Scope(community.id))
    assert lines(library, community)["coordinator"].state == "held"


def test_a_holding_of_one_day_and_its_last_day(library: Library, community: Community) -> None:
    """The day a role is handed back is still a day it was held; none ends before it began."""
    held = gives(library, community, "Maude Tremblay", "coordinator")
    starts = date.fromisoformat(held.starts)
    with pytest.raises(Trouble, match="term-backwards"):
        end_holding(library, held.id, starts - timedelta(days=1))
    fields = HoldingFields(role="coordinator", person=held.person, starts=TODAY, ends=TODAY)
    assert edit_holding(library, held.id, fields).ends == TODAY.isoformat()
    assert end_holding(library, held.id, TODAY).ends == TODAY.isoformat()
    assert lines(library, community)["coordinator"].held
    for days, roles in ((0, 1), (1, 0)):
        (member,) = members(library.reader, community.id, TODAY + timedelta(days=days))
        assert len(member.holdings) == roles


def test_both_chairs_empty_is_said_first(library: Library, community: Community) -> None:
    assert list(codes(library, community)) == ["coordinator-vacant", "sponsor-vacant"]


def test_nothing_to_say_when_all_is_well(library: Library, community: Community) -> None:
    end = TODAY + timedelta(days=200)
    gives(library, community, "Maude Tremblay", "coordinator", ends=end)
    gives(library, community, "Ian Côté", "co-coordinator", ends=end)
    gives(library, community, "Denis Roy", "sponsor", ends=end)
    assert codes(library, community, launched=True, renewal=True) == {}


def test_each_rule_speaks_with_its_fact(library: Library, community: Community) -> None:
    soon = TODAY + timedelta(days=20)
    gives(library, community, "Maude Tremblay", "coordinator", ends=soon)
    gives(library, community, "Maude Tremblay", "sponsor")
    gives(library, community, "Maude Tremblay", "journalist", ends=soon)
    found = codes(library, community, launched=True)
    assert found["coordinator-is-sponsor"] == {"name": "Maude Tremblay"}
    assert found["coordination-alone"] == {"name": "Maude Tremblay"}
    assert found["successor-unnamed"] == {"weeks": 8}
    assert found["term-endless"] == {"n": 1, "names": ("Maude Tremblay",)}
    assert found["roles-many"] == {"name": "Maude Tremblay", "n": 3}
    assert "coordination-alone" not in codes(library, community)


def test_three_coordinators_are_many_and_a_pair_is_not(
    library: Library, community: Community
) -> None:
    for name in ("Maude", "Ian"):
        gives(library, community, name, "coordinator")
    assert "coordinators-many" not in codes(library, community)
    gives(library, community, "Nora", "coordinator")
    assert codes(library, community)["coordinators-many"] == {"n": 3}


def test_one_unit_holds_at_most_a_third_of_the_core(library: Library, community: Community) -> None:
    for name, unit in (("A", "Labs"), ("B", "Labs"), ("C", "Roads"), ("D", "Water")):
        joins(library, community, name, level="core", unit=unit)
    assert codes(library, community)["core-one-unit"] == {"unit": "Labs", "n": 2, "total": 4}
    for name in ("E", "F"):
        joins(library, community, name, level="core", unit=name)
    assert "core-one-unit" not in codes(library, community)
