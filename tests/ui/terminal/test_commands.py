"""The ``hearth`` command line, in the process of the test: what it does, what it says."""

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from app.community.communities import CommunityFields, create_community
from app.exchange.sample import Sample
from app.library import library_check
from app.library.journal import Scope
from app.library.opening import LookedOver, open_library
from app.moment import MachineMoment
from tests.ui.terminal.house import (
    LAUNCH,
    NAME,
    Terminal,
    add_community,
    one_sentence,
)
from ui.commands import default_library, main


def test_the_list_shows_communities_and_their_workshops(
    terminal: Terminal, played: tuple[Path, Sample]
) -> None:
    """With the ids by which they can be named."""
    lines = terminal.done("list").splitlines()
    assert lines == [
        f"{played[1].community.id}  {NAME}",
        f"    {played[1].workshop.id}  {LAUNCH}, 14 Jan 2026, held",
    ]


def test_the_list_speaks_the_language_of_the_system(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """French where it is French; sentences on what is wrong too."""
    monkeypatch.setenv("LC_ALL", "fr_CA.UTF-8")
    assert "14\u00a0janv. 2026, tenu" in terminal.done("list")
    assert "Aucune communauté" in terminal.refused("export", "community", "x", "--to", "x.json")


def test_an_empty_library_says_so(fresh: Terminal) -> None:
    """Once it is there; before, it is not made for a listing."""
    assert "There is no library" in fresh.refused("list")
    assert not fresh.library.parent.exists()
    open_library(fresh.library, MachineMoment()).close()
    assert fresh.done("list") == "There is no community in this library yet.\n"


def test_names_that_would_steer_a_terminal_are_listed_plainly(terminal: Terminal) -> None:
    """Line ends and escapes that came with a name stay within its line."""
    with closing(open_library(terminal.library, MachineMoment())) as library:
        made = create_community(library, CommunityFields(name="x"))
        with library.change("test", Scope(made.id)) as writer:
            writer.change(made, name="one\ntwo\x1b[2J", ended="2026-02-01")
    line = next(line for line in terminal.done("list").splitlines() if "one" in line)
    assert line.endswith("  one two [2J (ended on 1 Feb 2026)")


def test_what_was_put_away_or_called_off_is_listed_as_such(
    terminal: Terminal, played: tuple[Path, Sample]
) -> None:
    community, held = played[1].community, played[1].workshop
    opening = closing(open_library(terminal.library, MachineMoment()))
    with opening as library, library.change("test", Scope(community.id)) as writer:
        writer.change(community, archived="2026-02-01")
        writer.change(held, state="planned", called_off="2026-01-13")
    lines = terminal.done("list").splitlines()
    assert lines[0].endswith(f"{NAME} (archived on 1 Feb 2026)")
    assert lines[1].endswith(f"{LAUNCH}, 14 Jan 2026, called off")


def test_what_the_catalogue_serves_is_printed(fresh: Terminal) -> None:
    """Each idea with its exercises; under it stage by stage the purposes, in the language asked."""
    said = fresh.done("catalogue", "--coverage", "--language", "fr")
    lines = said.splitlines()
    ideas = [line for line in lines if not line.startswith(" ")]
    assert len(ideas) == 61
    assert all("activité" in line and not line.endswith(" 0 activité") for line in ideas)
    assert any(line.startswith("  Se renouveler\u00a0: ") for line in lines)


def test_the_catalogue_is_printed_in_both_languages(fresh: Terminal) -> None:
    """Needs no library."""
    catalogue = json.loads(fresh.done("catalogue", "--json"))
    assert len(catalogue["exercises"]) >= 11
    assert set(catalogue["exercises"][0]["words"]) == {"en", "fr"}
    assert not fresh.library.exists()


def test_a_community_leaves_and_comes_back(
    terminal: Terminal, fresh: Terminal, tmp_path: Path
) -> None:
    """The file is the same; what is already there is refused."""
    first, second = tmp_path / "one.json", tmp_path / "two.json"
    said = terminal.done("export", "community", NAME, "--to", first)
    assert "with care" in said
    said = fresh.done("import", first)
    assert said == f"“{NAME}” is now in the library, with 18 people and 1 workshop.\n"
    fresh.done("export", "community", NAME, "--to", second)
    assert second.read_bytes() == first.read_bytes()
    assert "already in this library" in fresh.refused("import", first)
    assert len(fresh.done("list").splitlines()) == 2


def test_what_a_later_hearth_wrote_and_was_left_out_is_said(
    terminal: Terminal, fresh: Terminal, tmp_path: Path
) -> None:
    """The rest is brought in; by its own names, as the page on the file has them."""
    file = tmp_path / "later.json"
    terminal.done("export", "community", NAME, "--to", file)
    root = json.loads(file.read_text(encoding="utf-8"))
    root["hearth"]["schema"] += 1
    root["omen"] = [{"id": "1"}, {"id": "2"}]
    root["note"][0]["mood"] = "calm"
    file.write_text(json.dumps(root), encoding="utf-8")
    first, second = fresh.done("import", file).splitlines()
    assert first.startswith(f"“{NAME}” is now in the library")
    assert "left out: omen (2) and note.mood (1)." in second


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "breaks off"),
        (b"\x00\xff", "not JSON"),
        (b"[]", "not a community file"),
        (b'{"hearth": {"format": 99}}', "later Hearth"),
        (b'{"hearth": {"format": 1, "audience": "facilitator"}}', "“community”"),
    ],
)
def test_a_file_that_cannot_be_brought_in_changes_nothing(
    fresh: Terminal, tmp_path: Path, data: bytes, said: str
) -> None:
    """No library is made for it either."""
    file = tmp_path / "broken.json"
    file.write_bytes(data)
    assert said in fresh.refused("import", file)
    assert not fresh.library.exists()


