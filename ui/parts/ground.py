"""The ground on which what scrolls is drawn: one sees through it."""

from PySide6.QtWidgets import QAbstractScrollArea, QWidget


def clear_ground(area: QAbstractScrollArea) -> None:
    """Let what stands behind ``area`` be seen through it. Before anything else is set in it.

    By a viewport of our own: to hand over the one that Qt made, PySide first makes every class of
    widgets there is, a twentieth of the time until the first picture.
    """
    ground = QWidget()
    ground.setObjectName("qt_scrollarea_viewport")
    area.setViewport(ground)
