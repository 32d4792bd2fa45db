"""What is still open before an ending: counted, named, and each with the place that settles it."""

from datetime import date, timedelta

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.community.gatherings import GatheringFields, plan_gathering
from app.community.holdings import HoldingFields, give_role
from app.library.library import Library
from app.library.rows import Attendance, Community, Outcome, Reservation
from app.registers.before_ending import StillOpen, still_open
from app.registers.cells import Party, Values
from app.registers.register_entries import EntryFields, add_entry
from app.resources import resources_folder
from tests.app.community.village import TODAY, action, charter, joins, workshop


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue(resources_folder())


def put(
    library: Library,
    catalogue: Catalogue,
    community: Community,
    register: str,
    values: Values,
    state: str = "",
    audience: str = "",
) -> None:
    """An entry of a register."""
    fields = EntryFields(state=state, audience=audience)
    add_entry(library, catalogue.register(register), community.id, values, fields)


def found_open(
    library: Library, catalogue: Catalogue, community: Community, audience: str = "facilitator"
) -> dict[str, StillOpen]:
    """What is open, by its code."""
    every = still_open(library.reader, catalogue, community.id, TODAY, audience)
    return {one.code: one for one in every}


def test_nothing_is_open_where_nothing_was_written(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """A community that is only a name can end at once."""
    assert found_open(library, catalogue, community) == {}


def test_each_thing_is_counted_with_its_place(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """What is settled is not told."""
    action(library, community, "Send the guide", TODAY)
    action(library, community, "Done long ago", TODAY, "done")
    ours: Values = {"promise": "Answer in two days", "from": Party(party="community")}
    theirs: Values = {"promise": "A room", "from": Party(party="sponsor")}
    put(library, catalogue, community, "gives-and-asks", ours)
    put(library, catalogue, community, "gives-and-asks", theirs)
    put(library, catalogue, community, "gives-and-asks", ours, "kept")
    put(library, catalogue, community, "legacy", {"what": "Photographs"})
    put(library, catalogue, community, "legacy", {"what": "Guide", "heir": Party(name="Ji-woo")})
    put(library, catalogue, community, "legacy", {"what": "List"}, "not-kept")
    put(library, catalogue, community, "recognition", {"way": "A line in the plan"})
    put(library, catalogue, community, "what-goes-where", {"what": "The name"})
    planned = workshop(library, community, TODAY + timedelta(days=9))
    plan_gathering(library, community.id, GatheringFields(date=TODAY, title="Coffee"))
    person = joins(library, community, "Amadou Diallo").person
    give_role(
        library,
        community.id,
        HoldingFields(role="coordinator", person=person, starts=date(2025, 1, 1)),
    )
    told = found_open(library, catalogue, community)
    assert {code: one.n for code, one in told.items()} == {
        "actions": 1,
        "promises-ours": 1,
        "promises-theirs": 1,
        "roles": 1,
        "workshops": 1,
        "meetings": 1,
        "legacy": 1,
        "recognition": 1,
        "ways": 1,
        "people": 1,
    }
    assert told["legacy"].names == ("Photographs",)
    assert (told["legacy"].place, told["legacy"].lead) == ("register", "legacy")
    assert (told["workshops"].place, told["workshops"].lead) == ("workshop", planned.id)
    assert told["people"].names == ("Amadou Diallo",)


def test_a_charter_is_closed_by_a_version_of_the_ending(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """One agreed on before the ending was prepared is not; its reservations wait."""
    version = charter(library, community, None)
    with library.change("test") as rows:
        rows.add(
            Reservation(id=library.moment.new_id(), version=version.id, text="Too many meetings")
        )
    told = found_open(library, catalogue, community)
    assert told["charter"].n == version.number
    assert told["reservations"].names == ("Too many meetings",)
    workshop(library, community, date(2025, 1, 5), purpose="closing", state="closed")
    assert "charter" not in found_open(library, catalogue, community)


def test_who_was_in_a_workshop_about_the_ending_was_told(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """The others may not know."""
    here, away = (joins(library, community, name) for name in ("Farah Haddad", "Niels Holm"))
    ending = workshop(library, community, TODAY, purpose="closing", state="closed")
    with library.change("test") as rows:
        new = library.moment.new_id()
        rows.add(Attendance(id=new, workshop=ending.id, person=here.person))
    assert found_open(library, catalogue, community)["people"].names == ("Niels Holm",)
    assert away.left is None


def test_what_is_not_for_an_audience_is_not_told(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """An action for the facilitator alone, an entry for those who were there."""
    with library.change("test") as rows:
        one = action(library, community, "Speak to them in private", None)
        rows.change(rows.row(Outcome, one.id), audience="facilitator")
    put(library, catalogue, community, "legacy", {"what": "A quarrel"}, audience="room")
    assert set(found_open(library, catalogue, community)) == {"actions", "legacy"}
    assert found_open(library, catalogue, community, "organization") == {}