def test_a_file_that_is_not_there_is_said(fresh: Terminal, tmp_path: Path) -> None:
    """No file, a folder, a name that no disk takes."""
    for name in (tmp_path / "nothing.json", tmp_path, "a\0b"):
        fresh.refused("import", name)
    assert not fresh.library.exists()


@pytest.mark.parametrize("name", [NAME, "spatial data  STEWARDS", "Spátial Datá Stewards"])
def test_a_community_is_known_by_its_name_or_its_id(
    terminal: Terminal, played: tuple[Path, Sample], tmp_path: Path, name: str
) -> None:
    """However its name is spaced or accented."""
    for one in (name, played[1].community.id):
        to = tmp_path / "charter.md"
        assert terminal.done("export", "charter", one, "--to", to)
        assert NAME in to.read_text(encoding="utf-8")
        to.unlink()


def test_a_name_that_is_not_unique_lists_the_ids(
    terminal: Terminal, played: tuple[Path, Sample], tmp_path: Path
) -> None:
    """One of the ids then says which."""
    other = add_community(terminal.library, NAME)
    sentence = terminal.refused("export", "community", NAME, "--to", tmp_path / "x.json")
    assert played[1].community.id in sentence
    assert other in sentence
    terminal.done("export", "community", other, "--to", tmp_path / "x.json")
    named = json.loads((tmp_path / "x.json").read_bytes())["community"]["id"]
    assert named == other


def test_the_exact_name_comes_before_one_that_is_alike(terminal: Terminal, tmp_path: Path) -> None:
    """Two names that differ by an accent are two names."""
    add_community(terminal.library, "Cote")
    other = add_community(terminal.library, "Côté")
    terminal.done("export", "community", "Côté", "--to", tmp_path / "x.json")
    assert json.loads((tmp_path / "x.json").read_bytes())["community"]["id"] == other
    assert other in terminal.refused("export", "community", "CÔTE", "--to", tmp_path / "y.json")


