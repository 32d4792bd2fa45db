"""A charter in the community's own order, under its own headings."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.charter.changes import ClauseChange
from app.charter.charter_head import frozen_head, write_head
from app.charter.clauses import add_clause, clauses_of
from app.charter.outline import SectionLine, outline, places_of
from app.charter.sections import (
    SectionPlace,
    describe_section,
    frozen_sections,
    move_section,
    section_rows,
    shape_of,
)
from app.charter.versions import draft_clauses, draft_status, propose
from app.library.journal import Scope
from app.library.library import Library
from tests.app.community.village import found, new_library, refusal


def shown(library: Library, catalogue: Catalogue, scope: Scope) -> tuple[SectionLine, ...]:
    """The draft's sections, as the screen has them."""
    community = str(scope.community)
    now = draft_clauses(library.reader, community)
    changes = [ClauseChange(one, one) for one in now]
    shape = shape_of(library.reader, community)
    return outline(catalogue.sections, changes, compared=False, shape=shape)


ACT = st.tuples(st.sampled_from(("up", "down", "rename", "under")), st.integers(0, 40))


@settings(max_examples=15, deadline=None)
@given(st.lists(ACT, min_size=1, max_size=6))
def test_no_arranging_loses_a_clause(catalogue: Catalogue, acts: list[tuple[str, int]]) -> None:
    """Every clause stays and is shown once; undone, everything is as it was."""
    with TemporaryDirectory() as folder:
        library = new_library(Path(folder))
        scope = Scope(found(library).id)
        community = str(scope.community)
        for section in ("purpose", "in-scope", "norms", "Our tea"):
            add_clause(library, scope, section, f"About {section}")
        before = clauses_of(library.reader, community)
        done = 0
        for act, at in acts:
            rows = section_rows(library.reader, community), clauses_of(library.reader, community)
            places = places_of(shown(library, catalogue, scope))
            section = places[at % len(places)].id
            if act in ("up", "down"):
                move_section(library, scope, places, section, -1 if act == "up" else 1)
            elif act == "rename":
                describe_section(library, scope, places, section, title=f"Ours {at}")
            else:
                under = places[0].id
                refusal_or_done(library, scope, places, section, under)
            after = section_rows(library.reader, community), clauses_of(library.reader, community)
            done += rows != after
        named = [one for line in shown(library, catalogue, scope) for one in line.ids]
        assert len(named) == len(set(named))
        now = clauses_of(library.reader, community)
        assert [(one.id, one.text) for one in now] == [(one.id, one.text) for one in before]
        assert {one.section for one in now} <= set(named)
        for _ in range(done):
            library.undo(scope)
        assert section_rows(library.reader, community) == []
        assert clauses_of(library.reader, community) == before
        library.close()


def refusal_or_done(
    library: Library, scope: Scope, places: list[SectionPlace], section: str, under: str
) -> None:
    """Put a section under another, where that may be."""
    nested = section == under or any(one.under == section for one in places)
    if nested:
        said = refusal(lambda: describe_section(library, scope, places, section, under=under))
        assert said == "section-nested"
    else:
        describe_section(library, scope, places, section, under=under)


def test_a_version_keeps_its_shape(library: Library, scope: Scope, catalogue: Catalogue) -> None:
    """What is renamed later is a change, and the version goes on as it was frozen."""
    add_clause(library, scope, "purpose", "We fly kites.")
    places = places_of(shown(library, catalogue, scope))
    describe_section(library, scope, places, "purpose", title="Why we fly")
    said = {"title": "Kites", "parent_body": "", "approver": "", "voters": ""}
    day = date(2026, 11, 12)
    write_head(library, scope, **said, quorum=5, signatures=True, renew_on=day)
    version = propose(library, scope, date="2025-11-12", language="en")
    assert [(one.id, one.title) for one in frozen_sections(version)] == [("purpose", "Why we fly")]
    assert frozen_head(version).quorum == 5
    assert frozen_head(version).renew_on == day
    assert not draft_status(library.reader, version.community).changed
    describe_section(library, scope, places, "purpose", title="What for")
    assert draft_status(library.reader, version.community).changed
