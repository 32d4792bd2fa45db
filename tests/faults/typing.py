"""The real window, a facilitator at its keys, until somebody pulls the plug.

    python -m tests.faults.typing LIBRARY SEED [--count N] [--careless]

Opens the cockpit over the sample launch and types notes into the capture line. Every line on
standard output is written only once the window has painted what it says: ``+TEXT`` a note that the
window shows as saved, ``~TEXT`` what is half typed and kept. ``!`` is said before each Enter.
``--careless`` turns the disk's promises off, so that the tests can be seen to fail.
"""

import os
import random
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.exchange.sample import import_sample
from app.library.rows import Workshop
from app.moment import MachineMoment
from app.resources import resources_folder
from tests.ui.opened import Answers
from ui.application import Hearth, start
from ui.awake import MachineAwake
from ui.cockpit.cockpit import Cockpit
from ui.machine import Machine
from ui.wall.monitors import MachineMonitors

BOARD = "hopes-and-fears"
HEARD = ("a shared list of trials", "someone to call", "less mailing", "nobody comes back", "a map")


def say(line: str) -> None:
    """One line, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


class Painted(QObject):
    """Says a note once the window that shows it as saved has been painted."""

    def __init__(self, cockpit: Cockpit, saved: str) -> None:
        """Watch the canvas of ``cockpit``, which says ``saved`` when all is."""
        super().__init__()
        self._cockpit, self._saved = cockpit, saved
        self.waiting = ""

    def watch(self, widget: QWidget) -> None:
        """Watch a canvas."""
        for one in [widget, *widget.findChildren(QWidget)]:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The canvas is being painted: what it then shows, a person can see."""
        if event.type() == QEvent.Type.Paint and self.waiting:
            if (
                self._cockpit.top.saved.text() == self._saved
                and not self._cockpit.bottom.line.text()
            ):
                said, self.waiting = self.waiting, ""
                say(f"+{said}")
        return False


class Facilitator:
    """Types, turns to another zone, goes on to another block, types half a line."""

    def __init__(self, application: QApplication, hearth: Hearth, chance: random.Random) -> None:
        """At the keys of ``hearth``."""
        self._application, self._hearth, self._chance = application, hearth, chance
        known = hearth.library.reader.rows(Workshop)
        workshop = (
            known[0]
            if known
            else import_sample(hearth.library, hearth.catalogue, resources_folder()).workshop
        )
        hearth.window.cockpit(workshop.id)
        cockpit = hearth.window.screen_shown
        assert isinstance(cockpit, Cockpit)
        self._cockpit = cockpit
        lines = cockpit.controller.state().lines
        board = next(line.block.id for line in lines if line.block.exercise == BOARD)
        cockpit.side.block_asked.emit(board)
        cockpit.cockpit_actions.run_again()
        cockpit.bottom.line.take("")
        self._painted = Painted(cockpit, hearth.speech("en")("room.saved"))
        assert cockpit.canvas is not None
        self._painted.watch(cockpit.canvas.widget)

    def note(self) -> None:
        """A note: typed, Enter, and on the screen."""
        text = f"{self._chance.choice(HEARD)} {self._chance.getrandbits(40):x}"
        line = self._cockpit.bottom.line
        if self._chance.random() < 0.3:
            QTest.keyClick(line, Qt.Key.Key_Tab)
        QTest.keyClicks(line, text)
        self._application.processEvents()
        say("!")
        self._painted.waiting = text
        QTest.keyClick(line, Qt.Key.Key_Return)
        while self._painted.waiting:
            self._application.processEvents()

    def half(self) -> None:
        """Half a line, kept when the fingers rest; then it is taken back."""
        text = f"half {self._chance.getrandbits(20):x}"
        QTest.keyClicks(self._cockpit.bottom.line, text)
        self._cockpit.capturing.autosave.flush()
        say(f"~{text}")
        for _ in text:
            QTest.keyClick(self._cockpit.bottom.line, Qt.Key.Key_Backspace)
        self._cockpit.capturing.autosave.flush()
        say("~")


def main(path: str, seed: str, *options: str) -> None:
    """Type until killed, or ``--count`` notes."""
    count = int(options[options.index("--count") + 1]) if "--count" in options else None
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["typing"])
    with tempfile.TemporaryDirectory() as folder:
        machine = Machine(
            moment=MachineMoment(),
            dialogs=Answers().for_words,
            monitors=MachineMonitors(application),
            awake=MachineAwake(),
            settings_file=Path(folder) / "settings.json",
            resources=resources_folder(),
        )
        hearth = start(application, Path(path), machine, lambda trouble: False)
        assert hearth is not None
        if "--careless" in options:
            assert hearth.library._writer is not None
            hearth.library._writer.execute("PRAGMA synchronous = OFF")
        hearth.window.show()
        hearth.window.activateWindow()
        assert QTest.qWaitForWindowActive(hearth.window)
        chance = random.Random(int(seed))
        facilitator = Facilitator(application, hearth, chance)
        say("ready")
        done = 0
        while count is None or done < count:
            if count is None and chance.random() < 0.15:
                facilitator.half()
            else:
                facilitator.note()
            done += 1
        hearth.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
