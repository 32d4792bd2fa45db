"""Handing a community over as a file, and bringing one in: what the window does, in text."""

from collections.abc import Iterator
from pathlib import Path

from app.exchange.community_file import CommunityFile
from app.exchange.encode import encode
from app.exchange.importing import import_community
from app.exchange.preview import arrival_of
from app.exchange.without_private import without_private
from app.library.library import Library
from app.library.own_files import OwnFiles
from app.library.reader import Reader
from app.library.rows import Person, Workshop
from app.words import Words
from exports.atomic_write import write_atomically
from exports.community_words import contents_sentence, here_lines, later_line, private_lines
from ui.terminal.arguments import CommandArguments
from ui.terminal.speaking import say


def bring_in(file: CommunityFile, library: Library, words: Words) -> None:
    """Bring a community file into the library, and say what came."""
    community = import_community(library, file)
    people = words("handing.people", n=len(file.rows(Person)))
    workshops = words("handing.workshops", n=len(file.rows(Workshop)))
    say(words("commands.imported", name=community.name, people=people, workshops=workshops))
    if file.left_out:
        say(words("commands.imported-without", parts=later_line(words, file)))


def look(file: CommunityFile, reader: Reader | None, words: Words) -> None:
    """Say what a file holds, and what of it is in the library already, where there is one.

    Raises Trouble where it could not be brought in.
    """
    say(file.community.name)
    say(contents_sentence(words, file))
    if file.hearth.private:
        say(words("handing.was-with-private"))
    for line in _private(file, words, "handing.was-left-out"):
        say(line)
    if file.left_out:
        say(words("handing.later-left-out", parts=later_line(words, file)))
    if reader is not None:
        arrival = arrival_of(reader, file)
        for line in here_lines(words, arrival):
            say(line)
        if arrival.refused is not None:
            raise arrival.refused
    say(words("handing.preview-only"))


def hand_over(whole: CommunityFile, library: Path, asked: CommandArguments, words: Words) -> None:
    """Write a community of the library as a file, whole or without what is private."""
    file = whole if asked.with_private else without_private(whole)
    write_atomically(asked.place, encode(file), OwnFiles(library).hold, private=True)
    key = "whole" if asked.with_private else "community"
    say(words(f"commands.exported-{key}", path=asked.place, name=file.community.name))
    for line in _private(file, words, "handing.left-out"):
        say(line)


def _private(file: CommunityFile, words: Words, over: str) -> Iterator[str]:
    lines = private_lines(words, file)
    if lines:
        yield words(over)
        yield from (f"    {line}" for line in lines)
