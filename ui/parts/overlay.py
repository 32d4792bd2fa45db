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
_MOVED = (
    QEvent.Type.LayoutRequest,
    QEvent.Type.Resize,
    QEvent.Type.Move,
    QEvent.Type.Show,
    QEvent.Type.Hide,
)
"""What tells that something lies elsewhere than it did; scrolling moves what is scrolled."""


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
        # Once whatever moves with it, such as a screen that is new, has been laid out.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look_again)
        strip.setParent(over)
        strip.hide()
        strip.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._soon.start)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Find a place when it is shown or says something else, and when anything has moved."""
        kind = event.type()
        if kind not in _MOVED or not isinstance(watched, QWidget):
            return False
        if watched is not self._strip:
            self._soon.start()
        elif kind == QEvent.Type.LayoutRequest:
            self._says_else = True
            self._soon.start()
        elif kind == QEvent.Type.Show:
            self._follow_all(True)
            self.place()
            self._says_else = True
            self._soon.start()
        elif kind == QEvent.Type.Hide:
            self._follow_all(False)
        return False

    def _follow_all(self, followed: bool) -> None:
        """See every widget's events, as long as the strip is there to cover one."""
        application = QApplication.instance()
        if application is None:
            return
        application.removeEventFilter(self)
        if followed:
            application.installEventFilter(self)

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
        foot, head = area.bottom() - gap - height, area.top() + gap
        taken = self._taken()
        tops = {
            foot,
            *(one.top() - gap - height for one in taken if one.top() - gap <= foot + height),
        }
        for top in sorted((top for top in tops if top >= head), reverse=True):
            place = QRect(left, top, width, height)
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
