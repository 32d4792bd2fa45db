"""Scroll areas without a background of their own."""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def make_transparent(area: QAbstractScrollArea) -> None:
    """Give a scroll area no background. To be called before anything else is set on it.

    By a viewport of our own: to hand over the one that Qt made, PySide first makes every class of
    widgets there is, a twentieth of the time until the first picture.
    """
    ground = QWidget()
    ground.setObjectName("qt_scrollarea_viewport")
    area.setViewport(ground)
