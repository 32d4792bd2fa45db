"""A clause made two, two made one: what they came from goes along, whatever is done to them."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.charter.clauses import (
    add_clause,
    clauses_of,
    move_clause,
    remove_clause,
    set_heading,
    sources_of,
    write_clause,
)
from app.charter.split_merge import merge_clauses, merge_with_next, split_clause
from app.charter.versions import draft_clauses
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Clause, Community
from app.typed_text import LONGEST_TEXT
from tests.app.charter.test_clauses import said, texts
from tests.app.community.village import found, new_library, refusal


def sources(library: Library, clause: Clause) -> list[str]:
    """What the notes say that a clause came from."""
    return [note.text for note in sources_of(library.reader, clause.id)]


def test_a_clause_is_split(library: Library, scope: Scope, community: Community) -> None:
    """In its place, both halves with its sources, the heading over the first; undone at once."""
    notes = [said(library, scope, text).id for text in ("one", "two")]
    clause = add_clause(
        library, scope, "purpose", "Meet. Learn.", heading="Why", sources=notes[::-1]
    )
    add_clause(library, scope, "purpose", "Last")
    half = split_clause(library, scope, clause, "Meet. ", "Learn.")
    assert texts(library, community, "purpose") == ["Meet.", "Learn.", "Last"]
    assert sources(library, half) == sources(library, clause) == ["one", "two"]
    first, second, _ = draft_clauses(library.reader, community.id)
    assert first.sources == second.sources == tuple(notes[::-1]), "in the order of tying"
    assert (first.heading, second.heading) == ("Why", "")
    library.undo(scope)
    assert texts(library, community, "purpose") == ["Meet. Learn.", "Last"]
    library.redo(scope)
    assert texts(library, community, "purpose") == ["Meet.", "Learn.", "Last"]


def test_a_clause_is_split_again_and_again(
    library: Library, scope: Scope, community: Community
) -> None:
    """Where there is no room between two clauses, room is made."""
    clause = add_clause(library, scope, "norms", "0", form="list")
    add_clause(library, scope, "norms", "end", form="list")
    for n in range(14):
        split_clause(library, scope, clause, "0", str(n))
    assert texts(library, community, "norms") == ["0", *map(str, range(13, -1, -1)), "end"]


def test_half_of_nothing(library: Library, scope: Scope, community: Community) -> None:
    """At an end there is nothing to split; a clause that is gone is said to be."""
    clause = add_clause(library, scope, "purpose", "One")
    for halves in (("", "One"), ("One", " \n")):
        split = partial(split_clause, library, scope, clause, *halves)
        assert refusal(split) == "clause-not-split"
    remove_clause(library, scope, clause)
    assert refusal(lambda: split_clause(library, scope, clause, "O", "ne")) == "gone"


def test_clauses_are_merged(library: Library, scope: Scope, community: Community) -> None:
    """In the first one's place and form; the sources of both, each once; undone at once."""
    one, two, three = (said(library, scope, text).id for text in ("one", "two", "three"))
    first = add_clause(library, scope, "purpose", "A\nB", form="list", sources=[two, one])
    other = add_clause(library, scope, "purpose", "C.", heading="Then", sources=[one, three])
    assert refusal(lambda: merge_with_next(library, scope, other)) == "clause-last"
    merge_with_next(library, scope, first)
    (merged,) = draft_clauses(library.reader, community.id)
    assert merged.text.splitlines() == ["A", "B", "Then", "C."]
    assert merged.sources == (two, one, three)
    library.undo(scope)
    assert texts(library, community) == ["A\nB", "C."]
    assert sources(library, other) == ["one", "three"]


def test_what_was_for_fewer_stays_so(library: Library, scope: Scope, community: Community) -> None:
    """A merged clause is for the narrower of two audiences; halves are for that of the whole."""
    first = add_clause(library, scope, "purpose", "A B")
    other = add_clause(library, scope, "purpose", "C")
    with library.change("test", scope) as writer:
        writer.change(other, audience="room")
    merge_clauses(library, scope, first, other)
    (merged,) = clauses_of(library.reader, community.id)
    assert merged.audience == "room"
    assert split_clause(library, scope, merged, "A", "B C").audience == "room"


