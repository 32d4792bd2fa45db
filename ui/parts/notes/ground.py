"""Notes on a ground: where each lies says something, and what it says stands behind them.

A ground is a picture (axes, a line of time, rings) that fills the view; a note lies where its ``x``
and ``y`` say, in thousandths of the ground's inside. Nothing scrolls: all of it is seen at once.
"""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize
from PySide6.QtGui import QHelpEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QToolTip

from app.diagram import Diagram
from app.library.workshop_rows import PLACES
from app.words import Words
from ui.look.look import Look
from ui.parts.diagram_painter import DiagramPainter
from ui.parts.notes.dropping import Drop
from ui.parts.notes.layout import Measure, Strip
from ui.parts.notes.model import DotsMode, NoteItem
from ui.parts.notes.view import NotesView

GROUND = "ground"
"""Id of the zone that is a ground."""

NOTE_WIDTH = 132
"""How wide a note on a ground is, pixels at 100 %."""
LONGEST = 44
"""How many of its letters are shown there."""
CROWDED = ((9, 1.0), (18, 0.87), (40, 0.76))
"""Up to so many notes, the share of their size that they have."""
SMALLEST = 0.67
"""The share beyond."""
ROW = 46
"""How high a row of notes of one line is, with the air around it, pixels at 100 %."""
FREE_ROWS = 6
"""How many of them have room on a ground that has no rows: where it is low, notes are smaller."""
ASIDE = 9
"""By how many pixels, at 100 %, notes in one place lie beside one another."""
APART = 4
"""How far notes are kept apart where there is room, pixels at 100 %."""
MOVED = 40
"""Up to so many notes give way to one another; more cover one another anyway."""
ASIDE_MOST, DOWN_MOST = 2, 8
"""By how many quarters of its own width and of its height a note gives way at the most."""


class Ground(msgspec.Struct, frozen=True):
    """A ground: its picture for a width and a height in pixels, and the margins around its inside
    (left, top, right, bottom), in pixels, where the names of its parts stand. Where notes lie in
    ``rows`` one above the other, they are as small as that asks."""

    picture: Callable[[float, float], Diagram]
    margins: tuple[int, int, int, int] = (0, 0, 0, 0)
    rows: float = 0

    def inside(self, width: int, height: int) -> QRect:
        """Where notes have their places."""
        left, top, right, bottom = self.margins
        return QRect(left, top, max(1, width - left - right), max(1, height - top - bottom))


class GroundLayout:
    """A layout (``ui.parts.notes.layout.Layout``): each note around its place, in one strip."""

    def __init__(self, look: Look, ground: Ground, share: float = 1.0, page: int = 1) -> None:
        """Notes of a ``share`` of their size, on a ground that is ``page`` pixels high."""
        self._look, self._ground, self._share = look, ground, share
        self.page = page

    @property
    def margin(self) -> int:
        """The ground reaches to the edges."""
        return 0

    @property
    def gap(self) -> int:
        """How far what is carried is from the mouse."""
        return self._look.px(8)

    def strip(self, items: Sequence[NoteItem], first: int, width: int, measure: Measure) -> Strip:
        """All of them: each around its place, beside those that lie in the same one."""
        inside = self._ground.inside(width, self.page)
        wide = min(width, round(self._look.size(NOTE_WIDTH) * self._share))
        lying: dict[tuple[int, int], int] = {}
        rects: list[QRect] = []
        for item in items[first:]:
            x, y = item.x or 0, item.y or 0
            aside = self._look.size(ASIDE) * lying.get((x, y), 0)
            lying[x, y] = lying.get((x, y), 0) + 1
            high = measure(item, wide)
            left = inside.left() + inside.width() * x // PLACES - wide // 2 + aside
            top = inside.bottom() - inside.height() * y // PLACES - high // 2 + aside
            left = max(0, min(left, width - wide))
            if not self._ground.rows:
                # Not over the words above and below the ground.
                top = max(inside.top(), min(top, inside.top() + inside.height() - high))
            rect = QRect(left, max(0, min(top, self.page - high)), wide, high)
            if not self._ground.rows and len(items) <= MOVED:
                rect = self._giving_way(rect, inside, QRect(0, 0, width, self.page), rects)
            rects.append(rect)
        return Strip(tuple(rects), self.page, len(rects) + 1)

    def _steps(self) -> list[tuple[int, int]]:
        """By how many quarters of its size a note may give way, to the right and down; nearest
        first."""
        return sorted(
            (
                (across, down)
                for across in range(-ASIDE_MOST, ASIDE_MOST + 1)
                for down in range(-DOWN_MOST, DOWN_MOST + 1)
            ),
            key=lambda step: (2 * abs(step[0]) + abs(step[1]), step),
        )

    def _giving_way(self, rect: QRect, inside: QRect, view: QRect, laid: list[QRect]) -> QRect:
        """The place nearest to its own in which a note covers none that was laid before; its own
        where there is none. Its middle stays in the same quarter of the ground: that says more
        than where exactly it lies."""
        apart = self._look.px(APART)
        middle = inside.center()

        def quarter(one: QRect) -> tuple[bool, bool]:
            return one.center().x() < middle.x(), one.center().y() < middle.y()

        for across, down in self._steps():
            dx, dy = across * (rect.width() + apart) / 4, down * (rect.height() + apart) / 4
            one = rect.translated(round(dx), round(dy))
            wider = one.adjusted(-apart + 1, -apart + 1, apart - 1, apart - 1)
            free = not any(wider.intersects(other) for other in laid)
            if free and view.contains(one) and quarter(one) == quarter(rect):
                return one
        return rect

    def smaller(self, share: float) -> "GroundLayout":
        """The same for notes of a ``share`` of their size."""
        return GroundLayout(self._look, self._ground, share, self.page)


