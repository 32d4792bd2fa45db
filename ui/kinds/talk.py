"""Talk on the second floor: a few things worth keeping, large and calm; and the wall's picture."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked
from app.workshop.planning import BREAK
from app.workshop.running import Running
from app.workshop.zones import NamedZone
from ui.parts.notes.column_layout import one_column
from ui.parts.notes.notes_canvas import NotesCanvas
from ui.parts.notes.zones_view import ZonesStyle
from ui.wall.note_columns import wall_columns
from ui.wall.wall_picture import RunSeen, WallPicture
from ui.world import World


class TalkCanvas(NotesCanvas):
    """What is worth keeping of what people say."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The notes of a run."""
        rests = running.block.exercise == BREAK
        empty = "kinds.empty-break" if rests else "kinds.empty-talk"
        style = ZonesStyle(one_column(world.look), large=True, empty=empty)
        super().__init__(kind, world, running, style, parent, gathers=False)
        self.bar.said.say(world.words("kinds.choose-hint"))
        self.refresh()

    def show_zones(self, zones: Sequence[NamedZone]) -> None:
        """The notes as they come."""
        lying = facts_of(self.kind.facts(self.world.library.reader, self.running), Ranked)
        self.bar.setVisible(bool(lying))
        self.show_notes(zones, lying, "none")


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """The notes as they come, by zone where there are several."""
    lying = facts_of(kind.facts(seen.reader, seen.running), Ranked)
    shown = wall_columns(seen.reader, seen.running, lying, dots=False, words=seen.words)
    return WallPicture(columns=shown)
