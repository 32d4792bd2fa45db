"""What is said of one text that is typed: it stands as long as it is true of that text."""

from ui.world import Speaker


class SaidOfText:
    """The sentence of a refusal, or of a text that could not be kept at all; or that of a text
    that was given back, which goes with the next success."""

    def __init__(self, speaker: Speaker) -> None:
        """Nothing is said yet; ``speaker`` says it."""
        self._speaker = speaker
        self._given_back = self._refusal = ""

    def give_back(self, sentence: str) -> None:
        """The text was kept aside, and is back."""
        self._given_back = sentence
        self._speaker.say(sentence, "amber")

    def refuse(self, sentence: str) -> None:
        """The text may not stand in its place, or what Enter asks for cannot be done with it."""
        self._refusal = sentence
        self._speaker.hold(self, sentence)

    def lose(self, sentence: str) -> None:
        """The text could not even be kept aside."""
        self._speaker.hold(self, sentence)

    def keep_aside(self) -> None:
        """The text is kept aside: a refusal of it is as true as before, and nothing else is."""
        if self._refusal:
            self._speaker.hold(self, self._refusal)
        else:
            self.relieve()

    def relieve(self) -> None:
        """The text is in its place, emptied or let go."""
        sentence, self._given_back, self._refusal = self._given_back, "", ""
        self._speaker.release(self)
        if sentence:
            self._speaker.take_back(sentence)

    def leave(self) -> None:
        """The text is out of sight, and safe."""
        self._speaker.release(self)
