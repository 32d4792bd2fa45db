"""Stories on the first floor: by cycle, and private until somebody says who may hear them."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.diagram import Dot, Label, Stroke
from app.exchange.encode import gather
from app.exchange.without_private import without_private
from app.kinds.kind import facts_of
from app.kinds.stories.diagram import Link, chain_diagram
from app.kinds.stories.kind import Stories, ValueStory
from app.library.library import Library
from app.library.rows import RegisterEntry
from app.registers.register_entries import EntryFields, edit_entry, entries_of
from app.registers.run_rows import CellPlace, keep_value
from app.workshop.planning import add_exercise, scope_of
from app.workshop.running import Running
from tests.app.kinds.launch import Launch


@pytest.fixture
def kind(catalogue: Catalogue) -> Stories:
    """The kind with the shipped registers."""
    return Stories(catalogue.registers)


@pytest.fixture
def running(launch: Launch, library: Library, catalogue: Catalogue) -> Running:
    """Stories, under way."""
    add_exercise(library, catalogue, launch.workshop, "what-it-made-possible")
    return launch.enter("what-it-made-possible")


def tell(kind: Stories, library: Library, running: Running) -> str:
    """A story with two of its cycles; its id."""
    kind.capture(library, running, "help", "A map was lent")
    (row,) = library.reader.rows(RegisterEntry, run=running.run.id)
    kind.capture(library, running, f"{row.id}/applied", "The crew went out once")
    kind.capture(library, running, f"{row.id}/immediate", "A laugh")
    kind.capture(library, running, f"{row.id}/evidence", "Two plans")
    return row.id


def story(kind: Stories, library: Library, running: Running) -> ValueStory:
    """The one story of the run."""
    (found,) = facts_of(kind.facts(library.reader, running), ValueStory)
    return found


def test_a_story_goes_by_cycle_whatever_was_told_first(
    kind: Stories, library: Library, running: Running
) -> None:
    tell(kind, library, running)
    found = story(kind, library, running)
    assert list(found.told) == ["immediate", "applied"]
    assert (found.help, found.evidence) == ("A map was lent", "Two plans")


def test_without_a_yes_a_story_is_for_the_facilitator_alone(
    kind: Stories, library: Library, running: Running
) -> None:
    tell(kind, library, running)
    found = story(kind, library, running)
    assert (found.consent, found.audience) == ("", "facilitator")
    register = kind.asked(running.recipe).register
    community = running.community.id
    for readers in ("room", "community", "organization"):
        assert entries_of(library.reader, register, community, readers) == []


def test_a_yes_says_how_far_a_story_goes_and_is_taken_back(
    kind: Stories, library: Library, running: Running
) -> None:
    entry, asked = tell(kind, library, running), kind.asked(running.recipe)
    consent = CellPlace(entry, "consent")
    keep_value(library, asked, running, consent, "organization")
    assert story(kind, library, running).audience == "organization"
    keep_value(library, asked, running, consent, None)
    assert story(kind, library, running).audience == "facilitator"
    library.undo(scope_of(running.workshop))
    assert story(kind, library, running).audience == "organization"
    keep_value(library, asked, running, consent, "facilitator")
    assert story(kind, library, running).audience == "facilitator"


def test_a_community_file_for_others_has_only_stories_with_a_yes(
    kind: Stories, library: Library, running: Running
) -> None:
    entry, community = tell(kind, library, running), running.community.id
    kept = without_private(gather(library.reader, community)).rows(RegisterEntry)
    assert [one.id for one in kept] == []
    place = CellPlace(entry, "consent")
    keep_value(library, kind.asked(running.recipe), running, place, "community")
    kept = without_private(gather(library.reader, community)).rows(RegisterEntry)
    assert [one.id for one in kept] == [entry]


def test_at_a_desk_nothing_but_a_yes_widens_a_story(
    kind: Stories, library: Library, running: Running
) -> None:
    """The register's own screen cannot set who may read it beside the consent."""
    entry, register = tell(kind, library, running), kind.asked(running.recipe).register
    wide = EntryFields(audience="organization", workshop=running.workshop.id)
    edit_entry(library, register, entry, {"help": "A chart was lent"}, wide)
    assert story(kind, library, running).audience == "facilitator"
    edit_entry(library, register, entry, {"consent": "room"}, wide)
    assert story(kind, library, running).audience == "room"


def test_a_chain_has_a_link_for_each_cycle_and_holds_between_those_told() -> None:
    links = [Link("There and then", True), Link("Taken along", True), Link("Tried", False)]
    shapes = chain_diagram(links, 500, 9).shapes
    assert [one.text for one in shapes if isinstance(one, Label)] == [one.name for one in links]
    assert [one.dashed for one in shapes if isinstance(one, Stroke)] == [False, True]
    assert len({one.fill for one in shapes if isinstance(one, Dot)}) == 2
    assert chain_diagram([], 500, 9).height == 0
