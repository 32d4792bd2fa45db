"""The middle of the cockpit: words and clock above, the canvas, the capture line below.

The clock and the capture line are always in sight, and a useful piece of the canvas with them: as
the window gets small for the text size, what to do folds into one line, what to say is set smaller,
the clock takes a row of its own, and at last the catches leave their keys to the menu.
"""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.cockpit.capture_bar import CaptureBar
from ui.cockpit.clock_panel import ClockPanel
from ui.cockpit.step_view import StepView
from ui.look.look import Look
from ui.parts.deletion import delete_later
from ui.parts.transparency import make_transparent

NARROW = 900
"""Pixels at 100 % text under which the clock does not stand beside the words."""
MOST_BESIDE = 0.45
"""The share of the width that the clock and its buttons take beside the words."""
GOOD_CANVAS, GOOD_SHARE = 360, 0.54
"""What the canvas should have: pixels at 100 % text, or that share of the middle if it is less."""
FAIR_CANVAS, FAIR_SHARE = 240, 0.42
"""What it has at least, before what to say is set any smaller still."""
LEAST_CANVAS = 84
"""Pixels at 100 % text that the canvas keeps whatever the words are; these scroll then."""

OPENED_CANVAS = 24
"""What it keeps while what to do was opened: then that is what somebody wants to read."""


class CentreLayout(msgspec.Struct, frozen=True):
    """How the parts stand: the clock beside the words, the share of its size that what to say is
    set in, what to do whole or on a line, that line with the step's name instead (``brief``), the
    catches shown."""

    beside: bool = False
    share: float = 1.0
    whole: bool = False
    brief: bool = False
    catches: bool = True


GENTLE = (
    CentreLayout(beside=True, whole=True),
    CentreLayout(beside=True),
    CentreLayout(beside=True, share=0.85),
)
"""Of these the first is taken that gives the canvas what it should have, or the last, as long as
that leaves it a fair part."""
LAYOUTS = (
    *GENTLE,
    CentreLayout(whole=True),
    CentreLayout(),
    CentreLayout(share=0.85),
    CentreLayout(share=0.7),
    CentreLayout(share=0.7, catches=False),
    CentreLayout(share=0.7, brief=True, catches=False),
)
"""Else of these the first that does so."""


