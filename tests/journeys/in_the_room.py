"""Hearth in the cockpit of the sample launch, on whatever display it is given.

    python -m tests.journeys.in_the_room FOLDER

Says ``ready``, and then what happens on standard input: ``home`` leaves the room, ``quit`` ends.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

from app.exchange.sample import import_sample
from app.resources import resources_folder
from tests.ui.opened import Answers
from ui.application import machine_of, start


def say(line: str) -> None:
    """One line, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(folder: str) -> int:
    """Open the cockpit, and do as told until the end."""
    application = QApplication(["hearth"])
    settings = Path(folder) / "settings.json"
    machine = machine_of(application, settings_file=settings, dialogs=Answers().for_words)
    hearth = start(application, Path(folder) / "library.hearth", machine, lambda trouble: False)
    assert hearth is not None
    hearth.window.show()
    sample = import_sample(hearth.library, hearth.catalogue, resources_folder())
    hearth.window.cockpit(sample.workshop.id)
    bell = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, application)

    def answer() -> None:
        if sys.stdin.readline().strip() == "home":
            hearth.window.home()
            say("home")
        else:
            application.quit()

    bell.activated.connect(answer)
    say("ready")
    code = application.exec()
    hearth.close()
    return code


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
