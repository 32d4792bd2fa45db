"""A split or a merger: what goes is copied with its origin, the rest stays as it was."""

from collections.abc import Sequence
from datetime import date

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.charter.clauses import add_clause, clauses_of, remove_clause, write_clause
from app.charter.wordings import begin_wording, choose_wording, open_wordings
from app.community.communities import delete_community
from app.community.holdings import HoldingFields, give_role
from app.community.states import record_state, state_of
from app.library import library_check
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import (
    TABLES,
    Community,
    Holding,
    Membership,
    Outcome,
    RegisterEntry,
)
from app.library.trouble import Trouble
from app.registers.cells import Link, Party, Values
from app.registers.parting import (
    Key,
    Parting,
    Piece,
    Target,
    goings,
    pieces_of,
    suggested_targets,
    suggested_ways,
)
from app.registers.parting_made import Origins, came_from, carry_out, went_to
from app.registers.register_entries import EntryFields, add_entry, entries_of
from app.resources import resources_folder
from tests.app.community.village import TODAY, action, found, joins


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue(resources_folder())


def origins(old: Community) -> Origins:
    """Where things came from, in plain marks."""

    def note(pieces: Sequence[Piece]) -> str:
        return f"from {old.name}: {', '.join(one.text for one in pieces)}"

    return Origins(
        begun=f"begun from {old.name}",
        heading=f"from {old.name}",
        handed=f"held in {old.name}",
        what=lambda group, n: f"{n} {group[1] or group[0]}",
        note=note,
    )


def lived(library: Library, catalogue: Catalogue, community: Community) -> list[str]:
    """A charter, two people, a role, a promise and an action; gives the people's ids."""
    scope = Scope(community.id)
    add_clause(library, scope, "purpose", "To look twice")
    add_clause(library, scope, "rhythm", "Every Tuesday")
    people = [joins(library, community, name, level="core").person for name in ("Ana", "Bo")]
    fields = HoldingFields(
        role="coordinator", person=people[0], deputy=people[1], starts=date(2025, 1, 1)
    )
    give_role(library, community.id, fields)
    promise = catalogue.register("gives-and-asks")
    noted = Link("note", "gone")
    values: Values = {"promise": "A room", "from": Party(id=people[0]), "note": noted}
    add_entry(library, promise, community.id, values)
    add_entry(library, promise, community.id, values, EntryFields(state="kept"))
    action(library, community, "Send the guide", TODAY)
    action(library, community, "Sent", TODAY, "done")
    return people


def plan(
    library: Library, catalogue: Catalogue, community: Community, *targets: Target, state: str
) -> Parting:
    """Everything goes to every target."""
    every = tuple(range(len(targets)))
    pieces = pieces_of(library.reader, catalogue, community.id, TODAY)
    return msgspec.convert(
        {
            "community": community.id,
            "state": state,
            "day": TODAY,
            "reason": "Too large for one table",
            "targets": targets,
            "goes": {one.key: every for one in pieces},
        },
        Parting,
        from_attributes=True,
    )


def rows_of(library: Library) -> dict[str, int]:
    """How many rows each table has."""
    return {name: library.reader.count(kind) for name, kind in TABLES.items()}


