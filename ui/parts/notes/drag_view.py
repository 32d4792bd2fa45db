"""A view of notes that can be dragged from and dropped on; a mark shows what letting go does."""

from PySide6.QtCore import QMimeData, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPixmap,
)

from app.words import Words
from ui.look.look import Look
from ui.parts.notes.dropping import Drop, Dropping
from ui.parts.notes.items_view import ItemsView
from ui.parts.notes.layout import Layout

MIME = "application/x-hearth-notes"
"""What is carried from zone to zone: ids of notes and titles, a line each."""

CARRIED = 150
"""How wide the picture of what is carried may be, in pixels at 100 %: to see what is under it."""


class DragView(ItemsView):
    """Carries notes under the mouse, and says where they are let go."""

    dropped = Signal(list, object)
    """Ids let go here, and where: a ``ui.parts.notes.dropping.Drop``."""

    def __init__(
        self,
        look: Look,
        words: Words,
        layout: Layout,
        *,
        large: bool = False,
        picks: bool = False,
        longest: int = 0,
    ) -> None:
        """An empty view. ``picks``: nothing is dragged. Of letters, the first ``longest`` are
        shown (0: all)."""
        super().__init__(look, words, layout, large=large, longest=longest)
        self._picks, self._gap = picks, layout.gap
        self.gathers = True
        """Whether notes let go on a note are gathered with it."""
        self.setAcceptDrops(not picks)
        self.viewport().setAcceptDrops(not picks)

    @property
    def drop_shown(self) -> Drop | None:
        """What letting go would do now, as it is marked; None while nothing is carried here."""
        return self._drop

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Carry the chosen notes, or the one that was pressed, under the mouse."""
        current = self.current_item()
        carried = self.chosen_items()
        if current is None:
            return
        if current not in carried:
            carried = [current]
        drag = QDrag(self)
        drag.setMimeData(carry([item.id for item in carried]))
        drag.setPixmap(self._picture(self.visualRect(self.currentIndex())))
        # Beside the mouse, so that the mark under it is seen.
        drag.setHotSpot(QPoint(-self._gap, -self._gap))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Notes may be let go here."""
        self._may_drop(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Notes may be let go here; near an edge, what lies beyond comes into sight."""
        self._may_drop(event)
        y, near, bar = event.position().toPoint().y(), 3 * self._gap, self.verticalScrollBar()
        if y < near:
            bar.setValue(bar.value() - bar.singleStep())
        elif y > self.viewport().height() - near:
            bar.setValue(bar.value() + bar.singleStep())

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        self._show_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Notes are let go here."""
        self._show_drop(None)
        ids = carried_ids(event.mimeData())
        if not ids:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self.dropped.emit(ids, self.drop_at(event.position().toPoint(), ids))

    def _may_drop(self, event: QDragMoveEvent) -> None:
        ids = carried_ids(event.mimeData())
        if ids:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self._show_drop(self.drop_at(event.position().toPoint(), ids))
        else:
            event.ignore()

    def drop_at(self, point: QPoint, ids: list[str]) -> Drop:
        """What letting these items go at a point of the viewport would do."""
        dropping = Dropping(self._placement, self.notes.items, self.viewport().width(), self._gap)
        down = QPoint(0, self.verticalOffset())
        return dropping.drop_at(point + down, ids, gathers=self.gathers)

    def _show_drop(self, drop: Drop | None) -> None:
        if drop != self._drop:
            self._drop = drop
            self.viewport().update()

    def _picture(self, place: QRect) -> QPixmap:
        """The pressed note as it looks, small enough to see what lies under it."""
        picture = self.viewport().grab(place)
        most = self._look.size(CARRIED)
        if place.width() <= most:
            return picture
        smooth = Qt.TransformationMode.SmoothTransformation
        return picture.scaledToWidth(round(most * picture.devicePixelRatio()), smooth)


def carry(ids: list[str]) -> QMimeData:
    """These notes' ids as what a drag carries; :func:`carried_ids` reads them."""
    data = QMimeData()
    data.setData(MIME, "\n".join(ids).encode())
    return data


def carried_ids(data: QMimeData) -> list[str]:
    """The ids that are dragged; none when it is something else."""
    return bytes(data.data(MIME).data()).decode().split() if data.hasFormat(MIME) else []
