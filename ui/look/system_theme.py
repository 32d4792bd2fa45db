"""The theme that the system's settings ask for."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStyleHints

from ui.look.themes import ThemeName


def system_theme(hints: QStyleHints) -> ThemeName:
    """The theme the system asks for; light where it does not say."""
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"
