"""A warning that goes when its cause goes."""

from ui.world import Speaker, Tone


class SaidWhile:
    """What is said of a state, for as long as it lasts; whoever knows of its end says so."""

    def __init__(self, speaker: Speaker) -> None:
        """Nothing is said yet; ``speaker`` says it."""
        self._speaker = speaker
        self._sentence = ""

    def say(self, sentence: str, tone: Tone = "amber") -> None:
        """Say it; until :meth:`end`, or until something else is said."""
        self._sentence = sentence
        self._speaker.say(sentence, tone)

    def end(self) -> None:
        """It is not so any more."""
        sentence, self._sentence = self._sentence, ""
        if sentence:
            self._speaker.take_back(sentence)