def test_a_community_splits_in_one_change(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """Into two that begin with what goes there; it stays, and points to both."""
    people = lived(library, catalogue, community)
    targets = (Target(name="Bridges East"), Target(name="Bridges West"))
    whole, other = clauses_of(library.reader, community.id)
    with library.change("test") as rows:
        rows.change(other, wording_of=whole.id, section=whole.section)
    before = rows_of(library)
    wanted = plan(library, catalogue, community, *targets, state="split")
    east, west = carry_out(library, catalogue, [wanted], origins)
    reader = library.reader
    for one in (east, west):
        first, second = clauses_of(reader, one.id)
        assert second.wording_of == first.id
        texts = [clause.text for clause in clauses_of(reader, one.id)]
        assert texts == ["To look twice", "Every Tuesday"]
        (held,) = reader.rows(Holding, community=one.id)
        assert (held.person, held.starts) == (people[0], TODAY.isoformat())
        assert f"held in {community.name}" in held.handover
        belong = reader.rows(Membership, community=one.id)
        assert {row.person for row in belong} == set(people)
        assert {row.level for row in belong} == {"core"}
        assert [row.text for row in reader.rows(Outcome, community=one.id)] == ["Send the guide"]
        (entry,) = entries_of(reader, catalogue.register("gives-and-asks"), one.id)
        assert entry.values["promise"] == "A room"
        assert "note" not in entry.values
        told = entries_of(reader, catalogue.register("what-goes-where"), one.id)
        assert {row.state for row in told} == {"handed-over"}
        notes = " ".join(str(row.values["note"]) for row in told)
        for text in ("purpose", "Ana, Bo", "A room", "Send the guide", f"from {community.name}"):
            assert text in notes
        now = state_of(reader, one.id, TODAY)
        assert (now.state, now.reason) == ("forming", f"begun from {community.name}")
        assert came_from(reader, one.id) == [reader.row(Community, community.id)]
    assert went_to(reader, community.id) == [east, west]
    now = state_of(reader, community.id, TODAY)
    assert (now.state, now.reason) == ("split", "Too large for one table")
    assert len(clauses_of(reader, community.id)) == 2
    assert len(reader.rows(RegisterEntry, community=community.id)) == 2
    library.undo(Scope(community.id))
    assert rows_of(library) == before
    library.redo(Scope(community.id))
    assert went_to(reader, community.id) == [east, west]


def test_what_is_not_named_stays(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """And is told as staying."""
    lived(library, catalogue, community)
    pieces = pieces_of(library.reader, catalogue, community.id, TODAY)
    section: Key = ("section", "purpose")
    wanted = Parting(
        community=community.id,
        state="split",
        day=TODAY,
        targets=(Target(name="East"),),
        goes={section: (0,)},
    )
    told = [(one.target, one.group, len(one.pieces)) for one in goings(wanted, pieces)]
    assert told == [
        (0, ("section", ""), 1),
        (None, ("section", ""), 1),
        (None, ("member", ""), 2),
        (None, ("role", ""), 1),
        (None, ("entry", "gives-and-asks"), 1),
        (None, ("outcome", "action"), 1),
    ]
    (east,) = carry_out(library, catalogue, [wanted], origins)
    assert library.reader.count(Membership, community=east.id) == 0
    assert [one.section for one in clauses_of(library.reader, east.id)] == ["purpose"]


def test_one_merges_into_another_that_is_there(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """Who belongs to both does so once; a section that says something tells what came."""
    people = lived(library, catalogue, community)
    other = found(library, "Bridges of the North")
    with library.change("test") as rows:
        new = library.moment.new_id()
        rows.add(Membership(id=new, community=other.id, person=people[0], level="occasional"))
    add_clause(library, Scope(other.id), "purpose", "To share")
    target = Target(name=other.name, community=other.id)
    wanted = plan(library, catalogue, community, target, state="merged")
    assert carry_out(library, catalogue, [wanted], origins) == [other]
    reader = library.reader
    belong = {one.person: one.level for one in reader.rows(Membership, community=other.id)}
    assert belong == {people[0]: "occasional", people[1]: "core"}
    said = [(one.text, one.heading) for one in clauses_of(reader, other.id, "purpose")]
    assert said == [("To share", ""), ("To look twice", f"from {community.name}")]
    assert reader.row(Community, community.id).ended == TODAY.isoformat()
    assert state_of(reader, community.id, TODAY).other == other.id
    assert reader.row(Community, other.id).ended is None


def test_two_merge_into_a_new_one(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """Begun once, from both, in one change."""
    lived(library, catalogue, community)
    other = found(library, "Bridges of the North")
    add_clause(library, Scope(other.id), "purpose", "To share")
    before = rows_of(library)
    both = [
        plan(library, catalogue, one, Target(name="Bridges"), state="merged")
        for one in (community, other)
    ]
    (first,) = carry_out(library, catalogue, both, origins)
    assert {one.name for one in came_from(library.reader, first.id)} == {
        community.name,
        other.name,
    }
    library.undo(Scope(community.id))
    assert rows_of(library) == before
    library.redo(Scope(community.id))
    assert library_check.check(library.path, opened=True).sound


def test_the_register_proposes_where_things_go(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """What ends goes nowhere; a name that is known is that community."""
    lived(library, catalogue, community)
    other = found(library, "Bridges of the North")
    ways = catalogue.register("what-goes-where")
    for what, where, state in (
        ("Purpose", "East", "agreed"),
        ("A room", "bridges of the north", ""),
        ("The song", "West", "ends"),
    ):
        values = {"what": what, "goes-to": where}
        add_entry(library, ways, community.id, values, EntryFields(state=state))
    reader = library.reader
    targets = suggested_targets(reader, catalogue, community.id)
    assert targets == (
        Target(name="East"),
        Target(name="Bridges of the North", community=other.id),
    )
    pieces = pieces_of(reader, catalogue, community.id, TODAY)
    found_ways = suggested_ways(reader, catalogue, community.id, pieces, targets)
    by_key = {one.key: one for one in pieces}
    told = {by_key[key].text: at for key, at in found_ways.items()}
    assert told == {"purpose": (0,), "A room": (1,), "Purpose": (0,)}


@pytest.mark.parametrize(
    ("code", "names", "state"),
    [
        ("parting-nowhere", (), "split"),
        ("parting-twice", ("East", "east "), "split"),
        ("parting-one", ("East", "West"), "merged"),
        ("name-missing", (" ",), "split"),
    ],
)
def test_what_cannot_be_is_refused_with_nothing_done(
    library: Library,
    catalogue: Catalogue,
    community: Community,
    code: str,
    names: tuple[str, ...],
    state: str,
) -> None:
    """Everything is as it was."""
    lived(library, catalogue, community)
    before = rows_of(library)
    targets = [Target(name=one) for one in names]
    wanted = plan(library, catalogue, community, *targets, state=state)
    with pytest.raises(Trouble, match=code):
        carry_out(library, catalogue, [wanted], origins)
    assert rows_of(library) == before


def test_what_only_some_may_read_is_told_to_them_alone(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """What came along is written down for whoever may read it, each by itself."""
    promises = catalogue.register("gives-and-asks")
    ours = Party(party="community")
    for text, audience in (("A room", ""), ("A word in private", "facilitator")):
        values: Values = {"promise": text, "from": ours}
        add_entry(library, promises, community.id, values, EntryFields(audience=audience))
    action(library, community, "Between us", TODAY)
    with library.change("test") as rows:
        (between,) = rows.rows(Outcome, community=community.id)
        rows.change(between, audience="room")
    wanted = plan(library, catalogue, community, Target(name="East"), state="split")
    (east,) = carry_out(library, catalogue, [wanted], origins)
    ways = catalogue.register("what-goes-where")
    told = {
        audience: " ".join(
            str(one.values["note"]) for one in entries_of(library.reader, ways, east.id, audience)
        )
        for audience in ("facilitator", "room", "community")
    }
    assert "A word in private" in told["facilitator"]
    assert "A word in private" not in told["room"]
    assert "Between us" in told["room"]
    assert "Between us" not in told["community"]
    assert "A room" in told["community"]


def test_wordings_go_along_side_by_side_where_the_first_is_gone(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """They are still wordings of the same thing, between which somebody chooses."""
    scope = Scope(community.id)
    first = add_clause(library, scope, "purpose", "To look")
    for text in ("To look twice", "To look again"):
        write_clause(library, scope, begin_wording(library, scope, first), text)
    remove_clause(library, scope, first)
    wanted = plan(library, catalogue, community, Target(name="East"), state="split")
    (east,) = carry_out(library, catalogue, [wanted], origins)
    (group,) = open_wordings(library.reader, east.id)
    assert [one.text for one in group] == ["To look twice", "To look again"]
    assert choose_wording(library, Scope(east.id), group[1]).text == "To look again"
    assert library_check.check(library.path, opened=True).sound


def test_signs_tell_communities_apart(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """What goes to one goes to no other whose letters are the same."""
    ways = catalogue.register("what-goes-where")
    found(library, "C++")
    found(library, "Les pêches")
    for name in ("C#", "Les péchés", "★", "♥"):
        add_entry(library, ways, community.id, {"what": name, "goes-to": name})
    targets = suggested_targets(library.reader, catalogue, community.id)
    assert targets == tuple(Target(name=one) for one in ("C#", "Les péchés", "★", "♥"))
    wanted = plan(library, catalogue, community, *targets, state="split")
    assert [one.name for one in carry_out(library, catalogue, [wanted], origins)] == [
        "C#", "Les péchés", "★", "♥"
    ]  # fmt: skip


def test_where_things_go_may_be_gone(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """Nothing is done then, and it is told."""
    lived(library, catalogue, community)
    other = found(library, "East")
    to = plan(
        library, catalogue, community, Target(name="East", community=other.id), state="split"
    )  # fmt: skip
    delete_community(library, other.id)
    before = rows_of(library)
    with pytest.raises(Trouble, match="gone"):
        carry_out(library, catalogue, [to], origins)
    delete_community(library, community.id)
    with pytest.raises(Trouble, match="gone"):
        record_state(library, community.id, TODAY, "paused")
    library.undo(Scope())
    assert rows_of(library) == before
