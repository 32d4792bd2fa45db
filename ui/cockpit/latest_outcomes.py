"""The latest decisions, actions and parked things, in whole lines of the room there is."""

from collections.abc import Sequence

import msgspec
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.library.rows import Outcome
from app.workshop.outcomes import Form
from ui.look.look import Look
from ui.look.text_styles import TextRole
from ui.look.themes import Tone
from ui.parts.text_block import TextBlock
from ui.world import World

FORMS: tuple[Form, ...] = ("decision", "action", "parked")
LATEST = 3
"""How many of each caught thing are shown; all are read back at the closing."""
LINES = 2
"""Of how many lines each is told at most."""
HEADINGS = {
    "decision": "room.decided-so-far",
    "action": "room.actions-so-far",
    "parked": "room.parked-so-far",
}


class OutcomeText(msgspec.Struct, frozen=True):
    """A heading or the text of something caught; ``rank`` says what goes first where room is
    short: the third latest before the second, texts before headings."""

    text: str
    rank: int
    role: TextRole = "small"
    tone: Tone = "plain"


class LatestOutcomes(QWidget):
    """Painted, so that nothing is ever cut in the middle of a line."""

    def __init__(self, world: World) -> None:
        """Nothing caught yet."""
        super().__init__()
        self._look, self._words = world.look, world.words
        self._outcomes: tuple[Outcome, ...] | None = None
        self._texts: tuple[OutcomeText, ...] = ()
        self.shown: tuple[tuple[OutcomeText, TextBlock], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> bool:
        """Show the latest of each form, newest first; gives whether they are others than before."""
        if tuple(outcomes) == self._outcomes:
            return False
        self._outcomes = tuple(outcomes)
        texts: list[OutcomeText] = []
        for form in FORMS:
            these = [one for one in outcomes if one.form == form]
            if these:
                texts.append(
                    OutcomeText(self._words(HEADINGS[form], n=len(these)), 0, "eyebrow", "mute")
                )
            latest = reversed(these[-LATEST:])
            texts += [OutcomeText(one.text, rank) for rank, one in enumerate(latest, start=1)]
        if not outcomes:
            texts.append(OutcomeText(self._words("room.nothing-caught"), 0, tone="mute"))
        self._texts = tuple(texts)
        self.setAccessibleName("\n".join(one.text for one in texts))
        return True

    def height_of_all(self, width: int) -> int:
        """Pixels that everything would take."""
        return self.height_of(self._set(self._texts, width), width)

    def take(self, width: int, height: int) -> None:
        """Show as much as stands whole in this many pixels; be no higher than that."""
        shown: list[tuple[OutcomeText, TextBlock]] = []
        for most in range(LATEST, -1, -1):
            some = [one for one in self._texts if one.rank <= most]
            shown = self._set(some, width)
            if self.height_of(shown, width) <= height:
                break
        self.shown = tuple(shown)
        self.setFixedHeight(max(0, min(height, self.height_of(shown, width))))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks lines elsewhere; the column asks anew."""
        super().resizeEvent(event)
        for _, block in self.shown:
            block.lay(max(1, self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        top = 0
        for text, block in self.shown:
            top += self._before(text)
            block.draw(painter, 0, top, self._look.colour(text.tone))
            top += block.lay(max(1, self.width())) + self._look.px(2)
        painter.end()

    def _set(self, texts: Sequence[OutcomeText], width: int) -> list[tuple[OutcomeText, TextBlock]]:
        """Each set in ``width`` pixels; what was caught in so many lines, with an ellipsis."""
        found = []
        for one in texts:
            if one.rank:
                text = cut(self._look, one.text, one.role, width, LINES)
                one = msgspec.structs.replace(one, text=text)
            block = TextBlock(self._look, one.text, one.role)
            block.lay(max(1, width))
            found.append((one, block))
        return found

    def height_of(self, shown: Sequence[tuple[OutcomeText, TextBlock]], width: int) -> int:
        """Pixels that these take, one under the other, each in whole lines."""
        gap, wide = self._look.px(2), max(1, width)
        return sum(self._before(text) + block.lay(wide) + gap for text, block in shown)

    def _before(self, text: OutcomeText) -> int:
        """Air above a heading."""
        return self._look.px(6) if text.role == "eyebrow" else 0


def cut(look: Look, text: str, role: TextRole, width: int, lines: int) -> str:
    """The text, cut with an ellipsis where it would take more than so many lines."""
    most = lines * look.pitch(role)
    line = " ".join(text.split())
    if len(line) < 400 and TextBlock(look, line, role).lay(max(1, width)) <= most:
        return line
    fits, low, high = "…", 0, min(len(line), 400)
    while low <= high:
        middle = (low + high) // 2
        tried = f"{line[:middle].rstrip()}…"
        if TextBlock(look, tried, role).lay(max(1, width)) <= most:
            fits, low = tried, middle + 1
        else:
            high = middle - 1
    return fits
