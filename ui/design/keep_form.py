"""A block of the agenda, kept as an exercise of one's own by one key."""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.own_exercise import LenientExercise
from app.library.rows import Block, Workshop
from app.workshop.own_from_block import keep_block_as_own, may_be_kept
from app.workshop.titles import prompt_language
from ui.attempt import attempt
from ui.parts.buttons import KeyButton
from ui.world import World

KEY = "Ctrl+Shift+E"


class KeepForm(QWidget):
    """The button under a block's recipe; away for a break."""

    def __init__(self, world: World) -> None:
        """No block yet."""
        super().__init__()
        self._world = world
        self._workshop: Workshop | None = None
        self._block: Block | None = None
        look, words = world.look, world.words
        self.button = KeyButton(look, words, words("own.keep"), KEY, small=True, wide=True)
        self.button.clicked.connect(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)

    def show_block(self, workshop: Workshop, block: Block) -> None:
        """This block is meant."""
        self._workshop, self._block = workshop, block
        self.setVisible(may_be_kept(block))

    def _keep(self) -> None:
        world, workshop, block = self._world, self._workshop, self._block
        if workshop is None or block is None:
            return
        language = prompt_language(workshop, world.words.language)
        made: list[LenientExercise] = []
        if attempt(
            world,
            lambda: made.append(
                keep_block_as_own(world.library, world.catalogue, workshop, block, language)
            ),
        ):
            name = made[0].in_language(language).name
            world.notice.offer(
                world.words("own.saved", name=name),
                world.words("parts.open-it"),
                partial(world.navigator.exercises, made[0].id),
            )
