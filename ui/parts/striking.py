"""Striking something from the record: said exactly first what goes, then done, for good."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from app.library.strike import Goes, strike, what_goes
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
    found: list[Goes] = []
    if not attempt(world, lambda: found.append(what_goes(library, places))):
        return False
    question = "\n\n".join(told(world.words, text, found[0]))
    if not world.dialogs.confirm(parent, question, world.words("kinds.strike.yes")):
        return False
    return attempt(world, lambda: strike(library, places))


def told(words: Words, text: str, goes: Goes) -> Iterator[str]:
    """What goes and what stays, sentence by sentence."""
    yield words("kinds.strike.ask", text=text)
    if goes.changes:
        yield words("kinds.strike.changes", n=goes.changes)
    if goes.attachments:
        yield words("kinds.strike.attachments", names=words.series(goes.attachments))
    if goes.backups:
        yield words("kinds.strike.backups", n=len(goes.backups))
    if goes.backups_removed:
        yield words("kinds.strike.backups-removed", n=len(goes.backups_removed))
    if goes.elsewhere:
        yield words("kinds.strike.elsewhere", n=len(goes.elsewhere))
    if goes.unreachable:
        paths = words.series([str(path) for path in goes.unreachable])
        yield words("kinds.strike.unreachable", paths=paths)
    yield words("kinds.strike.beyond")
