"""A list of cards, all of them in sight: what holds it scrolls."""

from PySide6.QtGui import QResizeEvent

from ui.parts.card_list import CardList


class WholeCardList(CardList):
    """Cards in a list as high as all of them."""

    def take_height(self) -> None:
        """Be as high as all cards."""
        self.setFixedHeight(self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks words elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.take_height()