def test_tables_are_merged_with_tables(library: Library, scope: Scope) -> None:
    """Row by row; a table and words stay as they are."""
    table = add_clause(library, scope, "rhythm", "lunch\tmonthly", form="table")
    other = add_clause(library, scope, "rhythm", "\twalk", form="table", heading="Summer")
    words = add_clause(library, scope, "rhythm", "We meet.")
    assert merge_clauses(library, scope, table, other).text == "lunch\tmonthly\nSummer\n\twalk"
    assert refusal(lambda: merge_clauses(library, scope, table, words)) == "clauses-differ"
    assert refusal(lambda: merge_clauses(library, scope, words, words)) == "gone"


def test_what_would_be_too_long_changes_nothing(
    library: Library, scope: Scope, community: Community
) -> None:
    """Both stay."""
    first = add_clause(library, scope, "purpose", "x" * LONGEST_TEXT)
    other = add_clause(library, scope, "purpose", "y")
    assert refusal(lambda: merge_clauses(library, scope, first, other)) == "too-long"
    assert len(texts(library, community)) == 2


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ("add", "edit", "split", "merge", "move", "heading", "remove-undo", "undo-redo")
        ),
        st.integers(0, 20),
        st.integers(0, 20),
    ),
    max_size=14,
)


@pytest.fixture(scope="module")
def writing() -> Iterator[Callable[[], tuple[Library, Scope]]]:
    """A way to a community of its own in one library."""
    folder = TemporaryDirectory()
    library = new_library(Path(folder.name))

    def another() -> tuple[Library, Scope]:
        return library, Scope(found(library).id)

    yield another
    library.close()
    folder.cleanup()


@given(ACTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_source_of_words_that_stand_is_ever_lost(
    writing: Callable[[], tuple[Library, Scope]],
    acts: list[tuple[str, int, int]],
) -> None:
    """Every word of the draft stands in a clause that came from the notes its words came from."""
    library, scope = writing()
    from_notes: dict[str, set[str]] = {}
    for act, one, other in (("add", 0, 0), ("add", 1, 1), *acts):
        do(library, scope, from_notes, act, one, other)
        standing = set()
        for clause in draft_clauses(library.reader, scope.community or ""):
            for word in from_notes.keys() & clause.text.split():
                standing.add(word)
                assert from_notes[word] <= set(clause.sources), word
            assert len(set(clause.sources)) == len(clause.sources)
        assert standing == set(from_notes)


def do(
    library: Library, scope: Scope, words: dict[str, set[str]], act: str, one: int, other: int
) -> None:
    """One act on the draft; ``words`` says which notes each of its words came from."""
    clauses = clauses_of(library.reader, scope.community or "")
    clause = clauses[one % len(clauses)] if clauses else None
    if act == "add":
        new = [f"w{len(words)}-{n}" for n in range(3)]
        notes = [said(library, scope, new[0]).id for _ in range(other % 3)]
        form = "list" if other % 2 else "text"
        add_clause(library, scope, "purpose", "\n".join(new), form=form, sources=notes)
        words |= {word: set(notes) for word in new}
    if clause is None:
        return
    lines = clause.text.splitlines()
    at = other % len(lines)
    if act == "edit" and len(lines) > 1:
        write_clause(library, scope, clause, "\n".join(lines[:at] + lines[at + 1 :]))
        words.pop(lines[at], None)  # a merged heading is a line too
    elif act == "split" and at:
        split_clause(library, scope, clause, "\n".join(lines[:at]), "\n".join(lines[at:]))
    elif act == "merge" and clauses[other % len(clauses)] != clause:
        merge_clauses(library, scope, clause, clauses[other % len(clauses)])
    elif act == "move":
        move_clause(library, scope, clause, 1 if other % 2 else -1)
    elif act == "heading":
        set_heading(library, scope, clause, f"Heading {other}")
    elif act == "remove-undo":
        remove_clause(library, scope, clause)
        library.undo(scope)
    elif act == "undo-redo":
        library.undo(scope)
        library.redo(scope)
