"""What is read again is what the library holds, however much of it was remembered."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.library.journal import Change, Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.reader import Reader
from app.library.remembering import FEW, ROWS
from app.library.rows import Community, Draft, Note, Person, Row
from app.library.strike import strike
from app.library.trouble import Trouble
from tests.app.library.settings import StillMoment, add, community, note, person, put_all

ZONES = ("hopes", "fears")

QUESTIONS: tuple[Callable[[Reader], object], ...] = (
    lambda reader: reader.rows(Note),
    lambda reader: reader.rows(Note, order="position"),
    lambda reader: reader.rows(Note, order="position DESC, id"),
    lambda reader: reader.rows(Note, order="author, text"),
    lambda reader: reader.rows(Note, order="text", zone="hopes"),
    lambda reader: reader.rows(Note, author=None, zone="fears"),
    lambda reader: reader.count(Note, zone="hopes"),
    lambda reader: reader.select(Note, "WHERE length(text) > ? ORDER BY text, id", 3),
    lambda reader: reader.select(
        Note, "JOIN person ON person.id = note.author WHERE person.name = ? ORDER BY note.id", "Bo"
    ),
    lambda reader: reader.cells("SELECT zone, max(position) FROM note GROUP BY zone ORDER BY zone"),
    lambda reader: reader.number("SELECT count(*) FROM change"),
    lambda reader: reader.rows(Person, order="name"),
    lambda reader: reader.rows(Draft, order="place"),
    lambda reader: [reader.find(Note, row.id) for row in reader.rows(Note)],
    lambda reader: [reader.find(Draft, zone) for zone in ZONES],
)


def agree(library: Library) -> None:
    """Ask everything, of the library's reader and of one that remembers nothing."""
    with library.snapshot() as fresh:
        for number, ask in enumerate(QUESTIONS):
            assert ask(library.reader) == ask(fresh), number


Step = tuple[str, int, int]

DEEDS = (
    "add edit move zone author remove many undo redo draft person strike elsewhere nothing".split()
)

steps = st.lists(
    st.tuples(st.sampled_from(DEEDS), st.integers(0, 30), st.integers(0, 5)), max_size=20
)


def do(library: Library, step: Step) -> None:
    """One thing that is done to a library."""
    what, one, other = step
    home = library.reader.rows(Community)[0]
    notes, people = library.reader.rows(Note), library.reader.rows(Person)
    chosen = notes[one % len(notes)] if notes else None
    if what == "add":
        add(library, note(library, home.id, "a" * other or "b", position=one))
    elif what == "many":
        some = (note(library, home.id, f"{n} of many", position=n) for n in range(FEW + other))
        add(library, *some)
    elif what == "person":
        add(library, person(library, ("Bo", "Al")[other % 2]))
    elif what in ("undo", "redo"):
        with suppress(Trouble):
            library.undo(Scope()) if what == "undo" else library.redo(Scope())
    elif what == "draft":
        with library.keep() as writer:
            draft = Draft(place=ZONES[other % 2], text=f"{one}", at="2026-01-15T14:05:09.120Z")
            writer.put(draft) if one % 3 else writer.remove(draft)
    elif what == "elsewhere":
        with closing(sqlite3.connect(library.path)) as stranger, stranger:
            stranger.execute("UPDATE note SET text = text || '!' WHERE position = ?", (one,))
    elif chosen is not None and what == "strike":
        strike(library, [("note", chosen.id)])
    elif chosen is not None:
        with library.change(what) as writer:
            if what == "remove":
                writer.remove(chosen)
            elif what == "author":
                author = people[one % len(people)].id if people and other else None
                writer.change(chosen, author=author)
            elif what == "zone":
                writer.change(chosen, zone=ZONES[other % 2])
            elif what == "move":
                writer.change(chosen, position=other * 7)
            elif what == "edit":
                writer.change(chosen, text="e" * (other + 1))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps=steps)
def test_what_is_remembered_is_what_is_held(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step]
) -> None:
    """Whatever is written, through the doors or past them, and whoever is told of it."""
    path = tmp_path_factory.mktemp("remembering") / "library.hearth"
    with closing(open_library(path, StillMoment())) as library:
        home = community(library)
        add(library, home, scope=Scope(home.id))

        def told(change: Change) -> None:
            agree(library)

        library.subscribe(told)
        for step in steps:
            do(library, step)
            agree(library)


def test_what_has_not_changed_is_not_read_again(library: Library) -> None:
    """Of a list, only the rows that were written; of what else was asked, nothing."""
    home = community(library)
    add(library, home, *(note(library, home.id, f"{n}", position=n) for n in range(20)))
    reader = library.reader
    before = reader.rows(Note, order="position", community=home.id)
    found = reader.find(Community, home.id)
    add(library, note(library, home.id, "between", position=7))
    after = reader.rows(Note, order="position", community=home.id)
    assert [row.text for row in after if row not in before] == ["between"]
    stood = [row for row in after if row.text != "between"]
    assert all(row is other for row, other in zip(stood, before, strict=True))
    assert reader.find(Community, home.id) is found


def test_what_was_given_is_the_askers_own(library: Library) -> None:
    """A list that somebody changes is not what the next one is given."""
    add(library, community(library))
    library.reader.rows(Community).clear()
    assert len(library.reader.rows(Community)) == 1


def test_it_does_not_hold_on_to_everything(path: Path, moment: StillMoment) -> None:
    """Beyond so many rows it begins again, and still says what is true."""
    with closing(open_library(path, moment)) as library:
        home = community(library)
        some: list[Row] = [note(library, home.id, f"{n}") for n in range(ROWS // 2 + 1)]
        with library.change("many") as writer:
            put_all(writer, home, *some)
        for zone in ("", None):
            found = library.reader.rows(Note, zone=zone)
            assert len(found) == (len(some) if zone == "" else 0)
        assert len(library.reader.rows(Note)) == len(some)
        agree(library)
