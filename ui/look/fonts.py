"""The house's fonts, from ``resources/fonts``: Literata and Atkinson, and Noto behind them."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFontDatabase

_BEHIND: Final = (
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans",
    "Noto Sans Symbols",
    "Noto Sans Symbols 2",
    "Noto Emoji",
)

SERIF: Final = ("Literata", *_BEHIND)
"""Families for headings and charter text, the first that has a character sets it."""

SANS: Final = ("Atkinson Hyperlegible Next", *_BEHIND)
"""Families for everything else."""


def load_fonts(folder: Path) -> list[str]:
    """Make every font in ``folder`` known to Qt, once, before the first window.

    Gives the names of files that Qt refused; text is then set in the machine's own fonts. Qt only
    reads names and tables here (a millisecond for all); outlines are read when text needs them.
    """
    # Qt asks each family in turn whether it can shape a script, and warns of every one that
    # cannot, although the next one can.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")
    refused = []
    for path in sorted(folder.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            refused.append(path.name)
    return refused
