"""Undo and redo: whatever was done in a scope, backwards and on again, also after a restart."""

import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Literal

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Dots, Note, Person, Round, Version
from app.library.trouble import Trouble
from app.library.writer import Writer
from tests.app.library.settings import (
    Held,
    StillMoment,
    add,
    community,
    held,
    held_by,
    note,
    person,
    second,
    trouble,
)

TEXTS = ("a", "Émilie", "ω\n\t\"'\\", "𝔘😀", "שלום", "\u0001\u2028\ufffe", "x" * 5000)


def test_undo_and_redo(library: Library) -> None:
    home = community(library)
    add(library, home)
    before = held(library.path)
    with library.change("edit") as writer:
        writer.change(home, name="Other")
        writer.add(note(library, home.id, "one"))
    after = held(library.path)
    told = library.undo(Scope())
    assert held(library.path) == before
    assert told.label == "edit"
    assert ("community", home.id) in told.rows
    library.redo(Scope())
    assert held(library.path) == after
    library.undo(Scope())
    library.undo(Scope())
    assert not any(held(library.path).values())
    with trouble("nothing-to-undo"):
        library.undo(Scope())
    library.redo(Scope())
    library.redo(Scope())
    assert held(library.path) == after
    with trouble("nothing-to-redo"):
        library.redo(Scope())


def test_a_new_change_ends_redo(library: Library) -> None:
    add(library, person(library, "one"))
    library.undo(Scope())
    assert library.redo_label(Scope()) == "add"
    add(library, person(library, "two"))
    assert library.redo_label(Scope()) is None
    with trouble("nothing-to-redo"):
        library.redo(Scope())
    library.undo(Scope())
    library.redo(Scope())
    assert [row.name for row in library.reader.rows(Person)] == ["two"], "not what was left behind"


def test_a_change_that_came_to_nothing_leaves_redo_alone(library: Library) -> None:
    row = person(library, "one")
    add(library, row)
    library.undo(Scope())
    with library.change("nothing") as writer:
        writer.add(row)
        writer.remove(row)
    library.redo(Scope())
    assert library.reader.count(Person) == 1


def test_undo_keeps_to_its_scope(library: Library) -> None:
    home = community(library)
    add(library, home)
    here, there = Scope(home.id), Scope(home.id, "workshop")
    one, two = note(library, home.id, "one"), note(library, home.id, "two")
    add(library, one, scope=here, label="here")
    add(library, two, scope=there, label="there")
    assert (library.undo_label(here), library.undo_label(there)) == ("here", "there")
    library.undo(here)
    assert [row.id for row in library.reader.rows(Note)] == [two.id]
    library.undo(there)
    library.redo(here)
    assert [row.id for row in library.reader.rows(Note)] == [one.id]
    with trouble("nothing-to-undo"):
        library.undo(Scope("elsewhere"))


def test_undo_after_a_restart(library: Library, moment: StillMoment) -> None:
    add(library, person(library, "one"), label="first")
    before = held(library.path)
    add(library, person(library, "two"), label="second")
    library.close()
    with closing(open_library(library.path, moment)) as again:
        assert again.undo_label(Scope()) == "second"
        again.undo(Scope())
        assert held(library.path) == before
    with closing(open_library(library.path, moment)) as again:
        again.redo(Scope())
        assert again.reader.count(Person) == 2


def refused(library: Library, act: Callable[[], object]) -> None:
    """Expect a conflict that leaves every row, and what can be undone, as it was."""
    before = held(library.path)
    labels = library.undo_label(Scope("here")), library.redo_label(Scope("here"))
    with trouble("undo-conflict"):
        act()
    assert held(library.path) == before
    assert (library.undo_label(Scope("here")), library.redo_label(Scope("here"))) == labels


def test_undo_is_refused_where_rows_have_changed_since(library: Library) -> None:
    here, there = Scope("here"), Scope("there")
    one, two = person(library, "one"), person(library, "two")
    with library.change("add", here) as writer:
        writer.add(one)
        writer.add(two)
    with library.change("edit", there) as writer:
        writer.change(one, name="changed since")
    refused(library, lambda: library.undo(here))
    library.undo(there)
    library.undo(here)
    assert library.reader.count(Person) == 0
    with library.change("add", there) as writer:
        writer.add(one)
    refused(library, lambda: library.redo(here))


def test_undo_is_refused_where_something_needs_the_row(library: Library) -> None:
    home = community(library)
    add(library, home, scope=Scope("here"))
    add(library, note(library, home.id, "stands on it"), scope=Scope("there"))
    refused(library, lambda: library.undo(Scope("here")))


def test_undo_of_a_row_laid_anew_on_which_something_stands_now(library: Library) -> None:
    """It is gone for an instant within the undo, which is nobody's affair."""
    home, old = community(library), person(library, "one")
    add(library, home, old)
    with library.change("anew", Scope("here")) as writer:
        writer.remove(old)
        writer.add(msgspec.structs.replace(old, name="two"))
        writer.change(home, name="Other")
    said = msgspec.structs.replace(note(library, home.id, "said"), author=old.id)
    add(library, said, scope=Scope("elsewhere"))
    library.undo(Scope("here"))
    assert library.reader.rows(Person) == [old]
    assert library.reader.rows(Note) == [said]


