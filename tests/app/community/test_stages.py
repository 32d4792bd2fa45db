"""Stage readings: dated, several lit, never a gate; what "again" and "since" mean."""

from datetime import date

import pytest

from app.community.stages import read_story, record_reading, remove_reading
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community, StageReading
from app.library.trouble import Trouble

STAGES = ("discover", "grow", "establish", "put-to-work", "renew")


def reads(library: Library, community: Community, year: int, month: int, *stages: str) -> None:
    """The community recognises itself in stages, on the first of a month."""
    lit = dict.fromkeys(stages, "")
    record_reading(library, community.id, date(year, month, 1), lit)


def test_nothing_was_read_yet(library: Library, community: Community) -> None:
    story = read_story(library.reader, community.id, STAGES)
    assert story.lit == ()
    assert story.dates == ()
    assert [mark.stage for mark in story.marks] == list(STAGES)


def test_several_are_lit_with_since_and_again(library: Library, community: Community) -> None:
    reads(library, community, 2024, 3, "grow", "renew")
    reads(library, community, 2024, 9, "establish")
    reads(library, community, 2025, 3, "establish", "put-to-work")
    reads(library, community, 2025, 10, "put-to-work", "renew")
    story = read_story(library.reader, community.id, STAGES)
    assert story.lit == ("put-to-work", "renew")
    assert len(story.dates) == 4
    marks = {mark.stage: mark for mark in story.marks}
    assert (marks["put-to-work"].since, marks["put-to-work"].again) == (date(2025, 3, 1), False)
    assert (marks["renew"].since, marks["renew"].again) == (date(2025, 10, 1), True)
    assert (marks["establish"].lit, marks["establish"].last) == (False, date(2025, 3, 1))
    assert marks["discover"].last is None


def test_any_stage_follows_any_other(library: Library, community: Community) -> None:
    reads(library, community, 2024, 3, "renew")
    reads(library, community, 2024, 9, "discover")
    assert read_story(library.reader, community.id, STAGES).lit == ("discover",)


def test_reading_twice_on_a_day_replaces_and_undo_brings_back(
    library: Library, community: Community
) -> None:
    reads(library, community, 2025, 3, "grow")
    before = library.reader.rows(StageReading)
    reads(library, community, 2025, 3, "establish", "renew")
    assert read_story(library.reader, community.id, STAGES).lit == ("establish", "renew")
    library.undo(Scope(community.id))
    assert library.reader.rows(StageReading) == before
    remove_reading(library, community.id, date(2025, 3, 1))
    assert library.reader.count(StageReading) == 0


def test_evidence_is_kept_and_bounded(library: Library, community: Community) -> None:
    record_reading(library, community.id, date(2025, 3, 1), {"grow": " we ask each other \n"})
    marks = read_story(library.reader, community.id, STAGES).marks
    assert marks[1].evidence == "we ask each other"
    with pytest.raises(Trouble, match="too-long"):
        record_reading(library, community.id, date(2025, 3, 2), {"grow": "x" * 10_000})
    with pytest.raises(Trouble, match="no-stage"):
        record_reading(library, community.id, date(2025, 3, 2), {})
    assert library.reader.count(StageReading) == 1
