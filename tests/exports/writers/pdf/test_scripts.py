"""Each script as a picture beside Qt's own, set from the same font files."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication

from exports.page import paragraph
from exports.writers.pdf.pdf_writer import write_pdf
from exports.writers.typeset.font_folder import FontFolder
from tests.exports.writers.pdf import reading, sample

_FOLDER = Path(__file__).parents[4] / "resources" / "fonts"
_FILES = (
    "Literata-Regular",
    "NotoSansArabic-Regular",
    "NotoSansHebrew-Regular",
    "NotoSansDevanagari-Regular",
    "NotoSans-Regular",
    "NotoEmoji-Regular",
)
_PIXELS = 48
_SIZE = 11.6  # points of body text
_ALIKE = 0.2
"""How much of the ink of two pictures may differ: same letters, two programs' smoothing."""


@pytest.fixture(scope="module")
def families(qapp: QApplication) -> list[str]:
    """The families of the house's fonts, known to Qt from the files the PDF embeds."""
    found: list[str] = []
    for name in _FILES:
        number = QFontDatabase.addApplicationFont(str(_FOLDER / f"{name}.ttf"))
        assert number >= 0, name
        found.extend(QFontDatabase.applicationFontFamilies(number))
    return found


def _samples(script: str) -> list[str]:
    """What is compared at once: a line, but a word at a time where Qt takes its spaces from
    another font than we do."""
    text = sample.SCRIPTS[script]
    return text.replace(",", "").split() if script == "devanagari" else [text]


def _by_qt(text: str, families: list[str]) -> Image.Image:
    """One line of text as Qt draws it."""
    font = QFont(families)
    font.setPixelSize(_PIXELS)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    image = QImage(3000, 160, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(2900)
    layout.endLayout()
    painter = QPainter(image)
    layout.draw(painter, QPointF(40, 40))
    painter.end()
    return Image.frombuffer(
        "L", (3000, 160), bytes(image.constBits()), "raw", "L", image.bytesPerLine(), 1
    )


def _by_us(text: str, fonts: FontFolder, folder: Path) -> Image.Image:
    """One line of text as a page of our PDF shows it."""
    page = sample.page(paragraph(text))
    data = write_pdf(page, "a4", fonts=fonts).data
    whole = reading.picture(data, folder, _PIXELS * 72 / _SIZE)
    return whole.crop((0, 0, whole.width, whole.height // 4))


def _ink(image: Image.Image) -> Image.Image:
    """The ink alone, bright on dark, cut to where there is any."""
    dark = ImageOps.autocontrast(ImageOps.invert(image))
    box = dark.point(lambda value: 255 if value > 60 else 0).getbbox()
    assert box is not None
    return dark.crop(box)


def _difference(one: Image.Image, other: Image.Image) -> float:
    """How much ink two pictures do not share: 0 for the same picture, 1 for nothing shared."""
    first, second = _ink(one), _ink(other)
    if abs(first.width - second.width) > 0.02 * first.width + 3:
        return 1.0
    second = second.resize(first.size)
    smooth = ImageFilter.GaussianBlur(2)
    first, second = first.filter(smooth), second.filter(smooth)
    apart = ImageStat.Stat(ImageChops.difference(first, second)).sum[0]
    return float(apart / (ImageStat.Stat(first).sum[0] + ImageStat.Stat(second).sum[0]))


@pytest.mark.parametrize("script", sample.SCRIPTS)
def test_a_script_looks_as_qt_draws_it(
    script: str, families: list[str], fonts: FontFolder, tmp_path: Path
) -> None:
    for text in _samples(script):
        found = _difference(_by_us(text, fonts, tmp_path), _by_qt(text, families))
        assert found < _ALIKE, text


_ARABIC, _HEBREW = sample.SCRIPTS["arabic"], sample.SCRIPTS["hebrew"]
_HINDI = _samples("devanagari")[-1]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (_ARABIC, " ".join(reversed(_ARABIC.split()))),
        (_ARABIC, f"\u202d{_ARABIC}"),
        (_ARABIC, "\u200c".join(_ARABIC)),
        (_HEBREW, f"\u202d{_HEBREW}"),
        (_HINDI, "\u200c".join(_HINDI)),
        (sample.SCRIPTS["cyrillic"], sample.SCRIPTS["cyrillic"][::-1]),
    ],
    ids=["words-turned", "letters-turned", "unjoined", "hebrew-turned", "unreordered", "reversed"],
)
def test_the_comparison_fails_when_the_order_is_wrong(
    right: str, wrong: str, families: list[str], fonts: FontFolder, tmp_path: Path
) -> None:
    found = _difference(_by_us(wrong, fonts, tmp_path), _by_qt(right, families))
    assert found > 2 * _ALIKE
