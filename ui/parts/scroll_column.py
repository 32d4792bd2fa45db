"""A column that scrolls down and never sideways."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.look.look import Look
from ui.parts.deletion import clear_layout
from ui.parts.layouts import ShareLayout, holding
from ui.parts.transparency import make_transparent

PAGE_SIDE = 32
"""The margin at the left and right of a page, pixels at 100 %."""

PAGE_TOP = 24
"""The margin above and below a page, pixels at 100 %."""

BAR_ROOM = 12
"""The room a bar is given beside fields, pixels at 100 %."""


class ScrollColumn(QScrollArea):
    """Cards one below the other; ``body`` is their column, which ends in empty space."""

    def __init__(
        self,
        look: Look,
        *,
        page: bool = False,
        gap: int = 16,
        by_click: bool = True,
        apart: bool = False,
    ) -> None:
        """``page`` leaves the margins of a page around; ``gap`` is the space between, at 100 %;
        ``apart`` leaves room between what it holds and its bar, while that is there.

        Without ``by_click`` a click between what it holds leaves the keyboard where it is.
        """
        super().__init__()
        make_transparent(self)
        self._look, self._gap, self._apart = look, look.px(gap), apart
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = QWidget()
        self._inner = inner
        inner.setProperty("column", True)
        self.body = QVBoxLayout(inner)
        side, top = (look.px(PAGE_SIDE), look.px(PAGE_TOP)) if page else (0, 0)
        self.body.setContentsMargins(side, top, side, top)
        self.body.setSpacing(self._gap)
        self.body.addStretch(1)
        # Tab stops here only where there is something to scroll by keys.
        policies = Qt.FocusPolicy
        self._still = policies.ClickFocus if by_click else policies.NoFocus
        self._scrolling = policies.StrongFocus if by_click else policies.TabFocus
        self.setFocusPolicy(self._still)
        self.verticalScrollBar().rangeChanged.connect(self._allow)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        inner.installEventFilter(self)

    def add(self, *widgets: QWidget) -> None:
        """Add widgets, one below the other."""
        for widget in widgets:
            self.body.insertWidget(self.body.count() - 1, widget)

    def add_row(
        self,
        widgets: Sequence[QWidget],
        shares: Sequence[int] = (),
        *,
        least: int = 260,
        even: bool = False,
    ) -> None:
        """Add widgets side by side by their shares, folded where one would be narrower than
        ``least`` pixels at 100 %; ``even`` makes them equally high."""
        row = ShareLayout(self._gap, self._gap, even=even)
        for at, widget in enumerate(widgets):
            row.add(widget, shares[at] if shares else 1, self._look.size(least))
        self.add(holding(row))

    def clear(self) -> None:
        """Remove everything that was added."""
        clear_layout(self.body, keep=1)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for what it holds, so that nothing is cut at the side."""
        inner = self._inner.minimumSizeHint().width()
        return QSize(inner + self.verticalScrollBar().sizeHint().width(), self._look.px(64))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show on the bar that the arrows scroll."""
        super().focusInEvent(event)
        self._mark(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """They no longer do."""
        super().focusOutEvent(event)
        self._mark(False)

    def _mark(self, focused: bool) -> None:
        bar = self.verticalScrollBar()
        bar.setProperty("focused", focused)
        bar.style().unpolish(bar)
        bar.style().polish(bar)

    def _allow(self, least: int, most: int) -> None:
        self.setFocusPolicy(self._scrolling if most > least else self._still)
        if self._apart:
            self.body.setContentsMargins(0, 0, self._look.px(BAR_ROOM) if most > least else 0, 0)

    def bring(self, widget: QWidget) -> None:
        """Bring something it holds into sight, once it has its place."""
        QTimer.singleShot(0, widget, lambda: self._bring(widget))

    def _bring(self, widget: QWidget) -> None:
        if self._inner.isAncestorOf(widget) and widget.isVisibleTo(self._inner):
            self.ensureWidgetVisible(widget, 0, self._look.px(8))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for room again when what it holds has changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
