"""Panes side by side that fill the height there is; stacked in one scrolling column when narrow."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayoutItem, QScrollArea, QWidget

from ui.look.look import Look
from ui.parts.layouts import Folding

ALONE = 76
"""Pixels at 100 % text that a row of panes alone has at least: each of them scrolls by itself."""


class PaneLayout(Folding):
    """Panes by shares of the width; each row has its share of the height, but never too little.

    A pane of share 0 is as wide as its least width. ``high`` is what a pane needs at least when
    it has a row to itself or to share. Where panes are stacked, those that are
    ``early`` come first, and those that are ``late`` last.
    ``even`` lays panes of one width in rows of equal length:
    four panes are never three and one.
    """

    def __init__(self, gap: int, alone: int, *, even: bool = False) -> None:
        """Leave ``gap`` pixels between neighbours; one row alone may be ``alone`` high."""
        super().__init__(gap, gap)
        self._even, self._alone = even, alone
        self._terms: list[tuple[int, int, int]] = []
        self._late: set[int] = set()
        self._early: set[int] = set()

    def add(
        self,
        widget: QWidget,
        share: int,
        least: int,
        high: int,
        *,
        late: bool = False,
        early: bool = False,
    ) -> None:
        """Take a pane with its share, its least width and its least height, in pixels."""
        if early:
            self._early.add(len(self._terms))
        if late:
            self._late.add(len(self._terms))
        self._terms.append((share, least, high))
        self.addWidget(widget)

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take a pane out, or None."""
        if 0 <= index < len(self._terms):
            self._terms.pop(index)
            self._late = {at - (at > index) for at in self._late if at != index}
            self._early = {at - (at > index) for at in self._early if at != index}
        return super().takeAt(index)

    def rows(self, width: int) -> list[list[int]]:
        """Which panes stand in which row of ``width`` pixels, by number."""
        shown = [at for at, item in enumerate(self._items) if not item.isEmpty()]
        if self._even:
            return self._even_rows(shown, width)
        rows: list[list[int]] = []
        used = 0
        for at in shown:
            least = self._terms[at][1]
            if rows and used + self._across + least <= width:
                rows[-1].append(at)
                used += self._across + least
            else:
                rows.append([at])
                used = least
        if len(rows) > 1:
            rows.sort(key=self._turn)
        return rows

    def _turn(self, row: list[int]) -> int:
        if all(at in self._early for at in row):
            return 0
        return 2 if all(at in self._late for at in row) else 1

    def minimumSize(self) -> QSize:
        """As narrow as the narrowest pane may be; the height follows from the width."""
        widest = max((item.minimumSize().width() for item in self._shown()), default=0)
        return QSize(widest, 0)

    def _even_rows(self, shown: list[int], width: int) -> list[list[int]]:
        if not shown:
            return []
        least = max(self._terms[at][1] for at in shown)
        fits = max(1, (width + self._across) // (least + self._across))
        lines = -(-len(shown) // min(fits, 3))
        if len(shown) <= fits and len(shown) <= 3:
            lines = 1
        across = -(-len(shown) // lines)
        return [shown[at : at + across] for at in range(0, len(shown), across)]

    def _place(self, area: QRect, really: bool) -> int:
        rows = self.rows(area.width())
        needs = [max(self._terms[at][2] for at in row) for row in rows]
        if len(rows) == 1:
            # Each scrolls by itself: there is nothing to gain from scrolling all of them too.
            needs = [min(needs[0], self._alone)]
        whole = sum(needs) + self._down * max(0, len(rows) - 1)
        if not really:
            return whole
        spare = max(0, area.height() - whole)
        total = sum(needs)
        top = area.top()
        for number, row in enumerate(rows):
            share = spare * needs[number] // total if total else 0
            height = needs[number] + share
            if number == len(rows) - 1:
                height = max(height, area.bottom() + 1 - top)
            across = len(rows[0]) if self._even else len(row)
            self._place_row(row, across, QRect(area.left(), top, area.width(), height))
            top += height + self._down
        return whole

    def _place_row(self, row: list[int], across: int, place: QRect) -> None:
        free = place.width() - self._across * (across - 1)
        fixed = sum(self._terms[at][1] for at in row if not self._terms[at][0])
        shares = sum(self._terms[at][0] for at in row) + (across - len(row))
        left = place.left()
        for number, at in enumerate(row):
            share, least, _ = self._terms[at]
            width = (free - fixed) * share // shares if share else least
            if len(row) == 1 and not share:
                width = place.width()
            if number == len(row) - 1 and len(row) == across:
                width = place.right() + 1 - left
            self._items[at].setGeometry(QRect(left, place.top(), width, place.height()))
            left += width + self._across


class Panes(QScrollArea):
    """Holds panes; they fill the height, or scroll together when they are stacked."""

    def __init__(
        self, look: Look, *, even: bool = False, gap: int = 12, alone: int = ALONE
    ) -> None:
        """No panes yet; ``gap`` is the space between, ``alone`` how high a row by itself need not
        exceed, at 100 %."""
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self._look = look
        inner = QWidget()
        inner.setProperty("column", True)
        self._layout = PaneLayout(look.px(gap), look.size(alone), even=even)
        inner.setLayout(self._layout)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)

    def add(
        self,
        pane: QWidget,
        share: int = 1,
        *,
        least: int = 260,
        high: int = 150,
        late: bool = False,
        early: bool = False,
    ) -> None:
        """Take a pane; its ``least`` width and how ``high`` it is at least, pixels at 100 %."""
        across, down = self._look.size(least), self._look.size(high)
        self._layout.add(pane, share, across, down, late=late, early=early)

    def clear(self) -> None:
        """Remove every pane and delete it."""
        self._layout.clear()

    def to_top(self) -> None:
        """Back to the first row."""
        self.verticalScrollBar().setValue(0)

    def rows(self) -> list[list[int]]:
        """Which panes stand in which row now, by number."""
        return self._layout.rows(self.viewport().width())

    def minimumSizeHint(self) -> QSize:
        """Room for a piece of one pane; the rest is scrolled to."""
        inner = self._layout.minimumSize().width()
        return QSize(inner + self.verticalScrollBar().sizeHint().width(), self._look.size(48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold for the new width."""
        super().resizeEvent(event)
        self._layout.invalidate()
