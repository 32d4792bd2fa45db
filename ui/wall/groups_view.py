"""The groups on the wall, with when all are back together."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.library.audience import may_read
from app.words import Words
from app.workshop.group_names import group_name
from app.workshop.groups import Group, groups_of
from app.workshop.planning import languages_of
from app.workshop.running import Place
from app.workshop.zones import both
from ui.wall.scene import Scene, back_at
from ui.wall.wall_picture import WallGroup, WallPicture
from ui.wall.wall_view import Shows
from ui.world import World

FULL = 10
"""As many people stand on a card; more go on on the next one."""


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
        cards = tuple(card for group in groups for card in _cards(words, group))
        minute = back_at(world, place)
        titles = (
            one("groups.wall")
            if minute is None
            else one("groups.wall-until", time=one.clock(minute))
            for one in words
        )
        picture = WallPicture(groups=cards)
        return Scene(tuple(dict.fromkeys(titles)), picture, running.community.name, languages)


def _cards(words: list[Words], group: Group) -> Iterator[WallGroup]:
    """A group's card, and others where it has more people than fit on one."""
    name = both(group_name(one, group) for one in words)
    people = [one.name for one in group.people]
    taker = group.row.note_taker
    if group.more:
        people.append(both(one("groups.more", n=group.more) for one in words))
    if taker:
        people.append(both(one("groups.writes", name=taker) for one in words))
    yield WallGroup(name, group.row.place, group.row.brief, tuple(people[:FULL]))
    for at in range(FULL, len(people), FULL):
        goes_on = both(one("groups.goes-on", group=group_name(one, group)) for one in words)
        yield WallGroup(goes_on, "", "", tuple(people[at : at + FULL]))