class GroundView(NotesView):
    """A view of notes on a ground."""

    def __init__(self, look: Look, words: Words, ground: Ground, *, keypad: bool = False) -> None:
        """An empty ground; with a ``keypad``, digits put notes on it."""
        super().__init__(look, words, GroundLayout(look, ground), longest=LONGEST)
        self._ground, self._pictures = ground, DiagramPainter(look)
        self.gathers, self.keypad = False, keypad

    def show_ground(self, ground: Ground) -> None:
        """Show another ground behind the notes; they lie where they lay."""
        self._ground = ground
        self._fit(len(self.notes.items))
        self._lay_again()
        self.viewport().update()

    def show_items(
        self, items: Sequence[NoteItem], dots: DotsMode = "none", *, empty: str = ""
    ) -> None:
        """Show items, smaller where there are many."""
        self._fit(len(items))
        super().show_items(items, dots, empty=empty)

    def _fit(self, count: int) -> None:
        """Make so many notes small enough for the room that there is."""
        share = next((one for most, one in CROWDED if count <= most), SMALLEST)
        if count:
            inside = self._ground.inside(self.viewport().width(), self.viewport().height())
            wanted = (self._ground.rows or FREE_ROWS) * self._look.size(ROW)
            share = min(share, inside.height() / wanted)
        self.set_share(max(SMALLEST, share))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ground is as high as the view."""
        self._fit(len(self.notes.items))
        self._lay_again()
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Room for a ground on which places can be told apart."""
        return QSize(self._look.size(280), self._look.size(180))

    def paint_ground(self, painter: QPainter, area: QRect) -> None:
        """Paint the ground's picture."""
        super().paint_ground(painter, area)
        size = self.viewport().size()
        picture = self._ground.picture(size.width(), size.height())
        self._pictures.paint(painter, picture, QPointF(0, 0), 1.0)

    def empty_corner(self) -> QPoint:
        """Below the words above the ground."""
        return self._ground.inside(self.viewport().width(), self.viewport().height()).topLeft()

    def drop_at(self, point: QPoint, ids: list[str]) -> Drop:
        """Notes lie where they are let go."""
        inside = self._ground.inside(self.viewport().width(), self.viewport().height())
        x = (point.x() - inside.left()) * PLACES // inside.width()
        y = (inside.bottom() - point.y()) * PLACES // inside.height()
        return Drop(x=max(0, min(PLACES, x)), y=max(0, min(PLACES, y)))

    def viewportEvent(self, event: QEvent) -> bool:
        """All words of the note under the mouse, where only the first are shown."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            text = self.notes.items[index.row()].text if index.isValid() else ""
            QToolTip.showText(event.globalPos(), text if len(text) > LONGEST else "", self)
            return True
        return super().viewportEvent(event)

    def _lay_again(self) -> None:
        high = self.viewport().height()
        self.set_layout(GroundLayout(self._look, self._ground, page=high))
