"""When the library cannot be opened: what happened in one sentence, and the ways on."""

from pathlib import Path

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout

from app.library.backup import Backup
from app.library.recovery import last_good, start_empty, take_back
from app.library.trouble import Trouble
from app.moment import Moment
from app.words import Words
from ui.attempt import sentence
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.labels import body, heading, small

DAMAGED = ("damaged", "not-a-library")
"""Troubles that a backup can help with; the others are told, and that is all."""


class RecoveryDialog(QDialog):
    """Says what happened to the library, and offers its last good backup."""

    def __init__(
        self, trouble: Trouble, library: Path, words: Words, look: Look, moment: Moment
    ) -> None:
        """The trouble met when opening ``library``."""
        super().__init__()
        self._library, self._words, self._look, self._moment = library, words, look, moment
        self.setWindowTitle(words("starting.title"))
        self.setMinimumWidth(look.size(480))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(28), look.px(24), look.px(28), look.px(24))
        self._column.setSpacing(look.px(12))
        self._column.addWidget(heading(look, words("starting.title")))
        self.said = body(look, sentence(words, trouble))
        self._column.addWidget(self.said)
        self.again = Button(look, words("starting.again"))
        self.backup_button: Button | None = None
        self.empty_button: Button | None = None
        if trouble.code in DAMAGED:
            self._offer_backup()
        self.again.clicked.connect(self.accept)
        self.quit = Button(look, words("starting.quit"))
        self.quit.clicked.connect(self.reject)
        self._column.addWidget(self.again)
        self._column.addWidget(self.quit)

    def _offer_backup(self) -> None:
        words, look = self._words, self._look
        self._last: Backup | None = last_good(self._library)
        self._column.addWidget(small(look, words("starting.set-aside")))
        if self._last is not None:
            local = self._last.made.astimezone()
            when = f"{words.day(local.date())}, {words.clock(local.hour * 60 + local.minute)}"
            text = words("starting.take-back", when=when)
            self.backup_button = Button(look, text, "primary")
            self.backup_button.clicked.connect(self._take_back)
            self._column.addWidget(self.backup_button)
        self.empty_button = Button(look, words("starting.empty"))
        self.empty_button.clicked.connect(self._start_empty)
        self._column.addWidget(self.empty_button)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room the words need: Qt would reckon without how they fold."""
        if not event.spontaneous():
            self._take_room()
        super().showEvent(event)

    def _take_room(self) -> None:
        wide = max(self.minimumWidth(), self.width())
        self.resize(wide, self._column.totalHeightForWidth(wide))

    def _say(self, trouble: Trouble) -> None:
        self.said.setText(sentence(self._words, trouble))
        self._take_room()

    def _take_back(self) -> None:
        try:
            if self._last is not None:
                take_back(self._library, self._last, self._moment.now())
        except Trouble as trouble:
            self._say(trouble)
            return
        self.accept()

    def _start_empty(self) -> None:
        try:
            start_empty(self._library, self._moment.now())
        except Trouble as trouble:
            self._say(trouble)
            return
        self.accept()


def ask_what_to_do(
    trouble: Trouble, library: Path, words: Words, look: Look, moment: Moment
) -> bool:
    """Tell what happened and let the person choose; True to try to open the library again."""
    dialog = RecoveryDialog(trouble, library, words, look, moment)
    return dialog.exec() == QDialog.DialogCode.Accepted
