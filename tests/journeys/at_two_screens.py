"""Hearth in its cockpit on a real display, which says how it stands when asked on standard input.

    python -m tests.journeys.at_two_screens FOLDER LANGUAGE

``state`` answers with one line of JSON; ``type TEXT`` types a note and Enter; ``key NAME`` presses
a key where the focus is, and ``write TEXT`` types there; ``grab NAME`` keeps pictures of both
windows in FOLDER; ``quit`` ends.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QRect, QSocketNotifier, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.exchange.sample import import_sample
from app.resources import resources_folder
from tests.ui.opened import Answers
from ui.application import Hearth, machine_of, start
from ui.cockpit.cockpit import Cockpit
from ui.parts.text_edits import PlainEdit
from ui.settings import Settings, save_settings
from ui.wall.wall import Wall, WallWindow


class Asked(QObject):
    """Answers what is asked on standard input."""

    def __init__(self, hearth: Hearth, folder: Path) -> None:
        """For the cockpit of ``hearth``; pictures go to ``folder``."""
        super().__init__()
        self._hearth, self._folder = hearth, folder
        self._bell = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._answer)

    @property
    def cockpit(self) -> Cockpit:
        """The cockpit, whether or not it is on screen."""
        room = self._hearth.window.room
        assert isinstance(room, Cockpit)
        return room

    @property
    def wall(self) -> WallWindow | None:
        """The wall's window, when it is shown."""
        wall = self.cockpit.wall
        assert isinstance(wall, Wall)
        return wall.window

    def _answer(self) -> None:
        asked, _, rest = sys.stdin.readline().strip().partition(" ")
        line = self.cockpit.bottom.line
        if asked == "type":
            QTest.keyClicks(line, rest)
            QTest.keyClick(line, Qt.Key.Key_Return)
        elif asked == "key":
            QTest.keySequence(self._focused(), QKeySequence(rest))
        elif asked == "write":
            QTest.keyClicks(self._focused(), rest)
        elif asked == "grab":
            self._grab(rest)
        leaving = asked in ("quit", "")
        sys.stdout.write(json.dumps({} if leaving else self.state()) + "\n")
        sys.stdout.flush()
        if leaving:
            QApplication.quit()

    def state(self) -> dict[str, object]:
        """How everything stands."""
        window, wall = self._hearth.window, self.wall
        notice = window.notice
        area = wall.geometry() if wall is not None else QRect()
        scene = self.cockpit.wall.scene if isinstance(self.cockpit.wall, Wall) else None
        texts = (
            [note.text for column in scene.picture.columns for note in column.notes]
            if scene
            else []
        )
        return {
            "screens": sorted(screen.name() for screen in QGuiApplication.screens()),
            "cockpit": window.screen().name(),
            "wall": wall.monitor if wall is not None else "",
            "shown": wall is not None and wall.isVisible(),
            "on": wall.screen().name() if wall is not None else "",
            "area": [area.x(), area.y(), area.width(), area.height()],
            "said": notice.sentence.text() if notice.isVisible() else "",
            "button": self.cockpit.top.monitor.text(),
            "active": window.isActiveWindow(),
            "in the room": window.screen_shown is self.cockpit,
            "texts": texts,
            "shows": self.cockpit.wall.shows,
            "said_to_all": scene.picture.said if scene else "",
            "asking": isinstance(QApplication.focusWidget(), PlainEdit),
        }

    def _focused(self) -> QWidget:
        return QApplication.focusWidget() or self._hearth.window

    def _grab(self, name: str) -> None:
        self._hearth.window.grab().save(str(self._folder / f"{name}-cockpit.png"))
        if self.wall is not None:
            self.wall.grab().save(str(self._folder / f"{name}-wall.png"))


def main(folder: str, language: str) -> int:
    """Open the cockpit of the sample launch on the display, at its board."""
    application = QApplication(["hearth"])
    settings = Path(folder) / "settings.json"
    save_settings(settings, Settings(language="fr" if language == "fr" else "en", theme="light"))
    machine = machine_of(application, settings_file=settings, dialogs=Answers().for_words)
    hearth = start(application, Path(folder) / "library.hearth", machine, lambda trouble: False)
    assert hearth is not None
    laptop = next(one for one in QGuiApplication.screens() if one.name() == "LAPTOP")
    hearth.window.setScreen(laptop)
    hearth.window.move(laptop.geometry().topLeft())
    hearth.window.resize(1440, 900)
    hearth.window.show()
    QTest.qWaitForWindowActive(hearth.window)
    sample = import_sample(hearth.library, hearth.catalogue, resources_folder())
    hearth.window.cockpit(sample.workshop.id)
    asked = Asked(hearth, Path(folder))
    lines = asked.cockpit.controller.state().lines
    board = next(line.block.id for line in lines if line.block.exercise == "hopes-and-fears")
    asked.cockpit.side.block_asked.emit(board)
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    code = application.exec()
    hearth.close()
    return code


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
