"""Lays a strip over what is shown, so that nothing moves when it comes or goes."""

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from ui.look.look import Look

WIDEST = 760
"""How wide the strip is at most, pixels at 100 %."""
_PRESSED = (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
"""What a hand may be about to press or to write in."""
LOOK = 250
"""Milliseconds between two looks at what has come under the strip, as by scrolling. The events of
all widgets would say so at once, but are also sent by those that are half deleted."""


class Overlay(QObject):
    """Keeps a strip as low in an area as it can lie without covering a button or a field.

    Where there is no such place it lies at the foot, or at the head where the foot is being
    written in. It stays where it is until something it must not cover comes under it.
    """

    def __init__(self, look: Look, strip: QWidget, area: QWidget, over: QWidget) -> None:
        """Lay ``strip``, hidden as yet, over ``area``, which stands in ``over``."""
        super().__init__(strip)
        self._look, self._strip, self._area, self._over = look, strip, area, over
        self._says_else = False
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK)
        self._looks.timeout.connect(self._look_again)
        strip.setParent(over)
        strip.hide()
        strip.installEventFilter(self)
        area.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._look_soon)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Find a place when it is shown, when it says something else, when there is other room."""
        kind = event.type()
        if watched is self._area and kind in (QEvent.Type.Resize, QEvent.Type.Move):
            self._look_soon()
        elif watched is self._strip and kind == QEvent.Type.Show:
            self.place()
            self._looks.start()
            self._place_soon()
        elif watched is self._strip and kind == QEvent.Type.Hide:
            self._looks.stop()
        elif watched is self._strip and kind == QEvent.Type.LayoutRequest:
            self._place_soon()
        return False

    def _place_soon(self) -> None:
        self._says_else = True
        self._look_soon()

    def _look_soon(self) -> None:
        # Once whatever moves with it, such as a screen that is new, has been laid out.
        if not self._strip.isHidden():
            QTimer.singleShot(0, self, self._look_again)

    def _look_again(self) -> None:
        strip = self._strip
        if strip.isHidden():
            return
        place, taken = strip.geometry(), self._taken()
        stands = self._rect_of(self._area).contains(place) and place.width() == self._width()
        if self._says_else or not stands or any(place.intersects(one) for one in taken):
            self._says_else = False
            self.place()

    def _width(self) -> int:
        room = self._area.width() - 2 * self._look.px(12)
        return min(room, self._look.size(WIDEST))

    def place(self) -> None:
        """Lay the strip where it is in nobody's way, if it is shown."""
        strip = self._strip
        if strip.isHidden():
            return
        area, gap = self._rect_of(self._area), self._look.px(12)
        width = self._width()
        height = strip.heightForWidth(width)
        left = area.left() + (area.width() - width) // 2
        sides = (left, area.left() + gap, area.right() - gap - width)
        foot, head = area.bottom() - gap - height, area.top() + gap
        taken = self._taken()
        tops = {
            foot,
            *(one.top() - gap - height for one in taken if one.top() - gap <= foot + height),
        }
        heights = sorted((top for top in tops if top >= head), reverse=True)
        # In the middle wherever that is free; at a side rather than over a button.
        places = (QRect(side, top, width, height) for side in sides for top in heights)
        for place in places:
            if not any(place.intersects(one) for one in taken):
                break
        else:
            place = QRect(left, foot, width, height)
            if place.intersects(self._in_use()):
                place.moveTop(head)
        strip.setGeometry(place)
        strip.raise_()

    def _taken(self) -> list[QRect]:
        """Where buttons and fields are in sight, in the pixels of what the strip lies over."""
        found = []
        for widget in self._over.window().findChildren(QWidget):
            here = widget.window() is self._over.window() and not self._strip.isAncestorOf(widget)
            if here and isinstance(widget, _PRESSED):
                rect = self._seen(widget)
                if not rect.isEmpty():
                    found.append(rect)
        return found

    def _in_use(self) -> QRect:
        """Where the keyboard is."""
        focused = QApplication.focusWidget()
        if focused is None or not self._area.isAncestorOf(focused):
            return QRect()
        return self._seen(focused)

    def _seen(self, widget: QWidget) -> QRect:
        if not widget.isVisible():
            return QRect()
        return self._rect_of(widget, widget.visibleRegion().boundingRect())

    def _rect_of(self, widget: QWidget, part: QRect | None = None) -> QRect:
        rect = widget.rect() if part is None else part
        corner = self._over.mapFromGlobal(widget.mapToGlobal(rect.topLeft()))
        return QRect(corner, rect.size())
