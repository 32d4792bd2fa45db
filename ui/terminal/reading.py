"""The library as a command reads it, and what the name of a file to write ends in."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from app.library.opening import open_library
from app.library.reader import Reader
from app.moment import MachineMoment
from app.words import Words
from ui.terminal.arguments import Refusal


@contextmanager
def reading(library: Path) -> Iterator[Reader]:
    """A reader of one instant of the library, whoever else has it open."""
    opened = open_library(library, MachineMoment(), read_only=True)
    with closing(opened), opened.snapshot() as reader:
        yield reader


def ending_of(place: Path, endings: Sequence[str], words: Words) -> str:
    """What a file name ends in. Raises Refusal unless it is one of ``endings``."""
    for ending in endings:
        if place.suffix.casefold() == f".{ending}":
            return ending
    dotted = [f".{ending}" for ending in endings]
    listed = dotted[0]
    if len(dotted) > 1:
        some = ", ".join(dotted[:-1])
        listed = words("commands.endings", some=some, last=dotted[-1])
    raise Refusal(words("commands.ending", endings=listed))
