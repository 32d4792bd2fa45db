"""Asks whether a block is done on paper, and how many things are expected."""

from PySide6.QtWidgets import QWidget

from app.library.rows import Block, Workshop
from app.workshop.on_paper import MOST, put_on_paper, still_on_paper, take_off_paper
from ui.attempt import attempt
from ui.parts.buttons import KeyButton
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.world import World

TAKE_OFF_KEY = "Ctrl+Backspace"

_FIELDS = (
    Field(
        key="expected", kind="number", label="on_paper.expected", hint="on_paper.expected-hint",
        most=MOST,
    ),
)  # fmt: skip


class PaperDialog(FormDialog):
    """One number, which may be left out, and Enter."""

    wide = 520

    def __init__(self, world: World, parent: QWidget, workshop: Workshop, block: Block) -> None:
        """For a block; with what was said of it before, where it is on paper already."""
        words = world.words
        super().__init__(
            world,
            parent,
            words("on_paper.title"),
            words("on_paper.sentence"),
            words("on_paper.keep"),
            _FIELDS,
            world.moment.now().date(),
        )
        self._workshop, self._block = workshop, block
        self.fill({"expected": block.on_paper or None})
        if still_on_paper(block):
            self.off_button = KeyButton(world.look, words, words("on_paper.take-off"), TAKE_OFF_KEY)
            self.off_button.clicked.connect(self._take_off)
            self.add_left(self.off_button)

    def touch(self, key: str) -> None:
        """Nothing would be missed: it is left without a question."""

    def keep(self) -> None:
        """Mark the block. Raises Trouble."""
        expected = self.form.number("expected") or 0
        put_on_paper(self.world.library, self._workshop, self._block, expected)

    def _take_off(self) -> None:
        library = self.world.library
        if attempt(self.world, lambda: take_off_paper(library, self._workshop, self._block)):
            self.accept()
