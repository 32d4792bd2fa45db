"""The day's agenda on the wall, with where the room stands."""

from dataclasses import dataclass

from app.library.audience import may_read
from app.library.rows import Block
from app.workshop.agenda import Layout, Slot
from app.workshop.agenda_order import layouts
from app.workshop.planning import BREAK, languages_of
from app.workshop.running import Place, runs_of
from app.workshop.titles import block_name
from app.workshop.zones import both
from ui.wall.scene import Scene
from ui.wall.wall_picture import WallBlock, WallPicture
from ui.wall.wall_view import Shows
from ui.world import World


@dataclass(frozen=True)
class AgendaView:
    """The blocks of the day, until the room goes on to another run (``run``: the id)."""

    run: str
    shows: Shows = "agenda"

    def read(self, world: World, place: Place | None) -> Scene | None:
        """What is planned for the day the room is in; no block for the facilitator alone."""
        if place is None or place.running.run.id != self.run:
            return None
        running, reader = place.part, world.library.reader
        languages = languages_of(running.workshop)
        words = [world.words_in(language) for language in languages]
        begun = {run.block for run in runs_of(reader, running.workshop.id)}
        lines = []
        for slot in _day_of(layouts(reader, running.workshop.id), running.block):
            if slot.block.exercise != BREAK and not may_read(slot.block.audience, "room"):
                continue
            named = (block_name(one, slot.block) for one in words)
            now = slot.block.id == running.block.id
            lines.append(
                WallBlock(
                    time=words[0].clock(slot.starts),
                    title=both(named),
                    state="now" if now else "done" if slot.block.id in begun else "ahead",
                    mark=both(one("wall.now") for one in words) if now else "",
                )
            )
        titles = tuple(dict.fromkeys(one("wall.agenda") for one in words))
        picture = WallPicture(agenda=tuple(lines))
        return Scene(titles, picture, running.community.name, languages, timed=False)


def _day_of(plans: list[Layout], block: Block) -> tuple[Slot, ...]:
    """The blocks of the session that a block belongs to."""
    here = (plan.slots for plan in plans if plan.session.id == block.session)
    return next(here, ())
