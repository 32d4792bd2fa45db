"""The shell: the rail at the left, one screen at a time beside it, one sentence over it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.look.look import Look
from ui.parts.deletion import delete_later
from ui.parts.overlay import Overlay
from ui.parts.rail import Rail
from ui.parts.screen import Screen
from ui.parts.scroll_column import PAGE_SIDE
from ui.parts.sentences import SentenceBar


class Shell(QWidget):
    """Holds the rail, the strip for one sentence, and the screens; folds the rail when narrow."""

    def __init__(self, look: Look, rail: Rail, bar: SentenceBar) -> None:
        """A shell without screens."""
        super().__init__()
        self._look, self.rail, self.bar = look, rail, bar
        self.screens = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(rail)
        column = self._column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.screens, 1)
        row.addLayout(column, 1)
        Overlay(look, bar, self.screens, self)

    def add_standing(self, bar: SentenceBar) -> None:
        """Show a sentence above all others, for as long as the window is there."""
        side = self._look.px(PAGE_SIDE)
        bar.setContentsMargins(side, self._look.px(12), side, 0)
        self._column.insertWidget(0, bar)

    def add_strip(self, strip: QWidget) -> None:
        """Have a strip above everything beside the rail, as wide as the screens."""
        self._column.insertWidget(0, strip)

    def put_away(self, screen: Screen) -> None:
        """Have a screen put away what it opened, and take it out; once more does no harm."""
        if self.screens.indexOf(screen) < 0:
            return
        screen.leave()
        self.screens.removeWidget(screen)
        screen.hide()
        delete_later(screen)

    def show_screen(self, screen: QWidget) -> None:
        """Show a screen, taking it in when it is new."""
        if self.screens.indexOf(screen) < 0:
            self.screens.addWidget(screen)
        self.screens.setCurrentWidget(screen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold the rail for the new width."""
        self.rail.fit(self.width())
        super().resizeEvent(event)
