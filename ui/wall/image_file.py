"""An image as a person has it in a file, made fit for the wall and for being kept."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from app.library.trouble import Trouble

ENDINGS = "png jpg jpeg bmp"
"""The files that are offered; what a file holds is told by its content."""
WIDTH, HEIGHT = 3840, 2160
"""Pixels beyond which no projector shows more of an image: it is kept no larger."""
QUALITY = 90
"""Of an image that is kept as JPEG, per cent."""
MEGAPIXEL = 1_000_000
PHOTOGRAPH = 250 * MEGAPIXEL
"""Pixels of the largest JPEG that is opened: it takes some seconds."""


def read_image(
    path: Path, within: tuple[int, int] = (WIDTH, HEIGHT), most: int = PHOTOGRAPH
) -> QImage:
    """The image in a file, turned as it was taken, no larger than ``within`` (width and
    height, pixels). ``most``: the pixels of the largest that is opened.

    Raises Trouble: ``image-unreadable`` (``name``) where it is none, or broken;
    ``image-too-large`` (``name``, ``n``: megapixels) where it is more than can be opened.
    """
    if not path.is_file():  # a pipe would be waited for
        raise Trouble("image-unreadable", name=path.name)
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    pixels = size.width() * size.height() if size.isValid() else 0
    # A JPEG is unpacked at the size that is asked for, all else whole, with four bytes a pixel.
    whole = QImageReader.allocationLimit() // 4 * 2**20
    too_large = Trouble("image-too-large", name=path.name, n=round(pixels / MEGAPIXEL))
    if pixels > (most if reader.format() == b"jpeg" else min(most, whole)):
        raise too_large
    bounds = QSize(*within)
    if size.isValid() and size != size.boundedTo(bounds):
        reader.setScaledSize(size.scaled(bounds, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        # A JPEG that is sharpened step by step is unpacked whole too.
        raise too_large if pixels > whole else Trouble("image-unreadable", name=path.name)
    return image


def encode_image(image: QImage) -> tuple[str, bytes]:
    """An image as it is kept: its media type, and its bytes. PNG where it can be seen through."""
    form, media = ("PNG", "image/png") if image.hasAlphaChannel() else ("JPEG", "image/jpeg")
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, form, -1 if form == "PNG" else QUALITY)  # type: ignore[call-overload]
    return media, bytes(data.data())


def decode_image(data: bytes, name: str) -> QImage:
    """An image that was kept. Raises Trouble (``image-unreadable``) where it is none any more."""
    image = QImage.fromData(data)
    if image.isNull():
        raise Trouble("image-unreadable", name=name)
    return image
