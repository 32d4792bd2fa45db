"""Portraits and states over the years: who said so, and a picture without a path."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.community.stage_years import (
    CommunityYears,
    Portrait,
    StageYearsSaid,
    community_years,
    stage_years_diagram,
)
from app.community.stages import record_reading
from app.community.states import record_state
from app.diagram import Dot, Label
from app.library.library import Library
from app.library.rows import Community
from app.year_axis import years_of
from tests.app.community.village import TODAY, found, workshop

STAGES = ("discover", "grow", "establish", "put-to-work", "renew")
SAID = StageYearsSaid(str, str, "Years", "Became", "lit", "not lit")
DAYS = st.lists(
    st.dates(date(2010, 1, 1), date(2030, 12, 31)), min_size=1, max_size=40, unique=True
)


def read(library: Library, community: Community) -> CommunityYears:
    """All that was said up to the village's day."""
    return community_years(library.reader, community.id, STAGES, TODAY)


def test_who_said_so_and_by_what(library: Library) -> None:
    """The group in a workshop, or the coordinator; stages in their order; nothing ahead."""
    community = found(library)
    held = workshop(library, community, TODAY - timedelta(days=90), state="closed")
    record_reading(library, community.id, TODAY, {"renew": "tired", "grow": ""})
    record_reading(library, community.id, TODAY - timedelta(days=90), {"grow": "we ask"}, held.id)
    record_reading(library, community.id, TODAY + timedelta(days=1), {"renew": ""})
    group, coordinator = read(library, community).portraits
    assert (group.workshop, group.lit) == (held.title, (("grow", "we ask"),))
    assert (coordinator.workshop, coordinator.lit) == (
        None,
        (("grow", ""), ("renew", "tired")),
    )


def test_what_it_became_with_whom_and_why(library: Library) -> None:
    community, other = found(library), found(library, "Signal Boxes")
    record_state(library, community.id, TODAY - timedelta(days=400), "paused", "no room")
    record_state(library, community.id, TODAY - timedelta(days=9), "merged", "one domain", other.id)
    assert [(one.state, one.reason, one.other) for one in read(library, community).became] == [
        ("paused", "no room", ""),
        ("merged", "one domain", "Signal Boxes"),
    ]


def test_an_end_without_a_state_is_told_as_one(library: Library) -> None:
    """As older libraries have it."""
    community = found(library)
    with library.change("test") as rows:
        rows.change(community, ended=TODAY.isoformat())
    (became,) = read(library, community).became
    assert (became.state, became.day) == ("closed", TODAY)


@given(st.lists(st.frozensets(st.sampled_from(STAGES), min_size=1), min_size=1, max_size=40))
def test_five_marks_of_one_size_for_each_portrait(portraits: list[frozenset[str]]) -> None:
    """One above the other, a full one for each stage that was recognised; nothing joins them."""
    first = date(2020, 1, 1)
    years = CommunityYears(
        today=first + timedelta(days=3000),
        stages=STAGES,
        portraits=tuple(
            Portrait(
                day=first + timedelta(days=60 * number),
                lit=tuple((stage, "") for stage in STAGES if stage in lit),
            )
            for number, lit in enumerate(portraits)
        ),
        became=(),
    )
    diagram = stage_years_diagram(years, 500, 9, SAID)
    dots = [one for one in diagram.shapes if isinstance(one, Dot)][:-2]
    columns: dict[float, list[Dot]] = {}
    for dot in dots:
        columns.setdefault(dot.x, []).append(dot)
    assert len(columns) == len(portraits)
    outer = {round(dot.radius + (dot.line / 2 if dot.stroke else 0), 6) for dot in dots}
    assert len(outer) == 1
    for lit, x in zip(portraits, sorted(columns), strict=True):
        full = [bool(dot.fill) for dot in sorted(columns[x], key=lambda one: one.y)]
        assert full == [stage in lit for stage in STAGES]


@given(DAYS, st.floats(4, 30))
def test_marks_stand_in_order_within_the_axis(days: list[date], apart: float) -> None:
    axis = years_of(sorted(days), 100, 500)
    places = axis.places(sorted(days), apart)
    assert list(places) == sorted(places)
    assert len(set(places)) == len(places)
    assert all(100 <= x <= 500 for x in places)


def test_a_state_is_written_where_there_is_room(library: Library) -> None:
    community = found(library)
    record_state(library, community.id, TODAY - timedelta(days=1500), "paused")
    record_state(library, community.id, TODAY - timedelta(days=4), "reactivated")
    diagram = stage_years_diagram(read(library, community), 500, 9, SAID)
    written = [one.text for one in diagram.shapes if isinstance(one, Label)]
    assert "paused" in written
    assert "reactivated" not in written
