"""Layouts that fold instead of clipping: a flow that wraps, and places shared out side by side."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from ui.parts.deletion import clear_layout


class Folding(QLayout):
    """What both layouts share: their items, and a height that follows from the width."""

    def __init__(self, across: int, down: int) -> None:
        """Leave ``across`` pixels between neighbours and ``down`` between rows."""
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._across, self._down = across, down
        self.setContentsMargins(QMargins(0, 0, 0, 0))

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at a place, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or None."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Asks for no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the rows in ``width`` pixels."""
        margins = self.contentsMargins()
        inner = QRect(0, 0, width - margins.left() - margins.right(), 0)
        return self._place(inner, False) + margins.top() + margins.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Place the items in ``rect``."""
        super().setGeometry(rect)
        self._place(rect.marginsRemoved(self.contentsMargins()), True)

    def minimumSize(self) -> QSize:
        """As narrow as the widest item may become."""
        margins = self.contentsMargins()
        widest = max((_least(item) for item in self._shown()), default=0)
        highest = max((item.minimumSize().height() for item in self._shown()), default=0)
        return QSize(widest, highest).grownBy(margins)

    def sizeHint(self) -> QSize:
        """All in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() for hint in hints) + self._across * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def clear(self) -> None:
        """Remove every item and delete its widget."""
        clear_layout(self)
        self.invalidate()

    def _put(self, item: QLayoutItem, rect: QRect) -> None:
        """Give an item its place.

        Straight to the widget: Qt would not let one whose height is fixed by policy be higher
        than on one line, even when its words have wrapped.
        """
        widget = item.widget()
        if widget is not None:
            widget.setGeometry(rect)
        else:
            item.setGeometry(rect)

    def _shown(self) -> list[QLayoutItem]:
        """The items whose widgets are not hidden."""
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, area: QRect, really: bool) -> int:
        """Place the items in ``area`` when ``really``; gives the height they take."""
        raise NotImplementedError


