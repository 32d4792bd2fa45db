"""What one person fills in, page by page; a dialog hands it from one person to the next."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.workshop.ballots import Given


class BallotForm(QWidget):
    """The pages of a ballot. Each kind has its own."""

    back_key = "Backspace"
    """What leads to the page before."""

    turned = Signal()
    """Another page is shown, or what stands on it changed."""

    @property
    def eyebrow(self) -> str:
        """Which page this is, in small letters."""
        raise NotImplementedError

    @property
    def asked(self) -> str:
        """What the page asks."""
        raise NotImplementedError

    @property
    def hint(self) -> str:
        """How to answer it."""
        raise NotImplementedError

    @property
    def complete(self) -> bool:
        """Whether all pages were filled in."""
        raise NotImplementedError

    @property
    def onward(self) -> str:
        """What the button says that leads to the next page; empty where answering does."""
        return ""

    @property
    def may_go_on(self) -> bool:
        """Whether this page is filled in as it has to be."""
        return False

    def begin(self) -> None:
        """Forget what was filled in, and show the first page."""
        raise NotImplementedError

    def go_back(self) -> bool:
        """To the page before; False at the first."""
        raise NotImplementedError

    def go_on(self) -> None:
        """To the next page, where a button leads there."""

    def take_key(self, event: QKeyEvent) -> bool:
        """Answer with a key; False where it means nothing here."""
        return False

    def take_keyboard(self, window: QWidget) -> None:
        """Put the keyboard where this page is filled in; ``window`` hears the keys otherwise."""
        window.setFocus()

    def given(self) -> Given:
        """What the person gave."""
        raise NotImplementedError
