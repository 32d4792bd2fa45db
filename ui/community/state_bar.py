"""The strip on a community's page that says why nothing is asked about it, and offers to go on."""

from PySide6.QtWidgets import QWidget

from app.community.communities import bring_back_community
from app.community.facts import CommunityFacts
from app.community.overview import rest_of, rests_since
from app.community.states import reopen_community
from app.library.rows import Community
from app.words import Words
from ui.attempt import attempt
from ui.parts.sentences import SentenceBar
from ui.world import World

_TOLD = {
    "archived": "community.archived",
    "ended": "community.ended",
    "merged": "states.merged",
    "paused": "states.paused",
}
_BACK = {"archived": "community.bring-back", "paused": "states.go-on"}


def with_state(words: Words, sentence: str, facts: CommunityFacts) -> str:
    """A community's sentence, and after it what it was last said to have become and since when;
    not while it rests or is paused, which a :class:`StateBar` says."""
    now = facts.became
    if now is None or now.since is None or facts.asks_nothing:
        return sentence
    state, day = words(f"states.state.{now.state}"), words.day(now.since)
    said = words("states.since", state=state, day=day)
    return words("states.after-sentence", sentence=sentence, state=said) if sentence else said


class StateBar(SentenceBar):
    """Says that a community was archived, has ended or is paused; its button takes that back."""

    def __init__(self, world: World, community: str, after: QWidget) -> None:
        """For the community whose id is given; nothing said yet. The focus goes to ``after`` when
        the strip was answered and is gone."""
        super().__init__(world.look, world.words)
        self._world, self._community, self._after = world, community, after
        self.close_button.hide()
        self.answered.connect(self._go_on)

    def tell(self, facts: CommunityFacts) -> None:
        """Say why nothing is asked about it, or be gone where something is."""
        words, rest, since = self._world.words, rest_of(facts), rests_since(facts)
        if rest is None or since is None:
            self.clear()
            return
        said = [words(_TOLD[rest], day=words.day(since))]
        if facts.community.ended is not None:
            said.append(words("states.new-ended"))
        if rest != "archived" and facts.became is not None and facts.became.reason:
            said.append(words("states.because", reason=facts.became.reason))
        self.say(" ".join(said), button=words(_BACK.get(rest, "community.reopen")))

    def _go_on(self) -> None:
        library, community = self._world.library, self._community
        away = library.reader.row(Community, community).archived is not None
        undo = bring_back_community if away else reopen_community
        attempt(self._world, lambda: undo(library, community))
        if not self.isVisible():
            self._after.setFocus()
