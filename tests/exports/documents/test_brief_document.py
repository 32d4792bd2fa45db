"""What is known before a renewal: each thing in its part, what is missing with the way to it."""

from datetime import UTC, datetime

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.rows import Outcome
from app.renewal.brief import Brief, read_brief
from app.renewal.brief_lines import Told
from app.words import Words
from exports.export import make_page
from exports.page import Page, Table
from tests.exports.making import House

NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
FULL = {"wholehearted": 6}


@pytest.fixture
def house(library: Library, catalogue: Catalogue) -> House:
    """A community that was launched."""
    made = House.founded(library, catalogue)
    made.change(made.workshop, state="closed", closed="2026-01-15T20:00:00Z")
    return made


def brief(house: House, audience: str = "facilitator", now: datetime = NOW) -> Brief:
    """What is known."""
    with house.library.snapshot() as reader:
        return read_brief(reader, house.catalogue, house.community.id, audience, now)


def texts(house: House, part: str, audience: str = "facilitator") -> list[tuple[str, str]]:
    """The lines of a part: their codes and what people wrote."""
    lines = brief(house, audience).part(part).lines
    return [(one.code, one.text) for one in lines if isinstance(one, Told)]


def page(house: House, words: Words, audience: str = "facilitator", format_: str = "pdf") -> Page:
    """The document in the autumn."""
    asked = msgspec.structs.replace(
        house.request("renewal-brief", audience=audience, format_=format_), now=NOW
    )
    with house.library.snapshot() as reader:
        return make_page(asked, reader, house.catalogue, house.reports, words)


def outcome(
    house: House, form: str, text: str, *, due: str | None = None, audience: str = "community"
) -> None:
    """Something decided, promised or set aside in the launch, and open."""
    house.put(
        Outcome(
            id=house.library.moment.new_id(), community=house.community.id,
            workshop=house.workshop.id, form=form, text=text, audience=audience, due=due,
            position=1000, made="2026-01-15T19:00:00Z",
        )
    )  # fmt: skip


def test_the_sample_is_told_in_four_groups(sample: House) -> None:
    """After its launch the sample has said why it began, what it hopes, decided and promised."""
    found = brief(sample, now=datetime(2026, 7, 20, 15, tzinfo=UTC))
    assert list(found.groups) == ["remember", "look", "choose", "promise"]
    for part in ("why", "hopes", "charter", "actions", "roles"):
        assert found.part(part).lines, part
        assert not found.part(part).way


def test_of_an_empty_community_each_part_says_what_is_missing_and_the_way(
    library: Library, catalogue: Catalogue, words: Words
) -> None:
    """No part is left white, and each names a sheet that there is."""
    house = House.founded(library, catalogue)
    found = brief(house)
    parts = [one for parts in found.groups.values() for one in parts]
    assert all(not one.lines and catalogue.find_template(one.way) for one in parts)
    tables = [one for one in page(house, words).pieces if isinstance(one, Table)]
    for one, row in zip(parts, [row for table in tables for row in table.rows], strict=True):
        sheet = catalogue.find_template(one.way)
        assert sheet is not None
        assert sheet.in_language(words.language).name in row[1]
        assert words(f"brief.missing-{one.id}") in row[1]
