"""What the keys of the room do, in words, for the page of keys."""

from collections.abc import Mapping, Sequence

from app.words import Words
from ui.cockpit.step_view import UNFOLD
from ui.cockpit.time_question import KEY
from ui.cockpit.top_bar import Offer

_UNOFFERED = {
    "Ctrl++": "room.more-name",
    "Ctrl+=": "room.more-name",
    KEY: "room.gone-by",
    UNFOLD: "parts.recipe.fails",
}
"""Keys that the menu leaves out, or has only now and then."""


def menu_keys(words: Words, offered: Sequence[Offer]) -> Mapping[str, str]:
    """The words of what the menu has ``offered``, by key, and of what it leaves out."""
    told = {key: words(text) for key, text in _UNOFFERED.items()}
    return told | {key: text for text, key, _ in offered}
