"""A renewal goes through the charter there was: what is decided, and what it does to the draft."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.charter.clauses import add_clause, clauses_of, sources_of, write_clause
from app.charter.reviewing import (
    changed_sections,
    give_verdict,
    old_clauses,
    reviews_of,
    say_of_section,
    verdicts_for,
    version_reviewed,
)
from app.charter.versions import agree, frozen_clauses, propose, record_stances
from app.charter.wordings import begin_wording, open_wordings
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community
from app.library.trouble import Trouble
from app.workshop.notes import add_notes
from app.workshop.planning import scope_of
from app.workshop.running import Running
from tests.app.kinds.launch import renewal_block


@pytest.fixture
def renewal(library: Library, community: Community, catalogue: Catalogue) -> Running:
    """A purpose and norms agreed to years ago, and the renewal's block that rereads them."""
    running = renewal_block(library, catalogue, community.id, "is-it-still-ours")
    (note,) = add_notes(library, running, "", ["Lit lamps"])
    scope = Scope(community.id)
    add_clause(library, scope, "purpose", "To keep the lamps lit.", sources=[note.id])
    add_clause(library, scope, "norms", "We speak in turn.")
    version = propose(library, scope, date="2026-01-15", language="en")
    record_stances(library, scope, version, {"fine": 12})
    agree(library, scope, version, "2026-09-30")
    return running


def test_retired_leaves_the_draft_and_comes_back(library: Library, renewal: Running) -> None:
    """By undo, or by another verdict, with its notes; the version in force never changes."""
    reader, community = library.reader, renewal.community.id
    version = version_reviewed(reader, renewal)
    assert version is not None
    kept = frozen_clauses(version)
    give_verdict(library, renewal, "purpose", "retire", "  Others do it now. ")
    assert clauses_of(reader, community, "purpose") == []
    assert reviews_of(reader, renewal.workshop.id)["purpose"].word == "Others do it now."
    library.undo(scope_of(renewal.workshop))
    assert reviews_of(reader, renewal.workshop.id) == {}
    (clause,) = clauses_of(reader, community, "purpose")
    give_verdict(library, renewal, "purpose", "retire")
    give_verdict(library, renewal, "purpose", "keep")
    (again,) = clauses_of(reader, community, "purpose")
    assert again.text == clause.text
    assert [note.text for note in sources_of(reader, again.id)] == ["Lit lamps"]
    (review,) = reviews_of(reader, renewal.workshop.id).values()
    assert (review.verdict, review.version) == ("keep", version.id)
    assert version_reviewed(reader, renewal) == version
    assert frozen_clauses(version) == kept


def test_what_was_not_there_is_added(library: Library, renewal: Running) -> None:
    """And what was there is kept, changed or retired."""
    old = old_clauses(library.reader, renewal)
    assert tuple(old) == ("purpose", "norms")
    assert verdicts_for(old, "voice") == ("add",)
    give_verdict(library, renewal, "voice", "add")
    with pytest.raises(Trouble, match="verdict-unfit"):
        give_verdict(library, renewal, "voice", "retire")
    with pytest.raises(Trouble, match="verdict-unfit"):
        give_verdict(library, renewal, "norms", "add")


def test_what_is_kept_reads_as_it_was_agreed(library: Library, renewal: Running) -> None:
    """What was written or added since gives way; undo brings that back."""
    reader, community = library.reader, renewal.community.id
    give_verdict(library, renewal, "purpose", "change")
    (clause,) = clauses_of(reader, community, "purpose")
    write_clause(library, Scope(community), clause, "To light lamps.")
    add_clause(library, Scope(community), "purpose", "And wicks.")
    assert "purpose" in changed_sections(reader, renewal)
    give_verdict(library, renewal, "purpose", "keep", "It still holds.")
    assert [one.text for one in clauses_of(reader, community, "purpose")] == [
        "To keep the lamps lit."
    ]
    assert "purpose" not in changed_sections(reader, renewal)
    assert say_of_section(library, renewal, "purpose", " Still. ") == "Still."
    library.undo(scope_of(renewal.workshop))
    library.undo(scope_of(renewal.workshop))
    texts = [one.text for one in clauses_of(reader, community, "purpose")]
    assert texts == ["To light lamps.", "And wicks."]
    with pytest.raises(Trouble, match="gone"):
        say_of_section(library, renewal, "norms", "Why?")


def test_what_comes_back_stands_where_it_stood(library: Library, renewal: Running) -> None:
    """Not at the end, also where no number is left between its neighbours."""
    reader, community = library.reader, renewal.community.id
    for close in (False, True):
        give_verdict(library, renewal, "purpose", "retire")
        if close:
            with library.change("clause-move", Scope(community)) as writer:
                for at, one in enumerate(clauses_of(writer, community)):
                    writer.change(one, position=at)
        give_verdict(library, renewal, "purpose", "keep")
        assert [one.section for one in clauses_of(reader, community)] == ["purpose", "norms"]
        give_verdict(library, renewal, "norms", "retire")
        give_verdict(library, renewal, "norms", "change")
        assert [one.section for one in clauses_of(reader, community)] == ["purpose", "norms"]


def test_nothing_is_decided_about_what_tells_of_changes(library: Library, renewal: Running) -> None:
    """Nor about how people stand to the whole."""
    assert verdicts_for({}, "changes") == ()
    with pytest.raises(Trouble, match="verdict-unfit"):
        give_verdict(library, renewal, "agreement", "add")


def test_what_is_kept_has_one_wording(library: Library, renewal: Running) -> None:
    """Another one goes, also where both were put elsewhere; a version can be proposed."""
    reader, community = library.reader, renewal.community.id
    (clause,) = clauses_of(reader, community, "purpose")
    other = begin_wording(library, Scope(community), clause)
    with library.change("test", Scope(community)) as rows:
        for one in (clause, other):
            rows.change(one, section="practice")
    give_verdict(library, renewal, "purpose", "keep")
    assert open_wordings(reader, community) == []
    assert clauses_of(reader, community, "practice") == []
    (kept,) = clauses_of(reader, community, "purpose")
    assert kept.text == clause.text
    library.undo(scope_of(renewal.workshop))
    assert len(open_wordings(reader, community)) == 1
