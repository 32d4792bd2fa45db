"""Stories on the second floor: each from the top to the bottom, beside the others; and on the wall
one of them, once there is a yes."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from app.catalogue.register_shapes import RegisterColumn
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.stories.kind import EVIDENCE, ValueStory
from app.library.audience import may_read
from app.registers.run_rows import Filled, place_of_target
from app.workshop.running import Running
from app.workshop.table_pages import told_pages
from ui.parts.rows.rows_canvas import RowsCanvas, RowsStyle
from ui.wall.wall_picture import RunSeen, WallPicture
from ui.world import World

ROOM = "room"
"""Those whom the wall speaks to."""


class StoriesCanvas(RowsCanvas):
    """Stories side by side, each a chain from the help to what came of it."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The stories of a run."""
        style = RowsStyle(
            turned=True,
            new="rows.new-story",
            begins="stories.begins",
            counted="stories.stories-n",
        )
        super().__init__(kind, world, running, style, parent)

    def empty_cell(self, column: RegisterColumn) -> str:
        """Where nobody said who may hear the story: that it is for the facilitator alone."""
        return self.world.words("stories.private") if column.consent else ""


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """The story that the room stands at, the latest where another begins; only with a yes."""
    facts = kind.facts(seen.reader, seen.running)
    (found,) = facts_of(facts, Filled)
    story = _meant(facts_of(facts, ValueStory), seen.of)
    if story is None or not may_read(story.audience, ROOM):
        return WallPicture()
    words, register = seen.words[0], found.asked.register
    told = {**story.told, **({EVIDENCE: story.evidence} if story.evidence else {})}
    names = register.in_language(words.language).columns
    parts = [(names.get(column, column), text) for column, text in told.items()]
    return WallPicture(pages=partial(told_pages, story.help, parts))


def _meant(stories: Sequence[ValueStory], of: str) -> ValueStory | None:
    """The story of a target of the line, or of an id; the latest where a new one begins."""
    wanted = {place_of_target(of).entry, of}
    meant = next((one for one in stories if one.id in wanted), None)
    if meant is not None or place_of_target(of).entry:
        return meant
    return stories[-1] if stories else None
