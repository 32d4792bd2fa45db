"""Lets Qt delete widgets while nothing else takes them apart."""

from functools import partial

from PySide6.QtWidgets import QLayout, QWidget


def delete_later(widget: QWidget) -> None:
    """Have Qt delete a widget once it has done with it, and Python hold it until then.

    Let go of before, a widget that knows others in a circle is cleared by Python's garbage
    collection piece by piece, while Qt still sends events to the pieces.
    """
    widget.destroyed.connect(partial(_hold, widget))
    widget.deleteLater()


def clear_layout(layout: QLayout, keep: int = 0) -> None:
    """Take every item out of a layout but the last ``keep``, and have its widget deleted."""
    while layout.count() > keep:
        item = layout.takeAt(0)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.hide()
            delete_later(widget)


def _hold(widget: QWidget) -> None:
    """The connection to this holds ``widget`` for as long as it exists."""
