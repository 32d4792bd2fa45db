"""Dressing the application in a look."""

from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QApplication

from ui.look.look import Look
from ui.look.sheet import ICONS

IN_FUSION = ("-style", "Fusion")
"""What an application to be dressed is begun with. Its style could also be changed later, but then
Python would have to know all that Qt's styles can draw before the first picture."""


def wear(application: QApplication, look: Look, icons: Path, *, follow_system: bool = True) -> None:
    """Dress every window in ``look``; ``icons`` is the folder ``resources/icons``.

    With ``follow_system`` false, title bars and the system's own dialogs are told the theme too.
    """
    QDir.setSearchPaths(ICONS, [str(icons)])
    hints = application.styleHints()
    if follow_system:
        hints.unsetColorScheme()
    else:
        dark = look.tokens.theme == "dark"
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    application.setPalette(look.palette())
    application.setFont(look.font("body"))
    application.setStyleSheet(look.style_sheet())