class FlowLayout(Folding):
    """Items in their own size, one after the other, on as many rows as they need."""

    def __init__(
        self, across: int, down: int | None = None, *, right: bool = False, middle: bool = True
    ) -> None:
        """Leave ``across`` pixels between neighbours. ``right`` puts rows at the right edge,
        ``middle`` puts items in the middle of their row's height rather than at its top."""
        super().__init__(across, across if down is None else down)
        self._right, self._middle = right, middle

    def _place(self, area: QRect, really: bool) -> int:
        top = area.top()
        for row in self._rows(area.width()):
            height = max(size.height() for _, size in row)
            width = sum(size.width() for _, size in row) + self._across * (len(row) - 1)
            left = area.left() + (area.width() - width if self._right else 0)
            for item, size in row:
                down = (height - size.height()) // 2 if self._middle else 0
                if really:
                    self._put(item, QRect(QPoint(left, top + down), size))
                left += size.width() + self._across
            top += height + self._down
        return max(0, top - area.top() - self._down)

    def _rows(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items with their sizes, row by row."""
        rows: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._shown():
            size = item.sizeHint()
            if size.width() > width:
                size = QSize(max(width, _least(item)), size.height())
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if rows and used + self._across + size.width() <= width:
                rows[-1].append((item, size))
                used += self._across + size.width()
            else:
                rows.append([(item, size)])
                used = size.width()
        return rows


class ShareLayout(Folding):
    """Items side by side, each with a share of the width, folded into more rows when narrow.

    An item with share 0 takes the width it would like; the others share what is left, but never
    less than their ``least``. What does not fit beside its neighbours goes to the next row.
    """

    def __init__(
        self, across: int, down: int | None = None, *, even: bool = False, middle: bool = False
    ) -> None:
        """Leave ``across`` pixels between neighbours. ``even`` makes the items of a row equally
        high; otherwise each is as high as what it holds, at the top of its row, or in the
        ``middle`` of its height."""
        super().__init__(across, across if down is None else down)
        self._even, self._middle = even, middle
        self._terms: dict[QWidget, tuple[int, int]] = {}
        self._whole: set[QWidget] = set()

    def add(self, widget: QWidget, share: int = 1, least: int = 0) -> None:
        """Take a widget with its share and the least width it should have, in pixels."""
        self._terms[widget] = (share, least)
        widget.destroyed.connect(self._forget)
        self.addWidget(widget)

    def set_least(self, widget: QWidget, least: int) -> None:
        """Give a widget that was added another least width, in pixels."""
        self._terms[widget] = (self._terms[widget][0], least)
        self.invalidate()

    def keep_whole(self, widget: QWidget) -> None:
        """Give a widget, whose share stays, no less than the width it would like: what does not
        fit beside it goes to the next row before it folds itself."""
        self._whole.add(widget)
        self.invalidate()

    def _forget(self) -> None:
        """Drop the terms of widgets that are gone."""
        standing = {item.widget() for item in self._items}
        self._terms = {widget: term for widget, term in self._terms.items() if widget in standing}
        self._whole &= self._terms.keys()

    def _term(self, item: QLayoutItem) -> tuple[int, int]:
        """Share and least width of an item."""
        widget = item.widget()
        share, least = self._terms.get(widget, (1, 0)) if widget is not None else (1, 0)
        if share == 0 or widget in self._whole:
            return share, max(least, item.sizeHint().width())
        return share, max(least, item.minimumSize().width())

    def _place(self, area: QRect, really: bool) -> int:
        top = area.top()
        for row in self._rows(area.width()):
            widths = self._widths(row, area.width())
            heights = [
                item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
                for item, width in zip(row, widths, strict=True)
            ]
            downs = self._downs(row, widths, heights)
            low = max(down + height for down, height in zip(downs, heights, strict=True))
            left = area.left()
            for item, width, height, down in zip(row, widths, heights, downs, strict=True):
                if really:
                    tall = low if self._even else height
                    self._put(item, QRect(left, top + down, width, tall))
                left += width + self._across
            top += low + self._down
        return max(0, top - area.top() - self._down)

    def _downs(self, row: list[QLayoutItem], widths: list[int], heights: list[int]) -> list[int]:
        """How far below the top of their row items stand."""
        middle = self._middle and not self._even
        return [(max(heights) - height) // 2 if middle else 0 for height in heights]

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        """Which items stand in which row."""
        rows: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            least = self._term(item)[1]
            if rows and used + self._across + least <= width:
                rows[-1].append(item)
                used += self._across + least
            else:
                rows.append([item])
                used = least
        return rows

    def _widths(self, row: list[QLayoutItem], width: int) -> list[int]:
        """The widths of the items of a row, which fill it."""
        terms = [self._term(item) for item in row]
        if len(row) == 1:
            return [width]
        free = width - self._across * (len(row) - 1)
        settled = {at: least for at, (share, least) in enumerate(terms) if share == 0}
        while True:
            left = free - sum(settled.values())
            shares = sum(share for at, (share, _) in enumerate(terms) if at not in settled)
            short = {
                at: least
                for at, (share, least) in enumerate(terms)
                if at not in settled and left * share < least * shares
            }
            if not short:
                break
            settled |= short
        widths = []
        for at, (share, _) in enumerate(terms):
            if at not in settled:  # in whole pixels, the rest for those that follow
                settled[at] = left * share // shares
                left, shares = left - settled[at], shares - share
            widths.append(settled[at])
        return widths


def _least(item: QLayoutItem) -> int:
    """How narrow an item may become: a button may wrap here, where a plain row keeps it whole."""
    widget = item.widget()
    if widget is None or not widget.hasHeightForWidth():
        return item.minimumSize().width()
    return max(widget.minimumWidth(), widget.minimumSizeHint().width())


def holding(layout: QLayout) -> QWidget:
    """A plain widget that holds a layout, for places that want a widget."""
    widget = QWidget()
    widget.setLayout(layout)
    return widget
