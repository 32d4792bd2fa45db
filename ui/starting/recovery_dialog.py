"""When the library cannot be opened: what happened in one sentence, and the ways on."""

from collections.abc import Callable
from datetime import UTC
from pathlib import Path

from app.library.backup import Backup, backup_folder
from app.library.recovery import last_good, start_empty, take_back
from app.library.trouble import Trouble
from app.moment import Moment
from app.words import Words
from ui.attempt import trouble_sentence
from ui.look.look import Look
from ui.parts.buttons import Button, ButtonRole
from ui.parts.labels import body, small
from ui.parts.layouts import FlowLayout, holding
from ui.starting.first_dialog import FirstDialog

DAMAGED = ("damaged", "not-a-library")
"""Troubles that a backup can help with."""
WAITING = ("open-elsewhere", "locked", "read-only", "disk-full", "no-such-place", "disk-trouble",
           "cannot-open")  # fmt: skip
"""Troubles that pass, or that the person can do something about: to try again is the way on."""


class RecoveryDialog(FirstDialog):
    """Says what happened to the library, and offers what can be done about it."""

    def __init__(
        self, trouble: Trouble, library: Path, words: Words, look: Look, moment: Moment
    ) -> None:
        """The trouble met when opening ``library``."""
        super().__init__(look, words("starting.title"))
        self._library, self._words, self._moment = library, words, moment
        self._last: Backup | None = None
        self.backup_button: Button | None = None
        self.empty_button: Button | None = None
        self.said = body(look, self._sentence(trouble))
        self.body.addWidget(self.said)
        self.body.addSpacing(look.px(8))
        if trouble.code in DAMAGED:
            self._offer_copies()
        ends = FlowLayout(look.px(12), look.px(8))
        waits = trouble.code in WAITING
        self.again = self._button("starting.again", self.accept, "primary" if waits else "quiet")
        leaves = trouble.code not in DAMAGED and not waits
        self.quit = self._button("starting.quit", self.reject, "primary" if leaves else "quiet")
        for button in (self.again, self.quit):
            ends.addWidget(button)
        self.body.addWidget(holding(ends))

    def _sentence(self, trouble: Trouble) -> str:
        """What happened, as it is said before there is a window."""
        key = f"starting.{trouble.code}"
        if self._words.knows(key):
            return self._words(key, **{"path": str(self._library), **trouble.facts})
        return trouble_sentence(self._words, trouble)

    def _offer_copies(self) -> None:
        """The last good backup, or that there is none; and an empty library."""
        words, look = self._words, self._look
        self._last = last_good(self._library)
        if self._last is not None:
            local = self._last.made.astimezone()
            hour = words.hour(self._last.made, local.tzinfo or UTC)
            when = f"{words.day(local.date())}, {hour}"
            self.backup_button = self._button(
                "starting.take-back", self._take_back, "primary", when=when
            )
            self.body.addWidget(self.backup_button)
        else:
            folder = str(backup_folder(self._library))
            self.body.addWidget(body(look, words("starting.no-copy", path=folder)))
        role: ButtonRole = "quiet" if self._last is not None else "primary"
        self.empty_button = self._button("starting.empty", self._start_empty, role)
        self.body.addWidget(self.empty_button)
        self.body.addWidget(small(look, words("starting.set-aside")))
        self.body.addSpacing(look.px(8))

    def _button(
        self, key: str, act: Callable[[], object], role: ButtonRole, **facts: object
    ) -> Button:
        button = Button(self._look, self._words(key, **facts), role)
        button.setDefault(role == "primary")
        if role == "primary":
            button.setFocus()
        button.clicked.connect(act)
        return button

    def _take_back(self) -> None:
        if self._last is not None:
            last = self._last
            self._try(lambda: take_back(self._library, last, self._moment.now()))

    def _start_empty(self) -> None:
        self._try(lambda: start_empty(self._library, self._moment.now()))

    def _try(self, act: Callable[[], object]) -> None:
        """Do it and close, or say why it could not be done; everything is then as it was."""
        try:
            act()
        except Trouble as trouble:
            self.said.setText(self._sentence(trouble))
            self.take_room()
            return
        self.accept()


def ask_what_to_do(
    trouble: Trouble, library: Path, words: Words, look: Look, moment: Moment
) -> bool:
    """Tell what happened and let the person choose; True to try to open the library again."""
    dialog = RecoveryDialog(trouble, library, words, look, moment)
    return dialog.exec() == RecoveryDialog.DialogCode.Accepted
