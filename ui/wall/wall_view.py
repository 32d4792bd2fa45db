"""What the wall shows instead of the picture of the block that the room is in."""

from dataclasses import dataclass
from typing import Literal, Protocol

import msgspec
from PySide6.QtGui import QImage

from app.library.audience import may_read
from app.workshop.planning import languages_of
from app.workshop.running import Place
from ui.wall.scene import Scene, questions_of, run_seen
from ui.wall.wall_picture import PictureMaker, WallPicture
from ui.world import World

Shows = Literal["room", "large", "message", "image", "agenda", "groups", "closing"]
"""What the wall shows: the room's own picture, or one of these in its place."""


class WallView(Protocol):
    """Something that is shown in the place of the room's picture, read anew after each change."""

    @property
    def shows(self) -> Shows:
        """What it is, for the facilitator."""

    def read(self, world: World, place: Place | None) -> Scene | None:
        """What the room sees of it where a workshop stands; None when its time is over."""


@dataclass(frozen=True)
class LargeView:
    """One thing (``item``: its id), as large as the wall lets it be, while the room is in its
    ``run`` (id). ``make`` gives an empty picture where it is gone, or nothing for the room. Never
    while the run is hidden."""

    run: str
    item: str
    make: PictureMaker
    shows: Shows = "large"

    def read(self, world: World, place: Place | None) -> Scene | None:
        """The thing under the question of its block."""
        if place is None or place.running.run.id != self.run:
            return None
        running = place.running
        if running.run.hidden or not may_read(running.block.audience, "room"):
            return None
        made = self.make(run_seen(world, running, self.item))
        if made == WallPicture():
            return None
        large = msgspec.structs.replace(made, large=True)
        languages = languages_of(running.workshop)
        return Scene(questions_of(running), large, running.community.name, languages, run=self.run)


@dataclass(frozen=True)
class MessageView:
    """What the facilitator wants everybody to read, until the room goes on to another run."""

    run: str
    text: str
    shows: Shows = "message"

    def read(self, world: World, place: Place | None) -> Scene | None:
        """The message alone."""
        return _alone(place, self.run, WallPicture(said=self.text))


@dataclass(frozen=True)
class ImageView:
    """An image, until the room goes on to another run."""

    run: str
    image: QImage
    shows: Shows = "image"

    def read(self, world: World, place: Place | None) -> Scene | None:
        """The image alone."""
        return _alone(place, self.run, WallPicture(image=self.image))


@dataclass(frozen=True)
class WallState:
    """How a wall is at one instant, to be had again: later, or on the wall of another window."""

    view: WallView | None
    frozen: bool
    blank: bool
    scene: Scene
    page: int | None


def stands_in(place: Place | None) -> str:
    """The id of the run that the room is in; empty before the first."""
    return place.running.run.id if place is not None else ""


def _alone(place: Place | None, run: str, picture: WallPicture) -> Scene | None:
    """A picture without a question and a clock, while the room is in the run (its id)."""
    if stands_in(place) != run:
        return None
    if place is None:
        return Scene((), picture, "", timed=False)
    running = place.running
    languages = languages_of(running.workshop)
    return Scene((), picture, running.community.name, languages, timed=False)
