"""Two wordings of the same thing stand side by side until one is chosen."""

from app.charter.changes import compare
from app.charter.clauses import (
    add_clause,
    clauses_of,
    move_clause,
    remove_clause,
    sources_of,
    tie,
    write_clause,
)
from app.charter.split_merge import merge_clauses, split_clause
from app.charter.versions import frozen_clauses, propose, update_proposed
from app.charter.wordings import Wording, begin_wording, choose_wording, open_wordings, wordings_of
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Clause, Community
from tests.app.charter.test_clauses import said, texts
from tests.app.community.village import refusal


def sources(library: Library, clause: Clause) -> list[str]:
    """What the notes say that a clause came from."""
    return [note.text for note in sources_of(library.reader, clause.id)]


def test_a_wording_is_begun_beside_a_clause(
    library: Library, scope: Scope, community: Community
) -> None:
    """With its words, heading and sources, whatever stands between; undone at once."""
    note = said(library, scope, "one")
    clause = add_clause(library, scope, "purpose", "A", heading="Why", sources=[note.id])
    after = add_clause(library, scope, "purpose", "After")
    other = begin_wording(library, scope, clause)
    assert (other.heading, other.text, sources(library, other)) == ("Why", "A", ["one"])
    write_clause(library, scope, other, "B")
    third = write_clause(library, scope, begin_wording(library, scope, other), "C")
    assert texts(library, community) == ["A", "B", "C", "After"]
    move_clause(library, scope, after, -1)
    assert texts(library, community)[0] == "A"
    clauses = clauses_of(library.reader, community.id)
    assert wordings_of(clauses) == {
        clause.id: Wording(1, 3),
        other.id: Wording(2, 3),
        third.id: Wording(3, 3),
    }
    library.undo(scope)
    library.undo(scope)
    library.undo(scope)
    assert wordings_of(clauses_of(library.reader, community.id))[other.id] == Wording(2, 2)


def test_choosing_one_keeps_the_sources_of_all(
    library: Library, scope: Scope, community: Community
) -> None:
    """The clause that was there first says what was chosen; undone, both stand again."""
    one, two = (said(library, scope, text) for text in ("one", "two"))
    clause = add_clause(library, scope, "purpose", "We meet to learn.", sources=[one.id])
    version = propose(library, scope, date="2025-11-12", language="en")
    other = begin_wording(library, scope, clause)
    other = write_clause(library, scope, other, "We meet to learn together.")
    tie(library, scope, other, two.id)
    chosen = choose_wording(library, scope, other)
    assert chosen.id == clause.id
    assert texts(library, community) == ["We meet to learn together."]
    assert sources(library, chosen) == ["one", "two"]
    assert open_wordings(library.reader, community.id) == []
    later = propose(library, scope, date="2025-11-13", language="en")
    (change,) = compare(frozen_clauses(version), frozen_clauses(later))
    assert change.mark != "removed"
    assert change.before is not None, "it is the same clause, said otherwise"
    library.undo(scope)
    library.undo(scope)
    assert texts(library, community) == ["We meet to learn.", "We meet to learn together."]
    choose_wording(library, scope, clause)
    assert texts(library, community) == ["We meet to learn."]
    assert sources(library, clause) == ["one", "two"]


def test_no_version_is_proposed_while_two_stand(
    library: Library, scope: Scope, community: Community
) -> None:
    """Nor is one that is proposed brought up to such a draft; removing one is choosing too."""
    clause = add_clause(library, scope, "purpose", "A")
    version = propose(library, scope, date="2025-11-12", language="en")
    other = begin_wording(library, scope, clause)
    write_clause(library, scope, other, "B")
    assert refusal(lambda: propose(library, scope, date="2025-11-12", language="en")) == (
        "wordings-open"
    )
    assert refusal(lambda: update_proposed(library, scope, version)) == "wordings-open"
    remove_clause(library, scope, clause)
    assert open_wordings(library.reader, community.id) == []
    assert update_proposed(library, scope, version).clauses != version.clauses


def test_wordings_are_chosen_before_they_are_split_or_merged(
    library: Library, scope: Scope, community: Community
) -> None:
    """Both stay as they are; a clause alone is free."""
    clause = add_clause(library, scope, "purpose", "A B")
    after = add_clause(library, scope, "purpose", "C")
    other = begin_wording(library, scope, clause)
    assert refusal(lambda: split_clause(library, scope, other, "A", "B")) == "wordings-first"
    assert refusal(lambda: merge_clauses(library, scope, clause, after)) == "wordings-first"
    assert refusal(lambda: merge_clauses(library, scope, after, other)) == "wordings-first"
    assert texts(library, community) == ["A B", "A B", "C"]
    remove_clause(library, scope, other)
    merge_clauses(library, scope, clause, after)
    assert texts(library, community) == ["A B\nC"]


def test_what_is_gone_is_said_to_be(library: Library, scope: Scope) -> None:
    """Somebody else took it away."""
    clause = add_clause(library, scope, "purpose", "A")
    remove_clause(library, scope, clause)
    assert refusal(lambda: begin_wording(library, scope, clause)) == "gone"
    assert refusal(lambda: choose_wording(library, scope, clause)) == "gone"
