"""One's own exercises handed on and brought in, as the command line does it."""

from pathlib import Path

from app.exchange.exercise_file import (
    KeptExercise,
    coming,
    encode_exercises,
    import_exercises,
)
from app.library.library import Library
from app.library.own_files import OwnFiles
from app.library.reader import Reader
from app.words import Words
from exports.atomic_write import write_atomically
from ui.terminal.arguments import CommandArguments, Refusal
from ui.terminal.choosing import choose_own_exercises, ending_of
from ui.terminal.speaking import say


def export_exercises(reader: Reader, library: Path, asked: CommandArguments, words: Words) -> None:
    """Write own exercises as a file: all, or those of a name."""
    ending_of(asked.place, ("json",), words)
    rows = choose_own_exercises(reader, asked.name, words)
    if not rows:
        raise Refusal(words("commands.no-own-exercises"))
    write_atomically(asked.place, encode_exercises(rows), OwnFiles(library).hold)
    say(words("own.exported", n=len(rows), path=asked.place))


def bring_exercises(
    library: Library, kept: tuple[KeptExercise, ...], source: Path, words: Words
) -> None:
    """Bring exercises in, and say how many came."""
    brought = import_exercises(library, kept, source.stem)
    say(words("own.brought", n=len(brought)) if brought else words("own.brought-none"))


def look_at_exercises(reader: Reader | None, kept: tuple[KeptExercise, ...], words: Words) -> None:
    """Say what a file of exercises holds, and what would become of each."""
    if reader is None:
        for one in kept:
            say(next(iter(one.exercise.words.values())).name)
    else:
        for found in coming(reader, kept):
            say(words(f"own.fate-{found.fate}", name=found.name))
    say(words("handing.preview-only"))
