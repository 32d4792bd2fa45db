"""The portfolio: the latest judgement of each domain, and what is missing."""

from datetime import date

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.community.communities import CommunityFields, archive_community, create_community
from app.community.states import record_state
from app.diagram import Box, Dot, Label
from app.library.library import Library
from app.library.rows import Community
from app.registers.cells import Party, Values
from app.registers.portfolio import REGISTER, Portfolio, read_portfolio, year_after
from app.registers.portfolio_diagram import PortfolioSaid, portfolio_diagram
from app.registers.register_entries import EntryFields, add_entry
from app.resources import resources_folder
from tests.app.community.village import TODAY

TENDER = {"tender": Party(name="Aminata Kouyaté")}
RECENT = {"judged-on": TODAY}
SOUND: Values = {"weight": "three", "vitality": "three", **TENDER, **RECENT}


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The shipped catalogue."""
    return load_catalogue(resources_folder())


def keep(
    library: Library, catalogue: Catalogue, community: Community, name: str, **more: object
) -> str:
    """Write a domain down; columns as keywords, a sound one unless they say otherwise."""
    audience, state = str(more.pop("audience", "")), str(more.pop("state", ""))
    values = {**SOUND, "domain": name, **{key.replace("_", "-"): one for key, one in more.items()}}
    fields = EntryFields(audience=audience, state=state)
    register = catalogue.register(REGISTER)
    return add_entry(library, register, community.id, values, fields).id  # type: ignore[arg-type]


def read(library: Library, catalogue: Catalogue, **asked: object) -> Portfolio:
    """The portfolio today."""
    return read_portfolio(library.reader, catalogue, TODAY, **asked)  # type: ignore[arg-type]


def gaps(portfolio: Portfolio) -> list[tuple[str, str]]:
    """The codes of gaps and the domains they are about."""
    return [(one.code, one.domain.name) for one in portfolio.gaps]


@pytest.fixture
def other(library: Library) -> Community:
    """A second community."""
    return create_community(library, CommunityFields(name="Water Quality"))


def test_what_weighs_most_comes_first(
    library: Library, catalogue: Catalogue, community: Community, other: Community
) -> None:
    """Then what is least alive; what nobody judged comes last."""
    keep(library, catalogue, community, "Plain language", weight="two")
    keep(library, catalogue, other, "Data ethics", weight=None)
    keep(library, catalogue, other, "Water", weight="five", vitality="four")
    keep(library, catalogue, community, "Bridges", weight="five", vitality="three")
    found = read(library, catalogue)
    assert [one.name for one in found.domains] == [
        "Bridges",
        "Water",
        "Plain language",
        "Data ethics",
    ]
    assert found.communities == 2
    assert [one.name for one in read(library, catalogue, only=other.id).domains] == [
        "Water",
        "Data ethics",
    ]


def test_judged_again_the_latest_counts(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    """By the day it was judged, not by when it was typed; where it was before is known."""
    keep(library, catalogue, community, "Bridges", vitality="four")
    keep(library, catalogue, community, "bridges ", vitality="two", judged_on=date(2020, 1, 1))
    (one,) = read(library, catalogue).domains
    assert (one.name, one.vitality) == ("Bridges", 4)
    assert one.before is not None
    assert one.before.vitality == 2


def test_what_was_set_down_is_out_of_view(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    keep(library, catalogue, community, "Bridges", state="set-down")
    assert read(library, catalogue).domains == ()


def test_who_may_not_read_an_entry_has_no_domain(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    keep(library, catalogue, community, "Bridges", audience="community")
    assert read(library, catalogue, audience="organization").domains == ()
    assert len(read(library, catalogue, audience="community").domains) == 1


def test_each_gap_has_its_fact(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    keep(library, catalogue, community, "Sound")
    keep(library, catalogue, community, "Permafrost", weight="four", vitality="two")
    keep(library, catalogue, community, "Almost", weight="four", vitality="three")
    keep(library, catalogue, community, "Orphan", tender=None)
    keep(library, catalogue, community, "Unknown", vitality=None)
    long_ago = TODAY.replace(year=TODAY.year - 1)
    keep(library, catalogue, community, "A year", judged_on=long_ago)
    keep(library, catalogue, community, "Old", judged_on=date(2019, 3, 1))
    assert gaps(read(library, catalogue)) == [
        ("heavy-frail", "Permafrost"),
        ("untended", "Orphan"),
        ("not-judged", "Unknown"),
        ("old", "Old"),
    ]


def test_what_an_ended_community_leaves_is_told_once(
    library: Library, catalogue: Catalogue, community: Community, other: Community
) -> None:
    """Its domains are out of view; those that nobody took up are a gap."""
    keep(library, catalogue, other, "Microfilm", tender=None)
    keep(library, catalogue, other, "Bridges")
    keep(library, catalogue, community, "BRIDGES")
    record_state(library, other.id, TODAY, "closed")
    found = read(library, catalogue)
    assert [one.name for one in found.domains] == ["BRIDGES"]
    assert found.resting == 2
    assert gaps(found) == [("no-community", "Microfilm")]
    whole = read(library, catalogue, ended=True)
    assert len(whole.domains) == 3
    assert whole.resting == 0
    assert gaps(whole) == [("no-community", "Microfilm")], "an ended one lacks nobody"
    assert len(read(library, catalogue, only=other.id).domains) == 2


def test_an_archived_community_is_out_of_view(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    keep(library, catalogue, community, "Bridges")
    archive_community(library, community.id, TODAY)
    assert read(library, catalogue).domains == ()


def test_a_year_after_the_day_that_few_years_have() -> None:
    assert year_after(date(2024, 2, 29)) == date(2025, 3, 1)
    assert year_after(date(2026, 5, 3)) == date(2027, 5, 3)


def drawn(portfolio: Portfolio) -> tuple[int, int, list[str]]:
    """How many discs and filled squares a picture has, and what is written on it."""
    said = PortfolioSaid(up="Weight", across="Life")
    diagram = portfolio_diagram(portfolio, said, 500, 380, 9)
    squares = sum(isinstance(one, Box) and one.fill == "paper" for one in diagram.shapes)
    discs = sum(isinstance(one, Dot) for one in diagram.shapes)
    for one in diagram.shapes:
        if isinstance(one, Label):
            assert 0 <= one.x <= one.x + one.width <= diagram.width + 0.01
    return discs, squares, [one.text for one in diagram.shapes if isinstance(one, Label)]


def test_the_picture_names_what_was_judged(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    keep(library, catalogue, community, "Bridges")
    keep(library, catalogue, community, "Orphan", tender=None)
    keep(library, catalogue, community, "Unknown", vitality=None)
    discs, squares, said = drawn(read(library, catalogue))
    assert (discs, squares) == (1, 1)
    assert {"↑ Weight", "Life →", "Bridges", "Orphan", "1", "2"} <= set(said)
    assert "Unknown" not in said


def test_a_full_field_has_numbers_then_counts(
    library: Library, catalogue: Catalogue, community: Community
) -> None:
    for number in range(12):
        keep(library, catalogue, community, f"Domain {number:03}")
    discs, _, said = drawn(read(library, catalogue))
    assert discs == 12
    assert "Domain 003" not in said, "there is no room for names"
    for number in range(12, 90):
        keep(library, catalogue, community, f"Domain {number:03}")
    discs, _, said = drawn(read(library, catalogue))
    assert f"+{90 - discs}" in said
