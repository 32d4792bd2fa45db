"""Drives the window for the demo: sends keys and clicks, and saves pictures of what is shown."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QDeadlineTimer, QEvent, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from exports.atomic_write import write_atomically

PATIENCE = 10_000
"""Milliseconds to wait for something that should happen."""


class Robot:
    """Sends keys and clicks to widgets, and saves pictures of them."""

    def __init__(self, application: QApplication, pictures: Path) -> None:
        """Leave pictures in the folder ``pictures``."""
        self._application, self._pictures = application, pictures
        self._taken = 0

    def settle(self) -> None:
        """Let the window do what it has to do."""
        for _ in range(4):
            self._application.processEvents()

    def wait(self, condition: Callable[[], bool]) -> None:
        """Wait until ``condition`` holds. Raises TimeoutError."""
        deadline = QDeadlineTimer(PATIENCE)
        while not condition():
            if deadline.hasExpired():
                raise TimeoutError("the demo waited in vain")
            self._application.processEvents()
            QTest.qWait(5)

    def bring_forward(self, window: QWidget) -> None:
        """Make a window the active one: only that one hears its keys."""
        window.activateWindow()
        QTest.qWaitForWindowActive(window)

    def press(self, button: QPushButton) -> None:
        """Click a button."""
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.settle()

    def key(
        self,
        widget: QWidget,
        key: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key, in a window that hears it."""
        if not widget.window().isActiveWindow():
            self.bring_forward(widget.window())
        QTest.keyClick(widget, key, held)
        self.settle()

    def write(self, widget: QWidget, text: str) -> None:
        """Type a text, letter by letter, in whatever script it is."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                self._application.sendEvent(widget, event)

    def picture(self, widget: QWidget, name: str) -> Path:
        """Keep a picture of what ``widget`` shows. Raises CannotWrite."""
        self.settle()
        return self._save(widget.grab().toImage(), name)

    def painted(
        self, size: QSize, paint: Callable[[QPainter, tuple[int, int]], None], name: str
    ) -> Path:
        """Keep a picture of something painted at ``size``."""
        image = QImage(size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        paint(painter, (size.width(), size.height()))
        painter.end()
        return self._save(image, name)

    def _save(self, image: QImage, name: str) -> Path:
        self._taken += 1
        path = self._pictures / f"{self._taken:02d}-{name}.png"
        data = QBuffer()
        image.save(data, "PNG")  # type: ignore[call-overload]
        write_atomically(path, bytes(data.data().data()))
        return path
