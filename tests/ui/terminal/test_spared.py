"""What the command line never writes over, and who may read what it writes."""

import os
from pathlib import Path

import pytest

from app.library import library_check
from tests.ui.terminal.house import LAUNCH, NAME, Terminal


def test_an_export_never_takes_the_librarys_place(terminal: Terminal, tmp_path: Path) -> None:
    """By a link, by a second name, by the name of the library itself; nor that of a backup."""
    library = terminal.library
    link, second = tmp_path / "link.json", tmp_path / "second.md"
    link.symlink_to(library)
    os.link(library, second)
    before = library.read_bytes()
    community = ("export", "community", NAME)
    assert "is your library" in terminal.refused(*community, "--to", link)
    assert "is your library" in terminal.refused("export", "charter", NAME, "--to", second)
    named = Terminal(library.rename(library.with_name("library.json")), terminal.capsys)
    assert "is your library" in named.refused(*community, "--to", named.library)
    assert named.library.read_bytes() == before
    assert library_check.check(named.library).sound


@pytest.mark.skipif(os.name == "nt", reason="no pipes with names")
def test_an_export_never_takes_a_pipes_place(terminal: Terminal, tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe", tmp_path / "summary.pdf"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    asked = ("export", "summary", NAME, "--workshop", LAUNCH, "--to", link)
    assert "not an ordinary file" in terminal.refused(*asked)
    assert pipe.is_fifo()
    assert link.is_symlink()


@pytest.mark.skipif(os.name == "nt", reason="permissions of another kind")
def test_what_is_for_the_facilitator_is_their_own_to_read(
    terminal: Terminal, tmp_path: Path
) -> None:
    workshop = ("--workshop", LAUNCH)
    terminal.done("export", "run-sheet", NAME, *workshop, "--to", tmp_path / "sheet.md")
    terminal.done("export", "community", NAME, "--to", tmp_path / "all.json")
    terminal.done("export", "charter", NAME, "--to", tmp_path / "charter.md")
    modes = [(tmp_path / one).stat().st_mode & 0o777 for one in ("sheet.md", "all.json")]
    assert modes == [0o600, 0o600]
    assert (tmp_path / "charter.md").stat().st_mode & 0o077 == 0o666 & ~current_mask() & 0o077


def current_mask() -> int:
    """The mask of this process."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
