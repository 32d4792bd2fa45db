"""Gives the application its palette, font and style sheet."""

from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QApplication

from ui.look.look import Look
from ui.look.style_sheet import ICONS

IN_FUSION = ("-style", "Fusion")
"""The arguments an application starts with. Its style could also be changed later, but then
Python would have to know all that Qt's styles can draw before the first picture."""


def apply_look(
    application: QApplication, look: Look, icons: Path, *, follow_system: bool = True
) -> None:
    """Give every window the palette, font and style sheet of ``look``.

    ``icons`` is the folder ``resources/icons``.

    With ``follow_system`` false, title bars and the system's own dialogs are told the theme too.
    """
    QDir.setSearchPaths(ICONS, [str(icons)])
    hints = application.styleHints()
    if follow_system:
        hints.unsetColorScheme()
    else:
        dark = look.theme.name == "dark"
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    application.setPalette(look.palette())
    application.setFont(look.font("body"))
    application.setStyleSheet(look.style_sheet())
