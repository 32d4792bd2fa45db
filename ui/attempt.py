"""Runs an action, and says in one sentence why it could not be done."""

from collections.abc import Callable

from app.library.trouble import Trouble
from app.words import Words
from ui.world import World


def attempt(world: World, action: Callable[[], object]) -> bool:
    """Run ``action``; when it meets trouble, say so in the window and give False.

    Whatever the person was typing stays where it is. Anything but :class:`Trouble` is a bug and
    goes on to whoever reports bugs.
    """
    try:
        action()
    except Trouble as trouble:
        world.notice.say(trouble_sentence(world.words, trouble), "ember")
        return False
    world.notice.clear_trouble()
    return True


def trouble_sentence(words: Words, trouble: Trouble) -> str:
    """The sentence for a trouble: what happened, what is kept, what to do."""
    return words(f"trouble.{trouble.code}", **trouble.facts)
