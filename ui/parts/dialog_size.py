"""The size of a dialog: what its content needs, within the window below it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QLayout, QWidget

from ui.look.look import Look
from ui.parts.scroll_column import ScrollColumn

AROUND = 24
"""Pixels of the window that stay in sight at each side of a dialog, at 100 %."""


def dialog_size(look: Look, dialog: QDialog, column: ScrollColumn, wide: int) -> QSize:
    """The size that shows all that ``column`` holds, and all that stands under it.

    ``wide`` is the width it would like at 100 %. Qt would reckon without how words and rows of
    buttons fold.
    """
    window, layout = _window_under(dialog), dialog.layout()
    across = down = below = 0
    if layout is not None:
        margins = layout.contentsMargins()
        across, down = margins.left() + margins.right(), margins.top() + margins.bottom()
    width = min(look.size(wide), window.width() - 2 * look.px(AROUND))
    if layout is not None:
        below = _height_below(layout, column, width - across)
    bar = column.verticalScrollBar().sizeHint().width()
    inner = column.widget()
    wanted = _height_of(inner, width - across - bar) if inner is not None else 0
    height = min(wanted + below + down + 2, window.height() - 2 * look.px(AROUND))
    return QSize(width, height)


def _window_under(dialog: QDialog) -> QSize:
    """The size of Hearth's window, also under a dialog over a dialog."""
    parent = dialog.parentWidget()
    while parent is not None and isinstance(parent.window(), QDialog):
        parent = parent.window().parentWidget()
    return parent.window().size() if parent is not None else QSize(1280, 720)


def _height_below(layout: QLayout, column: ScrollColumn, width: int) -> int:
    """The height of what stands in a dialog besides its column, with the spaces between."""
    below = 0
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget = item.widget() if item is not None else None
        if widget is None or widget is column or widget.isHidden():
            continue
        folds = widget.hasHeightForWidth()
        height = _height_of(widget, width) if folds else widget.sizeHint().height()
        below += layout.spacing() + height
    return below


def _height_of(inner: QWidget, width: int) -> int:
    """What holds it knows of a change within only in a moment: here it is asked anew."""
    for widget in (inner, *inner.findChildren(QWidget)):
        layout = widget.layout()
        if layout is not None:
            layout.invalidate()
            widget.updateGeometry()
    return inner.heightForWidth(width)
