"""Handing a community over as a file, and bringing one in: what the window does, in text."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from app.exchange.community_file import CommunityFile
from app.exchange.decode import decode, read_file
from app.exchange.encode import encode, gather
from app.exchange.importing import import_community
from app.exchange.preview import arrival_of
from app.exchange.without_private import without_private
from app.library.opening import open_library
from app.library.own_files import OwnFiles
from app.library.rows import Person, Workshop
from app.moment import MachineMoment
from app.words import Words
from exports.atomic_write import write_atomically
from exports.community_words import contents_sentence, here_lines, later_line, private_lines
from ui.terminal.arguments import CommandArguments
from ui.terminal.choosing import choose_community
from ui.terminal.reading import ending_of, reading
from ui.terminal.speaking import say


def bring_in(asked: CommandArguments, library: Path, words: Words) -> int:
    """Bring a community file into the library, or only say what would come."""
    file = decode(read_file(asked.place))  # before a library is made for nothing
    if asked.preview:
        return _look(file, library, words)
    with closing(open_library(library, MachineMoment())) as opened:
        community = import_community(opened, file)
    people = words("handing.people", n=len(file.rows(Person)))
    workshops = words("handing.workshops", n=len(file.rows(Workshop)))
    say(words("commands.imported", name=community.name, people=people, workshops=workshops))
    if file.left_out:
        say(words("commands.imported-without", parts=later_line(words, file)))
    return 0


def hand_over(asked: CommandArguments, library: Path, words: Words) -> int:
    """Write a community as a file, whole or without what is private."""
    ending_of(asked.place, ("json",), words)
    with reading(library) as reader:
        community = choose_community(reader, asked.name, words)
        file = gather(reader, community.id)
    if not asked.with_private:
        file = without_private(file)
    write_atomically(asked.place, encode(file), OwnFiles(library).hold, private=True)
    key = "whole" if asked.with_private else "community"
    say(words(f"commands.exported-{key}", path=asked.place, name=community.name))
    for line in _private(file, words, "handing.left-out"):
        say(line)
    return 0


def _look(file: CommunityFile, library: Path, words: Words) -> int:
    """Say what a file holds, and what of it is in the library already."""
    say(file.community.name)
    say(contents_sentence(words, file))
    if file.hearth.private:
        say(words("handing.was-with-private"))
    for line in _private(file, words, "handing.was-left-out"):
        say(line)
    if file.left_out:
        say(words("handing.later-left-out", parts=later_line(words, file)))
    refused = None
    if library.exists():
        with reading(library) as reader:
            arrival = arrival_of(reader, file)
        for line in here_lines(words, arrival):
            say(line)
        refused = arrival.refused
    if refused is not None:
        raise refused
    say(words("handing.preview-only"))
    return 0


def _private(file: CommunityFile, words: Words, over: str) -> Iterator[str]:
    lines = private_lines(words, file)
    if lines:
        yield words(over)
        yield from (f"    {line}" for line in lines)
