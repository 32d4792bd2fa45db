"""Files as people drop them on a block: photographs, and what is none."""

import struct
import zlib
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget


def photograph(path: Path, width: int = 1200, height: int = 800) -> Path:
    """A photograph, red in its upper left corner, else white."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 3, height // 3, QColor("red"))
    painter.end()
    assert image.save(str(path))
    return path


def turned(path: Path) -> Path:
    """A photograph whose camera was turned: EXIF says that its right side is up (6)."""
    data = photograph(path).read_bytes()
    exif = b"Exif\0\0MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, 0x0112, 3, 1, 6, 0, 0)
    path.write_bytes(data[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + data[2:])
    return path


def see_through(path: Path) -> Path:
    """A PNG with nothing but a transparent ground."""
    image = QImage(300, 200, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    assert image.save(str(path), "PNG")  # type: ignore[call-overload]
    return path


def enormous(path: Path, side: int = 14200) -> Path:
    """A PNG that says it has 200 megapixels, and is a few bytes long."""

    def chunk(name: bytes, data: bytes) -> bytes:
        whole = name + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + body)
    return path


def let_go(widget: QWidget, *paths: Path) -> bool:
    """Drop files on a widget; gives whether it took them."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entered = QDragEnterEvent(QPoint(20, 20), copy, mime, buttons, none)
    QApplication.sendEvent(widget, entered)
    if entered.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), copy, mime, buttons, none))
    return entered.isAccepted()
