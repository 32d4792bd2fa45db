"""What was asked for on the command line, or one sentence on how it is written."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Literal, NoReturn, get_args

import msgspec

from app.library.audience import AUDIENCES
from app.words import LANGUAGES, Words
from exports.registry import DOCUMENTS, DocumentEntry

Paper = Literal["a4", "letter"]
EXPORT = "export-"
"""What the commands that export something begin with."""
ENDING = ".hearth"
"""What the name of a library ends in."""
_COMMANDS = ("demo", "list", "report", "catalogue", "import", "check")
_EXPORTS = ("community", "exercises", *DOCUMENTS)


class Refusal(Exception):
    """A command that is not carried out; ``sentence`` says why."""

    def __init__(self, sentence: str) -> None:
        """Refuse with a sentence, in the language of whoever asked."""
        super().__init__(sentence)
        self.sentence = sentence


class CommandArguments(msgspec.Struct, frozen=True, kw_only=True):
    """A command as it was asked for; what it does not need is empty.

    ``command`` is "window", "open" (the window on a library that is there), "demo", "list",
    "report", "catalogue", "coverage", "import", "check", "export-" and what, or "help", which is
    ``text``. ``name`` is a community's or an exercise's, ``workshop`` a workshop's, ``register`` a
    register's, ``template`` a letter's and ``person`` a member's, each a name or an id.
    """

    command: str = "window"
    library: Path | None = None
    place: Path = Path()
    name: str = ""
    workshop: str = ""
    register: str = ""
    template: str = ""
    person: str = ""
    role: str = ""
    version: int | None = None
    against: int | None = None
    language: str | None = None
    paper: Paper = "letter"
    audience: str | None = None
    renewal: bool = False
    renewal_morning: bool = False
    repair: bool = False
    preview: bool = False
    with_private: bool = False
    text: str = ""

    @property
    def document(self) -> str:
        """The id of the document that a command exports."""
        return self.command.removeprefix(EXPORT)


class _Help(Exception):
    """Help was asked for: ``text`` is how the command is written, and what it is for."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class _Unreadable(Exception):
    """Arguments that do not fit; ``usage`` is how the command is written."""

    def __init__(self, usage: str) -> None:
        super().__init__(usage)
        self.usage = usage


class _Parser(argparse.ArgumentParser):
    """A parser that says nothing itself: whoever has the words and the output does."""

    def error(self, message: str) -> NoReturn:
        """Leave it to them to refuse."""
        raise _Unreadable(self.usage or "")

    def print_help(self, file: object = None) -> NoReturn:
        """Leave it to them to print."""
        raise _Help(self.format_help())

    def format_help(self) -> str:
        """How the command is written, and what it is for."""
        return f"{self.usage}\n\n{self.description}\n"


def read_arguments(arguments: Sequence[str], words: Words) -> CommandArguments:
    """The command asked for; a file alone is a library to be opened. Raises Refusal."""
    if len(arguments) == 1 and _is_file(arguments[0]):
        return CommandArguments(command="open", library=Path(arguments[0]))
    parser = _parser(words)
    try:
        found, more = parser.parse_known_args(list(arguments))
    except _Help as help_:
        return CommandArguments(command="help", text=help_.text)
    except _Unreadable as error:
        raise _refusal(error.usage, words) from error
    if more:
        command: str = found.command
        name = "hearth" if command == "window" else command
        raise _refusal(usage_of(name, words), words)
    return CommandArguments(**vars(found))


def _is_file(argument: str) -> bool:
    """Whether a word is the name of a file rather than a command."""
    if argument.startswith("-") or argument in (*_COMMANDS, EXPORT.removesuffix("-")):
        return False
    return argument.casefold().endswith(ENDING) or "/" in argument or os.sep in argument


def usage_of(command: str, words: Words) -> str:
    """How a command is written, as one line: "hearth list [--library FILE]"."""
    return words(f"commands.usage.{command}", whats="|".join(_EXPORTS))