@pytest.mark.parametrize("name", ["", "nobody", "🕯"])
def test_a_name_nobody_has_is_said(terminal: Terminal, tmp_path: Path, name: str) -> None:
    """Also one of which nothing can be compared."""
    add_community(terminal.library, "🎈")
    assert "hearth list" in terminal.refused("export", "charter", name, "--to", tmp_path / "x.pdf")


def test_a_sound_library_is_said_to_be(terminal: Terminal) -> None:
    """With how much it holds."""
    assert "is sound" in terminal.done("check")


def test_what_a_check_finds_is_printed_as_sentences(terminal: Terminal) -> None:
    """Each fact a line, what would be repaired among them; exit code 1."""
    with closing(sqlite3.connect(terminal.library)) as connection:
        connection.execute("INSERT INTO blob VALUES ('x', x'00')")
        connection.execute("INSERT INTO note_words(note_words) VALUES ('delete-all')")
        connection.execute("UPDATE person SET name = 'Somebody else' WHERE rowid = 1")
        connection.commit()
    said = terminal.run("check")
    assert said.code == 1
    assert "is not sound" in one_sentence(said.complaint)
    lines = said.out.splitlines()
    assert len(lines) >= 3
    assert sum("Hearth would repair this." in line for line in lines) >= 2
    assert any("(table “person”)" in line for line in lines)


def test_every_finding_has_its_sentence(monkeypatch: pytest.MonkeyPatch, fresh: Terminal) -> None:
    """In both languages."""
    facts: dict[str, str | int] = {"what": "page 3", "table": "note", "number": 2}
    found = tuple(
        library_check.Finding(code, {name: facts[name] for name in names})
        for code, names in library_check.CODES.items()
    )
    report = library_check.Report(1, 1, 1, found)
    monkeypatch.setattr(library_check, "check", lambda path: report)
    for language in ("en_CA", "fr_CA"):
        monkeypatch.setenv("LC_ALL", language)
        assert len(fresh.run("check").out.splitlines()) == len(found)


def test_a_damaged_library_is_said(terminal: Terminal) -> None:
    """By every command that reads it."""
    terminal.library.write_bytes(b"not a library at all" * 100)
    for arguments in (("list",), ("check",), ("export", "community", NAME, "--to", "x.json")):
        assert str(terminal.library) in terminal.refused(*arguments)


