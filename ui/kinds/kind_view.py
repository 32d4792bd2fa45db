"""The second floor of a kind: its canvas for the facilitator, and its picture on the wall."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from app.kinds.kind import CaptureKind, KindTable
from app.workshop.running import Running
from ui.kinds.canvas import Canvas, CanvasMaker
from ui.wall.wall_picture import PictureMaker, RunSeen, WallPicture
from ui.world import World

Drawing = Callable[[CaptureKind, RunSeen], WallPicture]
"""A picture for the wall before it knows its kind."""


@dataclass(frozen=True)
class KindView:
    """A kind in the window and on the wall, with the first floor that both were made with."""

    kind: CaptureKind
    canvas: CanvasMaker
    picture: PictureMaker
    large: PictureMaker
    """What the wall shows of one thing alone, by its id."""
    takes_cells: bool = False
    """Whether a pasted table reaches the canvas with tabs between its cells, not as lines."""

    @staticmethod
    def of(
        kind: CaptureKind,
        canvas: Callable[[CaptureKind, World, Running, QWidget], Canvas],
        picture: Drawing,
        large: Drawing,
        *,
        takes_cells: bool = False,
    ) -> "KindView":
        """A view whose ``canvas``, ``picture`` and ``large`` are handed ``kind`` as their first
        argument."""
        pictures = partial(picture, kind), partial(large, kind)
        return KindView(kind, partial(canvas, kind), *pictures, takes_cells=takes_cells)


KindViews = KindTable[KindView]
"""The second floor's table."""