class Centre(QWidget):
    """Holds the parts of the middle; asks nothing and knows nothing of the workshop."""

    def __init__(
        self, look: Look, step_view: StepView, timing: ClockPanel, bottom: CaptureBar
    ) -> None:
        """The parts, without a canvas."""
        super().__init__()
        self._look = look
        self._step_view, self._timing, self._bottom = step_view, timing, bottom
        self._canvas: QWidget | None = None
        self._fitted: tuple[int, ...] = ()
        self.words = QScrollArea()
        make_transparent(self.words)
        self.words.setFrameShape(QFrame.Shape.NoFrame)
        self.words.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.words.setWidgetResizable(True)
        self.words.setWidget(step_view)
        step_view.setAutoFillBackground(False)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self.words, 1, Qt.AlignmentFlag.AlignTop)
        self._head.addWidget(timing, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget()
        inner.setProperty("column", True)
        self._inside = QVBoxLayout(inner)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self.scrolled = QScrollArea()
        self.scrolled.setFrameShape(QFrame.Shape.NoFrame)
        # A click beside its parts leaves the keyboard where it is.
        self.scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scrolled.setWidgetResizable(True)
        self.scrolled.setMinimumHeight(look.size(OPENED_CANVAS))
        self.scrolled.viewport().setAutoFillBackground(False)
        self.scrolled.setWidget(inner)
        inner.setAutoFillBackground(False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(14))
        self._column.setSpacing(look.px(14))
        self._column.addLayout(self._head)
        self._middle = QWidget()
        self._beside = QHBoxLayout(self._middle)
        self._beside.setContentsMargins(0, 0, 0, 0)
        self._beside.setSpacing(look.px(14))
        self._beside.addWidget(self.scrolled, 3)
        self._column.addWidget(self._middle, 1)
        self._column.addWidget(bottom)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
        step_view.changed.connect(self._fit)
        timing.changed.connect(self._fit)

    def put(self, widget: QWidget) -> None:
        """Show a canvas in the middle instead of the one before."""
        if self._canvas is not None:
            self._inside.removeWidget(self._canvas)
            self._canvas.hide()
            delete_later(self._canvas)
        self._canvas = widget
        self._inside.addWidget(widget, 1)
        widget.show()

    def put_beside(self, widget: QWidget) -> None:
        """Have something stand at the right of the canvas when it is shown."""
        self._beside.addWidget(widget, 2)

    def show_canvas(self, shown: bool) -> None:
        """Show the canvas, or leave its place to what stands beside it."""
        self.scrolled.setVisible(shown)

    def add(self, widget: QWidget) -> None:
        """Add something that stands in the middle when it is shown."""
        self._column.insertWidget(1, widget, 1)

    def add_above(self, widget: QWidget) -> None:
        """Add something that stands above the canvas when it is shown, and scrolls with it."""
        self._inside.insertWidget(0, widget)

    def show_parts(self, shown: bool) -> None:
        """Show words, clock and canvas, or leave the place to what was added."""
        for part in (self.words, self._timing, self._middle):
            part.setVisible(shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tight or roomy, as the size asks."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Something that stands inside has other wishes: the foot may have become higher."""
        if event.type() == QEvent.Type.LayoutRequest and self._wishes() != self._fitted:
            self._fit()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Little: what does not fit folds."""
        return QSize(200, 200)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Bring into sight what the keys now act on: Qt does so for Tab alone."""
        if new is None or not self.scrolled.isAncestorOf(new):
            return
        area, air = new.parentWidget(), self._look.px(8)
        while area is not None and area is not self:
            if isinstance(area, QScrollArea):
                area.ensureWidgetVisible(new, air, air)
            area = area.parentWidget()

    def _wishes(self) -> tuple[int, ...]:
        width = self._column.contentsRect().width()
        return (self.width(), self.height(), self._bottom.height_for(width, catches=True))

    def _fit(self) -> None:
        """Fold as little as leaves the canvas enough."""
        self._fitted = self._wishes()
        inside = self.contentsRect().marginsRemoved(self._column.contentsMargins())
        fold = self._chosen(inside.width(), inside.height())
        words, rest = self._room(fold, inside.width(), inside.height())
        least = OPENED_CANVAS if self._step_view.opened else LEAST_CANVAS
        short = max(0, self._look.size(least) - rest)
        named = not self._timing.names_step
        shown = words - short
        if short and not self._step_view.opened:
            # Where it scrolls for want of room there is no clock beside it.
            shown = self._step_view.whole_within(
                shown,
                inside.width(),
                named=named and not self._brief(fold, inside.width()),
                share=fold.share,
            )
        self._step_view.fold(
            named=named, share=fold.share, whole=fold.whole, brief=self._brief(fold, inside.width())
        )
        self._step_view.setFixedHeight(words)
        self.words.setFixedHeight(max(self._look.pitch("say"), shown))
        self._apply(fold)
        # Now: a wish that changes while the window is being resized may not be asked for again.
        self._column.activate()

    def _chosen(self, width: int, height: int) -> CentreLayout:
        """The layout that folds as little as leaves the canvas enough."""
        good = min(self._look.size(GOOD_CANVAS), round(self.height() * GOOD_SHARE))
        fair = min(self._look.size(FAIR_CANVAS), round(self.height() * FAIR_SHARE))
        narrow = self.width() < self._look.size(NARROW)

        def first(layouts: Sequence[CentreLayout], wanted: int) -> CentreLayout | None:
            rests = ((one, self._room(one, width, height)[1]) for one in layouts)
            return next((one for one, rest in rests if rest >= wanted), None)

        gentle = () if narrow else (first(GENTLE, good), first(GENTLE[-1:], fair))
        rough = [one for one in LAYOUTS if not (narrow and one.beside)]
        found = [one for one in gentle if one is not None]
        return found[0] if found else first(rough, fair) or LAYOUTS[-1]

    def _room(self, fold: CentreLayout, width: int, height: int) -> tuple[int, int]:
        """How high the words are in a layout, and what is left to the canvas, pixels."""
        words, head = self._heights(fold, width)
        foot = self._bottom.height_for(width, catches=fold.catches)
        return words, height - head - foot - 2 * self._column.spacing()

    def _heights(self, fold: CentreLayout, width: int) -> tuple[int, int]:
        """The heights of the words and of all that stands above the canvas, pixels."""
        most = round(width * MOST_BESIDE) if fold.beside else width
        timing = self._timing.lay(most, beside=fold.beside)
        room = width - timing.width() - self._gap(fold) if fold.beside else width
        named = not self._timing.names_step
        step_view = self._step_view.height_for(
            room,
            named=named,
            share=fold.share,
            whole=fold.whole,
            brief=self._brief(fold, room),
        )
        if fold.beside:
            return step_view, max(step_view, timing.height())
        return step_view, step_view + self._gap(fold) + timing.height()

    def _brief(self, fold: CentreLayout, width: int) -> bool:
        named = not self._timing.names_step
        return fold.brief and named and self._step_view.can_be_brief(width)

    def _gap(self, fold: CentreLayout) -> int:
        if fold.beside:
            return self._look.px(24)
        # The step's name has air of its own.
        return self._look.px(8) if self._timing.names_step else 0

    def _apply(self, fold: CentreLayout) -> None:
        directions = QBoxLayout.Direction
        self._head.setDirection(directions.LeftToRight if fold.beside else directions.BottomToTop)
        self._head.setSpacing(self._gap(fold))
        self._bottom.fold(fold.catches)
