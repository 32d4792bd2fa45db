"""A window in which somebody types and never rests, until it is killed.

    python -m tests.faults.restless LIBRARY WHERE [--begun TEXT]

Opens the window over the sample launch and types a letter every 84 milliseconds, as 155 letters in
13 seconds are: in the capture line (``line``), in the charter (``charter``), or in the name of a
new community (``form``). Each letter is said on standard output once it stands in the field; before
the first one, what was given back there is said. ``--begun``: type that first, rest until it is
kept aside, say so, and wait.
"""

import os
import sys
import tempfile
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget

from app.charter.clauses import add_clause
from app.exchange.sample import import_sample
from app.library.journal import Scope
from app.library.rows import Clause, Draft, Workshop
from app.moment import MachineMoment
from app.resources import resources_folder
from tests.faults.typing import say
from tests.ui.opened import Answers, Saver
from ui.application import Hearth, start
from ui.charter.charter_screen import CharterScreen
from ui.cockpit.cockpit import Cockpit
from ui.home.home_screen import HomeScreen
from ui.machine import Machine
from ui.parts.inline_edit import InlineEdit
from ui.wall.monitors import MachineMonitors

BETWEEN = 84
"""Milliseconds between two letters."""


def line(hearth: Hearth, workshop: Workshop) -> QWidget:
    """The capture line of the cockpit."""
    hearth.window.cockpit(workshop.id)
    screen = hearth.window.screen_shown
    assert isinstance(screen, Cockpit)
    return screen.bottom.line


def charter(hearth: Hearth, workshop: Workshop) -> QWidget:
    """A section of the charter, being written."""
    if not hearth.library.reader.count(Clause):
        add_clause(hearth.library, Scope(workshop.community), "purpose", "to be written")
    hearth.window.charter(workshop.community)
    screen = hearth.window.screen_shown
    assert isinstance(screen, CharterScreen)
    while (page := screen.body.page) is None:
        QTest.qWait(20)
    editor = page.fields[0].editing
    assert isinstance(editor, InlineEdit)
    return editor


def form(hearth: Hearth, workshop: Workshop) -> QWidget:
    """The name of a new community."""
    hearth.window.home()
    screen = hearth.window.screen_shown
    assert isinstance(screen, HomeScreen)
    screen.ask_new()
    dialog = hearth.window.findChildren(QDialog)[0]
    return dialog.findChildren(QLineEdit)[0]


WHERE = {"line": line, "charter": charter, "form": form}


def text_of(field: QWidget) -> str:
    """What stands in a field."""
    return field.text() if isinstance(field, QLineEdit | InlineEdit) else ""


def main(path: str, where: str, *options: str) -> None:
    """Type until killed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["restless"])
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(
            moment=MachineMoment(),
            dialogs=Answers().for_words,
            monitors=MachineMonitors(application),
            awake=Saver(),
            settings_file=Path(folder) / "settings.json",
            resources=resources_folder(),
        )
        hearth = start(application, Path(path), machine, lambda trouble: False)
        assert hearth is not None
        known = hearth.library.reader.rows(Workshop)
        workshop = (
            known[0]
            if known
            else import_sample(hearth.library, hearth.catalogue, resources_folder()).workshop
        )
        hearth.window.show()
        hearth.window.activateWindow()
        assert QTest.qWaitForWindowActive(hearth.window)
        field = WHERE[where](hearth, workshop)
        QTest.qWait(50)
        say(f"={text_of(field)}")
        if "--begun" in options:
            QTest.keyClicks(field, options[options.index("--begun") + 1])
            while not hearth.library.reader.rows(Draft):
                QTest.qWait(20)
            say("begun")
            QTest.qWait(600_000)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in cycle("abcdefghijklmnopqrstuvwxyz "):
            QTest.keyClicks(field, letter)
            say(f"+{text_of(field)}")
            QTest.qWait(BETWEEN)


if __name__ == "__main__":
    main(*sys.argv[1:])
