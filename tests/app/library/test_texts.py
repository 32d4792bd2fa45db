"""What people type comes back as they typed it, in every script, at any length."""

from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Community, Draft, Note
from app.library.search import search
from app.moment import MachineMoment
from tests.app.library.settings import (
    StillMoment,
    add,
    community,
    held,
    note,
    person,
    second,
    trouble,
)

TEXTS = (
    "",
    " ",
    "x" * 10_001,
    "é" * 100_000,
    "😀👩🏽‍🌾🇨🇦",
    "שלום עליכם ‏‮overridden",
    "नमस्ते, مرحبا, Γειά, Здравей, 你好",
    "<b>bold</b> & <para> </para> &amp;",
    "'; DROP TABLE note; --",
    '"quoted" \\back\\slash\\u0000',
    "null",
    "NULL",
    "0",
    "1e3",
    "true",
    "\u0001\u001f\u007f\u0085\u2028\ufeff\ufffe\U0010ffff",
    "line\nline\r\nline\ttab\x0b",
    '{"id": "x"}',
    "e\u0301 is not é here",
)


@pytest.fixture
def home(library: Library) -> Community:
    """A community to put notes in."""
    row = community(library)
    add(library, row)
    return row


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_as_it_was_typed(library: Library, home: Community, text: str) -> None:
    row = note(library, home.id, text)
    add(library, row)
    assert library.reader.row(Note, row.id) == row
    with library.keep() as writer:
        writer.put(Draft(place="capture", text=text, at="now"))
    assert library.reader.row(Draft, "capture").text == text
    with closing(second(library.path)) as other:
        assert other.execute("SELECT text FROM note").fetchall() == [(text,)]
    before = held(library.path)
    library.undo(Scope())
    library.redo(Scope())
    assert held(library.path) == before


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library for many examples."""
    path = tmp_path_factory.mktemp("texts") / "library.hearth"
    with closing(open_library(path, StillMoment())) as opened:
        add(opened, community(opened), community(opened, "Another"))
    return path


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(texts=st.lists(st.text(st.characters(exclude_characters="\0"), max_size=80), max_size=12))
def test_any_text(shared: Path, texts: list[str]) -> None:
    encodable = [text for text in texts if not any("\ud800" <= sign <= "\udfff" for sign in text)]
    with closing(open_library(shared, MachineMoment())) as library:
        home = library.reader.rows(Community)[0]
        rows = [note(library, home.id, text) for text in encodable]
        add(library, *rows)
        assert [library.reader.row(Note, row.id) for row in rows] == rows
        if rows:
            library.undo(Scope())
            library.redo(Scope())
            assert [library.reader.row(Note, row.id) for row in rows] == rows
            library.undo(Scope())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("before\0after", "nul-character"),
        ("\0", "nul-character"),
        ("half of an emoji \ud83d", "broken-character"),
        ("\udc00", "broken-character"),
    ],
)
def test_what_cannot_be_kept_is_said_and_changes_nothing(
    library: Library, home: Community, text: str, code: str
) -> None:
    kept = note(library, home.id, "kept")
    add(library, kept)
    before = held(library.path)
    with trouble(code):
        add(library, note(library, home.id, "beside it"), note(library, home.id, text))
    with trouble(code), library.change("edit") as writer:
        writer.change(kept, text=text)
    with trouble(code), library.keep() as writer:
        writer.put(Draft(place="capture", text=text, at="now"))
    assert held(library.path) == before
    assert library.reader.count(Draft) == 0
    add(library, note(library, home.id, "work goes on"))
    assert library.reader.count(Note) == 2


def test_words_are_found_whatever_their_accents_and_case(library: Library, home: Community) -> None:
    rows = [
        note(library, home.id, text)
        for text in ("Forêt d'hiver", "FORET", "forest", "שלום", "Straße", "naïveté")
    ]
    add(library, *rows)

    def found(text: str) -> list[str]:
        return sorted(
            library.reader.row(Note, one.row).text for one in search(library.reader, text)
        )

    assert found("forêt") == ["FORET", "Forêt d'hiver"]
    assert found("for") == ["FORET", "Forêt d'hiver", "forest"]
    assert found("hiver FORET") == ["Forêt d'hiver"]
    assert found("של") == ["שלום"]
    assert found("naivete") == ["naïveté"]
    for nothing in ("", "   ", '"', "* - ( NEAR", "zzz", "\0", "\ud83d"):
        assert [one for one in found(nothing) if nothing.strip()] == []
    with library.change("edit") as writer:
        writer.change(rows[0], text="Summer")
    assert found("forêt") == ["FORET"]
    library.undo(Scope())
    assert found("hiver") == ["Forêt d'hiver"]
    library.undo(Scope())
    assert found("foret") == []


def test_the_words_of_everything_are_found(library: Library, home: Community) -> None:
    found = search(library.reader, "lantern")
    assert [(one.table, one.row) for one in found] == [("community", home.id)]
    assert found[0].excerpt == "Lantern makers"


def test_of_a_paragraph_a_dozen_words_are_looked_for(library: Library, home: Community) -> None:
    words = [f"word{number}" for number in range(13)]
    row = note(library, home.id, " ".join(words[:12]))
    add(library, row, note(library, home.id, " ".join(words[:11])))
    assert [one.row for one in search(library.reader, " ".join(words[:12]))] == [row.id]
    assert [one.row for one in search(library.reader, " ".join(words))] == [row.id]
    again = " ".join([*words[:11], *words[:11], words[11]])
    assert [one.row for one in search(library.reader, again)] == [row.id], "each counts once"


def test_no_table_crowds_out_another(library: Library, home: Community) -> None:
    """As many of each as there is room for, and no room left unused while there is more."""
    for number in range(20):
        add(library, note(library, home.id, f"ember {number}"), person(library, f"Ember {number}"))
    add(library, community(library, "Ember"))

    def shares(most: int) -> list[int]:
        found = [one.table for one in search(library.reader, "ember", most=most)]
        return [found.count(table) for table in ("note", "community", "person")]

    assert shares(50) == [20, 1, 20]
    assert shares(13) == [6, 1, 6]
    assert shares(12) == [5, 1, 5]
