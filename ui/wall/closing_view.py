"""What was decided, and who does what, on the wall while it is read back at the closing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.library.audience import readable
from app.library.rows import Community, Outcome, Workshop
from app.text_direction import join_isolated
from app.words import Words
from app.workshop.planning import languages_of
from app.workshop.running import Place
from app.workshop.zones import both
from ui.wall.scene import Scene
from ui.wall.wall_picture import WallPicture, WallText
from ui.wall.wall_view import Shows
from ui.world import World


@dataclass(frozen=True)
class ClosingView:
    """The decisions and actions of a ``workshop`` (its id), as they are mended while read."""

    workshop: str
    shows: Shows = "closing"

    def read(self, world: World, place: Place | None) -> Scene | None:
        """What the room may read of them; parked things are named, not discussed."""
        reader = world.library.reader
        workshop = reader.find(Workshop, self.workshop)
        if workshop is None:
            return None
        languages = languages_of(workshop)
        words = [world.words_in(language) for language in languages]
        kept = "workshop = ? AND state <> 'dropped' ORDER BY position"
        outcomes = readable(reader, "room", Outcome, kept, workshop.id)
        texts = []
        for form in ("decision", "action", "parked"):
            lines = tuple(_line(words, one) for one in outcomes if one.form == form)
            if lines:
                heading = both(one(f"wall.read-{form}") for one in words)
                texts.append(WallText(heading, lines, listed=True))
        if not texts:
            texts = [WallText("", tuple(one("wall.nothing-kept") for one in words))]
        asked = tuple(dict.fromkeys(one("wall.reading-back") for one in words))
        community = reader.row(Community, workshop.community)
        return Scene(asked, WallPicture(texts=tuple(texts)), community.name, languages, timed=False)


def _line(words: Sequence[Words], outcome: Outcome) -> str:
    """An outcome, who does it, and by when in the leading language."""
    due = words[0].day(date.fromisoformat(outcome.due)) if outcome.due else ""
    parts = (outcome.text, outcome.owner_name, due)
    return join_isolated([part for part in parts if part])
