"""Roles over the years: names of a community's own, vacancies, successors, what the core gives."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.community.facts import gather
from app.community.held_roles import Held, RoleLine, roles_of
from app.community.holdings import HoldingFields, give_role
from app.community.memberships import members
from app.community.role_history import core_load, next_holders, next_start, note_before, vacancies
from app.library.library import Library
from app.library.rows import Community, Holding, Person
from tests.app.community.test_held_roles import ROLES, codes, lines
from tests.app.community.village import NOW, TODAY, joins

FIRST = date(2020, 1, 1)
SPANS = st.lists(
    st.tuples(st.integers(0, 2000), st.one_of(st.none(), st.integers(0, 400))), max_size=6
)


def held(starts: int, length: int | None) -> Held:
    """A holding from so many days after the first on."""
    begins = FIRST + timedelta(days=starts)
    ends = None if length is None else (begins + timedelta(days=length)).isoformat()
    row = Holding(id="1", community="c", role="r", person="p", starts=begins.isoformat(), ends=ends)
    return Held(row, Person(id="p", name="Maude Tremblay", created=f"{FIRST}T00:00:00.000Z"))


@given(SPANS, st.integers(0, 3000))
def test_from_the_first_day_on_each_day_is_held_or_vacant(
    spans: list[tuple[int, int | None]], now: int
) -> None:
    today = FIRST + timedelta(days=now)
    ever = tuple(held(*one) for one in sorted(spans, key=lambda one: one[0]))
    gaps = vacancies(RoleLine(role="r", state="held", ever=ever), today)
    day = min((one.starts for one in ever), default=today + timedelta(days=1))
    while day <= today:
        tended = any(one.starts <= day and (one.ends is None or day <= one.ends) for one in ever)
        empty = any(gap.starts <= day and (gap.ends is None or day <= gap.ends) for gap in gaps)
        assert tended != empty
        day += timedelta(days=1)


def test_a_chair_counts_as_the_coordinator(library: Library, community: Community) -> None:
    person = joins(library, community, "Maude Tremblay").person
    give_role(
        library,
        community.id,
        HoldingFields(role="coordinator", label="Chair", person=person, starts=TODAY),
    )
    found = lines(library, community)
    assert "coordinator" not in found
    assert found["Chair"].role == "coordinator"
    assert found["Chair"].launch
    assert "coordinator-vacant" not in codes(library, community)
    (facts,) = gather(library.reader, NOW, community.id)
    assert facts.coordinators == ("Maude Tremblay",)


def test_two_names_in_use_have_a_line_each_and_one_history(
    library: Library, community: Community
) -> None:
    for name, label, starts, ends in (
        ("Maude", "", TODAY - timedelta(days=900), TODAY - timedelta(days=500)),
        ("Ian", "Chair", TODAY - timedelta(days=499), None),
        ("Nora", "Secretary", TODAY - timedelta(days=499), None),
    ):
        person = joins(library, community, name).person
        fields = HoldingFields(
            role="coordinator", label=label, person=person, starts=starts, ends=ends
        )
        give_role(library, community.id, fields)
    found = lines(library, community)
    assert [one.person.name for one in found["Chair"].ever] == ["Maude", "Ian"]
    assert [one.person.name for one in found["Secretary"].ever] == ["Nora"]


def test_a_successor_begins_after_and_reads_the_note(
    library: Library, community: Community
) -> None:
    ends = TODAY + timedelta(days=30)
    maude, ian = (joins(library, community, name).person for name in ("Maude", "Ian"))
    give_role(
        library,
        community.id,
        HoldingFields(
            role="coordinator", person=maude, starts=TODAY, ends=ends, handover="Ask Nora"
        ),
    )
    after = next_start(lines(library, community)["coordinator"], TODAY)
    assert after == ends + timedelta(days=1)
    give_role(library, community.id, HoldingFields(role="coordinator", person=ian, starts=after))
    line = lines(library, community)["coordinator"]
    (coming,) = next_holders(line, TODAY)
    assert coming.person.name == "Ian"
    before = note_before(line, coming)
    assert before is not None
    assert before.holding.handover == "Ask Nora"
    assert "successor-unnamed" not in codes(library, community, renewal=True)


def test_a_day_to_look_at_it_again_is_as_good_as_an_end(
    library: Library, community: Community
) -> None:
    person = joins(library, community, "Maude").person
    fields = HoldingFields(
        role="coordinator", person=person, starts=TODAY - timedelta(days=9), review=TODAY
    )
    give_role(library, community.id, fields)
    found = codes(library, community)
    assert "term-endless" not in found
    assert found["review-due"] == {"n": 1, "names": ("Maude",)}


def test_only_the_core_is_said_to_give_hours(library: Library, community: Community) -> None:
    for name, level in (("Maude", "core"), ("Ian", "active")):
        person = joins(library, community, name, level=level).person
        give_role(
            library,
            community.id,
            HoldingFields(role="journalist", person=person, starts=TODAY, hours=5),
        )
    found = core_load(
        roles_of(library.reader, ROLES, community.id, TODAY),
        members(library.reader, community.id, TODAY),
        TODAY,
    )
    assert [(one.name, one.hours) for one in found] == [("Maude", 5)]
