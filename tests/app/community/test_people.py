"""People and memberships: one person across communities, levels, leaving and coming back."""

from datetime import date, timedelta

import msgspec
import pytest

from app.community.holdings import HoldingFields, give_role
from app.community.memberships import (
    MemberFields,
    come_back,
    edit_member,
    join,
    leave,
    members,
    set_level,
)
from app.community.people import PersonFields, elsewhere, known_people
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community, Holding, Membership, Person
from app.library.trouble import Trouble
from tests.app.community.village import TODAY, found, joins


def test_members_come_by_name_with_the_roles_they_hold(
    library: Library, community: Community
) -> None:
    joins(library, community, "Zoé Tremblay")
    maude = joins(library, community, "amina Ndiaye", level="core")
    give_role(
        library,
        community.id,
        HoldingFields(role="coordinator", person=maude.person, starts=TODAY),
    )
    found_members = members(library.reader, community.id, TODAY)
    assert [one.person.name for one in found_members] == ["amina Ndiaye", "Zoé Tremblay"]
    assert [one.role for one in found_members[0].holdings] == ["coordinator"]
    assert not members(library.reader, community.id, TODAY - timedelta(days=1))[0].holdings


def test_one_person_belongs_to_several_communities(library: Library, community: Community) -> None:
    other = found(library, "Water Quality")
    first = joins(library, community, "Ian Côté", email="ian@example.org")
    join(library, other.id, first.person)
    assert library.reader.count(Person) == 1
    assert elsewhere(library.reader, first.person, community.id) == ["Water Quality"]
    fields = MemberFields(person=PersonFields(name="Ian-Éloi Côté"), level="core", unit="Labs")
    edit_member(library, first.id, fields)
    assert members(library.reader, other.id, TODAY)[0].person.name == "Ian-Éloi Côté"
    assert members(library.reader, other.id, TODAY)[0].membership.level == "active"


def test_joining_twice_changes_nothing(library: Library, community: Community) -> None:
    first = joins(library, community, "Ian Côté")
    assert join(library, community.id, first.person, "core").id == first.id
    assert library.reader.count(Membership) == 1


def test_leaving_ends_the_roles_held_and_undo_brings_all_back(
    library: Library, community: Community
) -> None:
    one = joins(library, community, "Ian Côté", joined=date(2025, 1, 5))
    for starts in (date(2025, 2, 1), date(2026, 2, 1)):
        give_role(
            library,
            community.id,
            HoldingFields(role="coordinator", person=one.person, starts=starts),
        )
    before = library.reader.rows(Holding)
    leave(library, one.id, TODAY)
    assert [row.ends for row in library.reader.rows(Holding)] == ["2025-11-12"]
    assert members(library.reader, community.id, TODAY)[0].gone
    library.undo(Scope(community.id))
    assert library.reader.rows(Holding) == before
    assert not members(library.reader, community.id, TODAY)[0].gone


def test_nobody_leaves_before_joining(library: Library, community: Community) -> None:
    one = joins(library, community, "Ian Côté", joined=date(2025, 11, 1))
    with pytest.raises(Trouble, match="left-before-joining"):
        leave(library, one.id, date(2025, 10, 1))


def test_coming_back_keeps_the_first_stay_on_record(library: Library, community: Community) -> None:
    one = joins(library, community, "Ian Côté", level="core", unit="Labs")
    leave(library, one.id, TODAY)
    back = come_back(library, one.id, TODAY + timedelta(days=90))
    assert back.id != one.id
    assert (back.level, back.unit, back.joined) == ("core", "Labs", "2026-02-10")
    listed = members(library.reader, community.id, TODAY + timedelta(days=90))
    assert [member.membership.id for member in listed] == [back.id]


def test_coming_back_the_same_day_is_as_if_never_left(
    library: Library, community: Community
) -> None:
    one = joins(library, community, "Ian Côté")
    leave(library, one.id, TODAY)
    assert come_back(library, one.id, TODAY).id == one.id
    leave(library, one.id, TODAY)
    assert come_back(library, one.id, TODAY + timedelta(days=1)).id == one.id, "nor overnight"
    leave(library, one.id, TODAY)
    assert come_back(library, one.id, TODAY + timedelta(days=2)).id != one.id


def test_who_belongs_now_is_listed_so_whenever_they_were_said_to_join(
    library: Library, community: Community
) -> None:
    """A stay that ended is not the latest because the one that goes on has no date."""
    one = joins(library, community, "Ian Côté")
    with library.change("test") as writer:
        ended = msgspec.structs.replace(
            one, id=library.moment.new_id(), joined="2025-01-05", left="2025-02-05"
        )
        writer.add(ended)
    (member,) = members(library.reader, community.id, TODAY)
    assert (member.membership.id, member.gone) == (one.id, False)


def test_a_level_is_changed_for_several_at_once(library: Library, community: Community) -> None:
    rows = [joins(library, community, f"Person {number}") for number in range(3)]
    set_level(library, community.id, [row.id for row in rows[:2]], "core")
    assert [row.level for row in library.reader.rows(Membership)] == ["core", "core", "active"]
    library.undo(Scope(community.id))
    assert {row.level for row in library.reader.rows(Membership)} == {"active"}


def test_nothing_unseen_is_kept_of_a_person(library: Library, community: Community) -> None:
    """What would turn the text beside a name, or hide in it, stays behind."""
    row = joins(library, community, "\u202eIan\u00a0C\u00adôté\u2069", email="mailto:i@example.org")
    person = library.reader.row(Person, row.person)
    assert (person.name, person.email) == ("Ian Côté", "i@example.org")


@pytest.mark.parametrize("email", ["nobody", "@example.org", "a@b@c", "a b@example.org"])
def test_an_odd_address_is_refused(library: Library, community: Community, email: str) -> None:
    with pytest.raises(Trouble, match="email-odd"):
        joins(library, community, "Ian Côté", email=email)
    assert library.reader.count(Person) == 0


def test_known_people_are_recognised_by_address_then_name(
    library: Library, community: Community
) -> None:
    joins(library, community, "Ian Côté", email="Ian.Cote@example.org")
    known = known_people(library.reader)
    by_email = known.like("Somebody Else", "ian.cote@EXAMPLE.org")
    by_name = known.like(" IAN  Cote", "")
    assert by_email is not None
    assert by_name is not None
    assert (by_email.by, by_name.by) == ("email", "name")
    assert known.like("Nora Singh", "") is None
