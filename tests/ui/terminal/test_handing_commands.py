"""Handing over, bringing in and reporting on the command line: as much as the window says."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from app.library.opening import open_library
from app.library.rows import Note, Outcome, Person, Session, Workshop
from app.moment import MachineMoment
from tests.ui.terminal.house import LAUNCH, NAME, Terminal

SECRET = "She wants to leave in March"


@pytest.fixture
def noted(terminal: Terminal) -> Terminal:
    """A terminal on a library with something private in it."""
    opened = closing(open_library(terminal.library, MachineMoment()))
    with opened as library, library.change("test") as writer:
        writer.change(writer.rows(Person)[0], notes=SECRET)
        writer.change(writer.rows(Note)[0], audience="facilitator", text=SECRET)
    return terminal


def test_what_is_private_leaves_only_when_asked(
    noted: Terminal, fresh: Terminal, tmp_path: Path
) -> None:
    """And it is said what was left out, in the file too."""
    bare, whole = tmp_path / "bare.json", tmp_path / "whole.json"
    said = noted.done("export", "community", NAME, "--to", bare)
    assert "without what is private" in said
    assert "1 note for the facilitator" in said
    assert "your notes on 1 person" in said
    assert SECRET not in bare.read_text(encoding="utf-8")
    header = json.loads(bare.read_bytes())["hearth"]
    assert header["private"] is False
    assert header["left_out"]["person.notes"] == 1
    said = noted.done("export", "community", NAME, "--with-private", "--to", whole)
    assert "also what only the facilitator may read" in said
    assert whole.read_text(encoding="utf-8").count(SECRET) == 2
    fresh.done("import", bare)
    with closing(open_library(fresh.library, MachineMoment(), read_only=True)) as library:
        assert not any(one.notes for one in library.reader.rows(Person))


def test_a_look_at_a_file_changes_nothing(noted: Terminal, fresh: Terminal, tmp_path: Path) -> None:
    """What it holds, what was left out of it, what is here already, why it would be refused."""
    file = tmp_path / "stewards.json"
    noted.done("export", "community", NAME, "--to", file)
    said = fresh.done("import", file, "--preview")
    assert not fresh.library.exists()
    assert said.startswith(f"{NAME}\nIt holds 18 people, 1 workshop, 90 notes")
    assert "your notes on 1 person" in said
    assert said.endswith("this was only a preview.\n")
    open_library(fresh.library, MachineMoment()).close()
    assert fresh.done("import", file, "--preview") == said
    assert "There is no community" in fresh.done("list")
    here = noted.run("import", file, "--preview")
    assert here.code == 1
    assert "18 are already here" in here.out
    assert "already in this library" in here.complaint


def test_the_report_says_who_does_what_until_when(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the language of the system, or in the one asked for."""
    with closing(open_library(terminal.library, MachineMoment(), read_only=True)) as library:
        actions = [
            one for one in library.reader.rows(Outcome, form="action") if one.state == "open"
        ]
    said = terminal.done("report", NAME)
    assert said.startswith(f"{NAME}\n")
    for action in actions:
        assert f"- {action.text}: {action.owner_name or 'nobody yet'}, " in said
    assert "- Coordinator: Amélie Desrochers, until 14 Jan 2027" in said
    assert "version 1" in said
    french = terminal.done("report", NAME, "--language", "fr")
    assert "- Coordination\u00a0: Amélie Desrochers, jusqu’au 14\u00a0janv. 2027" in french
    monkeypatch.setenv("LC_ALL", "fr_CA.UTF-8")
    assert terminal.done("report", NAME) == french


def test_the_report_of_a_workshop_is_what_its_community_may_read(terminal: Terminal) -> None:
    """What came of it; while it is planned, its agenda. What is for others alone is not in it."""
    with closing(open_library(terminal.library, MachineMoment())) as library:
        hidden, shown = library.reader.rows(Outcome, form="decision")[:2]
        with library.change("test") as writer:
            writer.change(hidden, audience="facilitator")
    said = terminal.done("report", NAME, "--workshop", LAUNCH)
    assert shown.text in said
    assert hidden.text not in said
    opened = closing(open_library(terminal.library, MachineMoment()))
    with opened as library, library.change("test") as writer:
        workshop = writer.change(writer.rows(Workshop)[0], state="planned")
        (session,) = writer.rows(Session, workshop=workshop.id)
    said = terminal.done("report", NAME, "--workshop", LAUNCH, "--language", "fr")
    assert f"de {session.starts // 60} h à" in said.replace("\u00a0", " ").replace("\u202f", " ")


def test_what_cannot_be_reported_is_said(terminal: Terminal, fresh: Terminal) -> None:
    """No such community, no such workshop, no library."""
    assert "No community here" in terminal.refused("report", "Nobody")
    assert "has no workshop" in terminal.refused("report", NAME, "--workshop", "Never")
    assert "There is no library" in fresh.refused("report", NAME)
    assert not fresh.library.parent.exists()
