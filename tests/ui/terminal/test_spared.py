"""What the command line never writes over, and who may read what it writes."""

import os
from pathlib import Path

import pytest

from app.library import library_check
from app.library.trouble import Trouble
from app.resources import resources_folder
from app.words import LANGUAGES
from app.words_files import load_words
from tests.ui.terminal.house import LAUNCH, NAME, Terminal
from ui.commands import failure_sentence


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


@pytest.mark.parametrize("code", ["disk-full", "locked", "read-only", "vanished"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_on_a_terminal_speaks_of_no_screen(code: str, language: str) -> None:
    """What happened to which file, and to give the command again."""
    words = load_words(resources_folder(), language)
    sentence = failure_sentence(Trouble(code, path="a.hearth"), Path("a.hearth"), words)
    assert "a.hearth" in sentence
    assert "screen" not in sentence
    assert "écran" not in sentence
