"""What a group placed, kept as the portfolio: judged anew where it is known, written where not."""

from datetime import date

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.register_shapes import Register
from app.community.communities import CommunityFields, create_community
from app.kinds.matrix.keeping import degree, is_portfolio, keep_portfolio
from app.kinds.matrix.kind import Matrix
from app.library.library import Library
from app.library.rows import Community, RegisterEntry
from app.library.trouble import Trouble
from app.registers.cells import Party, Values
from app.registers.portfolio import REGISTER, Domain, domains_of
from app.registers.register_entries import EntryFields, add_entry
from app.workshop.notes import notes_of
from app.workshop.placing import place_notes
from app.workshop.planning import add_exercise, scope_of
from app.workshop.running import Running, enter_block
from tests.app.kinds.launch import Launch

TENDED: Values = {
    "weight": "one",
    "vitality": "one",
    "tender": Party(name="Aminata Kouyaté"),
    "investment": "an hour a week",
    "judged-on": date(2020, 1, 1),
}


@pytest.fixture
def running(launch: Launch, catalogue: Catalogue) -> Running:
    """The block in which domains are placed."""
    block = add_exercise(launch.library, catalogue, launch.workshop, "domain-portfolio")
    return enter_block(launch.library, launch.workshop, block).running


@pytest.fixture
def register(catalogue: Catalogue) -> Register:
    """The register of domains."""
    return catalogue.register(REGISTER)


def place(library: Library, running: Running, **where: tuple[int, int]) -> None:
    """Say domains, and place them: how alive they are, then their weight."""
    for text, at in where.items():
        Matrix().capture(library, running, "", text)
        note = notes_of(library.reader, running.run.id)[-1]
        place_notes(library, running, [(note, *at)])


def domains(library: Library, register: Register, community: Community) -> list[Domain]:
    """What a community has in view."""
    return domains_of(library.reader, register, community)


def test_five_equal_parts() -> None:
    assert [degree(one) for one in (0, 199, 200, 500, 800, 1000)] == [
        "one",
        "one",
        "two",
        "three",
        "five",
        "five",
    ]


def test_only_where_the_exercise_is_about_domains(
    running: Running, launch: Launch, catalogue: Catalogue
) -> None:
    assert is_portfolio(running)
    block = add_exercise(launch.library, catalogue, launch.workshop, "which-challenge")
    assert not is_portfolio(enter_block(launch.library, launch.workshop, block).running)


def test_what_is_placed_is_written_down(
    library: Library, register: Register, running: Running
) -> None:
    """With the day of the workshop; what lies nowhere is not. One change, undone as one."""
    Matrix().capture(library, running, "", "Not placed")
    place(library, running, Bridges=(100, 900), Water=(900, 300))
    assert keep_portfolio(library, register, running) == 2
    first, second = domains(library, register, running.community)
    assert (first.name, first.weight, first.vitality) == ("Bridges", 5, 1)
    assert (second.name, second.weight, second.vitality) == ("Water", 2, 5)
    assert first.judged_on == date.fromisoformat(running.workshop.date)
    assert first.judged_by == Party(party="organization")
    assert first.entry.row.run == running.run.id
    library.undo(scope_of(running.workshop))
    assert domains(library, register, running.community) == []


def test_nothing_placed_is_refused(library: Library, register: Register, running: Running) -> None:
    with pytest.raises(Trouble, match="nothing-placed"):
        keep_portfolio(library, register, running)


def test_known_where_it_is_tended_it_is_judged_anew_there(
    library: Library, register: Register, running: Running
) -> None:
    """Who tends it and what goes into it stay; the workshop of another community is not named."""
    other = create_community(library, CommunityFields(name="Water Quality"))
    add_entry(library, register, other.id, {**TENDED, "domain": "Water"})
    add_entry(library, register, running.community.id, {**TENDED, "domain": "bridges"})
    place(library, running, Bridges=(500, 500), Water=(900, 900))
    keep_portfolio(library, register, running)
    (water,) = domains(library, register, other)
    assert (water.weight, water.vitality, water.investment) == (5, 5, "an hour a week")
    assert water.tender == Party(name="Aminata Kouyaté")
    assert (water.entry.row.workshop, water.entry.row.run) == (None, None)
    assert water.before is not None
    (bridges,) = domains(library, register, running.community)
    assert (bridges.name, bridges.weight) == ("bridges", 3)


def test_a_name_of_several_others_is_written_here(
    library: Library, register: Register, running: Running
) -> None:
    for name in ("Water Quality", "Sewers"):
        other = create_community(library, CommunityFields(name=name))
        add_entry(library, register, other.id, {**TENDED, "domain": "Water"})
    place(library, running, Water=(900, 900))
    keep_portfolio(library, register, running)
    assert [one.name for one in domains(library, register, running.community)] == ["Water"]


def test_kept_again_it_is_changed(library: Library, register: Register, running: Running) -> None:
    place(library, running, Bridges=(100, 100))
    keep_portfolio(library, register, running)
    (note,) = notes_of(library.reader, running.run.id)
    place_notes(library, running, [(note, 900, 900)])
    keep_portfolio(library, register, running)
    (one,) = domains(library, register, running.community)
    assert (one.weight, one.before) == (5, None)
    assert library.reader.count(RegisterEntry, register=REGISTER) == 1


def test_it_goes_no_further_than_what_was_there(
    library: Library, register: Register, running: Running
) -> None:
    narrow = EntryFields(audience="room")
    values = {**TENDED, "domain": "Bridges"}
    add_entry(library, register, running.community.id, values, narrow)
    place(library, running, Bridges=(100, 100))
    keep_portfolio(library, register, running)
    (one,) = domains(library, register, running.community)
    assert one.entry.row.audience == "room"