def test_the_library_of_this_person_is_the_default(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system keeps a person's data."""
    if sys.platform == "linux":
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
        assert default_library() == tmp_path / "hearth" / "library.hearth"
    open_library(default_library(), MachineMoment()).close()
    assert Terminal(default_library(), capsys).bare("list").code == 0


def test_the_window_opens_on_the_library(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``hearth`` alone; its exit code is the window's."""
    asked: list[Path] = []

    def run(application: str, library: Path, *, looked: LookedOver) -> int:
        looked()
        asked.append(library)
        return len(application)

    screen = SimpleNamespace(make_application=lambda words: "")
    monkeypatch.setitem(sys.modules, "ui.terminal.first_screen", screen)
    monkeypatch.setitem(sys.modules, "ui.application", SimpleNamespace(run=run))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert terminal.done() == ""
    assert asked == [terminal.library]


def test_without_a_screen_no_window_is_tried(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sentence says what can be done without one."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "hearth demo DIR" in terminal.refused()


def test_the_demo_is_played_into_its_folder(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """With a library of its own, in the language of whoever asks, or the one asked for."""
    played: list[tuple[Path, str]] = []

    def play(folder: Path, language: str) -> int:
        played.append((folder, language))
        return 0

    monkeypatch.setitem(sys.modules, "ui.demo.play", SimpleNamespace(play=play))
    terminal.done("demo", tmp_path / "out")
    terminal.done("demo", tmp_path / "out", "--language", "fr")
    assert played == [(tmp_path / "out", "en"), (tmp_path / "out", "fr")]
    (tmp_path / "file").touch()
    for taken in (tmp_path / "file", tmp_path / "file" / "below"):
        assert str(taken) in terminal.refused("demo", taken)
    assert len(played) == 2


def test_the_demo_plays_a_renewal_where_one_is_asked_for(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The day or the morning, and not both."""
    played: list[tuple[str, str]] = []

    def play_renewal(folder: Path, language: str, renewal: str) -> int:
        played.append((language, renewal))
        return 0

    stub = SimpleNamespace(play_renewal=play_renewal, DAY="day", MORNING="morning")
    monkeypatch.setitem(sys.modules, "ui.demo.play", stub)
    terminal.done("demo", "--renewal", tmp_path / "out")
    terminal.done("demo", "--renewal-morning", tmp_path / "out", "--language", "fr")
    assert played == [("en", "day"), ("fr", "morning")]
    terminal.refused("demo", "--renewal", "--renewal-morning", tmp_path / "out")


def test_a_bug_leaves_a_report_beside_the_library(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence says where it is; no traceback is shown."""

    def fail(path: Path) -> None:
        raise RuntimeError("nobody expected this")

    monkeypatch.setattr(library_check, "check", fail)
    sentence = terminal.refused("check")
    (report,) = terminal.library.parent.glob("hearth report *.txt")
    assert str(report) in sentence
    assert "nobody expected this" in report.read_text(encoding="utf-8")
    monkeypatch.setattr("ui.bug_report.save_bug_report", lambda *_: None)
    assert "could not be written" in terminal.refused("check")


def test_a_bug_in_the_demo_leaves_its_report_in_the_demos_folder(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Beside the library it was playing in."""

    def play(folder: Path) -> int:
        raise RuntimeError(folder)

    monkeypatch.setitem(sys.modules, "ui.demo.play", SimpleNamespace(play=play))
    terminal.refused("demo", tmp_path / "out")
    assert len(list((tmp_path / "out").glob("hearth report *.txt"))) == 1


def test_ctrl_c_is_answered_with_a_sentence(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 1, nothing written."""

    def stop(path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(library_check, "check", stop)
    assert terminal.refused("check") == "Stopped: nothing was written."


def test_help_is_no_mistake(capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 0, in words."""
    assert main(["--help"]) == 0
    assert "hearth check" in capsys.readouterr().out


def test_what_can_be_repaired_is_when_it_is_asked_for(terminal: Terminal) -> None:
    with closing(sqlite3.connect(terminal.library)) as connection:
        connection.execute("INSERT INTO note_words(note_words) VALUES ('delete-all')")
        connection.commit()
    assert terminal.run("check").code == 1
    said = terminal.run("check", "--repair")
    assert said.code == 0, said.complaint
    assert "This has been repaired." in said.out
    assert terminal.run("check").code == 0


def test_a_library_that_is_not_there_is_not_made_by_repairing(terminal: Terminal) -> None:
    nowhere = terminal.library.with_name("elsewhere.hearth")
    said = terminal.bare("check", "--repair", "--library", nowhere)
    assert (said.code, said.out) == (1, "")
    one_sentence(said.complaint)
    assert not nowhere.exists()


def test_an_index_is_mended_when_it_is_asked_for(terminal: Terminal) -> None:
    with closing(sqlite3.connect(terminal.library)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        name = "sqlite_autoindex_note_1"
        found = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,))
        page = found.fetchone()[0] - 1
    raw = bytearray(terminal.library.read_bytes())
    at = raw.index(b"019", page * size, (page + 1) * size)
    raw[at + 20] ^= 1
    terminal.library.write_bytes(bytes(raw))
    assert "do not agree with their tables" in terminal.run("check").out
    said = terminal.run("check", "--repair")
    assert said.code == 0, said.complaint
    assert "made anew" in said.out
