"""Commands as they are written, and one sentence where they are not."""

from pathlib import Path

import pytest

from app.resources import resources_folder
from app.words import LANGUAGES, Words
from app.words_files import load_words
from ui.terminal.arguments import CommandArguments, Refusal, read_arguments, usage_of


@pytest.fixture(scope="module", params=LANGUAGES)
def words(request: pytest.FixtureRequest) -> Words:
    """The words of each language."""
    return load_words(resources_folder(), request.param)


def test_nothing_is_the_window(words: Words) -> None:
    """``hearth`` alone opens it."""
    assert read_arguments([], words) == CommandArguments()


@pytest.mark.parametrize(
    "file", ["team.hearth", "Équipe de nuit.HEARTH", "./team", "../a b/team.db", "/a/team.hearth"]
)
def test_a_file_alone_is_a_library_to_be_opened(words: Words, file: str) -> None:
    """As a double click hands it over: relative, with spaces, whatever it ends in."""
    assert read_arguments([file], words) == CommandArguments(command="open", library=Path(file))


@pytest.mark.parametrize(
    "line", ["--library a.hearth list", "list --library a.hearth", "list --library=a.hearth"]
)
def test_the_library_is_named_before_or_after(words: Words, line: str) -> None:
    """Wherever it stands, it is the same."""
    asked = read_arguments(line.split(), words)
    assert asked == CommandArguments(command="list", library=Path("a.hearth"))


def test_the_library_is_named_anywhere_in_an_export(words: Words) -> None:
    """Also between the words of a command of three."""
    asked = read_arguments(["export", "--library", "a", "community", "X", "--to", "x.json"], words)
    assert (asked.library, asked.command, asked.place) == (
        Path("a"),
        "export-community",
        Path("x.json"),
    )


def test_an_export_says_all_of_it(words: Words) -> None:
    """Name, version, language, paper, audience, where to."""
    line = "export charter X --version 2 --language fr --paper a4 --audience room --to x.pdf"
    assert read_arguments(line.split(), words) == CommandArguments(
        command="export-charter",
        name="X",
        version=2,
        language="fr",
        paper="a4",
        audience="room",
        place=Path("x.pdf"),
    )


@pytest.mark.parametrize(
    ("line", "usage"),
    [
        ("demo", "demo"),
        ("import", "import"),
        ("import a b", "import"),
        ("list all", "list"),
        ("catalogue", "catalogue"),
        ("export", "export"),
        ("export poster X --to x.pdf", "export"),
        ("export community X", "export-community"),
        ("export charter X --to", "export-charter"),
        ("export charter X --version two --to x.pdf", "export-charter"),
        ("export charter X --paper a3 --to x.pdf", "export-charter"),
        ("export charter X --lang fr --to x.pdf", "export-charter"),
        ("export summary X --to x.pdf", "export-summary"),
        ("export run-sheet X --workshop Y --audience me --to x.pdf", "export-run-sheet"),
        ("check --library", "check"),
    ],
)
def test_what_is_not_written_so_is_told_how(words: Words, line: str, usage: str) -> None:
    """The sentence ends with how that very command is written."""
    with pytest.raises(Refusal) as met:
        read_arguments(line.split(), words)
    assert met.value.sentence.endswith(usage_of(usage, words))


@pytest.mark.parametrize(
    "line",
    ["lists", "--version", "--library", "x list", "a.hearth b.hearth", "a.hearth --library b"],
)
def test_an_unknown_command_is_told_where_to_look(words: Words, line: str) -> None:
    """The help lists those there are."""
    with pytest.raises(Refusal) as met:
        read_arguments(line.split(), words)
    assert "hearth --help" in met.value.sentence


@pytest.mark.parametrize("line", ["--help", "-h", "list --help", "export charter -h"])
def test_help_is_in_words(words: Words, capsys: pytest.CaptureFixture[str], line: str) -> None:
    """How the command is written and what it is for, and nothing of argparse's own."""
    asked = read_arguments(line.split(), words)
    assert capsys.readouterr().out == "", "it is for others to print"
    printed = asked.text
    assert asked.command == "help"
    assert printed.startswith("hearth ")
    assert "usage:" not in printed
    if line in ("--help", "-h"):
        for name in ("demo", "list", "catalogue", "import", "export-community", "check"):
            assert words(f"commands.about.{name}") in printed
