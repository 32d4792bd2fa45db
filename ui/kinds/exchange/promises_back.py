"""The promises of last time, read back beside the zones; on the wall, those that were answered."""

from app.catalogue.register_shapes import Register
from app.kinds.exchange.promises import REGISTER
from app.kinds.exchange.reading_back import (
    OURS,
    answer_promise,
    answers_to,
    promises_read,
    word_on_promise,
)
from app.kinds.exchange.setup import exchange_setup
from app.registers.answering import AnswerLine
from app.workshop.zones import both
from exports.answer_words import answer_words
from ui.parts.answer_panel import Answering, AnswerPanel
from ui.parts.notes.notes_canvas import NotesCanvas
from ui.wall.wall_picture import RunSeen, WallColumn, WallNote


class PromisesBack:
    """The panel in which both sides' promises are answered, in turn."""

    def __init__(self, canvas: NotesCanvas) -> None:
        """For the run of ``canvas``; hidden while nothing was promised before it."""
        world = canvas.world
        self._canvas = canvas
        self._register = world.catalogue.find_register(REGISTER)
        register = self._register
        states = answers_to(register) if register is not None else ()
        title = world.words("inroom.promises")
        answering = Answering(title, register, states, self._give, self._say, self._side)
        self.panel = AnswerPanel(world, answering, canvas.refresh)

    def refresh(self) -> None:
        """Show the promises as they now are."""
        canvas, register = self._canvas, self._register
        if register is not None:
            lines = promises_read(canvas.world.library.reader, canvas.running, register)
            self.panel.show_lines(canvas.running, lines)

    def _side(self, side: str) -> str:
        words = self._canvas.world.words
        return words("inroom.we-promised") if side == OURS else words("inroom.they-promised")

    def _give(self, entry: str, state: str) -> None:
        canvas = self._canvas
        if self._register is not None:
            answer_promise(canvas.world.library, canvas.running, self._register, entry, state)

    def _say(self, entry: str, word: str) -> str:
        canvas = self._canvas
        if self._register is None:
            return word
        return word_on_promise(canvas.world.library, canvas.running, self._register, entry, word)


def promises_told(seen: RunSeen) -> tuple[WallColumn, ...]:
    """What was promised from both sides and was answered in the room, side beside side.

    A promise is on the wall once it was answered: nobody meets theirs there unprepared.
    """
    register = seen.catalogue.find_register(REGISTER)
    if register is None or not exchange_setup(seen.running.recipe).reads_back:
        return ()
    lines = [one for one in promises_read(seen.reader, seen.running, register, "room") if one.state]
    if not lines:
        return ()
    ours = [one for one in lines if one.side == OURS]
    theirs = [one for one in lines if one.side != OURS]
    return (
        WallColumn(
            both(words("inroom.we-promised") for words in seen.words),
            tuple(_told(seen, register, one, "green") for one in ours),
            "teal",
        ),
        WallColumn(
            both(words("inroom.they-promised") for words in seen.words),
            tuple(_told(seen, register, one, "blue") for one in theirs),
            "put-to-work",
        ),
    )


def _told(seen: RunSeen, register: Register, line: AnswerLine, colour: str) -> WallNote:
    return WallNote(answer_words(seen.words[0], register, line), colour, title=line.text)
