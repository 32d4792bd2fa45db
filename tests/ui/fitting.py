"""Finds what does not fit in a window that is shown: text that is cut, widgets that are clipped.

``misfits(window)`` gives one sentence for each, and nothing where all is well::

    shell.resize(1280, 720)
    shell.show()
    assert misfits(shell) == []
"""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

_SLACK = 1  # pixels that rounding may take


@runtime_checkable
class KnowsItself(Protocol):
    """A part that draws its own text says itself whether it fits."""

    def fits(self) -> bool:
        """Whether all it has to show is shown."""


def settle() -> None:
    """Let layouts that were only posted be done."""
    for _ in range(5):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()


def misfits(window: QWidget) -> list[str]:
    """What is cut, clipped or overlapping in ``window``, which must be shown."""
    settle()
    found = []
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisible() or _belongs_to_qt(widget):
            continue
        found += [f"{name_of(widget)}: {fault}" for fault in _faults(widget, window)]
    return found


def in_a_window(qtbot: QtBot, widget: QWidget, width: int, height: int) -> QWidget:
    """A window of that size with ``widget`` at its top, shown."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.addWidget(widget)
    column.addStretch(1)
    qtbot.addWidget(window)
    window.resize(width, height)
    window.show()
    return window


def name_of(widget: QWidget) -> str:
    """How a widget is named in a complaint: its class, its words, its place and size."""
    said = widget.accessibleName() or widget.objectName()
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        said = widget.text() or said
    place = widget.mapTo(widget.window(), QPoint(0, 0))
    at = f"{widget.width()}x{widget.height()} at {place.x()},{place.y()}"
    return f"{type(widget).__name__} “{said[:40]}” {at}"


def _faults(widget: QWidget, window: QWidget) -> list[str]:
    """What is wrong with one widget."""
    faults = []
    if isinstance(widget, KnowsItself):
        if not widget.fits():
            faults.append("its text is cut")
    else:
        faults += _cut(widget)
    if widget is not window:
        faults += _clipped(widget)
    if widget.layout() is not None:
        faults += _overlapping(widget)
    return faults


def _cut(widget: QWidget) -> list[str]:
    """Text that its control is too small for."""
    if isinstance(widget, QLabel) and widget.hasHeightForWidth():
        lines = widget.heightForWidth(widget.width())
        low = widget.height() + _SLACK < lines
        return [f"{lines} pixels of lines in {widget.height()}"] if low else []
    metrics = QFontMetricsF(widget.font())
    faults = []
    for text, area in _text_rooms(widget):
        need = max(metrics.horizontalAdvance(line) for line in text.split("\n"))
        if need > area.width() + _SLACK:
            faults.append(f"{round(need)} pixels of text in {area.width()}")
        if text and metrics.ascent() > area.height() + 2 * _SLACK:
            faults.append(f"letters of {round(metrics.ascent())} pixels in {area.height()}")
    return faults


def _text_rooms(widget: QWidget) -> list[tuple[str, QRect]]:
    """The texts that must be read whole, each with the area it has."""
    if isinstance(widget, QLabel):
        return [(widget.text(), widget.contentsRect())]
    if isinstance(widget, QCheckBox | QRadioButton):
        return [(_shown(widget.text()), _box_room(widget))]
    if isinstance(widget, QPushButton):
        option = QStyleOptionButton()
        option.initFrom(widget)
        element = QStyle.SubElement.SE_PushButtonContents
        return [(_shown(widget.text()), widget.style().subElementRect(element, option, widget))]
    if isinstance(widget, QComboBox):
        return [(widget.currentText(), _choice_room(widget))]
    if isinstance(widget, QAbstractSpinBox):
        return [(widget.text(), _line_room(line)) for line in widget.findChildren(QLineEdit)]
    if isinstance(widget, QLineEdit):
        text = widget.text() if widget.isReadOnly() else widget.placeholderText()
        return [(text, _line_room(widget))]
    if isinstance(widget, QTabBar):
        tabs = range(widget.count())
        rects = (widget.tabRect(at).intersected(widget.rect()) for at in tabs)
        return [(_shown(widget.tabText(at)), rect) for at, rect in zip(tabs, rects, strict=True)]
    return []


def _choice_room(choice: QComboBox) -> QRect:
    """Where a combo box shows what is chosen."""
    option = QStyleOptionComboBox()
    option.initFrom(choice)
    control = QStyle.ComplexControl.CC_ComboBox
    part = QStyle.SubControl.SC_ComboBoxEditField
    return choice.style().subControlRect(control, option, part, choice)


def _line_room(line: QLineEdit) -> QRect:
    """Where a line edit shows its text."""
    option = QStyleOptionFrame()
    option.initFrom(line)
    element = QStyle.SubElement.SE_LineEditContents
    area = line.style().subElementRect(element, option, line)
    return area.marginsRemoved(line.textMargins())


def _box_room(box: QCheckBox | QRadioButton) -> QRect:
    """Where a check box or radio button shows its words."""
    option = QStyleOptionButton()
    option.initFrom(box)
    element = (
        QStyle.SubElement.SE_CheckBoxContents
        if isinstance(box, QCheckBox)
        else QStyle.SubElement.SE_RadioButtonContents
    )
    area = box.style().subElementRect(element, option, box)
    return area.intersected(box.rect())


def _clipped(widget: QWidget) -> list[str]:
    """A widget that stands partly outside its parent, where nobody can scroll to it."""
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return []
    area = parent.parentWidget()
    place = widget.geometry()
    room = parent.rect()
    if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        # One can scroll down to it; sideways only where there is a bar for it.
        wide = place.width() > room.width() + _SLACK
        if wide and not area.horizontalScrollBar().isVisible():
            return [f"is {place.width()} wide in a column of {room.width()}"]
        return []
    if place.isEmpty():
        return ["has no room at all"] if _must_be_seen(widget) else []
    if not room.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(place):
        return [f"stands outside its {type(parent).__name__} of {room.width()}x{room.height()}"]
    return []


def _must_be_seen(widget: QWidget) -> bool:
    """Whether a widget without any room is a fault: it says something."""
    if isinstance(widget, QLabel | QAbstractButton):
        return bool(widget.text() or widget.accessibleName())
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QComboBox)


def _overlapping(widget: QWidget) -> list[str]:
    """Widgets of one layout that stand on each other."""
    layout = widget.layout()
    if layout is None or isinstance(widget, QMainWindow):
        return []
    placed = [each for each in _laid(layout) if each.isVisible() and not each.geometry().isEmpty()]
    faults = []
    for at, one in enumerate(placed):
        for other in placed[at + 1 :]:
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > _SLACK and shared.height() > _SLACK:
                faults.append(f"{name_of(one)} and {name_of(other)} overlap")
    return faults


def _laid(layout: QLayout) -> list[QWidget]:
    """The widgets that a layout places, and those of the layouts within it."""
    found = []
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            found.append(widget)
        elif inner is not None:
            found += _laid(inner)
    return found


def _shown(text: str) -> str:
    """A button's text as it is drawn, without the marks of mnemonics."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def _belongs_to_qt(widget: QWidget) -> bool:
    """Inner pieces of Qt's own controls, which their owner is held responsible for."""
    return widget.objectName().startswith("qt_") or isinstance(
        widget.parentWidget(), QAbstractSpinBox | QComboBox
    )
