"""What is to be known about where the library lies, at the top of Home until it was noted."""

from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.surroundings import Remark, look_around
from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.deletion import delete_later
from ui.parts.labels import body
from ui.world import World


class RemarkCard(Card):
    """One remark: what is so, what can come of it, what to do."""

    def __init__(self, look: Look, words: Words, remark: Remark, path: str) -> None:
        """The remark on the library at ``path``."""
        names, service = words.series(list(remark.names)), remark.service
        facts = {"service": service, "names": names, "path": path, "n": len(remark.names)}
        super().__init__(look, words(f"home.{remark.code}-title", **facts), edge="amber")
        self.body.setSpacing(look.px(6))
        self.sentence = body(look, words(f"home.{remark.code}", **facts))
        self.add(self.sentence)
        self.noted = Button(look, words("home.noted"), small=True)
        self.add_action(self.noted)


class SurroundingsCards(QWidget):
    """A card for each remark that the person has not noted yet."""

    def __init__(self, world: World) -> None:
        """Look around the library once."""
        super().__init__()
        self._world = world
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(world.look.px(12))
        self.cards: list[RemarkCard] = []
        library = world.library
        for remark in look_around(library.path, library.identity):
            if remark.key not in world.settings.noted:
                card = RemarkCard(world.look, world.words, remark, str(library.path))
                card.noted.clicked.connect(partial(self._note, remark, card))
                column.addWidget(card)
                self.cards.append(card)
        self.setVisible(bool(self.cards))

    def _note(self, remark: Remark, card: RemarkCard) -> None:
        """It is known now, on this computer."""
        settings = self._world.settings
        self._world.keep_settings(replace(settings, noted=(*settings.noted, remark.key)))
        self.cards.remove(card)
        card.hide()
        delete_later(card)
        self.setVisible(bool(self.cards))
