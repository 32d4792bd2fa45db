"""A pill that narrows a list: it opens what one may choose, and says what was chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from app.words import Words
from ui.look.look import Look
from ui.look.themes import Tone
from ui.parts.choice_popup import ChoicePopup, Typed
from ui.parts.pill import PillButton

MENU = 16
"""More values than these are offered in a list that one can search."""

Option = tuple[str, str, Tone]
"""A value, its words, and the tone it lends the pill."""


class FilterPill(PillButton):
    """A pill that opens a menu of values; it wears its tone while one is chosen."""

    picked = Signal()

    def __init__(
        self,
        look: Look,
        words: Words,
        name: str,
        anything: str,
        typed: Typed | None = None,
    ) -> None:
        """``name`` is what it says while nothing is chosen, ``anything`` the first of its menu.

        With ``typed`` a value can be typed too.
        """
        super().__init__(look, "", checkable=True)
        self._look, self._words = look, words
        self._name, self._anything, self._typed = name, anything, typed
        self._options: list[Option] = []
        self.value = ""
        self.clicked.connect(self._open)
        self._tell()

    def offer(self, options: Sequence[Option]) -> None:
        """Offer values."""
        self._options = list(options)

    def choose(self, value: str) -> None:
        """Choose a value; an empty one narrows nothing."""
        self.show_chosen(value)
        self.picked.emit()

    def show_chosen(self, value: str) -> None:
        """Show a value as the chosen one, where whoever shows it has chosen."""
        self.value = value
        self._tell()

    def _known(self) -> tuple[str, Tone] | None:
        """What is chosen, in words and a tone."""
        for value, label, tone in self._options:
            if value == self.value:
                return label, tone
        own = self._typed(self.value) if self._typed is not None and self.value else None
        return (own[1], "teal") if own is not None else None

    def _tell(self) -> None:
        known = self._known()
        chosen, tone = known or (self._name, "plain")
        self.setChecked(known is not None)
        self.set_text(self._words("exercises.pill", said=chosen), tone)
        self.setAccessibleName(f"{self._name}: {chosen}" if known else self._name)

    def _open(self) -> None:
        self._tell()  # the click has turned it; what is chosen decides
        options = [("", self._anything), *((one[0], one[1]) for one in self._options)]
        if self._typed is not None or len(options) > MENU:
            self._open_list(options)
        else:
            self._open_menu(options)

    def _open_list(self, options: Sequence[tuple[str, str]]) -> None:
        shows = self._words("exercises.pick", name=self._name)
        popup = ChoicePopup(self._look, self._words, self, shows, options, self.value, self._typed)
        popup.chosen.connect(self.choose)
        popup.open_below(self)

    def _open_menu(self, options: Sequence[tuple[str, str]]) -> None:
        menu = QMenu(self)
        group = QActionGroup(menu)
        for value, label in options:
            action = menu.addAction(label)
            action.setCheckable(True)
            action.setChecked(value == self.value)
            action.setData(value)
            group.addAction(action)
        group.triggered.connect(self._take)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _take(self, action: QAction) -> None:
        self.choose(str(action.data()))
