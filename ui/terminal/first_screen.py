"""A screen that Qt cannot use is met with one sentence: Qt itself would end with a core dump."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from app.words import Words
from ui.look.apply import IN_FUSION
from ui.terminal.arguments import Refusal
from ui.terminal.speaking import NAMING_SCREENS, printable

_STDERR = 2


def make_application(words: Words) -> QApplication:
    """The application, on its screen.

    What Qt says meanwhile is passed on once it has found one. Raises Refusal where there is none
    on what was found, and ends the process, with one sentence, where Qt finds nothing.
    """
    known = QApplication.instance()
    if isinstance(known, QApplication):
        return known
    told = [f"{name}={os.environ[name]}" for name in NAMING_SCREENS if os.environ.get(name)]
    sentence = words("commands.screen-unusable", screen=", ".join(told))
    heard: list[str] = []
    with _libraries_hushed() as speak_again:

        def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
            if kind is QtMsgType.QtFatalMsg:
                speak_again()
                _end(sentence)
            heard.append(message)

        before = qInstallMessageHandler(hear)
        application = QApplication([sys.argv[0], *IN_FUSION])
        qInstallMessageHandler(before)
    if not QApplication.screens():
        raise Refusal(sentence)
    if sys.stderr is not None:
        for message in heard:
            sys.stderr.write(message + "\n")
    return application


@contextmanager
def _libraries_hushed() -> Iterator[Callable[[], object]]:
    """Whatever the libraries below Qt write past it, on the way to a screen, goes nowhere.

    Gives what lets them speak again before the end.
    """
    try:
        kept = os.dup(_STDERR)
    except OSError:  # there is none
        yield lambda: None
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, _STDERR)
    os.close(nowhere)
    try:
        yield partial(os.dup2, kept, _STDERR)
    finally:
        os.dup2(kept, _STDERR)
        os.close(kept)


def _end(sentence: str) -> None:
    """Say it, and end at once: when it is through here, Qt aborts."""
    if sys.stderr is not None:
        sys.stderr.write(printable(sentence) + "\n")
        sys.stderr.flush()
    os._exit(1)
