"""Where clauses came from: the notes of a launch that was played, with their dots."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.charter.clauses import clauses_of, tie, untie
from app.charter.people_asked import people_asked
from app.charter.sources import sources_of_clause
from app.charter.unused_notes import Unused, unused_notes
from app.charter.versions import versions_of
from app.exchange.sample import Sample, SampleMoment
from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Block, Clause, Membership, Note, Round, Workshop
from app.resources import resources_folder
from app.workshop.attendance import head_count, in_the_room
from tests.played import import_played_sample


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Library]:
    """A library opened with a clock that a story moves."""
    clock = SampleMoment(datetime(2025, 11, 12, 14, 30, tzinfo=UTC))
    library = open_library(tmp_path / "story.hearth", clock)
    yield library
    library.close()


@pytest.fixture
def played(story: Library, catalogue: Catalogue) -> Sample:
    """The sample's launch, played in it."""
    clock = story.moment
    assert isinstance(clock, SampleMoment)
    return import_played_sample(story, catalogue, resources_folder(), later=clock.go_on)


def clause_in(library: Library, sample: Sample, section: str) -> Clause:
    """The first clause of a section."""
    return clauses_of(library.reader, sample.community.id, section)[0]


def test_notes_are_told_as_they_lay_on_the_desk(story: Library, played: Sample) -> None:
    """With the colour of their zone, their dots, the workshop's day; the most dots first."""
    told = sources_of_clause(story.reader, clause_in(story, played, "purpose").id)
    dots = [one.dots for one in told]
    assert dots == sorted(dots, reverse=True)
    assert dots[0] > 1
    assert {one.colour for one in told} <= {"yellow", "green", "rose", "blue", "violet", "orange"}
    assert len({one.colour for one in told}) > 1
    assert {one.day for one in told} == {played.workshop.date}


def test_hidden_dots_are_not_told(story: Library, played: Sample) -> None:
    """Until the round is closed."""
    clause = clause_in(story, played, "purpose")
    assert any(one.dots for one in sources_of_clause(story.reader, clause.id))
    with story.change("test") as writer:
        for opened in writer.rows(Round, form="dots"):
            writer.change(opened, closed=None, hidden=True)
    assert not any(one.dots for one in sources_of_clause(story.reader, clause.id))
    with story.change("test") as writer:
        for opened in writer.rows(Round, form="dots"):
            writer.change(opened, hidden=False)
    assert any(one.dots for one in sources_of_clause(story.reader, clause.id))


def test_what_was_said_but_not_taken(story: Library, played: Sample) -> None:
    """Notes of the blocks that lead to the section; tying one takes it out, untying brings back."""
    scope, community = Scope(played.community.id), played.community.id
    clause = clause_in(story, played, "rhythm")
    before = unused_notes(story.reader, community, ["rhythm"]).notes
    assert before
    one = before[0].note
    tie(story, scope, clause, one.id)
    after = {source.note.id for source in unused_notes(story.reader, community, ["rhythm"]).notes}
    assert after == {source.note.id for source in before} - {one.id}
    untie(story, scope, clause, one.id)
    assert len(unused_notes(story.reader, community, ["rhythm"]).notes) == len(before)
    assert unused_notes(story.reader, community, ["no-such-section"]) == Unused()


def test_what_was_for_the_facilitator_alone_is_not_offered(story: Library, played: Sample) -> None:
    """A note or a whole block."""
    community = played.community.id
    before = unused_notes(story.reader, community, ["rhythm"]).notes
    with story.change("test") as writer:
        writer.change(writer.row(Note, before[0].note.id), audience="facilitator")
    assert len(unused_notes(story.reader, community, ["rhythm"]).notes) == len(before) - 1
    with story.change("test") as writer:
        for block in writer.rows(Block, workshop=played.workshop.id):
            writer.change(block, audience="facilitator")
    assert unused_notes(story.reader, community, ["rhythm"]).notes == ()


def test_how_many_there_are_to_ask(story: Library, played: Sample) -> None:
    """Those in the room where a version is proposed; otherwise the members."""
    reader, community = story.reader, played.community.id
    (version,) = versions_of(reader, community)
    there = in_the_room(reader, played.workshop.id)
    room = people_asked(reader, community, version)
    assert (room.people, room.present) == (there, True)
    members = people_asked(reader, community, None)
    assert (members.people, members.present) == (18, False)
    with story.change("test") as writer:
        (first, *_) = writer.rows(Membership, community=community)
        writer.change(first, level="outside")
        empty = writer.row(Workshop, played.workshop.id)
        new = msgspec.structs.replace(empty, id=story.moment.new_id(), state="planned")
        proposed = msgspec.structs.replace(version, workshop=writer.add(new).id)
    members = people_asked(reader, community, proposed)
    assert (members.people, members.present) == (17, False), "nobody was counted at that door"
    with story.change("test") as writer:
        writer.change(writer.row(Workshop, played.workshop.id), state="running")
    head_count(story, story.reader.row(Workshop, played.workshop.id), 7)
    room = people_asked(reader, community, None)
    assert (room.people, room.present) == (7, True)
