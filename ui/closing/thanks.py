"""Thanks: whom, and for what; kept while they are typed."""

from functools import partial

from PySide6.QtCore import QTimer

from app.library.rows import Workshop
from app.workshop.closing import give_thanks
from ui.attempt import attempt
from ui.closing.printed import Edge, indented, stand_out
from ui.parts.card import Card
from ui.parts.growing import GrowingEdit
from ui.parts.labels import small
from ui.parts.later import later
from ui.world import World

REST = 500
"""Milliseconds without a key after which the thanks are kept."""


class ThanksCard(Card):
    """The thanks of a workshop. What could not be kept stays as it was typed."""

    def __init__(self, world: World, workshop: Workshop) -> None:
        """The thanks of ``workshop``."""
        look, words = world.look, world.words
        super().__init__(look, words("closing.thanks"))
        self._world, self._workshop = world, workshop
        self._typed = self._away = False
        self.field = GrowingEdit(look, "body")
        self.field.setAccessibleName(words("closing.thanks"))
        self.field.show_empty(words("closing.thanks-shows"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self.keep)
        self.field.edited.connect(self._touch)
        self.field.left.connect(self._leave)
        stand_out(self, look)
        place = Edge(look, self.field, self._is_open)
        self.field.textChanged.connect(place.update)
        said = small(look, words("closing.thanks-sentence"))
        self.add(indented(look, said), place)

    def show_thanks(self, thanks: str) -> None:
        """Show them as they now are; what is being typed stays."""
        if not self._typed and not self.field.hasFocus() and self.field.text() != thanks:
            self.field.set_text(thanks)

    def keep(self) -> bool:
        """Keep what stands there now; gives whether it is kept."""
        return not self._typed or self._write(self.field.text())

    def put_away(self) -> None:
        """The screen goes: what was typed is kept, or was let go."""
        self._away = True
        self._rest.stop()

    def _is_open(self) -> bool:
        return self.field.document().isEmpty()

    def _touch(self) -> None:
        self._typed = True
        self._rest.start()

    def _leave(self) -> None:
        if self._typed and not self._away:
            later(self._world.library, partial(self._write, self.field.text()))

    def _write(self, text: str) -> bool:
        self._rest.stop()
        library = self._world.library
        if attempt(self._world, lambda: give_thanks(library, self._workshop, text)):
            self._typed = False
        return not self._typed
