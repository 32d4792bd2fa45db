"""A photograph as it comes from a telephone, made fit to be kept: upright, no larger than one
reads it, as JPEG on white, with nothing in it but what is to be seen."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QColorSpace, QImage, QPainter

from app.library.trouble import Trouble
from ui.wall.image_file import MEGAPIXEL, read_image

ENDINGS = "jpg jpeg png webp bmp heic"
"""The files that are offered; what a file holds is told by its content."""
LONGER = 2400
"""Pixels of the longer side: a sheet of a flip chart is read at that."""
MOST = 150 * MEGAPIXEL
"""Pixels of the largest that is opened."""
LOOKED_THROUGH = 200 * 2**20
"""Bytes of the largest file that is looked through for its end; no camera makes larger ones."""
QUALITY = 82
"""Per cent: writing stays sharp, and forty photographs are no burden to a library."""

_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypheim", b"ftypmif1", b"ftypmsf1")
"""What stands behind the first four bytes of what some telephones make."""


def read_photograph(path: Path) -> bytes:
    """The photograph in a file, as it is kept. In any thread.

    Raises Trouble (``name``): ``photograph-unreadable`` where it is none, or broken;
    ``photograph-heic``; ``photograph-too-large`` (``n``: megapixels), by its size, unopened.
    """
    try:
        if path.is_file() and path.stat().st_size <= LOOKED_THROUGH and _is_cut(path.read_bytes()):
            raise Trouble("image-unreadable", name=path.name)
        return fit_to_keep(read_image(path, (LONGER, LONGER), MOST))
    except OSError as error:
        raise Trouble("photograph-unreadable", name=path.name) from error
    except Trouble as trouble:
        code = trouble.code.replace("image-", "photograph-")
        if code == "photograph-unreadable" and _is_heic(path):
            code = "photograph-heic"
        raise Trouble(code, **trouble.facts) from trouble


def fit_to_keep(image: QImage) -> bytes:
    """An image as it is kept: a JPEG of what is to be seen, without its place and its camera."""
    if max(image.width(), image.height()) > LONGER:
        aspect, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image = image.scaled(LONGER, LONGER, aspect, smooth)
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    # Drawn anew: what was written into the file beside the picture is not drawn.
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(QColor("white"))
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    plain.save(buffer, "JPEG", QUALITY)  # type: ignore[call-overload]
    return bytes(data.data())


def _is_cut(data: bytes) -> bool:
    """Whether a JPEG ends before its picture does: Qt would show grey for what is missing."""
    at = 2
    if not data.startswith(b"\xff\xd8"):
        return False
    # Each segment says how long it is, until the picture begins; a small one may stand in another.
    while data[at + 1 : at + 2] not in (b"\xda", b""):
        at += 2 + int.from_bytes(data[at + 2 : at + 4])
    return data.find(b"\xff\xd9", at) < 0


def _is_heic(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(12)
    except OSError:
        return False
    return head[4:] in _HEIC
