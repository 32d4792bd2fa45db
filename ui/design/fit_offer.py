"""A workshop has other people or another time: its agenda may be fitted again, if one wants."""

from app.library.rows import Workshop
from app.workshop.fitting_again import Refit, refit, take_refit
from app.workshop.titles import block_name
from ui.attempt import attempt
from ui.parts.fit_text import changes_text
from ui.world import World


def offer_fit(world: World, workshop: str, before: int) -> None:
    """Say what fitting the agenda of a workshop (its id) again would change, with a button; nothing
    where it fits as it is. ``before``: how many people it was made for."""
    row = world.library.reader.find(Workshop, workshop)
    if row is None:
        return
    fit = refit(world.library, world.catalogue, row, before)
    if fit.changes:
        words = world.words
        said = words("fit.again.offer", what=_said(world, fit))
        world.notice.offer(said, words("fit.again.do"), lambda: _take(world, workshop, before))


def _said(world: World, fit: Refit) -> str:
    words = world.words
    resized = [(block_name(words, one), one.minutes, minutes) for one, minutes in fit.resized]
    said = changes_text(words, resized, [block_name(words, one) for one in fit.left_out])
    told = [words("fit.again.would", what=said)]
    if fit.over:
        told.append(words("fit.why.short", n=fit.over))
    return " ".join(told)


def _take(world: World, workshop: str, before: int) -> None:
    """Fit it as it is now: something may have been changed since it was offered."""
    row = world.library.reader.find(Workshop, workshop)
    if row is None:
        return
    fit = refit(world.library, world.catalogue, row, before)
    if attempt(world, lambda: take_refit(world.library, row, fit)):
        world.notice.say(world.words("fit.again.done"))
