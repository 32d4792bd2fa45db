"""Clauses: what is typed is kept, in its order, with what it came from."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charter.clauses import (
    LONGEST_HEADING,
    add_clause,
    add_item,
    cells_of,
    clauses_of,
    items_of,
    list_text,
    move_clause,
    remove_clause,
    rename_section,
    set_heading,
    sources_of,
    table_text,
    tie,
    untie,
    write_clause,
)
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Clause, ClauseSource, Community, Note
from app.moment import stamp
from app.typed_text import LONGEST_TEXT
from tests.app.community.village import StandingClock, refusal


def said(library: Library, scope: Scope, text: str) -> Note:
    """A note of the community."""
    with library.change("test", scope) as writer:
        return writer.add(
            Note(
                id=library.moment.new_id(),
                community=scope.community or "",
                kind="talk",
                position=0,
                text=text,
                made=stamp(library.moment.now()),
            )
        )


def texts(library: Library, community: Community, section: str | None = None) -> list[str]:
    """What the draft says, clause by clause."""
    return [one.text for one in clauses_of(library.reader, community.id, section)]


def test_clauses_stand_in_their_order(library: Library, scope: Scope, community: Community) -> None:
    """Each at the end of its section; moved by one; never beyond an end."""
    first = add_clause(library, scope, "purpose", "One")
    add_clause(library, scope, "domain", "Elsewhere")
    last = add_clause(library, scope, "purpose", "Two")
    assert texts(library, community, "purpose") == ["One", "Two"]
    move_clause(library, scope, last, -1)
    assert texts(library, community, "purpose") == ["Two", "One"]
    move_clause(library, scope, last, -1)
    move_clause(library, scope, first, 1)
    assert texts(library, community, "purpose") == ["Two", "One"]
    assert texts(library, community, "domain") == ["Elsewhere"]
    library.undo(scope)
    assert texts(library, community, "purpose") == ["One", "Two"]


def test_a_moved_clause_that_is_gone_is_said_to_be(library: Library, scope: Scope) -> None:
    """Somebody else took it away."""
    clause = add_clause(library, scope, "purpose", "One")
    remove_clause(library, scope, clause)
    assert refusal(lambda: move_clause(library, scope, clause, 1)) == "gone"
    assert refusal(lambda: write_clause(library, scope, clause, "More")) == "gone"


def test_nothing_is_no_clause(library: Library, scope: Scope, community: Community) -> None:
    """Nothing is added for white space, in whatever form."""
    for form, text in (("text", " \n "), ("list", "\n\n"), ("table", "\t\t\n \t ")):
        assert refusal(partial(add_clause, library, scope, "x", text, form=form)) == "empty"
    assert texts(library, community) == []


def test_a_text_too_long_changes_nothing(
    library: Library, scope: Scope, community: Community
) -> None:
    """And it says by how much; the longest is kept whole."""
    clause = add_clause(library, scope, "purpose", "One")
    longest = "é" * LONGEST_TEXT
    assert refusal(lambda: write_clause(library, scope, clause, longest + "x")) == "too-long"
    assert texts(library, community) == ["One"]
    write_clause(library, scope, clause, longest)
    assert texts(library, community) == [longest]


@pytest.mark.parametrize("form", ["list", "table"])
def test_lists_and_tables_are_bounded_too(library: Library, scope: Scope, form: str) -> None:
    """A list of many short lines is as long as a long text."""
    many = "\n".join(["ten letter"] * (LONGEST_TEXT // 10))
    assert refusal(lambda: add_clause(library, scope, "x", many, form=form)) == "too-long"


def test_typing_is_one_change(library: Library, scope: Scope, community: Community) -> None:
    """Autosaves of one clause that follow closely are undone together."""
    clause = add_clause(library, scope, "purpose", "One")
    for text in ("One, ", "One, two", "One, two, three"):
        clause = write_clause(library, scope, clause, text)
    library.undo(scope)
    assert texts(library, community) == ["One"]


def test_typing_after_a_pause_is_another_change(
    library: Library, scope: Scope, community: Community
) -> None:
    """Five seconds of rest begin something new to undo."""
    clock = library.moment
    assert isinstance(clock, StandingClock)
    clause = add_clause(library, scope, "purpose", "One")
    write_clause(library, scope, clause, "Two")
    clock.go_on(seconds=6)
    write_clause(library, scope, clause, "Three")
    library.undo(scope)
    assert texts(library, community) == ["Two"]


def test_items_and_cells(library: Library, scope: Scope, community: Community) -> None:
    """Empty lines are no items; a first cell may be empty without the others moving up."""
    listed = add_clause(library, scope, "norms", " a \n\n  b  b\n", form="list")
    assert items_of(listed) == ["a", "b b"]
    table = add_clause(library, scope, "rhythm", "\tweekly\n\t\nlunch\t\tall", form="table")
    assert cells_of(table) == [["", "weekly"], ["lunch", "", "all"]]
    add_item(library, scope, "norms", "c")
    assert texts(library, community, "norms") == ["a\nb b\nc"]
    add_item(library, scope, "questions", "Why?")
    assert [one.form for one in clauses_of(library.reader, community.id, "questions")] == ["list"]


@given(st.lists(st.lists(st.text("ab \té", max_size=4), min_size=1, max_size=4), max_size=6))
def test_rows_come_back_as_they_were(rows: list[list[str]]) -> None:
    """A table written and read again is the same, but for what is only white space."""

    class Table:
        text = table_text(rows)

    wanted = [[" ".join(cell.split()) for cell in row] for row in rows]
    trimmed = []
    wide = max((len(row) for row in wanted if any(row)), default=0)
    for row in wanted:
        while row and not row[-1]:
            row.pop()
        if row:
            trimmed.append(row)
    if trimmed and wide > max(len(row) for row in trimmed):
        # An empty last column is told by the first row.
        trimmed[0] += [""] * (wide - len(trimmed[0]))
    assert cells_of(Table()) == trimmed


@given(st.lists(st.text("ab \té\n", max_size=6), max_size=6))
def test_items_come_back_as_they_were(items: list[str]) -> None:
    """A list written and read again is the same, but for what is only white space."""

    class Listed:
        text = list_text(items)

    assert items_of(Listed()) == [" ".join(one.split()) for one in items if one.split()]


def test_headings(library: Library, scope: Scope, community: Community) -> None:
    """A heading of its own is one line, may go again, and has a longest."""
    clause = add_clause(library, scope, "domain", "One", heading="  What\n is ours ")
    assert clause.heading == "What is ours"
    assert set_heading(library, scope, clause, " ").heading == ""
    too_long = "x" * (LONGEST_HEADING + 1)
    assert refusal(lambda: set_heading(library, scope, clause, too_long)) == "too-long"


def test_a_section_of_ones_own_is_renamed(
    library: Library, scope: Scope, community: Community
) -> None:
    """All its clauses go along, and no others."""
    add_clause(library, scope, "Our tools", "A list")
    add_clause(library, scope, "Our tools", "A shelf")
    add_clause(library, scope, "purpose", "One")
    assert rename_section(library, scope, "Our tools", " What we  use ") == "What we use"
    found = [one.section for one in clauses_of(library.reader, community.id)]
    assert found == ["What we use", "What we use", "purpose"]
    assert refusal(lambda: rename_section(library, scope, "What we use", " ")) == "empty"
    library.undo(scope)
    assert texts(library, community, "Our tools") == ["A list", "A shelf"]


def test_a_section_is_not_renamed_into_another(
    library: Library, scope: Scope, community: Community
) -> None:
    """The two would become one, and nothing would tell them apart again."""
    add_clause(library, scope, "Our tools", "A list")
    add_clause(library, scope, "Our songs", "The long one")
    assert refusal(lambda: rename_section(library, scope, "Our tools", "Our songs")) == (
        "section-there"
    )
    assert texts(library, community, "Our tools") == ["A list"]
    assert rename_section(library, scope, "Our tools", "Our tools") == "Our tools"


def test_an_empty_last_column_is_a_column_all_the_same(
    library: Library, scope: Scope, community: Community
) -> None:
    """To be filled in by hand, or later; one that the section has anyway goes without saying."""
    clause = add_clause(library, scope, "rhythm", "a\tb\t\n\tc\t", form="table")
    assert cells_of(clause) == [["a", "b", ""], ["", "c"]]
    assert write_clause(library, scope, clause, clause.text) == clause
    assert table_text([["a", "b", ""], ["c", "", ""]], known=3) == "a\tb\nc"
    assert table_text([["a", "", "", ""], ["", "", "", ""]], known=3) == "a\t\t\t"
    assert table_text([["a"], ["b", "c"]]) == "a\nb\tc"
    assert table_text([["", ""]]) == ""


def test_ties_to_notes(library: Library, scope: Scope, community: Community) -> None:
    """A clause knows what it came from, once each; removing it unties all, undo ties again."""
    one, other = said(library, scope, "First"), said(library, scope, "Second")
    clause = add_clause(library, scope, "purpose", "One", sources=[other.id])
    tie(library, scope, clause, one.id)
    tie(library, scope, clause, one.id)
    assert [note.text for note in sources_of(library.reader, clause.id)] == ["First", "Second"]
    untie(library, scope, clause, other.id)
    assert [note.text for note in sources_of(library.reader, clause.id)] == ["First"]
    remove_clause(library, scope, clause)
    assert library.reader.rows(ClauseSource) == []
    library.undo(scope)
    assert library.reader.find(Clause, clause.id) is not None
    assert [note.text for note in sources_of(library.reader, clause.id)] == ["First"]


def test_a_clause_belongs_to_a_community(library: Library) -> None:
    """The whole library has no charter."""
    with pytest.raises(ValueError, match="belongs to a community"):
        add_clause(library, Scope(), "purpose", "One")


def test_spaces_that_never_break_stay() -> None:
    """In an item and in a cell, as French has them in an hour and before a colon."""
    hour, label = "13\N{NO-BREAK SPACE}h", "Lieu\N{NO-BREAK SPACE}: ici"
    assert list_text([f"{hour}  et\tquart", label]) == f"{hour} et quart\n{label}"
    assert table_text([[hour, f" {label} "]]) == f"{hour}\t{label}"
