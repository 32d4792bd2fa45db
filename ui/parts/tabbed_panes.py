"""Panes side by side; those that do not fit are turned to by tabs: none is ever squeezed."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QTabBar, QWidget

from ui.look.look import Look


class TabbedPane(msgspec.Struct, frozen=True):
    """A pane: its widget, what its tab says, its least width at 100 %, its share of what is left.

    ``hugs``: it is only as high as what it holds, by its own ``heightForWidth``.
    """

    widget: QWidget
    name: str
    least: int
    share: int = 1
    hugs: bool = False


class TabbedPanes(QWidget):
    """Up to a few panes in the order of reading; ``main`` is the one that is never turned away.

    All stand side by side where there is room; else the main one stands beside the others, which
    take turns; else all take turns. ``turned`` is sent with the number of the pane in sight.
    """

    pane_shown = Signal(int)

    def __init__(
        self, look: Look, panes: Sequence[TabbedPane], main: int, *, gap: int = 16, inset: int = 0
    ) -> None:
        """The panes, and the number of the main one; ``gap`` is the space between and
        ``inset`` how far the tabs stand in from the left, at 100 %."""
        super().__init__()
        self._look, self._panes, self._main = look, tuple(panes), main
        self._gap, self._inset = look.px(gap), look.px(inset)
        self._left_out: frozenset[int] = frozenset()
        self._order: tuple[int, ...] = ()
        self._chosen = main
        self.tabs = QTabBar(self)
        self.tabs.setFont(look.font("button"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.hide()
        self.tabs.currentChanged.connect(self._turn)
        for pane in self._panes:
            pane.widget.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    @property
    def tabbed(self) -> tuple[int, ...]:
        """The numbers of the panes that take turns now; none where all are in sight."""
        return self._order

    def leave_out(self, *panes: int) -> None:
        """Leave panes out, and bring back those that are not named; never the main one."""
        left_out = frozenset(panes) - {self._main}
        if left_out != self._left_out:
            self._left_out = left_out
            self.lay_out()

    def show_pane(self, pane: int) -> None:
        """Bring a pane in sight."""
        if pane in self._order:
            self.tabs.setCurrentIndex(self._order.index(pane))
        else:
            self._chosen = pane

    def shows(self, pane: int) -> bool:
        """Whether a pane is in sight."""
        return pane not in self._order or self._order.index(pane) == self.tabs.currentIndex()

    def sizeHint(self) -> QSize:
        """Room enough to work in."""
        return QSize(self._look.size(self._panes[self._main].least), self._look.size(280))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest pane may become, and as low as the one in the middle may."""
        widest = max(pane.widget.minimumSizeHint().width() for pane in self._panes)
        tab = self.tabs.sizeHint().height() + self._look.px(8) if self._order else 0
        high = self._panes[self._main].widget.minimumSizeHint().height() + tab
        return QSize(widest, max(self._look.size(200), high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold for the new size."""
        super().resizeEvent(event)
        self.lay_out()

    def lay_out(self) -> None:
        """Place the panes in the room there is; to be called when what one holds has changed."""
        order = self._turning_in(self.width())
        if order != self._order:
            self._set_order(order)
        side = self._order if self._main not in self._order else ()
        beside = [at for at in self._shown() if at not in self._order]
        if side:
            beside = sorted([*beside, side[self.tabs.currentIndex()]])
        elif self._order:
            beside = [self._order[self.tabs.currentIndex()]]
        for at, pane in enumerate(self._panes):
            pane.widget.setVisible(at in beside)
        self.tabs.setVisible(bool(self._order))
        self._place(beside)

    def _turning_in(self, width: int) -> tuple[int, ...]:
        """Which panes take turns in ``width`` pixels."""
        leasts = {at: self._look.size(self._panes[at].least) for at in self._shown()}
        if sum(leasts.values()) + self._gap * (len(leasts) - 1) <= width:
            return ()
        others = tuple(at for at in leasts if at != self._main)
        widest = max(leasts[at] for at in others)
        if len(others) > 1 and leasts[self._main] + self._gap + widest <= width:
            return others
        return tuple(leasts)

    def _shown(self) -> list[int]:
        """The panes that are not left out."""
        return [at for at in range(len(self._panes)) if at not in self._left_out]

    def _set_order(self, order: tuple[int, ...]) -> None:
        """Give the tabs to other panes; the one turned to last stays in sight."""
        chosen = self._chosen
        blocked = self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self._order = order
        for at in order:
            self.tabs.addTab(self._panes[at].name)
        if chosen in order:
            self.tabs.setCurrentIndex(order.index(chosen))
        self.tabs.blockSignals(blocked)

    def _place(self, beside: Sequence[int]) -> None:
        """Place the panes in sight, and the tabs above those that take turns."""
        width, gap = self.width(), self._gap
        widths = self._widths(beside, width)
        tab = self.tabs.sizeHint().height() + self._look.px(8) if self._order else 0
        left = 0
        for at, wide in zip(beside, widths, strict=True):
            pane = self._panes[at]
            top = tab if at in self._order else 0
            if at in self._order:
                room = wide - self._inset
                self.tabs.setGeometry(QRect(left + self._inset, 0, room, tab - self._look.px(8)))
            high = max(0, self.height() - top)
            if pane.hugs and pane.widget.hasHeightForWidth():
                high = min(high, pane.widget.heightForWidth(wide))
            pane.widget.setGeometry(QRect(left, top, wide, high))
            left += wide + gap

    def _widths(self, beside: Sequence[int], width: int) -> list[int]:
        """How wide each pane in sight is."""
        free = width - self._gap * (len(beside) - 1)
        leasts = [self._look.size(self._panes[at].least) for at in beside]
        shares = [self._panes[at].share for at in beside]
        if len(beside) == 1:
            return [free]
        spare = max(0, free - sum(leasts))
        widths = [
            least + spare * share // (sum(shares) or 1)
            for least, share in zip(leasts, shares, strict=True)
        ]
        widths[-1] += free - sum(widths)
        return widths

    def _turn(self, tab: int) -> None:
        if 0 <= tab < len(self._order):
            self._chosen = self._order[tab]
            self.lay_out()
            self.pane_shown.emit(self._chosen)
