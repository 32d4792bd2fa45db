"""Dressing the application in a look."""

from pathlib import Path

from PySide6.QtCore import QDir, Qt
from PySide6.QtWidgets import QApplication, QStyleFactory

from ui.look.look import Look
from ui.look.sheet import ICONS


def wear(application: QApplication, look: Look, icons: Path, *, follow_system: bool = True) -> None:
    """Dress every window in ``look``; ``icons`` is the folder ``resources/icons``.

    With ``follow_system`` false, title bars and the system's own dialogs are told the theme too.
    """
    QDir.setSearchPaths(ICONS, [str(icons)])
    style = application.style()
    # Under a style sheet the application's style is a wrapper without a name of its own.
    if style.name() != "fusion" and not application.styleSheet():
        application.setStyle(QStyleFactory.create("Fusion"))
    hints = application.styleHints()
    if follow_system:
        hints.unsetColorScheme()
    else:
        dark = look.tokens.theme == "dark"
        hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
    application.setPalette(look.palette())
    application.setFont(look.font("body"))
    application.setStyleSheet(look.style_sheet())
