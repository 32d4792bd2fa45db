"""The groups on the wall, with when all are back together."""

from dataclasses import dataclass

from app.library.audience import may_read
from app.words import Words
from app.workshop.group_names import group_name
from app.workshop.groups import Group, groups_of
from app.workshop.planning import languages_of
from app.workshop.running import Place
from ui.wall.scene import Scene, back_at
from ui.wall.wall_picture import WallGroup, WallPicture
from ui.wall.wall_view import Shows
from ui.world import World


@dataclass(frozen=True)
class GroupsView:
    """Who works with whom, and where, while the room is in its ``run`` (id)."""

    run: str
    shows: Shows = "groups"

    def read(self, world: World, place: Place | None) -> Scene | None:
        """The groups by their names, in the workshop's languages."""
        if place is None or place.running.run.id != self.run:
            return None
        running = place.running
        groups = groups_of(world.library.reader, running.workshop)
        if not groups or not may_read(running.block.audience, "room"):
            return None
        languages = languages_of(running.workshop)
        words = [world.words_in(language) for language in languages]
        cards = tuple(_card(words[0], group) for group in groups)
        minute = back_at(world, place)
        titles = (
            one("groups.wall")
            if minute is None
            else one("groups.wall-until", time=one.clock(minute))
            for one in words
        )
        picture = WallPicture(groups=cards)
        return Scene(tuple(dict.fromkeys(titles)), picture, running.community.name, languages)


def _card(words: Words, group: Group) -> WallGroup:
    """A group's card, in the leading language: a number is read in any."""
    name, row = group_name(words, group), group.row
    people = [one.name for one in group.people]
    people += [f"+\N{NO-BREAK SPACE}{group.more}"] if group.more else []
    people += [words("groups.writes", name=row.note_taker)] if row.note_taker else []
    goes_on = words("groups.goes-on", group=name)
    return WallGroup(name, row.place, row.brief, tuple(people), goes_on)
