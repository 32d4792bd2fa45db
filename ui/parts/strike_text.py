"""Striking something from the record: said exactly first what goes, then done, for good."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from app.library.strike import StrikeEffects, strike, strike_effects
from app.words import Words
from ui.attempt import attempt
from ui.world import World


def ask_and_strike(
    world: World, parent: QWidget, places: Sequence[tuple[str, str]], text: str
) -> bool:
    """Strike rows (table and id), once the person has read what goes and said yes.

    ``text`` is what is struck, as people know it. True when it was done; trouble is said.
    """
    library = world.library
    found: list[StrikeEffects] = []
    if not attempt(world, lambda: found.append(strike_effects(library, places))):
        return False
    question = "\n\n".join(strike_sentences(world.words, text, found[0]))
    if not world.dialogs.confirm(parent, question, world.words("kinds.strike.yes")):
        return False
    if not attempt(world, lambda: strike(library, places)):
        return False
    say_what_stays(world)
    return True


def say_what_stays(world: World) -> None:
    """Say where something was just struck from, and somebody reads the library's log."""
    if not world.library.folded:
        world.notice.say(world.words("kinds.strike.log-stays"), "amber")


def strike_sentences(words: Words, text: str, effects: StrikeEffects) -> Iterator[str]:
    """What goes and what stays, sentence by sentence."""
    yield words("kinds.strike.ask", text=text)
    if effects.changes:
        yield words("kinds.strike.changes", n=effects.changes)
    if effects.attachments:
        yield words("kinds.strike.attachments", names=words.series(effects.attachments))
    if effects.backups:
        yield words("kinds.strike.backups", n=len(effects.backups))
    if effects.backups_removed:
        yield words("kinds.strike.backups-removed", n=len(effects.backups_removed))
    if effects.elsewhere:
        yield words("kinds.strike.elsewhere", n=len(effects.elsewhere))
    if effects.files:
        yield words("kinds.strike.files", n=len(effects.files))
    yield from beyond_sentences(words, effects)


def beyond_sentences(words: Words, effects: StrikeEffects) -> Iterator[str]:
    """What striking does not reach, sentence by sentence."""
    if effects.drafts:
        yield words("kinds.strike.drafts", n=effects.drafts)
    if effects.unreachable:
        paths = words.series([str(path) for path in effects.unreachable])
        yield words("kinds.strike.unreachable", paths=paths)
    yield words("kinds.strike.beyond")
