"""The middle of the cockpit: words and clock above, the canvas, the capture line below.

Where height or width is short for the text size, the words move into the scrolling part with the
canvas, so that the clock and the capture line are always in sight.
"""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.look.look import Look
from ui.room.bottom import Bottom
from ui.room.telling import Telling, Timing

LOW = 600
NARROW = 900
"""Pixels at 100 % text under which the middle is tight."""
LEAST_CANVAS = 220
"""Pixels at 100 % text that a canvas has at least; what does not fit scrolls."""


class Centre(QWidget):
    """Holds the parts of the middle; asks nothing and knows nothing of the workshop."""

    def __init__(self, look: Look, telling: Telling, timing: Timing, bottom: Bottom) -> None:
        """The parts, without a canvas."""
        super().__init__()
        self._look = look
        self._telling, self._timing, self._bottom = telling, timing, bottom
        self._canvas: QWidget | None = None
        self._tight: bool | None = None
        self._head = QHBoxLayout()
        self._head.setSpacing(look.px(24))
        self._head.addWidget(telling, 1)
        self._head.addWidget(timing, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        inner.setProperty("column", True)
        self._inside = QVBoxLayout(inner)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(look.px(12))
        self.scrolled = QScrollArea()
        self.scrolled.setFrameShape(QFrame.Shape.NoFrame)
        self.scrolled.setWidgetResizable(True)
        self.scrolled.viewport().setAutoFillBackground(False)
        self.scrolled.setWidget(inner)
        inner.setAutoFillBackground(False)
        inner.installEventFilter(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(14))
        self._column.setSpacing(look.px(14))
        self._column.addLayout(self._head)
        self._column.addWidget(self.scrolled, 1)
        self._column.addWidget(bottom)

    def put(self, widget: QWidget) -> None:
        """Show a canvas in the middle instead of the one before."""
        if self._canvas is not None:
            self._inside.removeWidget(self._canvas)
            self._canvas.hide()
            self._canvas.deleteLater()
        self._canvas = widget
        self._inside.addWidget(widget, 1)
        widget.show()

    def add(self, widget: QWidget) -> None:
        """Add something that stands in the middle when it is shown."""
        self._column.insertWidget(1, widget, 1)

    def show_parts(self, shown: bool) -> None:
        """Show words, clock and canvas, or leave the place to what was added."""
        for part in (self._telling, self._timing, self.scrolled):
            part.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tight or roomy, as the size asks."""
        super().resizeEvent(event)
        look = self._look
        tight = self.height() < look.size(LOW) or self.width() < look.size(NARROW)
        if tight != self._tight:
            self._tight = tight
            self._fold(tight)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What stands inside has changed its wishes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Little: what does not fit scrolls."""
        return QSize(200, 200)

    def _fold(self, tight: bool) -> None:
        if tight:
            self._head.removeWidget(self._telling)
            self._inside.insertWidget(0, self._telling)
        else:
            self._inside.removeWidget(self._telling)
            self._head.insertWidget(0, self._telling, 1)
        self._timing.fold(tight)
        self._bottom.fold(tight)

    def _fit(self) -> None:
        """The canvas fills what is left, and never less than it needs to be seen."""
        if self._canvas is not None:
            least = self._look.size(LEAST_CANVAS) if self._tight else 0
            if self._canvas.minimumHeight() != least:
                self._canvas.setMinimumHeight(least)