def _refusal(usage: str, words: Words) -> Refusal:
    if usage == usage_of("hearth", words):
        return Refusal(words("commands.unknown"))
    return Refusal(words("commands.unclear", usage=usage))


def _parser(words: Words) -> _Parser:
    top = _dress(_Parser(prog="hearth", add_help=False, allow_abbrev=False), words, "hearth")
    top.description = f"{top.description}\n\n{_overview(words)}"
    top.add_argument("--library", type=Path)
    top.set_defaults(command="window")
    commands = top.add_subparsers(prog="hearth")
    for name in _COMMANDS:
        command = _dress(_add(commands, name), words, name)
        if name == "catalogue":
            either = command.add_mutually_exclusive_group(required=True)
            for option, does in (("--json", name), ("--coverage", "coverage")):
                either.add_argument(option, action="store_const", dest="command", const=does)
            command.add_argument("--language", choices=LANGUAGES)
            continue
        command.set_defaults(command=name)
        if name in ("demo", "import"):
            command.add_argument("place", type=Path)
        if name == "report":
            command.add_argument("name")
            command.add_argument("--workshop", default="")
        if name in ("demo", "report"):
            command.add_argument("--language", choices=LANGUAGES)
        if name == "demo":
            either = command.add_mutually_exclusive_group()
            either.add_argument("--renewal", action="store_true")
            either.add_argument("--renewal-morning", action="store_true")
        if name == "import":
            command.add_argument("--preview", action="store_true")
        if name == "check":
            command.add_argument("--repair", action="store_true")
    exports = _dress(_add(commands, "export"), words, "export")
    whats = exports.add_subparsers(prog="hearth export", required=True)
    for what in _EXPORTS:
        command = _dress(_add(whats, what), words, f"export-{what}")
        command.set_defaults(command=f"export-{what}")
        of_all = what in DOCUMENTS and DOCUMENTS[what].subject == "library"
        if what == "exercises" or of_all:  # all, or one
            command.add_argument("name", nargs="?", default="")
        else:
            command.add_argument("name")
        command.add_argument("--to", type=Path, required=True, dest="place")
        if what == "community":
            command.add_argument("--with-private", action="store_true")
        if what in DOCUMENTS:
            _add_document(command, DOCUMENTS[what])
    return top


def _add(among: "argparse._SubParsersAction[_Parser]", name: str) -> _Parser:
    """A command's own parser; it takes --library too, wherever that stands."""
    parser = among.add_parser(name, add_help=False, allow_abbrev=False)
    parser.add_argument("--library", type=Path, default=argparse.SUPPRESS)
    return parser


def _dress(parser: _Parser, words: Words, name: str) -> _Parser:
    """Give a parser its words."""
    parser.usage = usage_of(name, words)
    parser.description = words(f"commands.about.{name}")
    parser.add_argument("-h", "--help", action="help")
    return parser


def _add_document(parser: _Parser, document: DocumentEntry) -> None:
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--paper", choices=get_args(Paper), default="letter")
    if document.subject != "exercise":
        parser.add_argument("--audience", choices=AUDIENCES)
    if document.versions:
        parser.add_argument("--version", type=int)
    if document.against:
        parser.add_argument("--against", type=int)
    if document.subject == "workshop":
        parser.add_argument("--workshop", required=True)
    if document.registers:
        parser.add_argument("--register", required=True)
    if document.roles:
        parser.add_argument("--role", required=True)
    if document.templates:
        parser.add_argument("--template", required=True)
        parser.add_argument("--workshop", default="")
        parser.add_argument("--person", default="")


def _overview(words: Words) -> str:
    """Every command, with what it is for."""
    names = [*_COMMANDS, *(f"export-{what}" for what in _EXPORTS)]
    return "\n".join(
        f"{usage_of(name, words)}\n    {words(f'commands.about.{name}')}" for name in names
    )
