"""Saying things on a terminal: in the system's language, whatever letters the terminal has."""

import io
import os
import sys
import unicodedata
from collections.abc import Mapping
from typing import TextIO

NAMING_SCREENS = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")
"""What says on Linux where windows go; empty says nothing."""
_SETTINGS = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first of these that says anything says the language."""


class OutputFailed(Exception):
    """What there was to say could not be written where the output goes."""


def system_language(environment: Mapping[str, str]) -> str:
    """The language to speak in: French where the system is in French, else English."""
    tag = next((environment[name] for name in _SETTINGS if environment.get(name)), "")
    if not tag:
        import locale  # loaded where the surroundings say nothing, and nowhere else

        tag = locale.getlocale()[0] or ""
    return "fr" if tag.lower().startswith("fr") else "en"


def loosen(*streams: TextIO) -> None:
    """Let streams print a letter they do not have as its number, rather than fail."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def printable(text: str) -> str:
    """``text`` without control characters: what people typed must not steer the terminal."""
    return "".join(
        " " if unicodedata.category(sign) == "Cc" and sign != "\n" else sign for sign in text
    )


def say(text: str) -> None:
    """Print a line, now; nobody need read it to its end. Raises OutputFailed where it cannot go."""
    try:
        print(printable(text), flush=True)
    except OSError as error:
        _go_nowhere(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            raise OutputFailed from error


def complain(sentence: str) -> int:
    """Print a sentence on standard error, on one line; gives the exit code."""
    if sys.stderr is not None:  # there is none where it was closed
        try:
            print(printable(sentence).replace("\n", " "), file=sys.stderr, flush=True)
        except OSError:
            _go_nowhere(sys.stderr)  # the exit code still says it
    return 1


def _go_nowhere(stream: TextIO) -> None:
    """What is left in the stream is let go, also when the interpreter ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