def test_rules_of_the_tables_hold_in_both_directions(library: Library) -> None:
    home = community(library)
    first = Version(id="1", community=home.id, number=1, date="2026-01-15", clauses="[]")
    other = Version(id="2", community=home.id, number=2, date="2026-01-15", clauses="[]")
    dots = Dots(id="d1", round="r", item="note", number=3)
    add(library, home, first, other, Round(id="r", form="dots", opened="now"), dots)
    before = held(library.path)
    with library.change("exchange") as writer:
        writer.change(first, number=3)
        writer.change(other, number=1)
        writer.change(first, number=2)
        writer.remove(dots)
        writer.add(Dots(id="d2", round="r", item="note", number=4))
    after = held(library.path)
    library.undo(Scope())
    assert held(library.path) == before
    library.redo(Scope())
    assert held(library.path) == after


def test_a_closed_private_round_is_not_opened_again(library: Library) -> None:
    scope = Scope("here")
    row = Round(id="r", form="stances", private=True, opened="now")
    add(library, row, scope=scope)
    with library.change("round-close", scope) as writer:
        writer.change(row, closed="now")
    before = held(library.path)
    with trouble("private-closed"):
        library.undo(scope)
    assert held(library.path) == before
    public = Round(id="p", form="dots", opened="now")
    add(library, public, scope=Scope("there"))
    with library.change("round-close", Scope("there")) as writer:
        writer.change(public, closed="now")
    library.undo(Scope("there"))
    assert library.reader.row(Round, "p").closed is None


# Any sequence of changes, undone and done again.

Act = tuple[str, int, int]
ACTS = st.tuples(
    st.sampled_from(["add", "edit", "move", "remove", "dots", "exchange"]),
    st.integers(0, 7),
    st.integers(0, 7),
)
STEPS = st.lists(
    st.one_of(
        st.lists(ACTS, min_size=1, max_size=5),
        st.sampled_from(["undo", "undo", "redo", "restart"]),
    ),
    max_size=9,
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with a community, a round and two versions in it, closed, to be copied."""
    path = tmp_path_factory.mktemp("template") / "library.hearth"
    with closing(open_library(path, StillMoment())) as library:
        home = community(library)
        numbers = [
            Version(id=f"v{one}", community=home.id, number=one, date="2026-01-15", clauses="[]")
            for one in (1, 2)
        ]
        add(library, home, Round(id="r", form="dots", opened="now"), *numbers)
    return path


def do(library: Library, writer: Writer, act: Act) -> None:
    """One thing done in a change; what does not apply does nothing."""
    what, one, two = act
    notes = writer.rows(Note)
    match what:
        case "add":
            home = writer.rows(type(community(library)))[0]
            writer.add(note(library, home.id, TEXTS[one % len(TEXTS)], position=two))
        case "edit" if notes:
            writer.change(notes[one % len(notes)], text=TEXTS[two % len(TEXTS)], position=two)
        case "move" if notes:
            writer.change(notes[one % len(notes)], position=-(two << 60))
        case "remove" if notes:
            writer.remove(notes[one % len(notes)])
        case "dots":
            known = writer.rows(Dots, round="r", item=str(one))
            for dots in known:
                writer.remove(dots)
            if two:
                new = library.moment.new_id()
                writer.add(Dots(id=new, round="r", item=str(one), number=two))
        case "exchange":
            left, right = writer.row(Version, "v1"), writer.row(Version, "v2")
            writer.change(left, number=99)
            writer.change(right, number=left.number)
            writer.change(left, number=right.number)
        case _:
            pass


@settings(
    max_examples=300,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_any_sequence_undone_gives_back_the_same_rows(
    template: Path, tmp_path: Path, steps: list[list[Act] | Literal["undo", "redo", "restart"]]
) -> None:
    path = tmp_path / "library.hearth"
    shutil.copyfile(template, path)
    moment, scope = StillMoment(), Scope("here")
    moment.pass_by(60)
    library, other = open_library(path, moment), second(path)
    done: list[tuple[Held, Held]] = []
    undone: list[tuple[Held, Held]] = []
    try:
        for step in steps:
            before = held_by(other)
            if step == "restart":
                library.close()
                library = open_library(path, moment)
            elif step == "undo":
                with suppress(Trouble):
                    library.undo(scope)
                    undone.append(done.pop())
                    assert held_by(other) == undone[-1][0]
            elif step == "redo":
                with suppress(Trouble):
                    library.redo(scope)
                    done.append(undone.pop())
                    assert held_by(other) == done[-1][1]
            else:
                with library.change("acts", scope) as writer:
                    for act in step:
                        do(library, writer, act)
                if (after := held_by(other)) != before:
                    done.append((before, after))
                    undone.clear()
        for before, after in reversed(done):
            assert held_by(other) == after
            library.undo(scope)
            assert held_by(other) == before
        assert library.undo_label(scope) is None
        for before, after in done:
            assert held_by(other) == before
            library.redo(scope)
            assert held_by(other) == after
        assert held_by(other) == (done[-1][1] if done else held(template))
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []
    finally:
        other.close()
        library.close()
