"""Own exercises on the command line: listed apart, written to a file, looked at, brought in."""

import json
from contextlib import closing
from pathlib import Path

import msgspec

from app.library.opening import open_library
from app.moment import MachineMoment
from app.workshop.own_exercises import add_own_exercise, change_own_exercise, own_exercises
from tests.app.workshop.own import written
from tests.ui.terminal.house import Terminal


def with_two(terminal: Terminal) -> str:
    """A library with two own exercises; gives the id of the second."""
    with closing(open_library(terminal.library, MachineMoment())) as library:
        add_own_exercise(library, written())
        return add_own_exercise(library, written("Ronde de nuit")).id


def test_they_are_listed_apart(fresh: Terminal) -> None:
    assert json.loads(fresh.done("catalogue", "--json"))["own_exercises"] == []
    with_two(fresh)
    printed = json.loads(fresh.done("catalogue", "--json"))
    names = [one["words"]["fr"]["name"] for one in printed["own_exercises"]]
    assert names == ["Ronde de nuit", "La marche des lampes"]
    assert not any(one["id"].startswith("own-") for one in printed["exercises"])


def test_all_or_one_is_written_and_brought_in(fresh: Terminal, tmp_path: Path) -> None:
    """After a look, which changes nothing."""
    kept = with_two(fresh)
    every, one = tmp_path / "all.json", tmp_path / "one.json"
    assert "2 exercises" in fresh.done("export", "exercises", "--to", every)
    assert "1 exercise" in fresh.done("export", "exercises", "ronde de nuit", "--to", one)
    assert "1 exercise" in fresh.done("export", "exercises", kept, "--to", one)
    assert fresh.done("import", one, "--preview").splitlines()[0].endswith("left as it is")
    assert "already" in fresh.done("import", every)
    other = Terminal(tmp_path / "other.hearth", fresh.capsys)
    assert "Ronde de nuit" in other.done("import", one, "--preview")
    assert not other.library.exists()
    assert "2 exercises" in other.done("import", every)
    with closing(open_library(other.library, MachineMoment())) as library:
        assert len(own_exercises(library.reader)) == 2


def test_what_differs_is_kept_beside(fresh: Terminal, tmp_path: Path) -> None:
    with_two(fresh)
    file = tmp_path / "mine.json"
    fresh.done("export", "exercises", "--to", file)
    with closing(open_library(fresh.library, MachineMoment())) as library:
        first = own_exercises(library.reader)[0]
        change_own_exercise(library, msgspec.structs.replace(first, anonymous=True))
    assert "both are kept" in fresh.done("import", file, "--preview")
    assert "1 exercise" in fresh.done("import", file)
    with closing(open_library(fresh.library, MachineMoment())) as library:
        assert len(own_exercises(library.reader)) == 3


def test_what_cannot_be_done_is_one_sentence(fresh: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "none.json"
    with_two(fresh)
    assert "Nobody's" in fresh.refused("export", "exercises", "Nobody's", "--to", file)
    fresh.refused("export", "exercises", "--to", tmp_path / "a.pdf")
    assert not file.exists()
    file.write_bytes(b'{"hearth": {"exercises": 1}, "exercises": [3]}')
    assert "Exercise 1" in fresh.refused("import", file)
