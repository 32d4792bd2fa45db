"""A file that Hearth was asked to open and that is no library: which one to open instead."""

from pathlib import Path

from app.library.trouble import Trouble
from app.words import Words
from ui.attempt import trouble_sentence
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.labels import body, small
from ui.parts.layouts import FlowLayout, holding
from ui.starting.first_dialog import FirstDialog
from ui.world import Dialogs

ENDING = "hearth"


class WrongFileDialog(FirstDialog):
    """Says what is wrong with a file, and offers one's own library or another file."""

    wide = 620

    def __init__(
        self, trouble: Trouble, own: Path, words: Words, look: Look, dialogs: Dialogs
    ) -> None:
        """``trouble`` is what was met; ``own`` is this person's library, there or not yet."""
        super().__init__(look, words("starting.wrong-title"))
        self.chosen: Path | None = None
        self._own, self._words, self._dialogs = own, words, dialogs
        self.said = body(look, trouble_sentence(words, trouble))
        self.own_button = Button(look, words("starting.own-library"), "primary")
        self.own_button.setDefault(True)
        self.own_button.clicked.connect(self._take_own)
        self.other_button = Button(look, words("starting.other-file"))
        self.other_button.clicked.connect(self._choose)
        self.quit = Button(look, words("starting.quit"))
        self.quit.clicked.connect(self.reject)
        self.body.addWidget(self.said)
        self.body.addWidget(small(look, words("starting.own-is", path=own)))
        self.body.addSpacing(look.px(8))
        row = FlowLayout(look.px(12), look.px(8))
        for button in (self.own_button, self.other_button, self.quit):
            row.addWidget(button)
        self.body.addWidget(holding(row))
        self.own_button.setFocus()

    def _take_own(self) -> None:
        self.chosen = self._own
        self.accept()

    def _choose(self) -> None:
        title = self._words("starting.other-title")
        self.chosen = self._dialogs.open_file(self, title, ENDING)
        if self.chosen is not None:
            self.accept()


def ask_for_another(
    trouble: Trouble, own: Path, words: Words, look: Look, dialogs: Dialogs
) -> Path | None:
    """Tell what is wrong and let the person choose; None where they leave."""
    dialog = WrongFileDialog(trouble, own, words, look, dialogs)
    dialog.exec()
    return dialog.chosen
