"""What a file that is to be brought in holds: a community, or exercises."""

from pathlib import Path
from typing import Protocol

from app.exchange.community_file import CommunityFile
from app.exchange.decode import decode
from app.exchange.exercise_file import KeptExercise, decode_exercises, is_exercise_file
from app.library.library import Library
from app.library.reader import Reader
from app.words import Words
from ui.terminal.arguments import CommandArguments
from ui.terminal.handing import bring_in, look
from ui.terminal.told_exercises import bring_exercises, look_at_exercises


class Coming(Protocol):
    """What is in a file, read whole and sound."""

    def look(self, reader: Reader | None, words: Words) -> None:
        """Say what it holds, and what of it is in the library already, where there is one."""

    def bring_in(self, library: Library, words: Words) -> None:
        """Bring it in, and say what came."""


class _Community:
    """A community."""

    def __init__(self, file: CommunityFile) -> None:
        self._file = file

    def look(self, reader: Reader | None, words: Words) -> None:
        look(self._file, reader, words)

    def bring_in(self, library: Library, words: Words) -> None:
        bring_in(self._file, library, words)


class _Exercises:
    """Somebody's own exercises."""

    def __init__(self, kept: tuple[KeptExercise, ...], source: Path) -> None:
        self._kept, self._source = kept, source

    def look(self, reader: Reader | None, words: Words) -> None:
        look_at_exercises(reader, self._kept, words)

    def bring_in(self, library: Library, words: Words) -> None:
        bring_exercises(library, self._kept, self._source, words)


def read_coming(data: bytes, asked: CommandArguments) -> Coming:
    """What a file holds. Raises Trouble, as those who read it do."""
    if is_exercise_file(data):
        return _Exercises(decode_exercises(data), asked.place)
    return _Community(decode(data))
