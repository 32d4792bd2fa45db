"""The strip where a window, or a dialog, says what is true of what is typed in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.words import Words
from ui.look.look import Look
from ui.parts.sentences import SentenceBar


class WindowBar(SentenceBar):
    """The one strip of a window for whatever has to be said there; fields find it by themselves.

    It also shows what is held: true of something typed, until its owner releases it.
    """

    held_changed = Signal()

    def __init__(self, look: Look, words: Words) -> None:
        """A strip with nothing to say."""
        super().__init__(look, words)
        self._words = words
        self._held: dict[object, str] = {}
        self._cut = ""
        # A dialog may go before what was typed in it is safe.
        self.destroyed.connect(self._held.clear)

    def say_cut(self, most: int) -> None:
        """Say that a field took in so many characters, and no more."""
        self._cut = self._words("parts.cut", n=most)
        self.say(self._cut, "amber")

    def say_trouble(self, sentence: str) -> None:
        """Say why what was typed cannot be taken as it is."""
        self.say(self._after_cut(sentence), "ember")

    def clear(self) -> None:
        """Take the sentence away, and show again what is held."""
        if self._held:
            latest = list(self._held.values())[-1]
            if latest != self.sentence.text():
                self.say(latest, "ember")
            return
        super().clear()

    def clear_trouble(self) -> None:
        """Take away a sentence about an act that failed; what is held stays."""
        if self.tone == "ember":
            self.clear()

    def take_back(self, sentence: str) -> None:
        """Take this sentence away if it is still the one that is shown."""
        if self.sentence.text() == sentence:
            self.clear()

    @property
    def holds(self) -> bool:
        """Whether something that was typed is not kept, and that was said."""
        return bool(self._held)

    def hold(self, owner: object, sentence: str) -> None:
        """Say what is true of something typed until its owner releases it."""
        before = self._held.pop(owner, "")
        sentence = before if before.endswith(sentence) else self._after_cut(sentence)
        self._held[owner] = sentence
        self.say(sentence, "ember")
        self.held_changed.emit()

    def release(self, owner: object) -> None:
        """What was held for an owner is not true any more."""
        sentence = self._held.pop(owner, None)
        if sentence is not None:
            if sentence not in self._held.values():
                self.take_back(sentence)
            self.held_changed.emit()

    def release_all(self) -> None:
        """Nothing that was typed here is on the screen any more."""
        self._held.clear()
        self.put_away()
        self.held_changed.emit()

    def _after_cut(self, sentence: str) -> str:
        """What was pasted was cut, and is refused as well: both are to be known."""
        cut = self._cut and self.sentence.text().startswith(self._cut)
        return f"{self._cut} {sentence}" if cut else sentence


def say_cut(field: QWidget, most: int) -> None:
    """Say that a field took in so many characters, and that the end of what was pasted was left
    out: in the bar of its window, or of the window below."""
    window: QWidget | None = field.window()
    while window is not None:
        own = [bar for bar in window.findChildren(WindowBar) if bar.window() is window]
        if own:
            own[0].say_cut(most)
            return
        below = window.parentWidget()
        window = below.window() if below is not None else None
