"""Where the room is, and what comes next, in words."""

from app.words import Words
from app.workshop.running import Place
from app.workshop.titles import block_name
from ui.cockpit.cockpit_state import CockpitState


def title_here(words: Words, moment: CockpitState, place: Place) -> str:
    """The title of the block the room is in."""
    line = moment.line_of(place.part.block.id)
    return block_name(words, line.block) if line else place.part.block.title


def onward_text(words: Words, moment: CockpitState, place: Place) -> str:
    """Where the next step leads: within the block, to the block after it, or to the end."""
    if place.step < len(place.part.recipe.steps) - 1:
        return words("room.next-step")
    after = moment.neighbour(1)
    if after is None:
        return words("room.finish")
    return words("room.next-block", block=block_name(words, after))
