"""The signs of life of a running workshop, by which a power cut is known."""

from PySide6.QtCore import QObject, QTimer

from app.library.trouble import Trouble
from ui.attempt import trouble_sentence
from ui.cockpit.workshop_controller import WorkshopController
from ui.world import World

BEAT = 5000
"""Milliseconds between two signs of life in the library."""


class Heartbeats(QObject):
    """Keeps a sign of life every few seconds; says in one sentence when it cannot be kept."""

    def __init__(self, world: World, controller: WorkshopController, parent: QObject) -> None:
        """None before :meth:`start`."""
        super().__init__(parent)
        self._world, self._controller = world, controller
        self._failed = ""
        self._beats = QTimer(self)
        self._beats.setInterval(BEAT)
        self._beats.timeout.connect(self.record)

    def start(self) -> None:
        """Begin."""
        self._beats.start()

    def stop(self) -> None:
        """No more."""
        self._beats.stop()

    def record(self) -> None:
        """Keep one now. When it can be again, only the sentence about it is taken away: nothing
        else was put right."""
        notice, sentence = self._world.notice, self._failed
        try:
            self._controller.record_heartbeat()
        except Trouble as trouble:
            self._failed = trouble_sentence(self._world.words, trouble)
            notice.say(self._failed, "ember")
        else:
            self._failed = ""
            if sentence:
                notice.take_back(sentence)
