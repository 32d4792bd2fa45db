"""What letters and sheets are filled with: as far as it is known, and may be read."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.catalogue.placeholders import PLACEHOLDERS
from app.charter.clauses import add_clause
from app.community.actions import settle_action
from app.community.gatherings import GatheringFields, plan_gathering
from app.community.holdings import HoldingFields, give_role
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Block, Workshop
from app.registers.cells import Party, Value
from app.registers.register_entries import add_entry
from app.resources import resources_folder
from exports.facts.template_facts import (
    ClauseLine,
    ClockTime,
    DuePromise,
    Fact,
    TimedBlock,
    template_facts,
)
from tests.app.community.village import TODAY, action, found, joins, new_library, workshop

DOCS = Path(__file__).parents[3] / "docs" / "templates.md"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The shipped one."""
    return load_catalogue(resources_folder())


def known(
    library: Library,
    catalogue: Catalogue,
    community: str,
    held: Workshop | None = None,
    audience: str = "community",
) -> dict[str, Fact]:
    """Every fact today."""
    one = held.id if held is not None else ""
    return dict(template_facts(library.reader, catalogue, community, one, audience, TODAY))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library, closed at the end."""
    opened = new_library(tmp_path)
    yield opened
    opened.close()


def test_every_placeholder_is_there_and_told_of(library: Library, catalogue: Catalogue) -> None:
    """Of a new community all but its name is left to be filled by hand; the page names each."""
    community = found(library)
    facts = known(library, catalogue, community.id)
    assert facts.keys() == set(PLACEHOLDERS)
    assert {name for name, fact in facts.items() if fact is not None} == {"community"}
    page = DOCS.read_text(encoding="utf-8")
    assert all(f"| `{{{name}}}` |" in page for name in PLACEHOLDERS)


def test_a_workshop_is_told(library: Library, catalogue: Catalogue) -> None:
    """Its day, its times, its agenda; blocks that are for others are left out."""
    community = found(library)
    held = workshop(library, community, TODAY + timedelta(days=9), blocks=3)
    second = library.reader.rows(Block, order="position", workshop=held.id)[1]
    with library.change("test", Scope(community.id, held.id)) as rows:
        rows.change(second, audience="facilitator")
    facts = known(library, catalogue, community.id, held)
    assert facts["title"] == "Launch"
    assert facts["date"] == TODAY + timedelta(days=9)
    assert (facts["starts"], facts["ends"]) == (ClockTime(540), ClockTime(750))
    assert (facts["minutes"], facts["expected"]) == (210, 18)
    first, _, third = library.reader.rows(Block, order="position", workshop=held.id)
    assert facts["agenda"] == (
        TimedBlock(ClockTime(540), first),
        TimedBlock(ClockTime(600), third),
    )


def test_roles_are_those_held_today(library: Library, catalogue: Catalogue) -> None:
    """Not those that have ended."""
    community = found(library)
    for name, ends in (("Denis", TODAY - timedelta(days=1)), ("Rose", None), ("Ana", None)):
        person = joins(library, community, name).person
        fields = HoldingFields(role="sponsor", person=person, starts=date(2025, 1, 1), ends=ends)
        give_role(library, community.id, fields)
    facts = known(library, catalogue, community.id)
    assert facts["sponsor"] == ("Rose", "Ana")
    assert facts["coordinator"] is None


def test_the_charter_as_its_readers_may_read_it(library: Library, catalogue: Catalogue) -> None:
    """The draft where nothing was proposed, lists point by point."""
    community = found(library)
    scope = Scope(community.id)
    add_clause(library, scope, "purpose", "We read bridges.")
    add_clause(library, scope, "in-scope", "Cracks\nRust", form="list")
    with library.change("test", scope):
        hidden = add_clause(library, scope, "norms", "No names")
    with library.change("test", scope) as rows:
        rows.change(hidden, audience="facilitator")
    facts = known(library, catalogue, community.id)
    assert facts["purpose"] == ("We read bridges.",)
    assert facts["charter"] == (
        ClauseLine("purpose", "", ("We read bridges.",)),
        ClauseLine("in-scope", "", ("Cracks", "Rust")),
    )


def test_actions_and_promises_that_are_open(library: Library, catalogue: Catalogue) -> None:
    """What is done is not asked again."""
    community = found(library)
    done = action(library, community, "Write", None)
    action(library, community, "Call", TODAY)
    settle_action(library, done, "done")
    register = catalogue.find_register("gives-and-asks")
    assert register is not None
    values: dict[str, Value] = {"promise": "A room", "from": Party(party="sponsor"), "due": TODAY}
    add_entry(library, register, community.id, values)
    facts = known(library, catalogue, community.id)
    assert facts["actions"] == (DuePromise("Call", due=TODAY),)
    assert facts["promises"] == (DuePromise("A room", party="sponsor", due=TODAY),)


def test_what_comes_next(library: Library, catalogue: Catalogue) -> None:
    """After the workshop; what is before it is not next."""
    community = found(library)
    held = workshop(library, community, TODAY + timedelta(days=9))
    for days in (3, 20, 30):
        fields = GatheringFields(date=TODAY + timedelta(days=days))
        plan_gathering(library, community.id, fields)
    assert known(library, catalogue, community.id)["next"] == TODAY + timedelta(days=3)
    with_workshop = known(library, catalogue, community.id, held)
    assert with_workshop["next"] == TODAY + timedelta(days=20)
